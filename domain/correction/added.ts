import type { Analysis } from '../analysis.ts';
import { StudioError } from '../errors.ts';
import { type Features, type Finding, NOT_MEASURED } from '../finding.ts';
import { patientPoint } from '../patient-point.ts';
import type { Geometry } from '../study.ts';
import { ellipseOf } from './axes.ts';
import { type Hand, handSource, sideOf } from './by-hand.ts';
import type { AddCorrection, AxisPair } from './correction.ts';
import { boxOf, checkedAxes, diametersOf, inPlane } from './resize.ts';
import { shareOf } from './retype.ts';

/** One slice as numbers: Hounsfield units and the lungs (0 outside, 1 right, 2 left), row by row. */
export interface SlicePixels {
  readonly hu: Int16Array;
  readonly lung: Uint8Array;
}

/** Nearer than this to the border of the lung a nodule counts as juxtapleural, mm: as the engine has it. */
const TOUCHING_MM = 1.5;
/** Calcium without contrast medium, and with it, HU: as the engine has it. */
const CALCIUM_HU = { plain: 200, contrast: 320 } as const;
/** From here to the pleura is not looked further, mm. */
const REACH_MM = 60;

/**
 * A finding that a physician adds: two axes on a slice, its type and lobe. Diameters and volume (an ellipsoid whose third diameter is the mean of
 * the two) follow from the axes, density from the pixels inside the ellipse on that slice, the way to the pleura from the lungs in that slice. What
 * only a segmented volume tells (margin, lobulation, spicules, fat) is marked as not measured, and neither script nor film speak of it.
 * @throws StudioError CORRECTION_INVALID
 */
export function findingByHand(
  analysis: Analysis,
  correction: AddCorrection,
  pixels: SlicePixels,
  hand: Hand,
  name: { readonly id: string; readonly rank: number },
): Finding {
  const { geometry } = analysis.study;
  const axes = checkedAxes(correction, geometry, name.id);
  const contours = [{ slice: axes.slice, points: ellipseOf(axes, inPlane(geometry)) }];
  const middle = (i: 0 | 1) => round2((axes.longAxis.from[i] + axes.longAxis.to[i]) / 2);
  const centreVoxel: [number, number, number] = [middle(0), middle(1), axes.slice];
  const [x, y, z] = patientPoint(geometry, centreVoxel);
  return {
    ...name,
    score: 1,
    centreVoxel,
    centreMm: [round2(x), round2(y), round2(z)],
    boxVoxel: boxOf(contours),
    keySlice: axes.slice,
    contours,
    solidContour: correction.type === 'solid' ? contours[0]!.points : null,
    longAxis: axes.longAxis,
    shortAxis: axes.shortAxis,
    features: featuresByHand(analysis, correction, axes, pixels, hand, name.id),
  };
}

const round2 = (value: number): number => Math.round(value * 100) / 100;

function featuresByHand(
  analysis: Analysis,
  correction: AddCorrection,
  axes: AxisPair,
  pixels: SlicePixels,
  hand: Hand,
  id: string,
): Features {
  const { geometry, acquisition } = analysis.study;
  const measured = <T>(value: T, unit: string, rule: string, method: string) => ({
    value,
    unit,
    method,
    source: handSource(hand, rule),
    certainty: null,
  });
  const open = <T>(value: T, unit: string) => measured(value, unit, NOT_MEASURED, 'not measured by hand');
  const { longMm, shortMm, meanMm } = diametersOf(axes, inPlane(geometry));
  const hu = huInside(axes, pixels, geometry);
  if (hu === null) throw new StudioError('CORRECTION_INVALID', { finding: id, why: 'no pixel inside' });
  const pleura = pleuraInPlane(axes, pixels.lung, geometry);
  const solid = solidPart(correction, meanMm, longMm, id);
  const inside = `of the pixels inside the ellipse on one slice (${hu.count})`;
  const calcium = hu.max >= (acquisition.contrast ? CALCIUM_HU.contrast : CALCIUM_HU.plain);
  return {
    longAxisMm: measured(longMm, 'mm', 'long-axis-by-hand', 'drawn by hand on the slice'),
    shortAxisMm: measured(shortMm, 'mm', 'short-axis-by-hand', 'drawn by hand, perpendicular to the long axis'),
    meanDiameterMm: measured(meanMm, 'mm', 'mean-diameter', 'mean of long and short axis drawn by hand'),
    volumeMm3: measured(
      Math.round((Math.PI / 6) * longMm * shortMm * meanMm),
      'mm3',
      'ellipsoid-by-axes',
      'ellipsoid of the two axes drawn by hand, the third taken as their mean',
    ),
    meanHu: measured(hu.mean, 'HU', 'hu-ellipse', `mean ${inside}`),
    minHu: measured(hu.min, 'HU', 'hu-ellipse', `lowest ${inside}`),
    maxHu: measured(hu.max, 'HU', 'hu-ellipse', `highest ${inside}`),
    sdHu: measured(hu.sd, 'HU', 'hu-ellipse', `standard deviation ${inside}`),
    type: measured(correction.type, '', 'type-by-hand', 'judged by eye'),
    solidFraction: measured(solid.fraction, '1', solid.rule, 'estimated from the two diameters: cube of their ratio'),
    solidDiameterMm: measured(solid.diameter, 'mm', solid.rule, 'mean diameter of the solid part, by hand'),
    sphericity: open(1, '1'),
    marginSharpnessHuPerMm: open(0, 'HU/mm'),
    lobulation: open(0, '1'),
    spiculation: open(0, '1'),
    // Only the patterns of a benign nodule lower a class, and no pattern can be told on one slice.
    calcification: measured(
      calcium ? ('eccentric' as const) : ('none' as const),
      '',
      'calcium-ellipse',
      `brightest pixel inside the ellipse against ${acquisition.contrast ? CALCIUM_HU.contrast : CALCIUM_HU.plain} HU; no pattern told`,
    ),
    fat: open(false, ''),
    pleuraDistanceMm: measured(
      pleura,
      'mm',
      'lung-border-in-plane',
      'shortest way to the border of the lung in the slice',
    ),
    juxtapleural: measured(
      pleura <= TOUCHING_MM,
      '',
      'lung-border-in-plane',
      `at most ${TOUCHING_MM} mm from the border of the lung in the slice`,
    ),
    side: measured(sideOf(correction.lobe), '', 'side-of-lobe', 'side of the lobe given by hand'),
    lobe: measured(correction.lobe, '', 'lobe-by-hand', 'judged by eye against the fissures'),
    zone: measured(zoneOf(analysis, axes.slice), '', 'height-thirds', 'third of the height of the lungs'),
  };
}

function solidPart(correction: AddCorrection, meanMm: number, longMm: number, finding: string) {
  if (correction.type === 'solid') return { fraction: 1, diameter: meanMm, rule: 'solid-is-whole' };
  if (correction.type === 'non-solid') return { fraction: 0, diameter: 0, rule: 'no-solid-part' };
  const part = Math.round((correction.solidDiameterMm ?? 0) * 10) / 10;
  if (part <= 0 || part >= longMm) throw new StudioError('CORRECTION_INVALID', { finding, why: 'solid part' });
  return { fraction: shareOf(part, meanMm), diameter: part, rule: 'solid-diameter-by-hand' };
}

function zoneOf({ lungs }: Analysis, slice: number): Features['zone']['value'] {
  const down = (slice - lungs.firstSlice) / Math.max(1, lungs.lastSlice - lungs.firstSlice);
  return down < 1 / 3 ? 'upper' : down < 2 / 3 ? 'middle' : 'lower';
}

/** Statistics of the pixels whose centres lie inside the ellipse; null where it holds none. */
function huInside(axes: AxisPair, { hu }: SlicePixels, geometry: Geometry) {
  const values: number[] = [];
  for (const [x, y] of pixelsInside(axes, geometry)) values.push(hu[y * geometry.columns + x]!);
  if (values.length === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return {
    count: values.length,
    mean: Math.round(mean),
    min: values.reduce((a, b) => Math.min(a, b)),
    max: values.reduce((a, b) => Math.max(a, b)),
    sd: Math.round(Math.sqrt(variance)),
  };
}

function* pixelsInside(axes: AxisPair, geometry: Geometry): Generator<[number, number]> {
  const [sx, sy] = inPlane(geometry);
  const outline = ellipseOf(axes, [sx, sy]);
  const { min, max } = boxOf([{ slice: axes.slice, points: outline }]);
  for (let y = Math.max(0, min[1]); y <= Math.min(geometry.rows - 1, max[1]); y++)
    for (let x = Math.max(0, min[0]); x <= Math.min(geometry.columns - 1, max[0]); x++)
      if (isInside(outline, x, y)) yield [x, y];
}

function isInside(outline: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let inside = false;
  outline.forEach((a, i) => {
    const b = outline[(i + 1) % outline.length]!;
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  });
  return inside;
}

/** Shortest way from the ellipse to a pixel outside the lungs, mm to 0.1, in the slice; at most `REACH_MM`. */
function pleuraInPlane(axes: AxisPair, lung: Uint8Array, geometry: Geometry): number {
  const [sx, sy] = inPlane(geometry);
  const own = new Set<number>();
  for (const [x, y] of pixelsInside(axes, geometry)) own.add(y * geometry.columns + x);
  const edge = ellipseOf(axes, [sx, sy], 24);
  let best = REACH_MM;
  for (const [ex, ey] of edge) {
    const [rx, ry] = [Math.ceil(best / sx), Math.ceil(best / sy)];
    for (let y = Math.max(0, Math.floor(ey - ry)); y <= Math.min(geometry.rows - 1, ey + ry); y++)
      for (let x = Math.max(0, Math.floor(ex - rx)); x <= Math.min(geometry.columns - 1, ex + rx); x++) {
        const i = y * geometry.columns + x;
        if (lung[i] !== 0 || own.has(i)) continue;
        best = Math.min(best, Math.hypot((x - ex) * sx, (y - ey) * sy));
      }
  }
  return Math.round(best * 10) / 10;
}
