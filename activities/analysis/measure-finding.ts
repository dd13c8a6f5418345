import type { Features, Finding } from '#domain/finding';
import type { Geometry } from '#domain/study';
import { type Axes, axesOf } from './axes.ts';
import { outlines, type SliceOutline } from './contour.ts';
import type { HuVolume } from './grid.ts';
import { partialVolume, solidVolume } from './lesion-volume.ts';
import { locate } from './location.ts';
import type { Lungs } from './lungs.ts';
import { type Measurer, measuredNumber, measuredWord } from './measured.ts';
import { patchPoint } from './patch.ts';
import { pleuraDistance } from './pleura.ts';
import { type Lesion, SOLID_HU } from './segment.ts';
import { lobulationOf, marginSharpness, sphericityOf, spiculationOf } from './surface.ts';
import { calcificationOf, hasFat, huStatistics } from './texture.ts';

export interface FindingContext {
  readonly volume: HuVolume;
  readonly geometry: Geometry;
  readonly lungs: Lungs;
  readonly contrast: boolean | null;
  readonly by: Measurer;
}

/** Nearer than this to the border of the lung a nodule counts as juxtapleural, mm. */
const TOUCHING_MM = 1.5;

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
  const key = largestOf(shapes);
  if (!key) return null;
  const axes = axesOf(key.points, sx, sy);
  const solidShapes = lesion.type === 'part-solid' ? outlines(volume, lesion.patch, lesion.solid, SOLID_HU) : [];
  const centre = centroid(lesion);
  const voxel = centre.map((mm, axis) => mm / volume.spacing[axis]! - 0.5) as [number, number, number];
  const features = featuresOf(lesion, shapes, key, axes, solidShapes, centre, context);
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

function featuresOf(
  lesion: Lesion,
  shapes: readonly SliceOutline[],
  key: SliceOutline,
  axes: Axes,
  solidShapes: readonly SliceOutline[],
  centre: readonly [number, number, number],
  context: FindingContext,
): Features {
  const { volume, lungs, contrast, by } = context;
  const number = (value: number, digits: number, unit: string, rule: string, method: string, certainty?: number) =>
    measuredNumber(by, value, digits, unit, rule, method, certainty ?? null);
  const word = <T>(value: T, rule: string, method: string, certainty?: number) =>
    measuredWord(by, value, rule, method, certainty ?? null);
  const hu = huStatistics(volume, lesion);
  const inset = `native voxels at least ${hu.insetMm} mm inside the surface (${hu.voxels})`;
  const long = Math.round(axes.long.mm * 10) / 10;
  const short = Math.round(axes.short.mm * 10) / 10;
  const mm3 = partialVolume(lesion, volume.spacing[0], volume.spacing[2]);
  const solid = solidMeasure(lesion, solidShapes, (long + short) / 2, mm3, volume);
  const pleura = pleuraDistance(lesion, lungs, centre);
  const voxel = lungs.hu.spacing.map((step, axis) => centre[axis]! / step - 0.5 - lungs.box.min[axis]!);
  const place = locate(lungs.closed, labelNear(lungs, voxel), voxel as [number, number, number]);
  const slices = `${shapes.length} slice${shapes.length === 1 ? '' : 's'}`;
  return {
    longAxisMm: number(
      long,
      1,
      'mm',
      'long-axis',
      'largest diameter of the outline on the slice with the largest section',
    ),
    shortAxisMm: number(short, 1, 'mm', 'short-axis', 'longest chord perpendicular to the long axis, same slice'),
    meanDiameterMm: number((long + short) / 2, 1, 'mm', 'mean-diameter', 'mean of long and short axis'),
    volumeMm3: number(mm3, 0, 'mm3', 'partial-volume', `voxels weighted by partial volume at the rim, ${slices}`),
    meanHu: number(hu.mean, 0, 'HU', 'hu-inset', `mean of ${inset}`),
    minHu: number(hu.min, 0, 'HU', 'hu-inset', `lowest of ${inset}`),
    maxHu: number(hu.max, 0, 'HU', 'hu-inset', `highest of ${inset}`),
    sdHu: number(hu.sd, 0, 'HU', 'hu-inset', `standard deviation of ${inset}`),
    type: word(
      lesion.type,
      'halo-share',
      'solid core against a halo wider than edge blur explains',
      typeCertainty(lesion),
    ),
    solidFraction: number(
      solid.fraction,
      3,
      '1',
      'solid-share',
      'solid volume over total volume, both weighted at the rim',
    ),
    solidDiameterMm: number(solid.diameter, 1, 'mm', 'solid-axes', solid.method),
    sphericity: number(sphericityOf(lesion), 2, '1', 'wadell', 'surface of the ball of equal volume over the surface'),
    marginSharpnessHuPerMm: number(
      marginSharpness(volume, key.slice, key.points),
      0,
      'HU/mm',
      'margin-slope',
      'median of the steepest fall along outward normals of the outline, in plane',
    ),
    lobulation: number(
      lobulationOf(key.points),
      2,
      '1',
      'hull-loss',
      'area lost against the convex hull of the outline, scaled',
    ),
    spiculation: number(
      spiculationOf(lesion),
      2,
      '1',
      'strand-count',
      'number of thin strands crossing a shell 1.4 to 2.6 mm outside',
    ),
    calcification: word(calcificationOf(volume, lesion, contrast), 'calcium-pattern', calciumMethod(contrast)),
    fat: word(hasFat(lesion), 'fat-range', 'connected part between -120 and -30 HU, 1.8 mm inside a solid lesion'),
    pleuraDistanceMm: number(
      pleura,
      1,
      'mm',
      'lung-border',
      'shortest way from the surface to the border of the closed lung; fissures not counted',
    ),
    juxtapleural: word(
      pleura <= TOUCHING_MM,
      'lung-border',
      `at most ${TOUCHING_MM} mm from the border of the closed lung`,
    ),
    side: word(place.side, 'lung-label', 'lung in which the centre lies', 0.99),
    lobe: word(
      place.lobe,
      'fissure-planes',
      'position against estimated fissure planes; fissures not segmented',
      place.lobeCertainty,
    ),
    zone: word(place.zone, 'height-thirds', 'third of the height of the lung', place.zoneCertainty),
  };
}

const calciumMethod = (contrast: boolean | null): string =>
  `pattern of voxels above ${contrast === true ? '320 HU (contrast medium given)' : '200 HU'} inside the rim`;

/** The wider apart halo share and its limit, the surer. */
function typeCertainty(lesion: Lesion): number {
  return Math.round(Math.min(0.97, 0.6 + 1.6 * Math.abs(lesion.haloShare - lesion.haloLimit)) * 100) / 100;
}

function solidMeasure(
  lesion: Lesion,
  shapes: readonly SliceOutline[],
  meanMm: number,
  mm3: number,
  volume: HuVolume,
): { fraction: number; diameter: number; method: string } {
  if (lesion.type === 'solid')
    return { fraction: 1, diameter: meanMm, method: 'equal to the mean diameter: all is solid' };
  const key = largestOf(shapes);
  if (lesion.type === 'non-solid' || !key) return { fraction: 0, diameter: 0, method: 'no solid part' };
  const axes = axesOf(key.points, volume.spacing[0], volume.spacing[1]);
  const solidMm3 = solidVolume(lesion, volume.spacing[0], volume.spacing[2]);
  return {
    fraction: Math.min(0.99, solidMm3 / Math.max(1, mm3)),
    diameter: (axes.long.mm + axes.short.mm) / 2,
    method: `mean of the two perpendicular diameters of the part above ${SOLID_HU} HU, slice with its largest section`,
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

function largestOf(shapes: readonly SliceOutline[]): SliceOutline | null {
  return shapes.reduce<SliceOutline | null>(
    (best, shape) => (!best || shape.areaMm2 > best.areaMm2 ? shape : best),
    null,
  );
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

function patientPoint(g: Geometry, voxel: readonly [number, number, number]): [number, number, number] {
  const along = (k: 0 | 1 | 2) =>
    g.originMm[k] +
    voxel[0] * g.spacingMm[0] * g.columnAxis[k] +
    voxel[1] * g.spacingMm[1] * g.rowAxis[k] +
    voxel[2] * g.spacingMm[2] * g.sliceAxis[k];
  return [along(0), along(1), along(2)];
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

function labelNear(lungs: Lungs, voxel: readonly number[]): number {
  const [nx, ny, nz] = lungs.closed.size;
  const at = (x: number, y: number, z: number) =>
    lungs.closed.data[
      (Math.max(0, Math.min(nz - 1, z)) * ny + Math.max(0, Math.min(ny - 1, y))) * nx + Math.max(0, Math.min(nx - 1, x))
    ]!;
  const [x, y, z] = voxel.map((value) => Math.round(value)) as [number, number, number];
  for (let reach = 0; reach < 12; reach++)
    for (const [dx, dy] of [
      [0, 0],
      [reach, 0],
      [-reach, 0],
      [0, reach],
      [0, -reach],
    ] as const) {
      const label = at(x + dx, y + dy, z);
      if (label !== 0) return label;
    }
  return x < nx / 2 ? 1 : 2;
}

const round2 = ([x, y]: readonly [number, number]): [number, number] => [
  Math.round(x * 100) / 100,
  Math.round(y * 100) / 100,
];

function roundTriple(values: readonly [number, number, number], digits: number): [number, number, number] {
  const scale = 10 ** digits;
  return values.map((value) => Math.round(value * scale) / scale) as [number, number, number];
}
