import { StudioError } from '#domain/errors';
import type { Geometry } from '#domain/study';
import type { Vector } from '../dicom/read-instance.ts';
import { describeStack, type StackDescription } from './describe-stack.ts';
import type { Slice, SliceGroup } from './group-series.ts';
import { cross, plus, times } from './vector.ts';

/** A checked series, ready to be read: slices from the head end and what has to be turned round. */
export interface Stack {
  readonly slices: readonly Slice[];
  readonly geometry: Geometry;
  readonly flipColumns: boolean;
  readonly flipRows: boolean;
  readonly warnings: readonly string[];
}

const TILT_LIMIT_DEGREES = 1;
const IRREGULAR = 0.1;
/** Below a hundredth of the step an irregularity is rounding of the header and not worth a word. */
const ROUNDING = 0.01;
const AXIAL_COSINE = 0.8;

/** The places of a group's slices. @throws StudioError IMAGES_GEOMETRY, IMAGES_NO_HU, IMAGES_ORIENTATION, IMAGES_ONE_SLICE */
export function placeSlices(group: SliceGroup): StackDescription {
  const missing = missingFacts(group);
  if (missing !== null) throw new StudioError('IMAGES_GEOMETRY', { missing });
  const orientation = group.slices[0]!.facts.orientation!;
  const normal = cross(...orientation);
  if (Math.abs(normal[2]) < AXIAL_COSINE || Math.abs(orientation[0][0]) < AXIAL_COSINE)
    throw new StudioError('IMAGES_ORIENTATION', { plane: planeName(normal) });
  if (group.slices.length < 2) throw new StudioError('IMAGES_ONE_SLICE', { count: group.slices.length });
  if (!group.slices.every(({ facts, instance }) => facts.transform !== null && isHounsfield(instance.rescaleType)))
    throw new StudioError('IMAGES_NO_HU');
  return describeStack(
    group.slices.map(({ facts }) => facts.position!),
    orientation,
  );
}

/**
 * Turns a group whose copies were already dropped into a stack, or says why it cannot be one.
 * @throws StudioError IMAGES_TILT, IMAGES_DUPLICATE_POSITION, IMAGES_GAP, IMAGES_SPACING_IRREGULAR, and those of `placeSlices`
 */
export function buildStack(group: SliceGroup): Stack {
  const placed = placeSlices(group);
  refuseIrregular(placed);
  const slices = placed.order.map((index) => group.slices[index]!);
  const first = slices[0]!;
  const [row, column] = first.facts.orientation!;
  const { rows, columns } = first.instance.format!;
  const [betweenRows, betweenColumns] = first.facts.pixelSpacing!;
  // Image left is the patient's right (+x is the patient's left) and image top is the front (+y is the back).
  const flipColumns = row[0] < 0;
  const flipRows = column[1] < 0;
  const columnAxis = flipColumns ? times(row, -1) : row;
  const rowAxis = flipRows ? times(column, -1) : column;
  const corner = plus(
    plus(first.facts.position!, times(row, flipColumns ? (columns - 1) * betweenColumns : 0)),
    times(column, flipRows ? (rows - 1) * betweenRows : 0),
  );
  return {
    slices,
    flipColumns,
    flipRows,
    warnings: smallIrregularities(placed),
    geometry: {
      columns,
      rows,
      slices: slices.length,
      spacingMm: [betweenColumns, betweenRows, rounded(placed.spacingMm)],
      originMm: [...corner],
      columnAxis: plain(columnAxis),
      rowAxis: plain(rowAxis),
      sliceAxis: plain(placed.direction),
    },
  };
}

function refuseIrregular(placed: StackDescription): void {
  const { tiltDegrees, duplicates, gaps, distanceMm, spacingMm, offLineMm } = placed;
  if (tiltDegrees > TILT_LIMIT_DEGREES) throw new StudioError('IMAGES_TILT', { degrees: tiltDegrees.toFixed(1) });
  if (duplicates.length > 0)
    throw new StudioError('IMAGES_DUPLICATE_POSITION', {
      count: duplicates.reduce((sum, { length }) => sum + length, 0),
    });
  const gap = gaps[0];
  if (gap !== undefined)
    throw new StudioError('IMAGES_GAP', { after: gap.after, gapMm: gap.gapMm.toFixed(1), count: gaps.length });
  if (distanceMm[0] < spacingMm * (1 - IRREGULAR) || offLineMm > Math.max(1, spacingMm * IRREGULAR))
    throw new StudioError('IMAGES_SPACING_IRREGULAR', {
      minMm: distanceMm[0].toFixed(2),
      maxMm: distanceMm[1].toFixed(2),
    });
}

/** Stable keys; the numbers are for the log and the film's fine print. */
function smallIrregularities({ distanceMm, spacingMm, tiltDegrees }: StackDescription): string[] {
  const off = Math.max(distanceMm[1] - spacingMm, spacingMm - distanceMm[0]);
  const warnings: string[] = [];
  if (off > spacingMm * ROUNDING) warnings.push(`spacing-varies:${off.toFixed(2)}mm`);
  if (tiltDegrees > 0.1) warnings.push(`tilt-small:${tiltDegrees.toFixed(2)}deg`);
  return warnings;
}

function missingFacts(group: SliceGroup): string | null {
  const lacks = (test: (slice: Slice) => boolean): boolean => group.slices.some(test);
  if (lacks(({ facts }) => facts.position === null)) return 'ImagePositionPatient';
  if (lacks(({ facts }) => facts.orientation === null)) return 'ImageOrientationPatient';
  return lacks(({ facts }) => facts.pixelSpacing === null) ? 'PixelSpacing' : null;
}

/** Rescale types (PS3.3 C.11.1.1.2): HU, or US = unspecified, which for CT consoles means HU; others are other units. */
function isHounsfield(rescaleType: string): boolean {
  return ['', 'HU', 'US'].includes(rescaleType.toUpperCase());
}

function planeName(normal: Vector): string {
  const plane = [normal[0], normal[1], normal[2]].map(Math.abs);
  const largest = plane.indexOf(Math.max(...plane));
  return largest === 0 ? 'sagittal' : largest === 1 ? 'coronal' : 'oblique';
}

/** A micrometre is finer than any scanner; it takes away the noise of subtracting positions. */
function rounded(mm: number): number {
  return Math.round(mm * 1000) / 1000;
}

/** Without negative zeros, which JSON would lose. */
function plain(axis: Vector): [number, number, number] {
  return [axis[0] + 0, axis[1] + 0, axis[2] + 0];
}
