import { inflateRawSync } from 'node:zlib';
import type { BlobStore } from '#activities/store/blob-store';
import type { Analysis } from '#domain/analysis';

/**
 * The analysis's lung mask: 0 outside, 1 right lung, 2 left lung, in the volume's order; null when its bytes are not a mask of the study's size.
 * @throws StudioError STORE_MISSING
 */
export async function readLungMask(analysis: Analysis, store: BlobStore): Promise<Uint8Array | null> {
  const { columns, rows, slices } = analysis.study.geometry;
  const length = columns * rows * slices;
  const bytes = await store.read(analysis.lungMask);
  try {
    const mask = inflateRawSync(bytes, { maxOutputLength: length });
    return mask.byteLength === length ? mask : null;
  } catch {
    return null;
  }
}
