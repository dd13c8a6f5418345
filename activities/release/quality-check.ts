import { withScratch } from '#activities/media/scratch';
import type { Step } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import type { Analysis } from '#domain/analysis';
import type { ArtifactRef } from '#domain/artifact';
import { aspectOf } from '#domain/aspect';
import type { Brand } from '#domain/brand';
import { failedChecks } from '#domain/check-names';
import { StudioError } from '#domain/errors';
import type { FilmProps } from '#domain/film/film';
import type { QcCheck, QcReport, VoiceMix } from '#domain/release';
import type { Script } from '#domain/script';
import type { Template } from '#domain/template';
import type { Timeline } from '#domain/timeline';
import { type Inspection, inspectFilm } from './inspect-film.ts';
import { plannedRests } from './planned-rests.ts';
import { containerChecks } from './qc-container.ts';
import { markCheck } from './qc-marks.ts';
import { lookedAt, type PlannedPicture, pictureChecks } from './qc-picture.ts';
import { musicChecks, soundChecks } from './qc-sound.ts';
import { subtitleLimits, subtitleText, subtitleTrack } from './qc-subtitles.ts';
import { contrastCheck, glyphCheck, referenceCheck } from './qc-words.ts';
import { readWav } from './wav.ts';

/** A finished film and all it was made from. */
export interface QualityInput {
  readonly artifact: ArtifactRef;
  readonly film: FilmProps;
  /** From `plannedPicture(film)`. */
  readonly planned: PlannedPicture;
  readonly timeline: Timeline;
  readonly script: Script;
  readonly template: Template;
  readonly brand: Brand;
  readonly analysis: Pick<Analysis, 'findings' | 'study'>;
  /** As it was laid. */
  readonly music: VoiceMix['music'];
  /** The number the AIGC label must carry. */
  readonly produceId: string;
}

/** What stands in subtitles and scenes, before anything of it is seen. */
function contentChecks({ film, timeline, script, brand, analysis }: QualityInput): QcCheck[] {
  return [
    subtitleLimits(timeline, script.language, aspectOf(film)),
    subtitleText(timeline, script),
    glyphCheck(film, script),
    contrastCheck(brand),
    markCheck(film, analysis.findings, analysis.study.geometry.spacingMm),
    referenceCheck(script),
  ];
}

/**
 * Holds what was seen and heard of a film against what was planned.
 * @param takes samples of each of `timeline.voice`, in that order
 */
export async function judgeFilm(
  seen: Inspection,
  input: QualityInput,
  takes: readonly Int16Array[],
): Promise<QcReport> {
  const { timeline, planned, produceId, script, template } = input;
  const hasPicture = seen.probe.streams.some((stream) => stream.codec_type === 'video');
  const rests = plannedRests(timeline, script, template);
  const checks = [
    ...containerChecks(seen, timeline, { width: planned.width, height: planned.height, produceId }),
    ...soundChecks(seen, timeline, takes, rests),
    ...musicChecks(input.music),
    ...(hasPicture ? await pictureChecks(seen, timeline, planned, rests) : []),
    subtitleTrack(seen.subtitles, timeline),
    ...contentChecks(input),
  ];
  return { passed: checks.every((check) => check.passed), checks };
}

/**
 * Looks at the finished film as a stranger would: only the file, against what the timeline and the scenes planned.
 * @returns every check with what was found; `passed` is false when any failed. Does not throw for a bad film: see `assertQuality`.
 */
export async function qualityCheck(input: QualityInput, deps: { store: BlobStore; step: Step }): Promise<QcReport> {
  const { store, step } = deps;
  const { timeline } = input;
  const takes = await Promise.all(timeline.voice.map(async ({ audio }) => readWav(await store.read(audio), 1)));
  const report = await withScratch(store, async (folder) => {
    const looks = lookedAt(timeline.fps, input.planned);
    return judgeFilm(await inspectFilm(store.path(input.artifact), timeline.fps, looks, folder, step), input, takes);
  });
  step.progress(1, 'quality');
  return report;
}

/** @throws StudioError QC_FAILED naming each failed check with what was found and wanted */
export function assertQuality(report: QcReport): void {
  if (report.passed) return;
  throw new StudioError('QC_FAILED', {
    detail: failedChecks(report, 'en'),
    'detail.zh-CN': failedChecks(report, 'zh-CN'),
  });
}
