import type { Geometry } from './study.ts';

/** Patient position of a voxel (column, row, slice), mm, LPS (DICOM PS3.3 C.7.6.2.1.1). */
export function patientPoint(g: Geometry, voxel: readonly [number, number, number]): [number, number, number] {
  const along = (k: 0 | 1 | 2) =>
    g.originMm[k] +
    voxel[0] * g.spacingMm[0] * g.columnAxis[k] +
    voxel[1] * g.spacingMm[1] * g.rowAxis[k] +
    voxel[2] * g.spacingMm[2] * g.sliceAxis[k];
  return [along(0), along(1), along(2)];
}
