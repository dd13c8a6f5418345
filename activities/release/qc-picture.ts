import { FREEZE_SECONDS } from '#activities/media/argv-qc';
import { CAPTION_LIMITS, captionLength } from '#domain/captions';
import { type FilmProps, frameKey, OWN_THREAD } from '#domain/film/film';
import type { QcCheck } from '#domain/release';
import type { Language } from '#domain/script';
import type { Timeline } from '#domain/timeline';
import { BAND_REGION, type Inspection, LABEL_REGION, MARK_REGION, type Region } from './inspect-film.ts';
import { check } from './qc-container.ts';
import { movingStretches, type Stretch, textHeight } from './qc-detect.ts';

/** 5 % of 1080: the least height of the opening label (GB 45438-2025). */
const LABEL_HEIGHT = 54;
const LABEL_SECONDS = 2;
/** A movement this long (frames) must be seen in the picture. */
const MOVEMENT = 20;
/** Text is paper on ink; anything brighter than this is text. */
const BRIGHT = 120;
const MARK_HEIGHT = 18;

const list = (stretches: readonly Stretch[]): string =>
  stretches.map((s) => `${s.start.toFixed(1)}-${s.end.toFixed(1)} s`).join(', ');

const overlap = (a: Stretch, b: Stretch): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/**
 * A still picture is no fault while it is spoken over; it is one where nobody speaks for longer than `FREEZE_SECONDS`, and wherever the
 * scenes plan a movement that is not seen.
 * @param frameKeys one key per frame of the film
 */
export function freezeCheck(seen: Inspection, timeline: Timeline, frameKeys: readonly string[]): QcCheck {
  const { fps } = timeline;
  const moves = movingStretches(frameKeys, MOVEMENT).map(({ from, to }) => ({ start: from / fps, end: to / fps }));
  const voices = timeline.voice.map((take) => {
    const start = take.startFrame / fps;
    return { start, end: start + take.durationMs / 1000 };
  });
  const bad = seen.frozen.filter((stretch) => {
    if (moves.some((move) => overlap(stretch, move) >= MOVEMENT / fps)) return true;
    let quietFrom = stretch.start;
    for (const voice of voices) {
      if (voice.end <= quietFrom || voice.start >= stretch.end) continue;
      if (voice.start - quietFrom > FREEZE_SECONDS) return true;
      quietFrom = Math.max(quietFrom, voice.end);
    }
    return stretch.end - quietFrom > FREEZE_SECONDS;
  });
  const wanted = `no still over ${FREEZE_SECONDS} s without speech, every planned movement seen`;
  return check('frozen', bad.length === 0, list(bad) || 'none', wanted);
}

/** What the scenes planned for the picture: enough to judge it without drawing it. */
export interface PlannedPicture {
  readonly width: number;
  readonly height: number;
  /** One key per frame of the film; equal neighbours are equal pictures. */
  readonly keys: readonly string[];
  /** A frame in the middle of each scene whose header carries the small label. */
  readonly labelled: readonly { readonly sceneId: string; readonly frame: number }[];
}

/** What a film plans. A scene's id keeps equal states of two scenes apart. */
export function plannedPicture(film: FilmProps): PlannedPicture {
  return {
    width: film.width,
    height: film.height,
    keys: film.scenes.flatMap(({ props }) =>
      Array.from({ length: props.durationInFrames }, (_, frame) => `${props.id} ${frameKey(props, frame)}`),
    ),
    labelled: film.scenes
      .filter(({ props }) => !OWN_THREAD.has(props.kind))
      .map(({ from, props }) => ({ sceneId: props.id, frame: from + (props.durationInFrames >> 1) })),
  };
}

async function heightAt(seen: Inspection, frame: number, region: Region): Promise<number> {
  return textHeight(await seen.luma(frame, region), region.width, BRIGHT, 6);
}

const labelFrames = (fps: number): number[] => [0, fps, LABEL_SECONDS * fps - 1];

/** Up to five captions, spread over the film. */
function someCaptions({ captions }: Timeline): Timeline['captions'] {
  const step = Math.max(1, Math.floor(captions.length / 5));
  return captions.filter((_, index) => index % step === step >> 1);
}

const middle = (caption: { startFrame: number; endFrame: number }): number =>
  (caption.startFrame + caption.endFrame) >> 1;

/** Every frame whose pixels the checks look at. */
export const lookedAt = (timeline: Timeline, planned: PlannedPicture): number[] => [
  ...labelFrames(timeline.fps),
  ...planned.labelled.map(({ frame }) => frame),
  ...someCaptions(timeline).map(middle),
];

/** The large label is seen, and high enough, at the first frame, in the middle and at the end of the first two seconds. */
async function openingLabel(seen: Inspection, fps: number): Promise<QcCheck> {
  const frames = labelFrames(fps);
  const heights: number[] = [];
  for (const frame of frames) heights.push(await heightAt(seen, frame, LABEL_REGION));
  const least = Math.min(...heights);
  const wanted = `text of at least ${LABEL_HEIGHT} px for ${LABEL_SECONDS} s`;
  return check(
    'label-visible',
    least >= LABEL_HEIGHT,
    `${heights.join(', ')} px at frames ${frames.join(', ')}`,
    wanted,
  );
}

/** The small label stands in the header of every scene that has one; looked at in the middle of each. */
async function smallLabels(seen: Inspection, planned: PlannedPicture): Promise<QcCheck> {
  const missing: string[] = [];
  for (const { sceneId, frame } of planned.labelled)
    if ((await heightAt(seen, frame, MARK_REGION)) < MARK_HEIGHT) missing.push(sceneId);
  const found = missing.join(', ') || `${planned.labelled.length} scenes`;
  return check('label-small', missing.length === 0, found, 'in every scene');
}

/** Burned-in subtitles: seen in the middle of the film's captions, looked at in up to five of them. */
async function subtitleBand(seen: Inspection, timeline: Timeline): Promise<QcCheck> {
  const looked = someCaptions(timeline);
  const missing: string[] = [];
  for (const caption of looked)
    if ((await heightAt(seen, middle(caption), BAND_REGION)) < 20) missing.push(caption.sentenceId);
  return check(
    'subtitles-visible',
    missing.length === 0,
    missing.join(', ') || `${looked.length} looked at`,
    'in the band',
  );
}

/** Subtitles within the limits: two lines, line length, reading speed, in order, inside the film. */
export function subtitleLimits(timeline: Timeline, language: Language): QcCheck {
  const limit = CAPTION_LIMITS[language];
  const faults: string[] = [];
  let before = 0;
  for (const caption of timeline.captions) {
    const seconds = (caption.endFrame - caption.startFrame) / timeline.fps;
    const total = caption.lines.reduce((sum, line) => sum + captionLength(line), 0);
    if (caption.lines.some((line) => captionLength(line) > limit.line)) faults.push(`${caption.sentenceId}: long line`);
    if (caption.lines.length > 2) faults.push(`${caption.sentenceId}: three lines`);
    if (total / seconds > limit.perSecond)
      faults.push(`${caption.sentenceId}: ${(total / seconds).toFixed(1)} a second`);
    if (caption.startFrame < before || caption.endFrame > timeline.durationInFrames || seconds <= 0)
      faults.push(`${caption.sentenceId}: out of order`);
    before = caption.endFrame;
  }
  const wanted = `2 lines of ${limit.line}, ${limit.perSecond} characters a second`;
  return check(
    'subtitles',
    faults.length === 0,
    faults.slice(0, 5).join('; ') || `${timeline.captions.length}`,
    wanted,
  );
}

/** What is seen. */
export async function pictureChecks(
  seen: Inspection,
  timeline: Timeline,
  planned: PlannedPicture,
  language: Language,
): Promise<QcCheck[]> {
  return [
    check('black', seen.black.length === 0, list(seen.black) || 'none', 'no black stretch'),
    freezeCheck(seen, timeline, planned.keys),
    await openingLabel(seen, timeline.fps),
    await smallLabels(seen, planned),
    subtitleLimits(timeline, language),
    await subtitleBand(seen, timeline),
  ];
}
