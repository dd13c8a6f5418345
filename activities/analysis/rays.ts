import type { HuVolume, MaskVolume } from './grid.ts';
import { trilinear } from './resample.ts';

/** Number of directions; even spacing on the sphere (Fibonacci lattice). */
const COUNT = 128;
const STEP_MM = 0.45;
/** A ray that runs this many typical radii before it leaves the bright region follows something long. */
const ESCAPE = 1.7;

const DIRECTIONS: readonly (readonly [number, number, number])[] = Array.from({ length: COUNT }, (_, i) => {
  const z = 1 - (2 * (i + 0.5)) / COUNT;
  const turn = i * Math.PI * (3 - Math.sqrt(5));
  const r = Math.sqrt(1 - z * z);
  return [r * Math.cos(turn), r * Math.sin(turn), z];
});

/** A point in mm from the outer corner of voxel (0,0,0). */
export type Point = readonly [number, number, number];

/** What is seen from inside a candidate, looking outward in all directions. */
export interface RayView {
  /** Middle of the points where rays leave the bright region into lung. */
  readonly centre: Point;
  /** Mean HU near the centre. */
  readonly innerHu: number;
  /** Half way between inside and lung: where "outside" begins. */
  readonly limitHu: number;
  /** Median distance to lung, mm. */
  readonly radiusMm: number;
  /** Spread of that distance: (75th - 25th percentile) / median. */
  readonly spread: number;
  /** Share of directions that leave into lung within 1.7 radii. */
  readonly intoLung: number;
  /** Share of directions that go on and on: vessels, walls, other lesions. */
  readonly escaping: number;
  /** Share of directions that meet the border of the closed lung first. */
  readonly intoWall: number;
}

/** Reads the closed lung mask at a point (mm, same corner as the volume): 0 outside. */
export type LungAt = (x: number, y: number, z: number) => number;

/** Makes `LungAt` for a mask that covers a box of a grid whose corner lies at `cornerMm`. */
export function lungReader(mask: MaskVolume, cornerMm: Point): LungAt {
  const [nx, ny, nz] = mask.size;
  const [sx, sy, sz] = mask.spacing;
  return (x, y, z) => {
    const i = Math.floor((x - cornerMm[0]) / sx);
    const j = Math.floor((y - cornerMm[1]) / sy);
    const k = Math.floor((z - cornerMm[2]) / sz);
    return i < 0 || j < 0 || k < 0 || i >= nx || j >= ny || k >= nz ? 0 : mask.data[(k * ny + j) * nx + i]!;
  };
}

/**
 * Looks outward from a candidate; moves the starting point to the middle of what it sees and looks again. "Outside" begins below
 * `limitHu`, by default half way between the inside and lung.
 * Null when it is not brighter than lung or mostly surrounded by something other than lung.
 */
export function lookAround(
  volume: HuVolume,
  lungAt: LungAt,
  start: Point,
  diameterMm: number,
  lungHu: number,
  limitHu?: number,
): RayView | null {
  let centre = start;
  let view: RayView | null = null;
  for (let round = 0; round < 3; round++) {
    view = look(volume, lungAt, centre, Math.max(3, diameterMm), lungHu, limitHu);
    if (view === null) return null;
    const moved = Math.hypot(view.centre[0] - centre[0], view.centre[1] - centre[1], view.centre[2] - centre[2]);
    if (moved < 0.25) break;
    centre = view.centre;
  }
  return view;
}

function look(
  volume: HuVolume,
  lungAt: LungAt,
  centre: Point,
  diameterMm: number,
  lungHu: number,
  limit?: number,
): RayView | null {
  const [sx, sy, sz] = volume.spacing;
  const hu = (x: number, y: number, z: number) => trilinear(volume, x / sx - 0.5, y / sy - 0.5, z / sz - 0.5);
  const innerHu = innerMean(hu, centre, Math.max(0.8, 0.18 * diameterMm));
  const limitHu = limit ?? (Math.min(innerHu, 50) + lungHu) / 2;
  if (innerHu - lungHu < 120) return null;
  const range = 1.4 * diameterMm + 3;
  const lengths: number[] = [];
  const sum = [0, 0, 0];
  let wall = 0;
  let far = 0;
  const hits: { r: number; d: readonly [number, number, number] }[] = [];
  for (const d of DIRECTIONS) {
    let last = innerHu;
    let end = 0;
    for (let r = STEP_MM; r <= range; r += STEP_MM) {
      const [x, y, z] = [centre[0] + r * d[0], centre[1] + r * d[1], centre[2] + r * d[2]];
      if (lungAt(x, y, z) === 0) {
        end = -1;
        break;
      }
      const value = hu(x, y, z);
      if (value < limitHu) {
        end = r - STEP_MM * (last <= limitHu ? 1 : (limitHu - value) / (last - value));
        break;
      }
      last = value;
    }
    if (end === -1) wall++;
    else if (end === 0) far++;
    else {
      lengths.push(end);
      hits.push({ r: end, d });
    }
  }
  if (lengths.length < COUNT * 0.3) return null;
  lengths.sort((a, b) => a - b);
  const at = (q: number) => lengths[Math.min(lengths.length - 1, Math.floor(q * lengths.length))]!;
  const radiusMm = at(0.5);
  let kept = 0;
  for (const { r, d } of hits) {
    if (r > ESCAPE * radiusMm) {
      far++;
      continue;
    }
    kept++;
    for (let k = 0; k < 3; k++) sum[k]! += r * d[k]!;
  }
  // Rays into wall or along vessels are one-sided: without them the mean still points away from them, so the shift is damped.
  const damp = kept / COUNT;
  return {
    centre: [
      centre[0] + (damp * sum[0]!) / kept,
      centre[1] + (damp * sum[1]!) / kept,
      centre[2] + (damp * sum[2]!) / kept,
    ],
    innerHu,
    limitHu,
    radiusMm,
    spread: (at(0.75) - at(0.25)) / radiusMm,
    intoLung: kept / COUNT,
    escaping: far / COUNT,
    intoWall: wall / COUNT,
  };
}

function innerMean(hu: (x: number, y: number, z: number) => number, centre: Point, radius: number): number {
  let sum = hu(centre[0], centre[1], centre[2]);
  let n = 1;
  for (let i = 0; i < COUNT; i += 5) {
    const d = DIRECTIONS[i]!;
    for (const share of [0.5, 1]) {
      sum += hu(
        centre[0] + radius * share * d[0],
        centre[1] + radius * share * d[1],
        centre[2] + radius * share * d[2],
      );
      n++;
    }
  }
  return sum / n;
}
