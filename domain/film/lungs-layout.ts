import type { Aspect } from '../aspect.ts';

/** Where the drawing of the lungs and its words stand, px. */
export interface LungsLayout {
  readonly art: { x: number; y: number; scale: number };
  /** Left and baseline of the words, and their room. */
  readonly words: { x: number; y: number; room: number; heading: readonly number[]; detail: number };
  /** Size of the lobes' names. */
  readonly label: number;
  readonly radius: number;
  readonly tag: { x: number; y: number; anchor: 'start' | 'end' };
  readonly facing: { x: number; y: number; room: number; size: number };
  /** Where the names of the lungs begin and end. */
  readonly sides: readonly [number, number];
}

/** Of each aspect. */
export const LUNGS_LAYOUTS: Readonly<Record<Aspect, LungsLayout>> = {
  '16:9': {
    art: { x: 250, y: 112, scale: 0.79 },
    words: { x: 1264, y: 330, room: 560, heading: [92, 84, 76, 68, 60, 54], detail: 38 },
    label: 36,
    radius: 26,
    tag: { x: 96, y: 842, anchor: 'start' },
    facing: { x: 1264, y: 842, room: 560, size: 30 },
    sides: [96, 1194],
  },
  '9:16': {
    art: { x: 145, y: 306, scale: 0.79 },
    words: { x: 54, y: 1204, room: 972, heading: [104, 96, 88, 80, 72], detail: 46 },
    label: 40,
    radius: 30,
    tag: { x: 54, y: 268, anchor: 'start' },
    facing: { x: 54, y: 1436, room: 972, size: 36 },
    sides: [54, 1026],
  },
  '1:1': {
    art: { x: 262, y: 112, scale: 0.556 },
    words: { x: 54, y: 692, room: 972, heading: [72, 66, 60, 54], detail: 36 },
    label: 34,
    radius: 24,
    tag: { x: 1026, y: 844, anchor: 'end' },
    facing: { x: 54, y: 844, room: 800, size: 30 },
    sides: [54, 1026],
  },
};
