import type { Features, NoduleType } from '../finding.ts';
import type { MeasureKey } from '../measures.ts';
import { TRAIT_LIMITS } from '../traits.ts';

/** How a measure stands on its line: ends, labelled marks, and the part that counts as ordinary. All in the measure's own unit. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  /** Thresholds of the rules, in rising order, without the ends. */
  readonly marks: readonly number[];
  readonly reference: readonly [number, number] | null;
  /** Volumes stand by the cube root, so that distances on the line compare with diameters. */
  readonly root: boolean;
}

/** Mean-diameter limits of Lung-RADS v2022 at baseline, mm (NBK568579). */
const DIAMETERS: Readonly<Record<NoduleType, readonly number[]>> = {
  solid: [6, 8, 15],
  'part-solid': [6],
  'non-solid': [30],
};
/** Volumes that Lung-RADS v2022 gives beside 6, 8 and 15 mm, mm³. */
const VOLUMES = [113, 268, 1767];

/** The smallest pleasant end at or above a value. */
function endFor(value: number, ends: readonly number[]): number {
  return ends.find((end) => value <= end * 0.98) ?? Math.ceil(value / 100) * 100;
}

const linear = (
  from: number,
  to: number,
  marks: readonly number[] = [],
  reference: Scale['reference'] = null,
): Scale => ({
  from,
  to,
  marks: marks.filter((mark) => mark > from && mark < to),
  reference,
  root: false,
});

/** The line a measure of this finding is shown on; null for words. */
export function scaleOf(key: MeasureKey, features: Features): Scale | null {
  const value = features[key].value;
  if (typeof value !== 'number') return null;
  switch (key) {
    case 'meanDiameterMm': {
      const limits = DIAMETERS[features.type.value];
      const to = endFor(Math.max(value, (limits[0] ?? 6) * 1.1), [12, 20, 40, 60, 100]);
      return linear(0, to, limits);
    }
    case 'solidDiameterMm':
      return linear(0, endFor(Math.max(value, 9), [12, 20, 40, 60, 100]), [6, 8]);
    case 'longAxisMm':
    case 'shortAxisMm':
      return linear(0, endFor(value, [12, 20, 40, 60, 100]));
    case 'volumeMm3': {
      const to = endFor(Math.max(value, 300), [600, 4000, 20000, 100000]);
      return { ...linear(0, to, VOLUMES), root: true };
    }
    case 'meanHu':
    case 'minHu':
    case 'maxHu':
      return linear(-1000, value > 90 ? 1000 : 100, [-500, 0]);
    case 'marginSharpnessHuPerMm':
      return linear(0, endFor(value, [200, 400, 800]));
    case 'lobulation':
      return linear(0, 1, [], [0, TRAIT_LIMITS.lobulation.no]);
    case 'spiculation':
      return linear(0, 1, [], [0, TRAIT_LIMITS.spiculation.no]);
    case 'pleuraDistanceMm':
      return linear(0, endFor(value, [30, 60, 100]), [], [0, TRAIT_LIMITS.nearPleuraMm]);
    case 'sdHu':
      return linear(0, endFor(value, [400, 800]));
    default:
      return linear(0, 1, [0.5]);
  }
}

/** Where a value stands on its line, 0..1, rounded to 1e-4 and held inside. */
export function placeOn(scale: Scale, value: number): number {
  const warp = (x: number): number => (scale.root ? Math.cbrt(x) : x);
  const t = (warp(value) - warp(scale.from)) / (warp(scale.to) - warp(scale.from));
  return Math.round(Math.min(1, Math.max(0, t)) * 1e4) / 1e4;
}
