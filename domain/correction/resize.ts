import { StudioError } from '../errors.ts';
import type { Features, Finding } from '../finding.ts';
import type { Geometry } from '../study.ts';
import { ellipseOf, followAxes, lengthMm, roundMm, tidyAxes, tiltDegrees } from './axes.ts';
import { type Hand, setByHand } from './by-hand.ts';
import type { AxesCorrection, AxisLine, AxisPair } from './correction.ts';

type Spacing = readonly [number, number];
/** Shorter is no measure; steeper is not the perpendicular diameter that the rules ask for. */
const LEAST_MM = 1;
const TILT_DEGREES = 12;

const refuse = (finding: string, why: string): never => {
  throw new StudioError('CORRECTION_INVALID', { finding, why });
};

export const inPlane = (geometry: Geometry): Spacing => [geometry.spacingMm[0], geometry.spacingMm[1]];

/** Axes in order: the longer one long, ends in the image, at right angles. @throws StudioError CORRECTION_INVALID */
export function checkedAxes(axes: AxisPair, geometry: Geometry, finding: string): AxisPair {
  const spacing = inPlane(geometry);
  const tidy = tidyAxes(axes, spacing);
  if (tidy.slice >= geometry.slices) refuse(finding, 'slice');
  const ends = [tidy.longAxis.from, tidy.longAxis.to, tidy.shortAxis.from, tidy.shortAxis.to];
  if (ends.some(([x, y]) => x < 0 || y < 0 || x > geometry.columns - 1 || y > geometry.rows - 1))
    refuse(finding, 'outside the image');
  if (lengthMm(tidy.shortAxis, spacing) < LEAST_MM) refuse(finding, `below ${LEAST_MM} mm`);
  if (tiltDegrees(tidy, spacing) > TILT_DEGREES) refuse(finding, 'axes not at right angles');
  return { slice: tidy.slice, longAxis: tidy.longAxis, shortAxis: tidy.shortAxis };
}

type Lines = Pick<AxisPair, 'longAxis' | 'shortAxis'>;

/** The two diameters as numbers, to 0.1 mm; the mean by the engine's own rule. */
export function diametersOf(axes: Lines, spacing: Spacing) {
  const longMm = roundMm(lengthMm(axes.longAxis, spacing));
  const shortMm = roundMm(lengthMm(axes.shortAxis, spacing));
  return { longMm, shortMm, meanMm: roundMm((longMm + shortMm) / 2) };
}

/** As `diametersOf`; an axis that was turned but not stretched keeps its number, which the engine took before its ends were rounded. */
function newDiameters(finding: Finding, axes: Lines, spacing: Spacing) {
  const fresh = diametersOf(axes, spacing);
  const { longAxisMm, shortAxisMm } = finding.features;
  const kept = (was: AxisLine, is: AxisLine) => Math.abs(lengthMm(was, spacing) - lengthMm(is, spacing)) < 0.02;
  const longMm = kept(finding.longAxis, axes.longAxis) ? longAxisMm.value : fresh.longMm;
  const shortMm = kept(finding.shortAxis, axes.shortAxis) ? shortAxisMm.value : fresh.shortMm;
  return { longMm, shortMm, meanMm: roundMm((longMm + shortMm) / 2) };
}

/** Ends are kept to 0.01 voxel: what differs by less was not moved. */
const sameLine = (a: AxisLine, b: AxisLine): boolean =>
  [0, 1].every((i) => Math.abs(a.from[i]! - b.from[i]!) < 0.006 && Math.abs(a.to[i]! - b.to[i]!) < 0.006);

/**
 * A finding with its axes drawn anew. What hangs on them changes and nothing else: both diameters, their mean, the volume, the outline on that
 * slice and the box; for a solid nodule also the size of its solid part, which is the whole. The volume is the engine's, scaled by the area that
 * the two axes span: the third dimension was not measured by hand and stays as it was. Density, shape and margin stay the engine's.
 * @throws StudioError CORRECTION_INVALID
 */
export function resize(finding: Finding, correction: AxesCorrection, geometry: Geometry, hand: Hand): Finding {
  const spacing = inPlane(geometry);
  const axes = checkedAxes(correction, geometry, finding.id);
  if (isAsBefore(finding, axes)) return finding;
  const outline = outlineFor(finding, correction, axes, spacing);
  requireNear(finding, axes);
  const contours = [
    ...finding.contours.filter(({ slice }) => slice !== axes.slice),
    { slice: axes.slice, points: outline },
  ].sort((a, b) => a.slice - b.slice);
  return {
    ...finding,
    keySlice: axes.slice,
    longAxis: axes.longAxis,
    shortAxis: axes.shortAxis,
    contours,
    solidContour: solidOutline(finding, axes, outline),
    boxVoxel: boxOf(contours),
    features: resized(finding.features, newDiameters(finding, axes, spacing), hand),
  };
}

function isAsBefore(finding: Finding, axes: AxisPair): boolean {
  return (
    axes.slice === finding.keySlice &&
    sameLine(axes.longAxis, finding.longAxis) &&
    sameLine(axes.shortAxis, finding.shortAxis)
  );
}

/** Axes somewhere else are another finding. */
function requireNear(finding: Finding, axes: AxisPair): void {
  const { min, max } = finding.boxVoxel;
  const middle = [0, 1].map((i) => (axes.longAxis.from[i]! + axes.longAxis.to[i]!) / 2);
  const far = middle.some((at, i) => at < 2 * min[i]! - max[i]! - 4 || at > 2 * max[i]! - min[i]! + 4);
  const off = Math.max(min[2] - axes.slice, axes.slice - max[2]);
  if (far || off > Math.max(2, max[2] - min[2])) refuse(finding.id, 'not at this finding: add one instead');
}

/** On its own slice the outline goes with the axes as they were dragged; on another one it is the ellipse that they span. */
function outlineFor(finding: Finding, dragged: AxisPair, axes: AxisPair, spacing: Spacing): [number, number][] {
  const known = finding.contours.find(({ slice }) => slice === axes.slice);
  if (!known || axes.slice !== finding.keySlice) return ellipseOf(axes, spacing);
  return followAxes(known.points, finding, dragged, spacing);
}

function solidOutline(finding: Finding, axes: AxisPair, outline: [number, number][]): Finding['solidContour'] {
  if (finding.features.type.value === 'solid') return outline;
  return axes.slice === finding.keySlice ? finding.solidContour : null;
}

/** The smallest box of whole voxels round all outlines. */
export function boxOf(contours: Finding['contours']): Finding['boxVoxel'] {
  const points = contours.flatMap((contour) => contour.points);
  const low = (i: 0 | 1) => Math.floor(points.reduce((least, point) => Math.min(least, point[i]), Infinity));
  const high = (i: 0 | 1) => Math.ceil(points.reduce((most, point) => Math.max(most, point[i]), -Infinity));
  const slices = contours.map(({ slice }) => slice);
  return { min: [low(0), low(1), Math.min(...slices)], max: [high(0), high(1), Math.max(...slices)] };
}

function resized(before: Features, { longMm, shortMm, meanMm }: ReturnType<typeof diametersOf>, hand: Hand): Features {
  const area = (longMm * shortMm) / (before.longAxisMm.value * before.shortAxisMm.value || 1);
  const set = <K extends 'longAxisMm' | 'shortAxisMm' | 'meanDiameterMm' | 'volumeMm3' | 'solidDiameterMm'>(
    features: Features,
    key: K,
    value: number,
    rule: string,
    method: string,
  ) => setByHand(features, key, value, { hand, rule, method });
  let after = set(before, 'longAxisMm', longMm, 'long-axis-by-hand', 'drawn by hand on the slice');
  after = set(after, 'shortAxisMm', shortMm, 'short-axis-by-hand', 'drawn by hand, perpendicular to the long axis');
  after = set(after, 'meanDiameterMm', meanMm, 'mean-diameter', 'mean of long and short axis drawn by hand');
  const volume = Math.round(before.volumeMm3.value * area);
  const scaled = 'volume of the engine scaled by the area of the axes drawn by hand; extent along the body as measured';
  after = set(after, 'volumeMm3', volume, 'volume-scaled-by-axes', scaled);
  const whole = before.type.value === 'solid';
  if (whole) return set(after, 'solidDiameterMm', meanMm, 'solid-is-whole', 'equal to the mean diameter: all is solid');
  // A part cannot be larger than the whole.
  const part = Math.min(before.solidDiameterMm.value, longMm);
  return set(after, 'solidDiameterMm', part, 'solid-within-whole', 'no larger than the long axis drawn by hand');
}
