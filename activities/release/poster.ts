import path from 'node:path';
import sharp from 'sharp';
import { stillJob } from '#activities/media/argv-video';
import { runFfmpeg } from '#activities/media/ffmpeg';
import { withScratch } from '#activities/media/scratch';
import type { Step } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import type { ArtifactRef } from '#domain/artifact';
import type { SceneKind } from '#domain/script';
import type { Timeline } from '#domain/timeline';
import { type AigcLabel, aigcXmp } from './aigc.ts';

/** Scenes in the order in which they make a good poster: the marked lesion says most. */
const WISHES: readonly SceneKind[] = ['highlight', 'zoom', 'features', 'case', 'intro'];

/** The frame to show: late in the scene, when everything is drawn and before it leaves. */
export function posterFrame(timeline: Pick<Timeline, 'scenes'>): number {
  const scene = WISHES.map((kind) => timeline.scenes.find((item) => item.kind === kind)).find((item) => item);
  const chosen = scene ?? timeline.scenes[0];
  return chosen ? chosen.from + Math.floor(chosen.durationInFrames * 0.8) : 0;
}

/** A frame of the film as JPEG, with the AI-content label in its XMP. */
export async function makePoster(
  picture: ArtifactRef,
  timeline: Timeline,
  label: AigcLabel,
  deps: { store: BlobStore; step: Step },
): Promise<ArtifactRef> {
  return withScratch(deps.store, async (folder) => {
    const still = path.join(folder, 'poster.png');
    const frame = posterFrame(timeline);
    await runFfmpeg(stillJob(deps.store.path(picture), frame, timeline.fps, still), deps.step.signal);
    const jpeg = await sharp(still)
      .withXmp(aigcXmp(label))
      .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
      .toBuffer();
    return deps.store.put(jpeg, 'image/jpeg', 'poster');
  });
}
