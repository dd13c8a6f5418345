import type { Grid } from './grid.ts';
import type { Lungs } from './lungs.ts';

/**
 * The closed lungs on the native grid: trilinear between the voxels of the working grid, border at one half, side from the nearest voxel.
 * One byte a voxel: 0 outside, 1 right, 2 left.
 */
export function nativeLungMask(lungs: Lungs, native: Grid): Uint8Array {
  const [nx, ny, nz] = native.size;
  const [mx, my, mz] = lungs.closed.size;
  const out = new Uint8Array(nx * ny * nz);
  const taps = ([0, 1, 2] as const).map((axis) => tapsAlong(native, lungs, axis));
  const [tx, ty, tz] = taps as [Tap[], Tap[], Tap[]];
  const plane = new Float32Array(mx * my);
  const row = new Float32Array(mx);
  const data = lungs.closed.data;
  for (const { native: z, low: z0, share: fz } of tz) {
    const z1 = Math.min(mz - 1, z0 + 1);
    for (let i = 0; i < plane.length; i++)
      plane[i] = inside(data[z0 * mx * my + i]!) * (1 - fz) + inside(data[z1 * mx * my + i]!) * fz;
    const nearZ = fz < 0.5 ? z0 : z1;
    for (const { native: y, low: y0, share: fy } of ty) {
      const y1 = Math.min(my - 1, y0 + 1);
      let any = 0;
      for (let x = 0; x < mx; x++) {
        row[x] = plane[y0 * mx + x]! * (1 - fy) + plane[y1 * mx + x]! * fy;
        any += row[x]!;
      }
      if (any === 0) continue;
      const nearRow = (nearZ * my + (fy < 0.5 ? y0 : y1)) * mx;
      for (const { native: x, low: x0, share: fx } of tx) {
        const x1 = Math.min(mx - 1, x0 + 1);
        if (row[x0]! * (1 - fx) + row[x1]! * fx < 0.5) continue;
        const label = data[nearRow + (fx < 0.5 ? x0 : x1)]! || data[nearRow + x0]! || data[nearRow + x1]!;
        out[(z * ny + y) * nx + x] = label || anyLabel(data, [mx, my], [x0, x1], [y0, y1], [z0, z1]);
      }
    }
  }
  return out;
}

interface Tap {
  readonly native: number;
  readonly low: number;
  readonly share: number;
}

const inside = (label: number): number => (label === 0 ? 0 : 1);

function tapsAlong(native: Grid, lungs: Lungs, axis: 0 | 1 | 2): Tap[] {
  const taps: Tap[] = [];
  const count = lungs.closed.size[axis];
  for (let i = 0; i < native.size[axis]; i++) {
    const at = ((i + 0.5) * native.spacing[axis]) / lungs.closed.spacing[axis] - 0.5 - lungs.box.min[axis];
    if (at < -0.5 || at > count - 0.5) continue;
    const low = Math.max(0, Math.min(count - 1, Math.floor(at)));
    taps.push({ native: i, low, share: Math.max(0, Math.min(1, at - low)) });
  }
  return taps;
}

function anyLabel(
  data: Uint8Array,
  size: readonly [number, number],
  xs: readonly number[],
  ys: readonly number[],
  zs: readonly number[],
): number {
  for (const z of zs)
    for (const y of ys)
      for (const x of xs) {
        const label = data[(z * size[1] + y) * size[0] + x]!;
        if (label !== 0) return label;
      }
  return 0;
}
