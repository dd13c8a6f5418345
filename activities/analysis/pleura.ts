import type { Lungs } from './lungs.ts';
import { patchPoint } from './patch.ts';
import type { Lesion } from './segment.ts';

/**
 * Shortest way (mm) from a lesion's surface to the border of the closed lung, read from the lungs' distance map by trilinear interpolation.
 * 0 where it touches.
 */
export function pleuraDistance(lesion: Lesion, lungs: Lungs, centre: readonly [number, number, number]): number {
  const { closed, depth2, box } = lungs;
  const [nx, ny, nz] = closed.size;
  const step = closed.spacing;
  let least = Number.POSITIVE_INFINITY;
  const depthAt = (p: readonly number[]): number => {
    const v = p.map((mm, axis) => Math.max(0, mm / step[axis]! - 0.5 - box.min[axis]!)) as [number, number, number];
    const [x, y, z] = [Math.min(nx - 2, v[0] | 0), Math.min(ny - 2, v[1] | 0), Math.min(nz - 2, v[2] | 0)];
    let sum = 0;
    for (const [dx, dy, dz] of CORNERS) {
      const weight =
        Math.abs(1 - dx - Math.min(1, v[0] - x)) *
        Math.abs(1 - dy - Math.min(1, v[1] - y)) *
        Math.abs(1 - dz - Math.min(1, v[2] - z));
      sum += weight * Math.sqrt(depth2[((z + dz) * ny + y + dy) * nx + x + dx]!);
    }
    return sum;
  };
  for (let i = 0; i < lesion.mask.length; i++)
    if (lesion.mask[i] === 1) least = Math.min(least, depthAt(patchPoint(lesion.patch, i)));
  if (!Number.isFinite(least)) least = depthAt(centre);
  // The map counts to the centre of the first voxel outside; the border lies half a voxel before it.
  return Math.max(0, least - step[0] / 2);
}

const CORNERS = [
  [0, 0, 0],
  [1, 0, 0],
  [0, 1, 0],
  [1, 1, 0],
  [0, 0, 1],
  [1, 0, 1],
  [0, 1, 1],
  [1, 1, 1],
] as const;
