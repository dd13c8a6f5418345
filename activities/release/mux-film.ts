import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chapterMetadata, muxJob } from '#activities/media/argv-mux';
import { runFfmpeg } from '#activities/media/ffmpeg';
import { withScratch } from '#activities/media/scratch';
import type { Step } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import type { ArtifactRef } from '#domain/artifact';
import type { Language } from '#domain/script';
import type { Timeline } from '#domain/timeline';
import { type AigcLabel, aigcJson } from './aigc.ts';
import { subRip } from './sidecars.ts';

export interface FilmParts {
  readonly picture: ArtifactRef;
  readonly voice: ArtifactRef;
  readonly timeline: Timeline;
  readonly title: string;
  readonly series?: { readonly name: string; readonly episode: number | null } | null;
  readonly language: Language;
  readonly label: AigcLabel;
}

const ISO_639: Record<Language, string> = { 'zh-CN': 'zho', en: 'eng' };

/** Picture, sound, subtitles, chapters and label in one MP4; equal parts give equal bytes. */
export async function muxFilm(parts: FilmParts, deps: { store: BlobStore; step: Step }): Promise<ArtifactRef> {
  const { store, step } = deps;
  const { timeline } = parts;
  return withScratch(store, async (folder) => {
    const [subtitles, chapters, output] = ['film.srt', 'chapters.ffmeta', 'film.mp4'].map((name) =>
      path.join(folder, name),
    ) as [string, string, string];
    await writeFile(subtitles, subRip(timeline));
    await writeFile(chapters, chapterMetadata(timeline.chapters, timeline.durationInFrames, timeline.fps));
    const job = muxJob(
      {
        ...{ picture: store.path(parts.picture), voice: store.path(parts.voice), subtitles, chapters },
        ...{
          title: parts.title,
          series: parts.series ?? null,
          language: ISO_639[parts.language],
          aigc: aigcJson(parts.label),
        },
      },
      output,
    );
    await runFfmpeg(job, step.signal);
    return store.putFile(output, 'video/mp4', 'film');
  });
}
