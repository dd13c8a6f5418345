import { type Aspect, aspectOf } from '../aspect.ts';
import type { Rect } from './placement.ts';

/** Where things of a quiz stand, px. The question is set over the line the countdown runs along; options hang on a spine under its end. */
export interface QuizLayout {
  /** What the question may fill: left edge, first baseline, width, sizes, lines. */
  readonly question: { x: number; y: number; width: number; sizes: readonly number[]; lines: number };
  /** Row of the countdown's line; it comes from the frame's right edge and ends over the spine. */
  readonly line: number;
  readonly spine: number;
  /** Row of the first option and distance of the next. */
  readonly first: number;
  readonly pitch: number;
  readonly option: { x: number; width: number; size: number };
  /** The picture: a whole slice, a crop, or a crop with what is given beside it. */
  readonly slice: Rect;
  readonly crop: Rect;
  readonly cropWithGivens: Rect;
  /** R and L of a whole slice. */
  readonly sides: readonly [{ x: number; y: number }, { x: number; y: number }];
  /** Baseline of scale bar and slice number under a whole slice, and its two ends. */
  readonly foot: { y: number; left: number; right: number };
  /** What is given: columns with the value under its label, or rows with the value at the right. */
  readonly givens: { form: 'columns' | 'rows'; x: number; y: number; width: number; pitch: number };
}

const LAYOUTS: Readonly<Record<Aspect, QuizLayout>> = {
  '16:9': {
    question: { x: 1264, y: 188, width: 560, sizes: [64, 60, 56, 52], lines: 2 },
    line: 388,
    spine: 1280,
    first: 486,
    pitch: 104,
    option: { x: 1324, width: 500, size: 46 },
    slice: { x: 122, y: 122, width: 1070, height: 706 },
    crop: { x: 96, y: 122, width: 1036, height: 725 },
    cropWithGivens: { x: 96, y: 122, width: 1036, height: 596 },
    sides: [
      { x: 114, y: 446 },
      { x: 1206, y: 446 },
    ],
    foot: { y: 840, left: 96, right: 1190 },
    givens: { form: 'columns', x: 96, y: 770, width: 1036, pitch: 54 },
  },
  '9:16': {
    question: { x: 54, y: 1004, width: 972, sizes: [72, 68, 64, 60, 56, 52], lines: 1 },
    line: 1060,
    spine: 70,
    first: 1142,
    pitch: 92,
    option: { x: 118, width: 908, size: 50 },
    slice: { x: 54, y: 226, width: 972, height: 642 },
    crop: { x: 54, y: 244, width: 972, height: 656 },
    cropWithGivens: { x: 54, y: 244, width: 972, height: 520 },
    sides: [
      { x: 72, y: 272 },
      { x: 1008, y: 272 },
    ],
    foot: { y: 898, left: 54, right: 1026 },
    givens: { form: 'columns', x: 54, y: 824, width: 972, pitch: 56 },
  },
  '1:1': {
    question: { x: 54, y: 186, width: 972, sizes: [64, 60, 56, 52], lines: 1 },
    line: 244,
    spine: 656,
    first: 348,
    pitch: 124,
    option: { x: 696, width: 330, size: 44 },
    slice: { x: 54, y: 330, width: 560, height: 370 },
    crop: { x: 54, y: 296, width: 560, height: 540 },
    cropWithGivens: { x: 54, y: 296, width: 560, height: 350 },
    sides: [
      { x: 66, y: 336 },
      { x: 602, y: 336 },
    ],
    foot: { y: 776, left: 54, right: 614 },
    givens: { form: 'rows', x: 54, y: 712, width: 560, pitch: 58 },
  },
};

export const quizLayout = (frame: { readonly width: number; readonly height: number }): QuizLayout =>
  LAYOUTS[aspectOf(frame)];

/** Row of an option's node; three options stand further apart than four. */
export const optionRow = ({ first, pitch }: QuizLayout, index: number, count: number): number =>
  first + Math.round(pitch * (count === 3 ? 1.3 : 1)) * index;
