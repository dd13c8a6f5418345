export const projectRoot: string;
export function cacheDir(env?: NodeJS.ProcessEnv): string;
export function dataDir(env?: NodeJS.ProcessEnv): string;
