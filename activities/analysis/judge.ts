import type { RayView } from './rays.ts';
import type { Lesion } from './segment.ts';
import { moments } from './shape.ts';

/** What the decision "nodule or not" looks at. */
interface Evidence {
  /** Answer of the candidate model. */
  readonly model: number;
  /** Diameter of the ball of equal volume, mm. */
  readonly equivalentMm: number;
  /** Diameter of the largest ball inside / that of the ball of equal volume. */
  readonly fill: number;
  /** Shortest / longest principal spread. */
  readonly roundness: number;
  readonly view: RayView;
  readonly type: Lesion['type'];
}

export function evidenceOf(model: number, view: RayView, lesion: Lesion): Evidence | null {
  const shape = moments(lesion.patch, lesion.mask);
  if (!shape || shape.deviations[0] === 0) return null;
  const equivalentMm = 2 * Math.cbrt((3 * shape.count * lesion.patch.step ** 3) / (4 * Math.PI));
  return {
    model,
    equivalentMm,
    fill: (2 * lesion.innerRadius) / equivalentMm,
    roundness: shape.deviations[2] / shape.deviations[0],
    view,
    type: lesion.type,
  };
}

/** Below this nothing is reported. Lung-RADS and Fleischner ask for nothing below 4 mm (solid) and 6 mm (ground glass) at a first exam. */
const SMALLEST_MM = { solid: 3.6, 'part-solid': 4.5, 'non-solid': 5.2 } as const;

/** Whether a ray view is worth a segmentation: mostly surrounded by lung, hardly anything long leaves it. */
export function isWorthSegmenting(view: RayView): boolean {
  return view.escaping <= 0.06 && view.intoLung > 0.45 && view.radiusMm > 1.3 && view.spread < 0.9;
}

interface Weights {
  readonly base: number;
  readonly roundness: number;
  readonly fill: number;
  readonly model: number;
  readonly escaping: number;
  readonly wall: number;
  readonly spread: number;
}

const DENSE: Weights = { base: 0.75, roundness: 7, fill: 8, model: 6, escaping: 55, wall: 3.2, spread: 2.5 };
/** Large ground glass is irregular and vessels run through it; no vessel is as wide and as pale, so shape weighs less. */
const WIDE_GLASS: Weights = { base: 2.2, roundness: 3.5, fill: 7, model: 3, escaping: 15, wall: 2, spread: 1.5 };
const WIDE_GLASS_MM = 10;

/**
 * 0..1, reported from 0.5 on. A hand-set logistic sum: compact and round speak for a nodule; directions in which the brightness goes on
 * (vessels), contact with the wall, and an uneven radius speak against it. Weights are house values, set on simulated chests and public cases.
 */
export function noduleScore(e: Evidence): number {
  if (e.equivalentMm < SMALLEST_MM[e.type]) return 0;
  const { view } = e;
  const w = e.type === 'non-solid' && e.equivalentMm >= WIDE_GLASS_MM ? WIDE_GLASS : DENSE;
  const sum =
    w.base +
    w.roundness * (e.roundness - 0.65) +
    w.fill * (e.fill - 0.62) +
    w.model * (e.model - 0.45) -
    w.escaping * view.escaping -
    w.wall * Math.max(0, view.intoWall - 0.08) -
    w.spread * (view.spread - 0.3);
  return 1 / (1 + Math.exp(-1.3 * sum));
}
