import { createHash } from 'node:crypto';
import type { FrameFacts, Instance } from '../dicom/read-instance.ts';
import { describeStack } from './describe-stack.ts';

/** One frame of one file: a slice of a series. */
export interface Slice {
  readonly instance: Instance;
  readonly frame: number;
  readonly facts: FrameFacts;
}

/** Slices that belong together: one series, one orientation, one size. */
export interface SliceGroup {
  readonly slices: readonly Slice[];
  /** Orders groups the same way in every run without showing the series' identifier. */
  readonly sortKey: string;
}

/**
 * Groups slices by series, orientation, size and pixel spacing (a localizer often shares its series' identifier). A group whose places are
 * all taken several times over is split into its phases or reconstructions, when the header tells them apart. Largest group first.
 */
export function groupSeries(instances: readonly Instance[]): SliceGroup[] {
  const groups = new Map<string, Slice[][]>();
  for (const instance of instances)
    for (const [frame, facts] of instance.frames.entries()) {
      const key = groupKey(instance, facts);
      const planes = groups.get(key) ?? [];
      groups.set(key, planes);
      const plane = planes.find(([first]) => samePlane(first!.facts, facts));
      if (plane === undefined) planes.push([{ instance, frame, facts }]);
      else plane.push({ instance, frame, facts });
    }
  return [...groups]
    .flatMap(([key, planes]) => planes.flatMap((slices) => splitPhases(`${key}${planeKey(slices)}`, slices)))
    .map(([key, slices]) => ({ slices, sortKey: createHash('sha256').update(key).digest('hex') }))
    .sort((a, b) => b.slices.length - a.slices.length || (a.sortKey < b.sortKey ? -1 : 1));
}

function groupKey(instance: Instance, facts: FrameFacts): string {
  return JSON.stringify([
    instance.seriesUid,
    instance.modality,
    instance.sopClass,
    instance.format?.rows ?? 0,
    instance.format?.columns ?? 0,
    facts.localizer,
  ]);
}

const ORIENTATION_TOLERANCE = 2e-3;
const SPACING_TOLERANCE = 1e-3;

/** Same orientation and pixel spacing. Compared, not rounded: a value at the edge of rounding would tear a series in two. */
function samePlane(a: FrameFacts, b: FrameFacts): boolean {
  return (
    near(a.orientation?.flat(), b.orientation?.flat(), ORIENTATION_TOLERANCE) &&
    near(a.pixelSpacing ?? undefined, b.pixelSpacing ?? undefined, SPACING_TOLERANCE)
  );
}

function near(a: readonly number[] | undefined, b: readonly number[] | undefined, tolerance: number): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.every((value, at) => Math.abs(value - b[at]!) <= tolerance);
}

/** Coarse on purpose: it only has to order planes of one series alike in every run. */
function planeKey(slices: readonly Slice[]): string {
  const { orientation, pixelSpacing } = slices[0]!.facts;
  return [...(orientation?.flat() ?? []), ...(pixelSpacing ?? [])].map((value) => (value + 0).toFixed(1)).join();
}

function splitPhases(key: string, slices: Slice[]): [string, Slice[]][] {
  if (!hasDuplicates(slices)) return [[key, slices]];
  const phases = new Map<string, Slice[]>();
  for (const slice of slices) phases.set(slice.instance.phase, [...(phases.get(slice.instance.phase) ?? []), slice]);
  const clean = phases.size > 1 && [...phases.values()].every((phase) => phase.length > 1 && !hasDuplicates(phase));
  return clean ? [...phases].map(([phase, members]) => [`${key}${phase}`, members]) : [[key, slices]];
}

function hasDuplicates(slices: readonly Slice[]): boolean {
  const orientation = slices[0]?.facts.orientation;
  const positions = slices.flatMap(({ facts }) => (facts.position === null ? [] : [facts.position]));
  return orientation != null && describeStack(positions, orientation).duplicates.length > 0;
}
