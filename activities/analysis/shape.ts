import type { Grid } from './grid.ts';

/** First and second moments of a mask, in mm. */
interface Moments {
  readonly count: number;
  /** Centroid in voxel coordinates of the grid. */
  readonly centre: readonly [number, number, number];
  /** Standard deviations along the principal axes, mm, largest first. */
  readonly deviations: readonly [number, number, number];
}

/** Centroid and principal spread of the voxels that are 1; null for an empty mask. */
export function moments(grid: Grid, mask: Uint8Array): Moments | null {
  const [nx, ny, nz] = grid.size;
  const [sx, sy, sz] = grid.spacing;
  let count = 0;
  const s = new Float64Array(9);
  for (let z = 0, i = 0; z < nz; z++)
    for (let y = 0; y < ny; y++)
      for (let x = 0; x < nx; x++, i++) {
        if (mask[i] !== 1) continue;
        count++;
        const [a, b, c] = [x * sx, y * sy, z * sz];
        s[0]! += a;
        s[1]! += b;
        s[2]! += c;
        s[3]! += a * a;
        s[4]! += b * b;
        s[5]! += c * c;
        s[6]! += a * b;
        s[7]! += a * c;
        s[8]! += b * c;
      }
  if (count === 0) return null;
  const m = s.map((value) => value / count);
  const [ma, mb, mc] = [m[0]!, m[1]!, m[2]!];
  const values = symmetricEigenvalues(
    m[3]! - ma * ma,
    m[4]! - mb * mb,
    m[5]! - mc * mc,
    m[6]! - ma * mb,
    m[7]! - ma * mc,
    m[8]! - mb * mc,
  );
  const [p, q, r] = values.map((value) => Math.sqrt(Math.max(0, value)));
  return { count, centre: [ma / sx, mb / sy, mc / sz], deviations: [p!, q!, r!] };
}

/** Eigenvalues of a symmetric 3x3 matrix, largest first (Smith, CACM 1961;4:168). */
export function symmetricEigenvalues(xx: number, yy: number, zz: number, xy: number, xz: number, yz: number): number[] {
  const p1 = xy * xy + xz * xz + yz * yz;
  const q = (xx + yy + zz) / 3;
  const p2 = (xx - q) ** 2 + (yy - q) ** 2 + (zz - q) ** 2 + 2 * p1;
  const p = Math.sqrt(p2 / 6);
  if (p < 1e-12) return [q, q, q];
  const [a, b, c] = [(xx - q) / p, (yy - q) / p, (zz - q) / p];
  const [d, e, f] = [xy / p, xz / p, yz / p];
  const half = (a * (b * c - f * f) - d * (d * c - f * e) + e * (d * f - b * e)) / 2;
  const phi = Math.acos(Math.max(-1, Math.min(1, half))) / 3;
  const first = q + 2 * p * Math.cos(phi);
  const last = q + 2 * p * Math.cos(phi + (2 * Math.PI) / 3);
  return [first, 3 * q - first - last, last];
}
