import type { Grid, HuVolume } from './grid.ts';

/** For each target voxel: first source index and the weights from there on (area average when shrinking, linear when growing). */
interface Taps {
  readonly start: Int32Array;
  readonly weights: Float32Array[];
}

/**
 * Weights that take `n` samples at distance `from` to `m` samples at distance `to`, both grids starting at the same outer edge.
 * Shrinking averages over the target's extent, so that small bright things are diluted, never skipped.
 */
function tapsFor(n: number, from: number, m: number, to: number): Taps {
  const start = new Int32Array(m);
  const weights: Float32Array[] = [];
  const half = Math.max(to, from) / from / 2;
  for (let i = 0; i < m; i++) {
    const centre = ((i + 0.5) * to) / from - 0.5;
    const first = Math.max(0, Math.ceil(centre - half - 0.5));
    const last = Math.min(n - 1, Math.floor(centre + half + 0.5));
    const list = new Float32Array(Math.max(1, last - first + 1));
    let sum = 0;
    for (let k = 0; k < list.length; k++) {
      const source = first + k;
      const weight = to > from ? overlap(source, centre, half) : Math.max(0, 1 - Math.abs(source - centre));
      list[k] = weight;
      sum += weight;
    }
    if (sum > 0) for (let k = 0; k < list.length; k++) list[k] = list[k]! / sum;
    else list[0] = 1;
    start[i] = Math.min(first, n - 1);
    weights.push(list);
  }
  return { start, weights };
}

const overlap = (source: number, centre: number, half: number): number =>
  Math.max(0, Math.min(source + 0.5, centre + half) - Math.max(source - 0.5, centre - half));

/** Size of the grid that covers `source` at `spacing` mm. */
function resampledSize(source: Grid, spacing: Grid['spacing']): [number, number, number] {
  const count = (axis: 0 | 1 | 2) =>
    Math.max(1, Math.round((source.size[axis] * source.spacing[axis]) / spacing[axis]));
  return [count(0), count(1), count(2)];
}

/**
 * HU volume on another regular grid with the same outer edge (origin corner), clipped to -1024..3071 on the way. Slices outside `wanted`
 * are not needed in memory at once: source slices are shrunk in plane one by one, then combined along z.
 */
export function resample(source: HuVolume, spacing: Grid['spacing']): HuVolume {
  const [nx, ny, nz] = source.size;
  const size = resampledSize(source, spacing);
  const [mx, my, mz] = size;
  const tx = tapsFor(nx, source.spacing[0], mx, spacing[0]);
  const ty = tapsFor(ny, source.spacing[1], my, spacing[1]);
  const tz = tapsFor(nz, source.spacing[2], mz, spacing[2]);
  const planes = new Map<number, Float32Array>();
  const plane = (z: number): Float32Array => {
    let ready = planes.get(z);
    if (!ready) {
      ready = shrinkPlane(source.data.subarray(z * nx * ny, (z + 1) * nx * ny), nx, ny, tx, ty);
      planes.set(z, ready);
    }
    return ready;
  };
  const data = new Int16Array(mx * my * mz);
  const sum = new Float32Array(mx * my);
  for (let z = 0; z < mz; z++) {
    const first = tz.start[z]!;
    for (const old of planes.keys()) if (old < first) planes.delete(old);
    sum.fill(0);
    tz.weights[z]!.forEach((weight, k) => {
      if (weight === 0) return;
      const from = plane(first + k);
      for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + weight * from[i]!;
    });
    for (let i = 0, o = z * mx * my; i < sum.length; i++, o++) data[o] = Math.round(sum[i]!);
  }
  return { size, spacing, data };
}

function shrinkPlane(from: Int16Array, nx: number, ny: number, tx: Taps, ty: Taps): Float32Array {
  const mx = tx.start.length;
  const my = ty.start.length;
  const narrow = new Float32Array(mx * ny);
  for (let x = 0; x < mx; x++) {
    const weights = tx.weights[x]!;
    const first = tx.start[x]!;
    for (let y = 0; y < ny; y++) {
      let sum = 0;
      for (let k = 0, i = y * nx + first; k < weights.length; k++, i++) {
        const hu = from[i]!;
        sum += weights[k]! * (hu < -1024 ? -1024 : Math.min(hu, 3071));
      }
      narrow[y * mx + x] = sum;
    }
  }
  const out = new Float32Array(mx * my);
  for (let y = 0; y < my; y++) {
    const weights = ty.weights[y]!;
    const first = ty.start[y]!;
    for (let k = 0; k < weights.length; k++) {
      const weight = weights[k]!;
      for (let x = 0, i = (first + k) * mx, o = y * mx; x < mx; x++, i++, o++) out[o] = out[o]! + weight * narrow[i]!;
    }
  }
  return out;
}

/** Trilinear sample at voxel coordinates; outside the volume the nearest voxel counts. */
export function trilinear(volume: HuVolume, x: number, y: number, z: number): number {
  const [nx, ny, nz] = volume.size;
  const cx = x < 0 ? 0 : Math.min(x, nx - 1);
  const cy = y < 0 ? 0 : Math.min(y, ny - 1);
  const cz = z < 0 ? 0 : Math.min(z, nz - 1);
  const x0 = Math.min(cx | 0, Math.max(nx - 2, 0));
  const y0 = Math.min(cy | 0, Math.max(ny - 2, 0));
  const z0 = Math.min(cz | 0, Math.max(nz - 2, 0));
  const fx = cx - x0;
  const fy = cy - y0;
  const fz = cz - z0;
  const d = volume.data;
  const stepX = nx > 1 ? 1 : 0;
  const stepY = ny > 1 ? nx : 0;
  const stepZ = nz > 1 ? nx * ny : 0;
  const i = (z0 * ny + y0) * nx + x0;
  const j = i + stepZ;
  const near =
    (d[i]! * (1 - fx) + d[i + stepX]! * fx) * (1 - fy) + (d[i + stepY]! * (1 - fx) + d[i + stepX + stepY]! * fx) * fy;
  const far =
    (d[j]! * (1 - fx) + d[j + stepX]! * fx) * (1 - fy) + (d[j + stepY]! * (1 - fx) + d[j + stepX + stepY]! * fx) * fy;
  return near * (1 - fz) + far * fz;
}
