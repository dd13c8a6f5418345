const STEPS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** `24 KB`, `1.3 GB`: three digits at most. */
export function bytesText(bytes: number): string {
  let step = 0;
  let value = bytes;
  while (value >= 999.5 && step < STEPS.length - 1) {
    value /= 1000;
    step += 1;
  }
  return `${value.toFixed(step > 0 && value < 9.95 ? 1 : 0)} ${STEPS[step]}`;
}
