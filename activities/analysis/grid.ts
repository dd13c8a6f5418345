/** A box of voxels: counts and distances (mm) along x (columns), y (rows) and z (slices). Index = (z*ny + y)*nx + x. */
export interface Grid {
  readonly size: readonly [number, number, number];
  readonly spacing: readonly [number, number, number];
}

/** Hounsfield units on a grid. */
export interface HuVolume extends Grid {
  readonly data: Int16Array;
}

/** One byte a voxel on a grid: 0 outside, else a label. */
export interface MaskVolume extends Grid {
  readonly data: Uint8Array;
}

export const voxelMm3 = (grid: Grid): number => grid.spacing[0] * grid.spacing[1] * grid.spacing[2];

/** Lower (inclusive) and upper (exclusive) voxel corner. */
export interface Box {
  readonly min: readonly [number, number, number];
  readonly max: readonly [number, number, number];
}

/** Smallest box round the voxels that are not 0, grown by `margin` voxels and kept inside the grid; null when all are 0. */
export function boundingBox(mask: MaskVolume, margin = 0): Box | null {
  const [nx, ny, nz] = mask.size;
  const min = [nx, ny, nz];
  const max = [-1, -1, -1];
  for (let z = 0, i = 0; z < nz; z++)
    for (let y = 0; y < ny; y++)
      for (let x = 0; x < nx; x++, i++) {
        if (mask.data[i] === 0) continue;
        if (x < min[0]!) min[0] = x;
        if (x > max[0]!) max[0] = x;
        if (y < min[1]!) min[1] = y;
        if (y > max[1]!) max[1] = y;
        min[2] = Math.min(min[2]!, z);
        max[2] = z;
      }
  if (max[0]! < 0) return null;
  const low = (axis: 0 | 1 | 2) => Math.max(0, min[axis]! - margin);
  const high = (axis: 0 | 1 | 2) => Math.min(mask.size[axis], max[axis]! + 1 + margin);
  return { min: [low(0), low(1), low(2)], max: [high(0), high(1), high(2)] };
}

/** Copies a box out of a volume. */
export function cropData<T extends Int16Array | Uint8Array>(data: T, size: Grid['size'], box: Box): T {
  const [nx, ny] = size;
  const [w, h, d] = boxSize(box);
  const out = new (data.constructor as new (n: number) => T)(w * h * d);
  for (let z = 0; z < d; z++)
    for (let y = 0; y < h; y++) {
      const from = ((z + box.min[2]) * ny + y + box.min[1]) * nx + box.min[0];
      out.set(data.subarray(from, from + w), (z * h + y) * w);
    }
  return out;
}

export const boxSize = (box: Box): [number, number, number] => [
  box.max[0] - box.min[0],
  box.max[1] - box.min[1],
  box.max[2] - box.min[2],
];
