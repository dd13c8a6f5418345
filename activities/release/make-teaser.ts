import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { cutJob } from '#activities/media/argv-teaser';
import { runFfmpeg } from '#activities/media/ffmpeg';
import { withScratch } from '#activities/media/scratch';
import type { Step } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import { digestOf } from '#activities/store/digest';
import type { ArtifactRef } from '#domain/artifact';
import type { QcReport } from '#domain/release';
import type { Language } from '#domain/script';
import { cutTimeline, type Piece, planTeaser, TEASER_SECONDS } from '#domain/teaser';
import type { Timeline } from '#domain/timeline';
import type { AigcLabel } from './aigc.ts';
import { inspectFilm } from './inspect-film.ts';
import { encodeSound } from './mix-voice.ts';
import { muxFilm } from './mux-film.ts';
import { check, labelMetadata } from './qc-container.ts';
import { labelFrames, openingLabel } from './qc-label.ts';
import { soundChecks } from './qc-sound.ts';
import { subtitleTrack } from './qc-subtitles.ts';
import { readWav } from './wav.ts';

export interface TeaserInput {
  readonly film: ArtifactRef;
  readonly timeline: Timeline;
  readonly title: string;
  readonly language: Language;
  readonly label: AigcLabel;
  readonly width: number;
  readonly height: number;
}

export interface Teaser {
  readonly artifact: ArtifactRef;
  readonly timeline: Timeline;
  readonly quality: QcReport;
}

/** The film's length law, its label, and what is heard of it; its pictures are the film's and were looked at there. */
async function judge(
  input: TeaserInput,
  cut: Timeline,
  artifact: ArtifactRef,
  label: AigcLabel,
  deps: { store: BlobStore; step: Step },
): Promise<QcReport> {
  const { store, step } = deps;
  const takes = await Promise.all(cut.voice.map(async ({ audio }) => readWav(await store.read(audio), 1)));
  const seen = await withScratch(store, (folder) =>
    inspectFilm(store.path(artifact), cut.fps, labelFrames(cut.fps), folder, step).then(async (found) => ({
      found,
      // Read while its temporary files are there.
      opening: await openingLabel(found, cut.fps, input),
    })),
  );
  const { found, opening } = seen;
  const { duration } = found.probe.format;
  const fits = duration >= TEASER_SECONDS.least - 0.1 && duration <= TEASER_SECONDS.most + 0.1;
  const end = cut.durationInFrames / cut.fps;
  const rests = [{ start: end - 5, end }];
  const wanted = `${TEASER_SECONDS.least} to ${TEASER_SECONDS.most} s`;
  const checks = [
    check('duration', fits && found.frames === cut.durationInFrames, `${duration.toFixed(2)} s`, wanted),
    ...soundChecks(found, cut, takes, rests),
    check('black', found.black.length === 0, `${found.black.length} stretches`, 'no black stretch'),
    check('flashes', found.flashes.length === 0, `${found.flashes.length} stretches`, 'at most 3 flashes in a second'),
    opening,
    labelMetadata(found, label.produceId),
    subtitleTrack(found.subtitles, cut),
  ];
  return { passed: checks.every(({ passed }) => passed), checks };
}

async function cutFilm(input: TeaserInput, pieces: readonly Piece[], deps: { store: BlobStore; step: Step }) {
  const { store, step } = deps;
  return withScratch(store, async (folder) => {
    const [picture, sound, encoded] = ['teaser.mp4', 'teaser.wav', 'teaser.m4a'].map((name) =>
      path.join(folder, name),
    ) as [string, string, string];
    const job = cutJob(store.path(input.film), pieces, input.timeline.fps, { picture, sound });
    await runFfmpeg(job, step.signal);
    const samples = readWav(await readFile(sound), 2).length / 2;
    await encodeSound(sound, samples, encoded, step);
    return {
      picture: await store.putFile(picture, 'video/mp4', 'teaser-picture'),
      voice: await store.put(await readFile(encoded), 'audio/mp4', 'teaser-sound'),
    };
  });
}

/**
 * Fifteen to thirty seconds out of a finished film, with its label at the opening and in the file, cut between sentences.
 * @returns null for a film with nothing to cut it from; its quality is the caller's to hold
 */
export async function makeTeaser(input: TeaserInput, deps: { store: BlobStore; step: Step }): Promise<Teaser | null> {
  const pieces = planTeaser(input.timeline);
  if (!pieces || input.timeline.voice.length === 0) return null;
  const cut = cutTimeline(input.timeline, pieces);
  const { picture, voice } = await cutFilm(input, pieces, deps);
  const { title, language } = input;
  const produceId = `caseloom-${digestOf({ film: input.label.produceId, pieces }).slice(0, 32)}`;
  const label = { ...input.label, produceId };
  const artifact = await muxFilm({ picture, voice, timeline: cut, title, language, label }, deps);
  return { artifact, timeline: cut, quality: await judge(input, cut, artifact, label, deps) };
}
