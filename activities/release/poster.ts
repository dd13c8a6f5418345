import path from 'node:path';
import sharp from 'sharp';
import { stillJob } from '#activities/media/argv-video';
import { runFfmpeg } from '#activities/media/ffmpeg';
import { withScratch } from '#activities/media/scratch';
import type { Step } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import type { ArtifactRef } from '#domain/artifact';
import type { OutputFile } from '#domain/release';
import type { ChapterId, SceneKind } from '#domain/script';
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

/** The same for a chapter: of its scenes, the one that shows most; its card only where it has nothing else. */
export function chapterFrame({ scenes }: Pick<Timeline, 'scenes'>, chapterId: ChapterId): number {
  const own = scenes.filter((scene) => scene.chapterId === chapterId);
  const shown = own.filter(({ kind }) => kind !== 'chapter' && kind !== 'intro');
  return posterFrame({ scenes: shown.length > 0 ? shown : own });
}

/** Chapters' pictures are no longer than this each way, px. */
const THUMBNAIL = 640;

interface StillDeps {
  readonly store: BlobStore;
  readonly step: Step;
}

/** A frame of the film as JPEG, with the AI-content label in its XMP. */
async function labelledStill(
  picture: ArtifactRef,
  at: { frame: number; fps: number; role: string; longest?: number },
  label: AigcLabel,
  { store, step }: StillDeps,
): Promise<ArtifactRef> {
  return withScratch(store, async (folder) => {
    const still = path.join(folder, 'still.png');
    await runFfmpeg(stillJob(store.path(picture), at.frame, at.fps, still), step.signal);
    const image = sharp(still).withXmp(aigcXmp(label));
    if (at.longest) image.resize({ width: at.longest, height: at.longest, fit: 'inside' });
    return store.put(await image.jpeg({ quality: 90, chromaSubsampling: '4:4:4' }).toBuffer(), 'image/jpeg', at.role);
  });
}

/** The film's poster. */
export const makePoster = (picture: ArtifactRef, timeline: Timeline, label: AigcLabel, deps: StillDeps) =>
  labelledStill(picture, { frame: posterFrame(timeline), fps: timeline.fps, role: 'poster' }, label, deps);

/** A small picture of each chapter: `chapter-1.jpg` and on. */
export async function makeThumbnails(
  picture: ArtifactRef,
  timeline: Timeline,
  label: AigcLabel,
  deps: StillDeps,
): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  for (const [index, { id }] of timeline.chapters.entries()) {
    const at = { frame: chapterFrame(timeline, id), fps: timeline.fps, role: 'thumbnail', longest: THUMBNAIL };
    files.push({ name: `chapter-${index + 1}.jpg`, artifact: await labelledStill(picture, at, label, deps) });
  }
  return files;
}
