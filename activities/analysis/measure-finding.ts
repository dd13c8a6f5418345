import type { Finding } from '#domain/finding';
import { patientPoint } from '#domain/patient-point';
import { axesOf } from './axes.ts';
import { largestOutline, outlines, type SliceOutline } from './contour.ts';
import { type FindingContext, featuresOf } from './measure-features.ts';
import { patchPoint } from './patch.ts';
import { type Lesion, SOLID_HU } from './segment.ts';

/**
 * Measures a segmented lesion. Ids and ranks are given later, when all are known.
 * Null when no closed outline of a nodule's size remains on any native slice.
 */
export function measureFinding(
  lesion: Lesion,
  score: number,
  context: FindingContext,
): Omit<Finding, 'id' | 'rank'> | null {
  const { volume, geometry } = context;
  const [sx, sy] = volume.spacing;
  const shapes = outlines(volume, lesion.patch, lesion.mask, lesion.edgeHu);
  const key = largestOutline(shapes);
  if (!key) return null;
  const axes = axesOf(key.points, sx, sy);
  const solidShapes = lesion.type === 'part-solid' ? outlines(volume, lesion.patch, lesion.solid, SOLID_HU) : [];
  const centre = centroid(lesion);
  const voxel = centre.map((mm, axis) => mm / volume.spacing[axis]! - 0.5) as [number, number, number];
  const features = featuresOf(lesion, { shapes, key, axes, solidShapes, centre }, context);
  return {
    score: Math.round(score * 1000) / 1000,
    centreVoxel: roundTriple(voxel, 2),
    centreMm: roundTriple(patientPoint(geometry, voxel), 2),
    boxVoxel: boxOf(shapes),
    keySlice: key.slice,
    contours: shapes.map(({ slice, points }) => ({ slice, points: points.map(round2) })),
    solidContour: solidContourOf(lesion, solidShapes, key),
    longAxis: { from: round2(axes.long.from), to: round2(axes.long.to) },
    shortAxis: { from: round2(axes.short.from), to: round2(axes.short.to) },
    features,
  };
}

function solidContourOf(
  lesion: Lesion,
  solidShapes: readonly SliceOutline[],
  key: SliceOutline,
): [number, number][] | null {
  if (lesion.type === 'non-solid') return null;
  if (lesion.type === 'solid') return key.points.map(round2);
  return solidShapes.find(({ slice }) => slice === key.slice)?.points.map(round2) ?? null;
}

/** Centroid in mm from the volume's outer corner. */
function centroid(lesion: Lesion): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let i = 0; i < lesion.mask.length; i++) {
    if (lesion.mask[i] !== 1) continue;
    const point = patchPoint(lesion.patch, i);
    for (const axis of [0, 1, 2] as const) sum[axis] += point[axis];
    count++;
  }
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

function boxOf(shapes: readonly SliceOutline[]): Finding['boxVoxel'] {
  const xs = shapes.flatMap(({ points }) => points.map(([x]) => x));
  const ys = shapes.flatMap(({ points }) => points.map(([, y]) => y));
  const low = (values: number[]) => Math.floor(values.reduce((a, b) => Math.min(a, b)));
  const high = (values: number[]) => Math.ceil(values.reduce((a, b) => Math.max(a, b)));
  return {
    min: [low(xs), low(ys), shapes[0]!.slice],
    max: [high(xs), high(ys), shapes[shapes.length - 1]!.slice],
  };
}

const round2 = ([x, y]: readonly [number, number]): [number, number] => [
  Math.round(x * 100) / 100,
  Math.round(y * 100) / 100,
];

function roundTriple(values: readonly [number, number, number], digits: number): [number, number, number] {
  const scale = 10 ** digits;
  return values.map((value) => Math.round(value * scale) / scale) as [number, number, number];
}
