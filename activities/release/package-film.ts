import { assembleVideo } from '#activities/render/assemble';
import { artifactsIn } from '#activities/render/asset-server';
import type { Step } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import { digestOf } from '#activities/store/digest';
import type { Analysis } from '#domain/analysis';
import type { Decision } from '#domain/approval';
import type { ArtifactRef } from '#domain/artifact';
import type { Brand } from '#domain/brand';
import { StudioError } from '#domain/errors';
import { describeFilm } from '#domain/film/description';
import type { FilmProps } from '#domain/film/film';
import { filmLabels } from '#domain/film/labels';
import { Manifest, type OutputFile, type QcReport, type SceneChunk } from '#domain/release';
import type { Script } from '#domain/script';
import type { Take } from '#domain/speech';
import type { Template } from '#domain/template';
import type { Timeline } from '#domain/timeline';
import type { AigcLabel } from './aigc.ts';
import { makeTeaser, type Teaser } from './make-teaser.ts';
import { buildManifest } from './manifest.ts';
import { mixVoice } from './mix-voice.ts';
import { muxFilm } from './mux-film.ts';
import { makePoster, makeThumbnails } from './poster.ts';
import { check } from './qc-container.ts';
import { plannedPicture } from './qc-picture.ts';
import { assertQuality, qualityCheck } from './quality-check.ts';
import { buildReport } from './report.ts';
import { chapterList, chapterVtt, descriptionVtt, subRip, transcriptPage, webVtt } from './sidecars.ts';
import { toolVersions } from './tools.ts';

export interface PackageInput {
  readonly run: { readonly productionId: string; readonly revision: number };
  readonly film: FilmProps;
  readonly timeline: Timeline;
  readonly script: Script;
  readonly analysis: Analysis;
  readonly template: Template;
  readonly brand: Brand;
  readonly takes: readonly Take[];
  /** In the order of the film. */
  readonly chunks: readonly SceneChunk[];
  readonly decision: Decision;
  /** The series a person put it in. */
  readonly series?: { readonly name: string; readonly episode: number | null } | null;
  /** Music under the voice; a WAV, FLAC or MP3 file in the store. */
  readonly music?: ArtifactRef | null;
  /** What was found ready from an earlier making; only told in the manifest. */
  readonly reused?: { readonly scenes: readonly string[]; readonly takes: readonly string[] };
}

export interface PackagedFilm {
  readonly film: ArtifactRef;
  readonly outputs: readonly OutputFile[];
  readonly quality: QcReport;
  readonly manifest: Manifest;
}

/** A part of a step's progress. */
const part = (step: Step, from: number, to: number): Step => ({
  signal: step.signal,
  progress: (fraction, note) => step.progress(from + (to - from) * fraction, note),
});

/** The label's number for this film: follows from what is seen and heard, so the same film has the same one. */
function labelOf(input: PackageInput, voice: ArtifactRef): AigcLabel {
  const { script, timeline, chunks, brand } = input;
  const content = {
    ...{ title: script.title, voice: voice.digest, scenes: chunks.map((chunk) => chunk.video.digest) },
    ...{ captions: timeline.captions, chapters: timeline.chapters },
  };
  return { producer: brand.hospital[script.language], produceId: `caseloom-${digestOf(content).slice(0, 32)}` };
}

async function sidecars(input: PackageInput, report: unknown, store: BlobStore): Promise<OutputFile[]> {
  const { timeline, script, analysis } = input;
  const labels = filmLabels(analysis.study.provenance, script.language);
  const texts: [name: string, mediaType: string, text: string][] = [
    ['film.srt', 'application/x-subrip', subRip(timeline)],
    ['film.vtt', 'text/vtt', webVtt(timeline)],
    ['chapters.txt', 'text/plain', chapterList(timeline)],
    ['chapters.vtt', 'text/vtt', chapterVtt(timeline)],
    ['description.vtt', 'text/vtt', descriptionVtt(describeFilm(timeline, script, analysis.findings), timeline.fps)],
    ['transcript.html', 'text/html', transcriptPage(script, timeline, labels)],
    ['report.json', 'application/json', `${JSON.stringify(report, null, 2)}\n`],
  ];
  return Promise.all(
    texts.map(async ([name, mediaType, text]) => ({
      name,
      artifact: await store.put(Buffer.from(text), mediaType, name),
    })),
  );
}

/** The gate's report of a film whose teaser passed its own. */
const withTeaser = (seen: QcReport, teaser: Teaser | null): QcReport => {
  if (!teaser) return seen;
  const { durationInFrames, fps } = teaser.timeline;
  const found = `${(durationInFrames / fps).toFixed(1)} s, ${teaser.quality.checks.length} checks`;
  return { ...seen, checks: [...seen.checks, check('teaser', true, found, '15 to 30 s, labelled, whole sentences')] };
};

/**
 * Sound, picture, subtitles, chapters and labels into the finished film; then the quality gate; then all that stands beside it.
 * Nothing is returned of a film that fails the gate.
 * @returns `outputs` to publish, `film.mp4` first, `manifest.json` last
 * @throws StudioError QC_FAILED with each reason, FFMPEG_FAILED, STORE_MISSING, DISK_FULL, CANCELLED
 */
export async function packageFilm(
  input: PackageInput,
  deps: { store: BlobStore; step: Step; now?: () => Date },
): Promise<PackagedFilm> {
  const { store, step } = deps;
  const { timeline, script, film } = input;
  if (input.decision.decision !== 'approve') throw new StudioError('APPROVAL_NOT_OPEN');
  const voice = await mixVoice(timeline, { store, step: part(step, 0, 0.25) }, input.music ?? null);
  const picture = await assembleVideo(input.chunks, timeline.durationInFrames, { store, step: part(step, 0.25, 0.3) });
  const label = labelOf(input, voice.audio);
  const artifact = await muxFilm(
    {
      ...{ picture, voice: voice.audio, timeline, title: script.title, language: script.language, label },
      series: input.series ?? null,
    },
    { store, step },
  );
  step.progress(0.4, 'mux');
  const seen = await qualityCheck(
    {
      ...{ artifact, film, planned: plannedPicture(film), timeline, script, produceId: label.produceId },
      ...{ template: input.template, brand: input.brand, analysis: input.analysis, music: voice.music },
    },
    { store, step: part(step, 0.4, 0.85) },
  );
  assertQuality(seen);
  const { width, height } = film;
  const cut = { film: artifact, timeline, title: script.title, language: script.language, label, width, height };
  const teaser = await makeTeaser(cut, { store, step: { signal: step.signal, progress: () => {} } });
  if (teaser) assertQuality(teaser.quality);
  step.progress(0.95, 'teaser');
  const quality = withTeaser(seen, teaser);
  const pictures = [
    { name: 'poster.jpg', artifact: await makePoster(picture, timeline, label, { store, step }) },
    ...(await makeThumbnails(picture, timeline, label, { store, step })),
  ];
  const beside = await sidecars(input, buildReport(input.analysis, script, quality), store);
  const short = teaser ? [{ name: 'teaser.mp4', artifact: teaser.artifact }] : [];
  const files = [{ name: 'film.mp4', artifact }, ...beside, ...pictures, ...short];
  const manifest = Manifest.parse(
    buildManifest({
      ...{ input, film: artifact, produceId: label.produceId, voice, files, quality },
      pictures: [...artifactsIn(film).keys()].sort(),
      tools: await toolVersions(step.signal),
      packagedAt: (deps.now?.() ?? new Date()).toISOString(),
    }),
  );
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const record = { name: 'manifest.json', artifact: await store.put(text, 'application/json', 'manifest') };
  step.progress(1, 'package');
  return { film: artifact, outputs: [...files, record], quality, manifest };
}
