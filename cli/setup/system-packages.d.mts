export function howToInstall(missing: readonly string[]): string;
