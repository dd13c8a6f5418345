import type { LungShape } from '#domain/analysis';
import { type Grid, voxelMm3 } from './grid.ts';

/** Every so many columns one warp line is drawn in the film. */
const WARP_COLUMNS = 8;

/**
 * Volume, mean HU, extent and the coronal silhouette of the lungs at `row`, all on the native grid.
 * @param mask 0 outside, 1 right, 2 left
 */
export function lungShape(hu: Int16Array, mask: Uint8Array, grid: Grid, row: number): LungShape {
  const [nx, ny, nz] = grid.size;
  let count = 0;
  let sum = 0;
  let first = nz;
  let last = -1;
  for (let z = 0; z < nz; z++) {
    let inSlice = 0;
    for (let i = z * nx * ny; i < (z + 1) * nx * ny; i++)
      if (mask[i] !== 0) {
        inSlice++;
        sum += hu[i]!;
      }
    count += inSlice;
    if (inSlice > 0) {
      first = Math.min(first, z);
      last = z;
    }
  }
  const warp: LungShape['warp'] = [];
  for (let column = 0; column < nx; column += WARP_COLUMNS) {
    const runs = runsDown(mask, grid, column, row);
    if (runs.length > 0) warp.push({ column, runs });
  }
  return {
    volumeMl: Math.round((count * voxelMm3(grid)) / 1000),
    meanHu: Math.round(sum / Math.max(1, count)),
    firstSlice: Math.min(first, nz - 1),
    lastSlice: Math.max(0, last),
    warp,
  };
}

function runsDown(mask: Uint8Array, grid: Grid, column: number, row: number): [number, number][] {
  const [nx, ny, nz] = grid.size;
  const runs: [number, number][] = [];
  let from = -1;
  for (let z = 0; z <= nz; z++) {
    const isLung = z < nz && mask[(z * ny + row) * nx + column] !== 0;
    if (isLung && from < 0) from = z;
    if (!isLung && from >= 0) {
      if (z - from > 1) runs.push([from, z - 1]);
      from = -1;
    }
  }
  return runs;
}

/** The row with most lung: where a silhouette shows most when there is no finding. */
export function fullestRow(mask: Uint8Array, grid: Grid): number {
  const [nx, ny, nz] = grid.size;
  const counts = new Uint32Array(ny);
  for (let z = 0; z < nz; z++)
    for (let y = 0; y < ny; y++) {
      const at = (z * ny + y) * nx;
      for (let x = 0; x < nx; x++) if (mask[at + x] !== 0) counts[y]!++;
    }
  return counts.reduce((best, count, y) => (count > counts[best]! ? y : best), 0);
}
