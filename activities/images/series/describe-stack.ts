import type { Vector } from '../dicom/read-instance.ts';
import { cross, dot, length, minus, plus, times } from './vector.ts';

/** A pause in the stack that the usual distance does not explain. */
export interface Gap {
  /** Number of the slice before the gap, head end first, from 1. */
  readonly after: number;
  readonly gapMm: number;
}

/** How the slices of one orientation lie behind one another. */
export interface StackDescription {
  /** Indexes into the given positions, head end first. */
  readonly order: readonly number[];
  /** Median distance of neighbours along the normal, mm; 0 for a single place. */
  readonly spacingMm: number;
  /** Unit vector from the first slice of `order` to the last (the normal when there is only one place). */
  readonly direction: Vector;
  /** Angle between `direction` and the image normal. */
  readonly tiltDegrees: number;
  /** Groups of slices (given indexes) that lie in one place. */
  readonly duplicates: readonly (readonly number[])[];
  readonly gaps: readonly Gap[];
  /** Smallest and largest distance of neighbours, mm. */
  readonly distanceMm: readonly [number, number];
  /** Largest sideways step of a slice off the straight line through the stack, mm. */
  readonly offLineMm: number;
}

const SAME_PLACE_MM = 0.01;
const GAP_FACTOR = 1.1;

/**
 * Sorts slices by their position projected on the image normal, never by file name or instance number, and measures what is irregular.
 * Distances come from positions; SliceThickness is how thick the X-ray slice was and says nothing of the step.
 * @param orientation row and column direction cosines of the series
 */
export function describeStack(positions: readonly Vector[], orientation: readonly [Vector, Vector]): StackDescription {
  const normal = headward(cross(orientation[0], orientation[1]));
  const along = positions.map((position) => dot(position, normal));
  const order = positions.map((_, index) => index).sort((a, b) => along[b]! - along[a]! || a - b);
  const places: number[][] = [];
  for (const index of order) {
    const last = places.at(-1);
    if (last !== undefined && along[last[0]!]! - along[index]! < SAME_PLACE_MM) last.push(index);
    else places.push([index]);
  }
  const firsts = places.map((place) => place[0]!);
  const distances = firsts.slice(1).map((index, at) => along[firsts[at]!]! - along[index]!);
  const spacingMm = median(distances);
  const whole = firsts.length > 1 ? minus(positions[firsts.at(-1)!]!, positions[firsts[0]!]!) : times(normal, -1);
  const direction = times(whole, 1 / length(whole));
  return {
    order,
    spacingMm,
    direction,
    tiltDegrees: (Math.acos(Math.min(1, Math.abs(dot(direction, normal)))) * 180) / Math.PI,
    duplicates: places.filter((place) => place.length > 1),
    gaps: distances.flatMap((gapMm, at) => (gapMm > spacingMm * GAP_FACTOR ? [{ after: at + 1, gapMm }] : [])),
    distanceMm: distances.length === 0 ? [0, 0] : [Math.min(...distances), Math.max(...distances)],
    offLineMm: offLine(
      firsts.map((index) => positions[index]!),
      direction,
      normal,
    ),
  };
}

/** The normal that points to the head (+z in DICOM's LPS); for upright planes the one that points to the larger of the other axes. */
function headward(normal: Vector): Vector {
  const leading = Math.abs(normal[2]) > 1e-6 ? normal[2] : normal[1] + normal[0];
  return leading < 0 ? times(normal, -1) : normal;
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function offLine(positions: readonly Vector[], direction: Vector, normal: Vector): number {
  const start = positions[0];
  if (start === undefined || Math.abs(dot(direction, normal)) < 1e-6) return 0;
  let worst = 0;
  for (const position of positions) {
    const steps = dot(minus(position, start), normal) / dot(direction, normal);
    worst = Math.max(worst, length(minus(position, plus(start, times(direction, steps)))));
  }
  return worst;
}
