import type { Aspect } from '../aspect.ts';

/** Where nodule, things and words stand, px. */
export interface SizeLayout {
  readonly heading: { x: number; y: number; room: number; sizes: readonly number[] };
  /** The large figure: begins or, in the wide frame, ends here. */
  readonly value: { x: number; y: number; size: number };
  readonly tag: { x: number; y: number; anchor: 'start' | 'end' };
  /** Top of the tallest thing, and the lowest floor. */
  readonly top: number;
  readonly floor: number;
  readonly rows: 1 | 2;
  readonly count: 3 | 4;
  readonly left: number;
  readonly right: number;
  readonly gap: number;
  readonly name: number;
  readonly size: number;
  /** The most px that a mm is drawn with. */
  readonly most: number;
  readonly bar: { x: number; y: number };
}

/** Of each aspect. */
export const SIZE_LAYOUTS: Readonly<Record<Aspect, SizeLayout>> = {
  '16:9': {
    heading: { x: 96, y: 220, room: 1020, sizes: [84, 76, 68, 60, 54, 48, 44] },
    value: { x: 1824, y: 220, size: 108 },
    tag: { x: 1824, y: 842, anchor: 'end' },
    ...{ top: 280, floor: 656, rows: 1, count: 4, left: 96, right: 1824, gap: 56, name: 40, size: 34, most: 22 },
    bar: { x: 96, y: 838 },
  },
  '9:16': {
    heading: { x: 54, y: 352, room: 972, sizes: [88, 80, 72, 64, 56, 50, 46, 42] },
    value: { x: 54, y: 508, size: 140 },
    tag: { x: 1026, y: 268, anchor: 'end' },
    ...{ top: 590, floor: 1244, rows: 2, count: 4, left: 54, right: 1026, gap: 44, name: 44, size: 38, most: 24 },
    bar: { x: 54, y: 1436 },
  },
  '1:1': {
    heading: { x: 54, y: 196, room: 972, sizes: [68, 62, 56, 50, 46, 42] },
    value: { x: 54, y: 296, size: 92 },
    tag: { x: 1026, y: 838, anchor: 'end' },
    ...{ top: 330, floor: 666, rows: 1, count: 3, left: 54, right: 1026, gap: 30, name: 34, size: 30, most: 16 },
    bar: { x: 54, y: 836 },
  },
};
