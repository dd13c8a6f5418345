/**
 * How a stack of slices is scrolled (film-style §7): which slice stands on screen at which frame. The last twelve slices slow down,
 * the last three hold 4, 5 and 7 frames, then the stack rests; never backwards, never past the slice, no slice under two frames.
 */
export interface StackPace {
  /** First slice shown, 0-based. */
  readonly first: number;
  /** Frame on which the scroll leaves the first slice's own hold. */
  readonly start: number;
  /** Frames each slice before the resting one is held, from `first` on. */
  readonly holds: readonly number[];
}

/** Holds of the last twelve slices before the one it rests on; 40 frames. */
const SLOWING = [2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 7] as const;
const SLOWING_FRAMES = SLOWING.reduce((sum, hold) => sum + hold, 0);
/** Cruise: 10 slices a second at 25 fps where time is short; a narration that lasts longer is not met by a frozen slice but by a slower hand. */
const FASTEST = 2.5;
const SLOWEST = 6;

/**
 * Lays the scroll that leaves at `startFrame` at the earliest and first shows `stop` exactly at `stopFrame`.
 * `wanted` is the slice to begin with when time allows; with less time it begins nearer, with more time higher up (to slice 0), then
 * slower, and what is left is held on the first slice.
 */
export function layPace(wanted: number, stop: number, startFrame: number, stopFrame: number): StackPace {
  const frames = Math.max(0, stopFrame - startFrame);
  const cruise = frames - SLOWING_FRAMES;
  if (cruise <= 0 || stop - wanted <= SLOWING.length) return short(Math.min(wanted, stop), stop, stopFrame, frames);
  const fits = Math.floor(cruise / FASTEST);
  const least = stop - SLOWING.length - wanted;
  const count = Math.min(stop - SLOWING.length, fits, Math.max(least, Math.floor(cruise / SLOWEST)));
  const cost = (hold: number): number => hold * count + sum(slowing(hold));
  let hold = 2;
  while (hold < SLOWEST && cost(hold + 1) <= frames) hold++;
  // What is left lengthens the first slices by a frame: the hand starts a little slower than it goes on.
  const longer = Math.min(count, frames - cost(hold));
  const holds = [...Array.from({ length: count }, (_, i) => (i < longer ? hold + 1 : hold)), ...slowing(hold)];
  return { first: stop - holds.length, start: stopFrame - sum(holds), holds };
}

/** The last twelve holds after a cruise: never faster than the cruise itself. */
const slowing = (cruise: number): number[] =>
  SLOWING.map((hold, i) => Math.max(hold, cruise + Math.max(0, i + 3 - SLOWING.length)));

/** Too little time or too few slices for a cruise: as many of the slowing's last holds as fit. */
function short(wanted: number, stop: number, stopFrame: number, frames: number): StackPace {
  const holds: number[] = [];
  for (let i = SLOWING.length - 1; i >= 0 && holds.length < stop - wanted; i--) {
    if (sum(holds) + SLOWING[i]! > frames) break;
    holds.unshift(SLOWING[i]!);
  }
  return { first: stop - holds.length, start: stopFrame - sum(holds), holds };
}

/** The slice on screen at a frame, 0-based. */
export function sliceAt(pace: StackPace, frame: number): number {
  let until = pace.start;
  let slice = pace.first;
  for (const hold of pace.holds) {
    until += hold;
    if (frame < until) return slice;
    slice++;
  }
  return slice;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
