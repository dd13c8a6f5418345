/** A stretch of time in seconds. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const numbers = (stderr: string, pattern: RegExp): number[] =>
  [...stderr.matchAll(pattern)].map((match) => Number.parseFloat(match[1] as string));

/** Start and end lines of freezedetect and silencedetect; a stretch that runs to the film's end has no end line. */
function pairs(starts: number[], ends: number[], filmEnd: number): Stretch[] {
  return starts.map((start, index) => ({ start: Math.max(0, start), end: ends[index] ?? filmEnd }));
}

export const blackStretches = (stderr: string): Stretch[] =>
  [...stderr.matchAll(/black_start:([\d.]+) black_end:([\d.]+)/g)].map((match) => ({
    start: Number.parseFloat(match[1] as string),
    end: Number.parseFloat(match[2] as string),
  }));

export const frozenStretches = (stderr: string, filmEnd: number): Stretch[] =>
  pairs(numbers(stderr, /freeze_start: ([\d.]+)/g), numbers(stderr, /freeze_end: ([\d.]+)/g), filmEnd);

export const silentStretches = (stderr: string, filmEnd: number): Stretch[] =>
  pairs(numbers(stderr, /silence_start: (-?[\d.]+)/g), numbers(stderr, /silence_end: ([\d.]+)/g), filmEnd);

/** What is left of `stretch` outside all of `covers`, in order. */
export function uncovered(stretch: Stretch, covers: readonly Stretch[]): Stretch[] {
  let left: Stretch[] = [stretch];
  for (const cover of covers)
    left = left.flatMap((part) => {
      if (cover.end <= part.start || cover.start >= part.end) return [part];
      const before = { start: part.start, end: cover.start };
      const after = { start: cover.end, end: part.end };
      return [before, after].filter((item) => item.end > item.start);
    });
  return left;
}

/** Stretches in which every frame differs from the one before, at least `atLeast` frames long; the last frame is exclusive. */
export function movingStretches(keys: readonly string[], atLeast: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = 0;
  for (let frame = 1; frame <= keys.length; frame++) {
    if (frame < keys.length && keys[frame] !== keys[frame - 1]) continue;
    if (frame - from >= atLeast) found.push({ from, to: frame });
    from = frame;
  }
  return found;
}

/**
 * Height in pixels of the tallest block of rows that hold bright pixels; gaps of up to `gap` rows (between strokes of one line) count in.
 * @param luma one byte a pixel, row by row
 */
export function textHeight(luma: Uint8Array, width: number, threshold: number, gap = 10): number {
  const rows = luma.length / width;
  let [best, first, last] = [0, -1, -1];
  for (let row = 0; row < rows; row++) {
    const line = luma.subarray(row * width, (row + 1) * width);
    if (!line.some((value) => value > threshold)) continue;
    if (first < 0 || row - last > gap + 1) first = row;
    last = row;
    best = Math.max(best, last - first + 1);
  }
  return best;
}

/** Root mean square of samples, dB of full scale; -120 for nothing. */
export function rmsDb(samples: Int16Array, from: number, to: number): number {
  let sum = 0;
  const [a, b] = [Math.max(0, from), Math.min(samples.length, to)];
  for (let i = a; i < b; i++) sum += (samples[i] as number) ** 2;
  return b > a && sum > 0 ? 10 * Math.log10(sum / (b - a) / 32768 ** 2) : -120;
}

/** First and last sample above the threshold (amplitude), or null for silence. */
export function voicedSpan(samples: Int16Array, threshold = 160): { first: number; last: number } | null {
  let first = 0;
  let last = samples.length - 1;
  while (first <= last && Math.abs(samples[first] as number) < threshold) first++;
  while (last > first && Math.abs(samples[last] as number) < threshold) last--;
  return first < last ? { first, last } : null;
}
