import type { BlobStore } from '#activities/store/blob-store';
import type { Analysis } from '#domain/analysis';
import { keyContour } from '#domain/film/placement';
import type { Finding } from '#domain/finding';
import { readLungMask } from './lung-mask.ts';

/** A point on the slice may stand for the measured distance, which is taken in space, when it is at most this much further away, mm. */
const SLACK_MM = 3;

/**
 * The pleura nearest to a finding on its key slice, voxel (column, row): the nearest place outside the finding's own lung that is joined
 * to the outside (vessels inside the lung are not). Null when the nearest pleura lies on another slice, or there is no mask.
 * @throws StudioError STORE_MISSING
 */
export async function nearestPleura(
  analysis: Analysis,
  finding: Finding,
  store: BlobStore,
): Promise<[number, number] | null> {
  const { columns, rows, spacingMm } = analysis.study.geometry;
  const mask = await readLungMask(analysis, store);
  if (!mask) return null;
  const label = finding.features.side.value === 'right' ? 1 : 2;
  const area = columns * rows;
  const slice = mask.subarray(finding.keySlice * area, (finding.keySlice + 1) * area);
  const outside = outsideOf(slice, label, columns, rows);
  const contour = keyContour(finding);
  let best: { mm: number; at: [number, number] } | null = null;
  for (let i = 0; i < area; i++) {
    // Only the border: outside, with lung beside it.
    const x = i % columns;
    if (
      outside[i] === 0 ||
      !(
        slice[i - 1] === label ||
        slice[i + 1] === label ||
        slice[i - columns] === label ||
        slice[i + columns] === label
      )
    )
      continue;
    const y = (i - x) / columns;
    for (const [cx, cy] of contour) {
      const mm = Math.hypot((x - cx) * spacingMm[0], (y - cy) * spacingMm[1]);
      if (!best || mm < best.mm) best = { mm, at: [x, y] };
    }
  }
  return best && best.mm <= finding.features.pleuraDistanceMm.value + SLACK_MM ? best.at : null;
}

/** What is not this lung and is joined to the slice's edge. */
function outsideOf(slice: Uint8Array, label: number, columns: number, rows: number): Uint8Array {
  const outside = new Uint8Array(slice.length);
  const stack = new Int32Array(slice.length);
  let top = 0;
  const seed = (i: number) => {
    if (slice[i] !== label && outside[i] === 0) {
      outside[i] = 1;
      stack[top++] = i;
    }
  };
  for (let x = 0; x < columns; x++) {
    seed(x);
    seed((rows - 1) * columns + x);
  }
  while (top > 0) {
    const i = stack[--top]!;
    const x = i % columns;
    if (x > 0) seed(i - 1);
    if (x < columns - 1) seed(i + 1);
    if (i >= columns) seed(i - columns);
    if (i < slice.length - columns) seed(i + columns);
  }
  return outside;
}
