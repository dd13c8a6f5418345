import { type Aspect, aspectOf } from '../aspect.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the case card's parts stand. */
export interface CaseLayout {
  /** Room of one plane, and the middles of the three, back to front. */
  readonly plane: { readonly width: number; readonly height: number };
  readonly middles: readonly [Point, Point, Point];
  /** Row on which the thread weaves through the planes, and its way from there on. */
  readonly threadY: number;
  readonly fall: string;
  readonly heading: Point & { readonly size: number };
  readonly facts: {
    readonly name: number;
    readonly value: number;
    readonly right: number;
    /** Baseline of the first name, pitch of the rows, and how far a value stands under its name. */
    readonly y: number;
    readonly pitch: number;
    readonly under: number;
    /** A rule this far under a row; null = none. */
    readonly rule: number | null;
    readonly nameSize: number;
    readonly valueSize: number;
  };
  readonly question: {
    readonly x: number;
    /** Baseline of the last line. */
    readonly end: number;
    readonly maxWidth: number;
    readonly maxLines: number;
    readonly sizes: readonly number[];
  };
}

const LAYOUTS: Readonly<Record<Aspect, CaseLayout>> = {
  '16:9': {
    plane: { width: 600, height: 555 },
    middles: [
      { x: 630, y: 423.5 },
      { x: 534, y: 469.5 },
      { x: 438, y: 515.5 },
    ],
    threadY: 438,
    fall: 'H900C1006 438 946 816 1052 816H1920',
    heading: { x: 1090, y: 180, size: 36 },
    facts: { name: 1090, value: 1380, right: 1824, y: 267, pitch: 68, under: 0, rule: 25, nameSize: 32, valueSize: 36 },
    question: { x: 1090, end: 770, maxWidth: 734, maxLines: 2, sizes: [72, 66, 60, 54, 48] },
  },
  // The thread goes down the right margin and comes back under the question.
  '9:16': {
    plane: { width: 580, height: 524 },
    middles: [
      { x: 606, y: 514 },
      { x: 494, y: 560 },
      { x: 382, y: 606 },
    ],
    threadY: 524,
    fall: 'H1006A44 44 0 0 1 1050 568V1391A44 44 0 0 1 1006 1435H0',
    heading: { x: 54, y: 924, size: 40 },
    facts: { name: 54, value: 340, right: 1004, y: 984, pitch: 59, under: 0, rule: 18, nameSize: 36, valueSize: 40 },
    question: { x: 54, end: 1398, maxWidth: 950, maxLines: 2, sizes: [68, 64, 60, 56, 52, 48] },
  },
  // It falls between planes and facts and runs out over the question.
  '1:1': {
    plane: { width: 372, height: 344 },
    middles: [
      { x: 352, y: 318 },
      { x: 296, y: 368 },
      { x: 240, y: 418 },
    ],
    threadY: 330,
    fall: 'H538A36 36 0 0 1 574 366V630A36 36 0 0 0 610 666H1080',
    heading: { x: 622, y: 162, size: 36 },
    facts: {
      name: 622,
      value: 622,
      right: 1026,
      y: 208,
      pitch: 92,
      under: 40,
      rule: null,
      nameSize: 28,
      valueSize: 34,
    },
    question: { x: 54, end: 818, maxWidth: 972, maxLines: 2, sizes: [72, 66, 60, 54, 48] },
  },
};

/** The layout of a case card in a frame of this size. */
export const caseLayout = (frame: { readonly width: number; readonly height: number }): CaseLayout =>
  LAYOUTS[aspectOf(frame)];
