import { type Aspect, aspectOf } from '../aspect.ts';

/** Where the closing's parts stand: brand, credits, label, the thread and who made the film, from top to bottom or beside each other. */
export interface OutroLayout {
  readonly left: number;
  readonly right: number;
  readonly logo: { readonly y: number; readonly scale: number };
  /** Hospital: x, room, largest size and baseline of one line; of two, where one would be too small. */
  readonly name: {
    readonly x: number;
    readonly room: number;
    readonly one: { readonly size: number; readonly y: number };
    readonly two: { readonly size: number; readonly y: number };
  };
  readonly department: { readonly size: number; readonly under: number };
  /** Baseline of the series; of the episode, or null where it follows in the same row. */
  readonly series: { readonly y: number; readonly size: number };
  readonly episode: number | null;
  readonly credits: {
    readonly name: number;
    readonly value: number;
    readonly top: number;
    readonly pitch: number;
    readonly note: number;
    readonly gap: number;
    readonly nameSize: number;
    readonly size: number;
  };
  readonly label: { readonly y: number; readonly size: number };
  readonly restriction: number;
  /** Baseline of the first row of marks; null = they keep the header's row. */
  readonly marks: number | null;
  readonly threadY: number;
  readonly made: number;
}

const LAYOUTS: Readonly<Record<Aspect, OutroLayout>> = {
  '16:9': {
    left: 96,
    right: 1824,
    logo: { y: 150, scale: 2.8 },
    name: { x: 246, room: 640, one: { size: 62, y: 208 }, two: { size: 50, y: 184 } },
    department: { size: 34, under: 48 },
    series: { y: 402, size: 40 },
    episode: 462,
    credits: { name: 984, value: 1210, top: 180, pitch: 62, note: 44, gap: 46, nameSize: 32, size: 36 },
    label: { y: 672, size: 36 },
    restriction: 722,
    marks: null,
    threadY: 776,
    made: 848,
  },
  '9:16': {
    left: 54,
    right: 1026,
    logo: { y: 150, scale: 2.5 },
    name: { x: 178, room: 848, one: { size: 60, y: 204 }, two: { size: 56, y: 188 } },
    department: { size: 36, under: 48 },
    series: { y: 372, size: 42 },
    episode: null,
    credits: { name: 54, value: 262, top: 476, pitch: 70, note: 46, gap: 52, nameSize: 36, size: 40 },
    label: { y: 1184, size: 60 },
    restriction: 1240,
    marks: 1286,
    threadY: 1348,
    made: 1424,
  },
  '1:1': {
    left: 54,
    right: 1026,
    logo: { y: 48, scale: 1.9 },
    name: { x: 150, room: 876, one: { size: 46, y: 88 }, two: { size: 36, y: 70 } },
    department: { size: 28, under: 35 },
    series: { y: 193, size: 34 },
    episode: null,
    credits: { name: 54, value: 230, top: 248, pitch: 44, note: 34, gap: 27, nameSize: 30, size: 34 },
    label: { y: 686, size: 40 },
    restriction: 726,
    marks: 764,
    threadY: 786,
    made: 846,
  },
};

/** The layout of a closing in a frame of this size. */
export const outroLayout = (frame: { readonly width: number; readonly height: number }): OutroLayout =>
  LAYOUTS[aspectOf(frame)];
