import type { Lobe, Side } from '../finding.ts';
import { curveThrough, type Point } from './polygon.ts';

/**
 * The project's own drawing of two lungs from the front: five lobes, windpipe and main bronchi. Units of the drawing, `LUNG_ART` wide and
 * high; the patient's right lung stands at the left, as on every image. A drawing, not a measurement: lobes seen from the front, each a
 * closed outline; neighbours share their fissure.
 */
export const LUNG_ART = { width: 1000, height: 920 } as const;

const STEPS = 10;
/** From the outer lower corner up over the apex and down to the inner lower corner; a fissure begins at the points named. */
const RIGHT_RIM: readonly Point[] = [
  [56, 880],
  [46, 780],
  [50, 650],
  [64, 530], // the oblique fissure
  [88, 400], // the horizontal fissure
  [126, 262],
  [188, 138],
  [290, 66],
  [372, 100],
  [412, 190],
  [426, 300],
  [416, 396], // the horizontal fissure's inner end
  [428, 500],
  [442, 620],
  [442, 730],
  [424, 834],
];
const RIGHT_BASE: readonly Point[] = [
  [424, 834],
  [336, 796], // the oblique fissure's lower end
  [238, 792],
  [140, 820],
  [56, 880],
];
const LEFT_RIM: readonly Point[] = [
  [944, 880],
  [954, 780],
  [950, 650],
  [936, 520],
  [910, 390], // the oblique fissure
  [874, 262],
  [812, 138],
  [710, 66],
  [628, 100],
  [588, 190],
  [574, 300],
  [584, 396],
  [606, 470],
  [656, 538],
  [684, 630],
  [678, 720],
  [654, 786],
  [640, 838],
];
const LEFT_BASE: readonly Point[] = [
  [640, 838],
  [716, 806], // the oblique fissure's lower end
  [792, 798],
  [872, 822],
  [944, 880],
];

const rim = { right: curveThrough(RIGHT_RIM, STEPS), left: curveThrough(LEFT_RIM, STEPS) };
const base = { right: curveThrough(RIGHT_BASE, STEPS), left: curveThrough(LEFT_BASE, STEPS) };
const rightOblique = curveThrough([RIGHT_RIM[3]!, [172, 586], [274, 690], RIGHT_BASE[1]!], STEPS);
const horizontal = curveThrough([RIGHT_RIM[4]!, [200, 424], [310, 424], RIGHT_RIM[11]!], STEPS);
const leftOblique = curveThrough([LEFT_RIM[4]!, [836, 530], [764, 680], LEFT_BASE[1]!], STEPS);

const back = (points: readonly Point[]): Point[] => [...points].reverse();

/** Closed outline of each lobe. */
export const LOBE_OUTLINES: Readonly<Record<Lobe, readonly Point[]>> = {
  RUL: [...rim.right.slice(4 * STEPS, 11 * STEPS), ...back(horizontal)],
  RML: [
    ...rim.right.slice(3 * STEPS, 4 * STEPS),
    ...horizontal,
    ...rim.right.slice(11 * STEPS + 1),
    ...base.right.slice(1, STEPS),
    ...back(rightOblique),
  ],
  RLL: [...rim.right.slice(0, 3 * STEPS), ...rightOblique, ...base.right.slice(STEPS + 1, -1)],
  LUL: [...rim.left.slice(4 * STEPS), ...base.left.slice(1, STEPS), ...back(leftOblique)],
  LLL: [...rim.left.slice(0, 4 * STEPS), ...leftOblique, ...base.left.slice(STEPS + 1, -1)],
};
export const LOBES_OF: Readonly<Record<Side, readonly Lobe[]>> = { right: ['RUL', 'RML', 'RLL'], left: ['LUL', 'LLL'] };

/** Outline of a whole lung. */
export const LUNG_OUTLINES: Readonly<Record<Side, readonly Point[]>> = {
  right: [...rim.right, ...base.right.slice(1, -1)],
  left: [...rim.left, ...base.left.slice(1, -1)],
};

/** Windpipe and bronchi: centre lines and their bores, widest first. */
export const AIRWAYS: readonly { readonly d: string; readonly bore: number }[] = [
  { d: 'M500 26V232', bore: 50 },
  { d: 'M500 226C492 272 452 300 398 330', bore: 34 },
  { d: 'M500 226C510 280 556 316 618 352', bore: 32 },
  { d: 'M404 326C350 318 316 290 296 250', bore: 18 },
  { d: 'M400 328C366 372 352 440 344 520', bore: 20 },
  { d: 'M612 348C664 336 700 306 722 262', bore: 18 },
  { d: 'M612 348C664 394 706 460 738 560', bore: 19 },
];
/** Heights of the rings of the windpipe. */
export const RINGS: readonly number[] = Array.from({ length: 8 }, (_, i) => 44 + i * 23);

/** Where a lobe's name points at the outer rim: height in the drawing. */
export const LOBE_LEVEL: Readonly<Record<Lobe, number>> = { RUL: 250, RML: 466, RLL: 690, LUL: 250, LLL: 640 };
