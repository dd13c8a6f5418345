import type { Aspect } from '../aspect.ts';
import type { Rect } from './placement.ts';

/** Where 09 stands in a frame of each aspect, px. */
export interface AdviceLayout {
  /** Where the lesion stands, and its name and size under or beside it. */
  readonly panel: Rect;
  readonly lesion: { readonly x: number; readonly room: number; readonly name: number; readonly size: number };
  readonly left: number;
  readonly kicker: { readonly y: number; readonly size: number };
  readonly headline: {
    readonly y: number;
    readonly room: number;
    /** Without a lesion beside it. */
    readonly alone: number;
    readonly lines: number;
    readonly sizes: readonly number[];
  };
  /** The thread's column, and the nodes with a lesion on the frame and without. */
  readonly spine: number;
  readonly nodes: { readonly first: number; readonly pitch: number };
  readonly alone: { readonly first: number; readonly pitch: number };
  readonly rows: {
    readonly x: number;
    readonly right: number;
    readonly name: number;
    /** Null = the detail stands under the name. */
    readonly detail: number | null;
    readonly detailSize: number;
  };
  readonly limit: number;
  /** Works, the last one here: under one another from the right or the left, or in one row. */
  readonly references: {
    readonly x: number;
    readonly y: number;
    readonly pitch: number;
    readonly set: 'end' | 'start' | 'row';
  };
  /** The same where no lesion leaves room beside it. */
  readonly referencesAlone: { readonly x: number; readonly y: number };
}

export const ADVICE_LAYOUT: Readonly<Record<Aspect, AdviceLayout>> = {
  '16:9': {
    panel: { x: 1364, y: 138, width: 460, height: 400 },
    lesion: { x: 1364, room: 460, name: 591, size: 639 },
    left: 96,
    kicker: { y: 168, size: 40 },
    headline: { y: 290, room: 1180, alone: 1180, lines: 1, sizes: [92, 84, 76, 68, 60] },
    ...{ spine: 110, nodes: { first: 426, pitch: 140 }, alone: { first: 426, pitch: 140 } },
    rows: { x: 196, right: 1240, name: 56, detail: 600, detailSize: 36 },
    limit: 828,
    references: { x: 1824, y: 828, pitch: 54, set: 'end' },
    referencesAlone: { x: 1824, y: 828 },
  },
  '9:16': {
    panel: { x: 54, y: 560, width: 460, height: 400 },
    lesion: { x: 550, room: 476, name: 604, size: 660 },
    left: 54,
    kicker: { y: 300, size: 44 },
    headline: { y: 402, room: 972, alone: 972, lines: 2, sizes: [96, 88, 80, 72, 64] },
    ...{ spine: 76, nodes: { first: 1064, pitch: 132 }, alone: { first: 700, pitch: 220 } },
    rows: { x: 150, right: 1026, name: 56, detail: null, detailSize: 38 },
    limit: 1440,
    references: { x: 550, y: 952, pitch: 50, set: 'start' },
    referencesAlone: { x: 54, y: 1380 },
  },
  '1:1': {
    panel: { x: 686, y: 118, width: 340, height: 230 },
    lesion: { x: 686, room: 340, name: 388, size: 428 },
    left: 54,
    kicker: { y: 150, size: 36 },
    headline: { y: 240, room: 604, alone: 972, lines: 2, sizes: [80, 72, 66, 60, 54, 48] },
    ...{ spine: 74, nodes: { first: 468, pitch: 106 }, alone: { first: 444, pitch: 112 } },
    rows: { x: 138, right: 1026, name: 46, detail: null, detailSize: 32 },
    limit: 844,
    references: { x: 54, y: 796, pitch: 0, set: 'row' },
    referencesAlone: { x: 54, y: 796 },
  },
};
