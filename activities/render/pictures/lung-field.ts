import type { Geometry } from '#domain/study';

/** The lungs as a smooth field of equal steps in all directions: 0 outside, 1 inside, the surface at 0.5. Head end first. */
export interface Field {
  readonly values: Float32Array;
  readonly size: readonly [number, number, number];
  readonly stepMm: number;
  /** Place of the first cell's centre, and the axis through the middle, mm (voxel coordinate times spacing). */
  readonly originMm: readonly [number, number, number];
  readonly axisMm: readonly [number, number];
}

/** Fine enough for a lung's lobed outline, coarse enough that vessels and noise of the mask do not show. */
const STEP_MM = 1.8;
/** Empty cells around the lungs, and how often the field is smoothed: each time by (1, 2, 1) / 4. */
const MARGIN = 5;
const SMOOTH = 3;
/** A piece of the mask smaller than this share of the largest is no lung: air in the stomach or the bowel. */
const PIECE = 0.1;

interface Range {
  readonly min: readonly [number, number, number];
  readonly max: readonly [number, number, number];
}

/** The mask (0, 1 right, 2 left; slice after slice) as a field; null when it holds no lung. */
export function lungField(mask: Uint8Array, geometry: Geometry): Field | null {
  const range = rangeOf(mask, geometry);
  if (!range) return null;
  const { spacingMm } = geometry;
  const extent = (i: 0 | 1 | 2) => (range.max[i] - range.min[i] + 1) * spacingMm[i];
  const middle = (i: 0 | 1 | 2) => ((range.min[i] + range.max[i]) / 2) * spacingMm[i];
  const cells = (i: 0 | 1 | 2) => Math.ceil(extent(i) / STEP_MM) + 2 * MARGIN;
  const size = [cells(0), cells(1), cells(2)] as const;
  const first = (i: 0 | 1 | 2) => middle(i) - ((size[i] - 1) / 2) * STEP_MM;
  const originMm = [first(0), first(1), first(2)] as const;
  const values = gather(mask, geometry, range, size, originMm);
  dropPieces(values, size);
  for (let i = 0; i < SMOOTH; i++) smooth(values, size);
  return { values, size, stepMm: STEP_MM, originMm, axisMm: [middle(0), middle(1)] };
}

/** Voxels that hold lung, from the first to the last in each direction. */
function rangeOf(mask: Uint8Array, { columns, rows, slices }: Geometry): Range | null {
  const min: [number, number, number] = [columns, rows, slices];
  const max: [number, number, number] = [-1, -1, -1];
  for (let z = 0; z < slices; z++) {
    for (let y = 0; y < rows; y++) {
      const start = (z * rows + y) * columns;
      let first = 0;
      while (first < columns && mask[start + first] === 0) first++;
      if (first === columns) continue;
      let last = columns - 1;
      while (mask[start + last] === 0) last--;
      min[0] = Math.min(min[0], first);
      max[0] = Math.max(max[0], last);
      min[1] = Math.min(min[1], y);
      max[1] = Math.max(max[1], y);
      min[2] = Math.min(min[2], z);
      max[2] = z;
    }
  }
  return max[0] < 0 ? null : { min, max };
}

/** For each cell along one direction, the share of each voxel in it: a triangle, widened where cells are larger than voxels. */
function shares(first: number, spacing: number, count: number, from: number, to: number): [number, number][][] {
  const stretch = Math.max(1, STEP_MM / spacing);
  return Array.from({ length: count }, (_, cell) => {
    const at = (first + cell * STEP_MM) / spacing;
    const found: [number, number][] = [];
    let sum = 0;
    for (let i = Math.ceil(at - stretch); i <= Math.floor(at + stretch); i++) {
      const share = 1 - Math.abs(i - at) / stretch;
      sum += share;
      if (i >= from && i <= to && share > 0) found.push([i, share]);
    }
    return found.map(([i, share]) => [i, share / sum]);
  });
}

function gather(
  mask: Uint8Array,
  { columns, rows, spacingMm }: Geometry,
  { min, max }: Range,
  [nx, ny, nz]: readonly [number, number, number],
  originMm: readonly [number, number, number],
): Float32Array {
  const [sx, sy, sz] = spacingMm;
  const across = shares(originMm[0], sx, nx, min[0], max[0]);
  const down = shares(originMm[1], sy, ny, min[1], max[1]);
  const along = shares(originMm[2], sz, nz, min[2], max[2]);
  const reached = Array.from({ length: max[1] - min[1] + 1 }, (_, i) => rowsOf(down, min[1] + i));
  const planes = new Map<number, Float32Array>();
  const planeOf = (z: number): Float32Array => {
    const known = planes.get(z);
    if (known) return known;
    const plane = new Float32Array(nx * ny);
    const line = new Float32Array(nx);
    for (let y = min[1]; y <= max[1]; y++) {
      const start = (z * rows + y) * columns;
      for (let i = 0; i < nx; i++) {
        let sum = 0;
        for (const [x, share] of across[i]!) if (mask[start + x] !== 0) sum += share;
        line[i] = sum;
      }
      for (const [j, share] of reached[y - min[1]]!)
        for (let i = 0; i < nx; i++) plane[j * nx + i]! += line[i]! * share;
    }
    planes.set(z, plane);
    return plane;
  };
  const values = new Float32Array(nx * ny * nz);
  for (let k = 0; k < nz; k++) {
    const target = values.subarray(k * nx * ny, (k + 1) * nx * ny);
    for (const [z, share] of along[k]!) {
      const plane = planeOf(z);
      for (let i = 0; i < target.length; i++) target[i]! += plane[i]! * share;
    }
  }
  return values;
}

/** The cells a voxel row has a share in. */
function rowsOf(down: readonly [number, number][][], y: number): [number, number][] {
  const found: [number, number][] = [];
  for (let j = 0; j < down.length; j++) for (const [row, share] of down[j]!) if (row === y) found.push([j, share]);
  return found;
}

/** Clears all but the large connected pieces. */
function dropPieces(values: Float32Array, [nx, ny]: readonly [number, number, number]): void {
  const piece = new Uint16Array(values.length);
  const queue = new Int32Array(values.length);
  const sizes = [0];
  let end = 0;
  for (let seed = 0; seed < values.length; seed++) {
    if (piece[seed] !== 0 || values[seed]! < 0.5) continue;
    const from = end;
    piece[seed] = sizes.length;
    queue[end++] = seed;
    for (let at = from; at < end; at++) {
      for (const step of [-1, 1, -nx, nx, -nx * ny, nx * ny]) {
        const next = queue[at]! + step;
        if (piece[next] !== 0 || values[next]! < 0.5) continue;
        piece[next] = sizes.length;
        queue[end++] = next;
      }
    }
    sizes.push(end - from);
  }
  const least = PIECE * Math.max(...sizes);
  for (let i = 0; i < values.length; i++) if (piece[i] !== 0 && sizes[piece[i]!]! < least) values[i] = 0;
}

/** (1, 2, 1) / 4 in each direction, in place; the margin keeps the edges empty. */
function smooth(values: Float32Array, [nx, ny, nz]: readonly [number, number, number]): void {
  for (const [step, count] of [
    [1, nx],
    [nx, ny],
    [nx * ny, nz],
  ] as const) {
    for (let start = 0; start < values.length; start++) {
      if (Math.floor(start / step) % count !== 0) continue;
      let before = 0;
      for (let i = 0; i < count; i++) {
        const at = start + i * step;
        const own = values[at]!;
        const next = i < count - 1 ? values[at + step]! : 0;
        values[at] = (before + 2 * own + next) / 4;
        before = own;
      }
    }
  }
}
