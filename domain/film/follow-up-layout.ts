import type { Aspect } from '../aspect.ts';

/** Where the stops on the thread, the scans and what they may show stand, px. */
export interface FollowUpLayout {
  readonly heading: { x: number; y: number; room: number; sizes: readonly number[] };
  readonly tag: { x: number; y: number; anchor: 'start' | 'end' };
  /** Along x with words below in the wide frame, else along y with words beside. */
  readonly upright: boolean;
  readonly stops: readonly (readonly [number, number])[];
  /** The same where no scan is to follow and nothing is compared. */
  readonly loose?: readonly (readonly [number, number])[];
  /** From a stop to its name's baseline, and the rooms of the three. */
  readonly words: readonly [number, number];
  readonly rooms: readonly number[];
  readonly name: number;
  readonly detail: number;
  readonly rounds: readonly { readonly x: number; readonly y: number; readonly radius: number }[];
  /** Where it is said what a tick is; null where there is no room. */
  readonly tick: { x: number; y: number; anchor: 'start' | 'end' } | null;
  /** First outcome's middle, the step to the next one, and from there to its label. */
  readonly outcomes: {
    at: readonly [number, number];
    step: readonly [number, number];
    label: readonly [number, number];
    room: number;
  };
  readonly dot: number;
  readonly decides: { x: number; y: number; room: number; size: number };
}

/** Of each aspect. */
export const FOLLOW_UP_LAYOUTS: Readonly<Record<Aspect, FollowUpLayout>> = {
  '16:9': {
    heading: { x: 96, y: 216, room: 1500, sizes: [84, 76, 68] },
    tag: { x: 1824, y: 842, anchor: 'end' },
    upright: false,
    stops: [
      [110, 316],
      [680, 316],
      [1278, 316],
    ],
    words: [-14, 86],
    rooms: [520, 540, 546],
    name: 56,
    detail: 36,
    rounds: [
      { x: 232, y: 652, radius: 136 },
      { x: 802, y: 652, radius: 136 },
    ],
    tick: { x: 666, y: 288, anchor: 'end' },
    outcomes: { at: [1320, 536], step: [0, 116], label: [196, 14], room: 350 },
    dot: 26,
    decides: { x: 96, y: 842, room: 1100, size: 32 },
  },
  '9:16': {
    heading: { x: 54, y: 352, room: 972, sizes: [92, 84, 76, 68] },
    tag: { x: 1026, y: 268, anchor: 'end' },
    upright: true,
    stops: [
      [84, 470],
      [84, 742],
      [84, 1002],
    ],
    loose: [
      [84, 470],
      [84, 790],
      [84, 1110],
    ],
    words: [76, 20],
    rooms: [560, 560, 866],
    name: 60,
    detail: 42,
    rounds: [
      { x: 896, y: 500, radius: 120 },
      { x: 896, y: 772, radius: 120 },
    ],
    tick: { x: 160, y: 652, anchor: 'start' },
    outcomes: { at: [206, 1094], step: [0, 108], label: [210, 16], room: 600 },
    dot: 28,
    decides: { x: 54, y: 1436, room: 972, size: 38 },
  },
  '1:1': {
    heading: { x: 54, y: 190, room: 700, sizes: [64, 58, 52, 46] },
    tag: { x: 1026, y: 140, anchor: 'end' },
    upright: true,
    stops: [
      [74, 262],
      [74, 426],
      [74, 582],
    ],
    loose: [
      [74, 262],
      [74, 452],
      [74, 642],
    ],
    words: [56, 16],
    rooms: [600, 600, 896],
    name: 46,
    detail: 34,
    rounds: [
      { x: 950, y: 280, radius: 74 },
      { x: 950, y: 452, radius: 74 },
    ],
    tick: null,
    outcomes: { at: [152, 672], step: [306, 0], label: [-28, 84], room: 286 },
    dot: 20,
    decides: { x: 54, y: 842, room: 972, size: 30 },
  },
};
