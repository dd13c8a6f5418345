import { createHash } from 'node:crypto';
import { StudioError } from '#domain/errors';
import { frameBytes } from './dicom/locate-pixels.ts';
import { parseDicom } from './dicom/parse-dicom.ts';
import type { ImportLimits } from './limits.ts';
import { placeSlices } from './series/build-stack.ts';
import type { Slice, SliceGroup } from './series/group-series.ts';
import type { Source } from './source/source.ts';

/**
 * Drops slices that were exported twice: same place, same encoded pixels. Slices that share a place but differ are left in, and
 * building the stack refuses them.
 */
export async function dropCopies(
  group: SliceGroup,
  source: Source,
  limits: ImportLimits,
  signal: AbortSignal,
): Promise<{ group: SliceGroup; dropped: number }> {
  const { duplicates } = placeSlices(group);
  const dropped = new Set<number>();
  for (const place of duplicates) {
    const seen = new Set<string>();
    for (const index of place) {
      const digest = await pixelDigest(group.slices[index]!, source, limits, signal);
      if (seen.has(digest)) dropped.add(index);
      seen.add(digest);
    }
  }
  const slices = group.slices.filter((_, index) => !dropped.has(index));
  return { group: { ...group, slices }, dropped: dropped.size };
}

async function pixelDigest(slice: Slice, source: Source, limits: ImportLimits, signal: AbortSignal): Promise<string> {
  const { index, pixels } = slice.instance;
  const parsed = parseDicom(await source.files[index - 1]!.read(signal), limits.fileBytes);
  const ranges = pixels?.frames[slice.frame];
  if (parsed.kind !== 'dataset' || ranges === undefined) throw new StudioError('IMAGES_TRUNCATED', { index });
  return createHash('sha256').update(frameBytes(parsed.dataSet.byteArray, ranges)).digest('hex');
}
