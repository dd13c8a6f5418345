import type { Grid, HuVolume } from './grid.ts';
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
  /** Middle of the bright region, as far as the rays tell. */
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

/** How deep (mm) a point (mm, same corner as the volume) lies inside the closed lung: 0 outside. */
export type LungDepth = (x: number, y: number, z: number) => number;

/** Makes `LungDepth` from squared distances on a box of a grid whose corner lies at `cornerMm`. */
export function lungDepthReader(grid: Grid, depth2: Float32Array, cornerMm: Point): LungDepth {
  const [nx, ny, nz] = grid.size;
  const [sx, sy, sz] = grid.spacing;
  return (x, y, z) => {
    const i = Math.floor((x - cornerMm[0]) / sx);
    const j = Math.floor((y - cornerMm[1]) / sy);
    const k = Math.floor((z - cornerMm[2]) / sz);
    return i < 0 || j < 0 || k < 0 || i >= nx || j >= ny || k >= nz ? 0 : Math.sqrt(depth2[(k * ny + j) * nx + i]!);
  };
}

/** The outermost layer of the closed lung holds blurred wall and wall that closing flattened; what runs on within it is wall. */
const SKIN_MM = 3;

/**
 * Looks outward from a candidate; moves the starting point to the middle of what it sees and looks again. "Outside" begins below
 * `limitHu`, by default half way between the inside and lung.
 * Null when it is not brighter than lung or mostly surrounded by something other than lung.
 */
export function lookAround(
  volume: HuVolume,
  lungDepth: LungDepth,
  start: Point,
  diameterMm: number,
  lungHu: number,
  limitHu?: number,
): RayView | null {
  let centre = start;
  let view: RayView | null = null;
  for (let round = 0; round < 3; round++) {
    view = look(volume, lungDepth, centre, Math.max(3, diameterMm), lungHu, limitHu);
    if (view === null) return null;
    const moved = Math.hypot(view.centre[0] - centre[0], view.centre[1] - centre[1], view.centre[2] - centre[2]);
    if (moved < 0.25) break;
    centre = view.centre;
  }
  return view;
}

function look(
  volume: HuVolume,
  lungDepth: LungDepth,
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
  const ends = DIRECTIONS.map((d) => rayEnd(hu, lungDepth, centre, d, range, innerHu, limitHu));
  const lengths = ends.filter((end) => end > 0 && Number.isFinite(end)).sort((a, b) => a - b);
  if (lengths.length < COUNT * 0.3) return null;
  const at = (q: number) => lengths[Math.min(lengths.length - 1, Math.floor(q * lengths.length))]!;
  const radiusMm = at(0.5);
  const sum = [0, 0, 0];
  let wall = 0;
  let far = 0;
  let kept = 0;
  for (const [i, end] of ends.entries()) {
    const d = DIRECTIONS[i]!;
    const isLong = end > ESCAPE * radiusMm;
    if (end === INTO_WALL) wall++;
    else if (isLong) {
      const r = ESCAPE * radiusMm;
      if (lungDepth(centre[0] + r * d[0], centre[1] + r * d[1], centre[2] + r * d[2]) < SKIN_MM) wall++;
      else far++;
    } else kept++;
    // Wall and vessels count as typical radii, else the middle would drift away from them.
    const r = end === INTO_WALL || isLong ? radiusMm : end;
    for (let k = 0; k < 3; k++) sum[k]! += r * d[k]!;
  }
  const inner = lengths.filter((end) => end <= ESCAPE * radiusMm);
  const within = (q: number) => inner[Math.min(inner.length - 1, Math.floor(q * inner.length))]!;
  // Seen from a point off the middle of a ball by v, the mean of ray vectors is v / 3; two thirds of the way is stable for other shapes.
  const shift = (k: number) => (2 * sum[k]!) / COUNT;
  return {
    centre: [centre[0] + shift(0), centre[1] + shift(1), centre[2] + shift(2)],
    innerHu,
    limitHu,
    radiusMm,
    spread: (within(0.75) - within(0.25)) / radiusMm,
    intoLung: kept / COUNT,
    escaping: far / COUNT,
    intoWall: wall / COUNT,
  };
}

const INTO_WALL = -1;

/** Distance (mm) at which a ray leaves the bright region into lung; -1 when it leaves the lung first, infinity when it does neither in range. */
function rayEnd(
  hu: (x: number, y: number, z: number) => number,
  lungDepth: LungDepth,
  centre: Point,
  d: readonly [number, number, number],
  range: number,
  innerHu: number,
  limitHu: number,
): number {
  let last = innerHu;
  for (let r = STEP_MM; r <= range; r += STEP_MM) {
    const [x, y, z] = [centre[0] + r * d[0], centre[1] + r * d[1], centre[2] + r * d[2]];
    if (lungDepth(x, y, z) === 0) return INTO_WALL;
    const value = hu(x, y, z);
    if (value < limitHu) return r - STEP_MM * (last <= limitHu ? 1 : (limitHu - value) / (last - value));
    last = value;
  }
  return Number.POSITIVE_INFINITY;
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
