import { type Finding, isMeasured } from './finding.ts';

/**
 * Where a measured index becomes a word. Below `no` the sign is absent, from `yes` it is present; between them the film says nothing,
 * because the measurement does not decide. Indices run 0..1 (see `Features`). House rule, not a published cut-off.
 */
export const TRAIT_LIMITS = {
  spiculation: { no: 0.2, yes: 0.4 },
  lobulation: { no: 0.2, yes: 0.4 },
  /** mm from the pleura that still count as near it: the reach within which Lung-RADS v2022 looks at juxtapleural nodules. */
  nearPleuraMm: 10,
  /** Lung-RADS and Fleischner speak of a mass above 30 mm. */
  massMm: 30,
} as const;

export type Sign = 'yes' | 'no' | 'open';

/** The words that a nodule's measurements bear out. */
export interface Traits {
  readonly spiculated: Sign;
  readonly lobulated: Sign;
  /** Neither spiculated nor lobulated. */
  readonly smooth: Sign;
  readonly calcified: Sign;
  readonly fat: Sign;
  readonly touchesPleura: boolean;
  readonly nearPleura: boolean;
  readonly mass: boolean;
  /** Seen on at least three slices, so "above and below" is true. */
  readonly onSeveralSlices: boolean;
}

const sign = (value: number, limits: { no: number; yes: number }): Sign =>
  value < limits.no ? 'no' : value >= limits.yes ? 'yes' : 'open';

export function traitsOf(finding: Finding): Traits {
  const f = finding.features;
  const spiculated = isMeasured(f.spiculation) ? sign(f.spiculation.value, TRAIT_LIMITS.spiculation) : 'open';
  const lobulated = isMeasured(f.lobulation) ? sign(f.lobulation.value, TRAIT_LIMITS.lobulation) : 'open';
  const smooth =
    spiculated === 'no' && lobulated === 'no' ? 'yes' : spiculated === 'yes' || lobulated === 'yes' ? 'no' : 'open';
  return {
    spiculated,
    lobulated,
    smooth,
    calcified: f.calcification.value === 'none' ? 'no' : 'yes',
    fat: isMeasured(f.fat) ? (f.fat.value ? 'yes' : 'no') : 'open',
    touchesPleura: f.juxtapleural.value,
    nearPleura: f.juxtapleural.value || f.pleuraDistanceMm.value <= TRAIT_LIMITS.nearPleuraMm,
    mass: f.meanDiameterMm.value > TRAIT_LIMITS.massMm,
    onSeveralSlices: new Set(finding.contours.map((contour) => contour.slice)).size >= 3,
  };
}
