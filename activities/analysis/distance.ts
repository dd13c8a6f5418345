import type { Grid } from './grid.ts';

const FAR = 1e12;

/**
 * Squared Euclidean distance (mm2) of every voxel to the nearest voxel where `isFeature`, exact on the anisotropic grid
 * (Felzenszwalb & Huttenlocher 2012, lower envelope of parabolas, one pass an axis). Voxels without any feature get 1e12.
 */
export function squaredDistance(grid: Grid, isFeature: (index: number) => boolean): Float32Array {
  const [nx, ny, nz] = grid.size;
  const [sx, sy, sz] = grid.spacing;
  const out = new Float32Array(nx * ny * nz);
  for (let row = 0; row < ny * nz; row++) scanRow(out, row * nx, nx, sx, isFeature);
  const longest = Math.max(ny, nz);
  const room: Room = {
    f: new Float64Array(longest),
    v: new Int32Array(longest),
    b: new Float64Array(longest + 1),
  };
  for (let z = 0; z < nz; z++) for (let x = 0; x < nx; x++) envelope(out, z * nx * ny + x, nx, ny, sy, room);
  for (let i = 0; i < nx * ny; i++) envelope(out, i, nx * ny, nz, sz, room);
  return out;
}

interface Room {
  readonly f: Float64Array;
  readonly v: Int32Array;
  readonly b: Float64Array;
}

function scanRow(out: Float32Array, at: number, n: number, step: number, isFeature: (index: number) => boolean): void {
  let last = -1;
  for (let x = 0; x < n; x++) {
    if (isFeature(at + x)) last = x;
    out[at + x] = last < 0 ? FAR : ((x - last) * step) ** 2;
  }
  last = -1;
  for (let x = n - 1; x >= 0; x--) {
    if (out[at + x] === 0) last = x;
    if (last >= 0) {
      const d = ((last - x) * step) ** 2;
      if (d < out[at + x]!) out[at + x] = d;
    }
  }
}

function envelope(out: Float32Array, at: number, stride: number, n: number, step: number, room: Room): void {
  const { f, v, b } = room;
  let any = false;
  for (let i = 0; i < n; i++) {
    f[i] = out[at + i * stride]!;
    if (f[i]! < FAR) any = true;
  }
  if (!any) return;
  const s2 = step * step;
  let k = -1;
  for (let q = 0; q < n; q++) {
    if (f[q]! >= FAR) continue;
    let cross = Number.NEGATIVE_INFINITY;
    while (k >= 0) {
      const p = v[k]!;
      cross = (f[q]! - f[p]!) / (2 * s2 * (q - p)) + (q + p) / 2;
      if (cross > b[k]!) break;
      k--;
    }
    k++;
    v[k] = q;
    b[k] = k === 0 ? Number.NEGATIVE_INFINITY : cross;
    b[k + 1] = Number.POSITIVE_INFINITY;
  }
  let seg = 0;
  for (let i = 0; i < n; i++) {
    while (b[seg + 1]! < i) seg++;
    const p = v[seg]!;
    out[at + i * stride] = s2 * (i - p) * (i - p) + f[p]!;
  }
}
