import type { Features } from '#domain/finding';
import type { Geometry } from '#domain/study';
import { type Axes, axesOf } from './axes.ts';
import { largestOutline, type SliceOutline } from './contour.ts';
import type { HuVolume } from './grid.ts';
import { partialVolume, solidVolume } from './lesion-volume.ts';
import { locate } from './location.ts';
import type { Lungs } from './lungs.ts';
import { type Measurer, measuredNumber, measuredWord } from './measured.ts';
import { pleuraDistance } from './pleura.ts';
import { type Lesion, SOLID_HU } from './segment.ts';
import { lobulationOf, marginSharpness, sphericityOf, spiculationOf } from './surface.ts';
import { calcificationOf, hasFat, huStatistics } from './texture.ts';

/** What measuring needs beside the lesion. */
export interface FindingContext {
  readonly volume: HuVolume;
  readonly geometry: Geometry;
  readonly lungs: Lungs;
  readonly contrast: boolean | null;
  readonly by: Measurer;
}

/** Nearer than this to the border of the lung a nodule counts as juxtapleural, mm. */
const TOUCHING_MM = 1.5;

/** A lesion's outlines on the native slices, and the axes on the slice with its largest section. */
export interface Outlined {
  readonly shapes: readonly SliceOutline[];
  readonly key: SliceOutline;
  readonly axes: Axes;
  readonly solidShapes: readonly SliceOutline[];
  /** mm from the volume's outer corner. */
  readonly centre: readonly [number, number, number];
}

/** Every feature of `Features`, each with unit, method, rule and, where the rule knows it, certainty. */
export function featuresOf(lesion: Lesion, outlined: Outlined, context: FindingContext): Features {
  const { shapes, key, axes, solidShapes, centre } = outlined;
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
      typeCertainty(lesion, volume.spacing[2]),
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

/** Slices further apart than this blur a small solid core into its ground glass, and the type with it. */
const THICK_SLICE_MM = 3;

/** The wider apart halo share and its limit, the surer. */
function typeCertainty(lesion: Lesion, sliceMm: number): number {
  const most = sliceMm > THICK_SLICE_MM ? 0.6 : 0.97;
  return Math.round(Math.min(most, 0.6 + 1.6 * Math.abs(lesion.haloShare - lesion.haloLimit)) * 100) / 100;
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
  const key = largestOutline(shapes);
  if (lesion.type === 'non-solid' || !key) return { fraction: 0, diameter: 0, method: 'no solid part' };
  const axes = axesOf(key.points, volume.spacing[0], volume.spacing[1]);
  const solidMm3 = solidVolume(lesion, volume.spacing[0], volume.spacing[2]);
  return {
    fraction: Math.min(0.99, solidMm3 / Math.max(1, mm3)),
    diameter: (axes.long.mm + axes.short.mm) / 2,
    method: `mean of the two perpendicular diameters of the part above ${SOLID_HU} HU, slice with its largest section`,
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
