/** A stretch of equal frames: `source` is the frame that is rendered for it. */
export interface FrameRun {
  readonly source: number;
  readonly startFrame: number;
  readonly frames: number;
}

export interface FramePlan {
  readonly durationInFrames: number;
  /** Frames to render, ascending, each once. */
  readonly distinct: readonly number[];
  /** The whole scene in order; the lengths add up to the duration. */
  readonly runs: readonly FrameRun[];
  /** For each distinct frame the index of the last run that shows it: after that its bytes may go. */
  readonly lastRun: ReadonlyMap<number, number>;
}

/** How many pictures may wait for a later repeat (3 MB each at 1080p). */
const KEPT = 16;

/**
 * Which frames to render and how often to show each. Equal keys mean equal pictures (the law of `frameKey`), so each key is rendered once.
 * A picture that comes back after others is kept only within the last `kept` keys; beyond that it is rendered again, which bounds memory.
 * @param keys one key per frame of the scene
 */
export function planFrames(keys: readonly string[], kept: number = KEPT): FramePlan {
  const distinct: number[] = [];
  const runs: FrameRun[] = [];
  const lastRun = new Map<number, number>();
  const known = new Map<string, number>();
  let start = 0;
  while (start < keys.length) {
    const key = keys[start] as string;
    let end = start + 1;
    while (end < keys.length && keys[end] === key) end++;
    let source = known.get(key);
    if (source === undefined) {
      source = start;
      distinct.push(start);
    }
    // Re-inserting moves the key to the young end, so the oldest unused one is dropped first.
    known.delete(key);
    known.set(key, source);
    if (known.size > kept) known.delete(known.keys().next().value as string);
    lastRun.set(source, runs.length);
    runs.push({ source, startFrame: start, frames: end - start });
    start = end;
  }
  return { durationInFrames: keys.length, distinct, runs, lastRun };
}
