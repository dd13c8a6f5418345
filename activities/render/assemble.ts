import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { concatJob, concatList } from '#activities/media/argv-video';
import { runFfmpeg } from '#activities/media/ffmpeg';
import { countFrames } from '#activities/media/probe';
import { withScratch } from '#activities/media/scratch';
import type { Step } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import type { ArtifactRef } from '#domain/artifact';
import { StudioError } from '#domain/errors';
import type { SceneChunk } from '#domain/release';

/**
 * Joins the scenes in order by stream copy: nothing is encoded again, so an unchanged scene stays unchanged to the bit.
 * @throws StudioError QC_FAILED when the frames do not add up, FFMPEG_FAILED, STORE_MISSING, CANCELLED
 */
export async function assembleVideo(
  chunks: readonly SceneChunk[],
  durationInFrames: number,
  deps: { store: BlobStore; step: Step },
): Promise<ArtifactRef> {
  const { store, step } = deps;
  for (const chunk of chunks)
    if (!(await store.has(chunk.video))) throw new StudioError('STORE_MISSING', { role: chunk.video.role });
  return withScratch(store, async (folder) => {
    const list = path.join(folder, 'chunks.ffconcat');
    const output = path.join(folder, 'picture.mp4');
    await writeFile(list, concatList(chunks.map((chunk) => path.resolve(store.path(chunk.video)))));
    await runFfmpeg(concatJob(list, output), step.signal);
    const frames = await countFrames(output, step.signal);
    if (frames !== durationInFrames)
      throw new StudioError('QC_FAILED', { detail: `picture has ${frames} of ${durationInFrames} frames` });
    return store.putFile(output, 'video/mp4', 'picture');
  });
}
