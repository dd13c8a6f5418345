import type { Aspect } from '../aspect.ts';

/** Where 07 stands in a frame of each aspect, px. */
export interface FeaturesLayout {
  /** The shuttle: its measuring stretch, the rows of the three measures, and the thread's legs with their turns. */
  readonly shuttle: {
    readonly left: number;
    readonly right: number;
    readonly rows: readonly [number, number, number];
    readonly legs: readonly [string, string, string];
    readonly number: number;
    readonly unit: number;
    readonly name: number;
    /** Name's and number's baselines above the row, marks' under it. */
    readonly above: readonly [name: number, number: number];
    readonly marks: number;
    /** The name stands over its number, not beside it. */
    readonly stacked: boolean;
  };
  readonly table: {
    readonly left: number;
    readonly right: number;
    /** Right end of the values. */
    readonly value: number;
    /** Ends of the small scales; null = the scale is the line under its row, and there are no notes. */
    readonly scale: { readonly from: number; readonly to: number } | null;
    readonly heading: number;
    readonly top: number;
    readonly pitch: number;
    /** Rule under the baseline. */
    readonly rule: number;
  };
}

export const FEATURES_LAYOUT: Readonly<Record<Aspect, FeaturesLayout>> = {
  '16:9': {
    shuttle: {
      ...{ left: 96, right: 800, rows: [300, 546, 792] },
      legs: [
        'M0 300H840',
        'M840 300A40 40 0 0 1 880 340V506A40 40 0 0 1 840 546H80',
        'M80 546A40 40 0 0 0 40 586V752A40 40 0 0 0 80 792H800',
      ],
      ...{ number: 124, unit: 52, name: 48, above: [38, 46], marks: 48, stacked: false },
    },
    table: {
      ...{ left: 984, right: 1824, value: 1290, scale: { from: 1330, to: 1596 } },
      ...{ heading: 156, top: 222, pitch: 74, rule: 26 },
    },
  },
  '9:16': {
    shuttle: {
      ...{ left: 100, right: 960, rows: [396, 606, 816] },
      legs: [
        'M0 396H986',
        'M986 396A40 40 0 0 1 1026 436V566A40 40 0 0 1 986 606H94',
        'M94 606A40 40 0 0 0 54 646V776A40 40 0 0 0 94 816H960',
      ],
      ...{ number: 124, unit: 56, name: 56, above: [36, 36], marks: 44, stacked: false },
    },
    table: {
      ...{ left: 54, right: 1026, value: 470, scale: { from: 520, to: 790 } },
      ...{ heading: 926, top: 986, pitch: 56, rule: 18 },
    },
  },
  '1:1': {
    shuttle: {
      ...{ left: 70, right: 440, rows: [304, 548, 792] },
      legs: [
        'M0 304H454',
        'M454 304A32 32 0 0 1 486 336V516A32 32 0 0 1 454 548H68',
        'M68 548A32 32 0 0 0 36 580V760A32 32 0 0 0 68 792H440',
      ],
      ...{ number: 96, unit: 42, name: 38, above: [120, 28], marks: 44, stacked: true },
    },
    table: {
      ...{ left: 560, right: 1026, value: 1026, scale: null },
      ...{ heading: 150, top: 212, pitch: 76, rule: 24 },
    },
  },
};
