import { FREEZE_SECONDS } from '#activities/media/argv-qc';
import { type FilmProps, frameKey, OWN_THREAD, type SceneProps } from '#domain/film/film';
import { HEADER_SIZE, headerLayout, marksWidth } from '#domain/film/header';
import type { QcCheck } from '#domain/release';
import type { Timeline } from '#domain/timeline';
import type { Inspection, Region } from './inspect-film.ts';
import { spokenStretches } from './planned-rests.ts';
import { check } from './qc-container.ts';
import { movingStretches, type Stretch, uncovered } from './qc-detect.ts';
import { labelFrames, openingLabel, smallLabels, subtitleBand } from './qc-label.ts';

/** A movement this long (frames) must be seen in the picture. */
const MOVEMENT = 20;
/** Subtitles that are looked at, spread over the film. */
const CAPTIONS = 5;

const list = (stretches: readonly Stretch[]): string =>
  stretches.map((s) => `${s.start.toFixed(1)}-${s.end.toFixed(1)} s`).join(', ');

const overlap = (a: Stretch, b: Stretch): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/**
 * A still picture is no fault while it is spoken over or rests as planned; it is one where it stands for longer than `FREEZE_SECONDS` without
 * either, and wherever the scenes plan a movement that is not seen.
 * @param frameKeys one key per frame of the film
 */
export function freezeCheck(
  seen: Inspection,
  timeline: Timeline,
  frameKeys: readonly string[],
  rests: readonly Stretch[],
): QcCheck {
  const { fps } = timeline;
  const moves = movingStretches(frameKeys, MOVEMENT).map(({ from, to }) => ({ start: from / fps, end: to / fps }));
  const excused = [...spokenStretches(timeline), ...rests];
  const bad = seen.frozen.filter(
    (stretch) =>
      moves.some((move) => overlap(stretch, move) >= MOVEMENT / fps) ||
      uncovered(stretch, excused).some(({ start, end }) => end - start > FREEZE_SECONDS),
  );
  const wanted = `no still over ${FREEZE_SECONDS} s without speech, every planned movement seen`;
  return check('frozen', bad.length === 0, list(bad) || 'none', wanted);
}

/** What the scenes planned for the picture: enough to judge it without drawing it. */
export interface PlannedPicture {
  readonly width: number;
  readonly height: number;
  /** One key per frame of the film; equal neighbours are equal pictures. */
  readonly keys: readonly string[];
  /** A frame in the middle of each scene whose header carries the small label, and where it stands. */
  readonly labelled: readonly { readonly sceneId: string; readonly frame: number; readonly region: Region }[];
  /** Frames on which a subtitle is drawn, spread over the film. */
  readonly captioned: readonly number[];
}

/** Where a scene's header has the mark of AI content. */
function markRegion(props: SceneProps): Region {
  const mark = headerLayout(props).marks.find(({ text }) => text === props.marks.ai);
  if (!mark) throw new TypeError('a header without the AI mark');
  const width = Math.ceil(marksWidth([mark.text]));
  return { x: Math.floor(mark.x) - width, y: mark.y - HEADER_SIZE, width, height: HEADER_SIZE + 12 };
}

/** Some of a list, evenly spread. */
function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, index) => index % step === step >> 1);
}

/** What a film plans. A scene's id keeps equal states of two scenes apart. */
export function plannedPicture(film: FilmProps): PlannedPicture {
  const captioned = film.scenes.flatMap(({ from, props }) =>
    props.captions.map(({ startFrame, endFrame }) => from + ((startFrame + endFrame) >> 1)),
  );
  return {
    width: film.width,
    height: film.height,
    keys: film.scenes.flatMap(({ props }) =>
      Array.from({ length: props.durationInFrames }, (_, frame) => `${props.id} ${frameKey(props, frame)}`),
    ),
    labelled: film.scenes
      .filter(({ props }) => !OWN_THREAD.has(props.kind))
      .map(({ from, props }) => ({
        ...{ sceneId: props.id, frame: from + (props.durationInFrames >> 1), region: markRegion(props) },
      })),
    captioned: spread(captioned, CAPTIONS),
  };
}

/** Every frame whose pixels the checks look at. */
export const lookedAt = (fps: number, planned: PlannedPicture): number[] => [
  ...labelFrames(fps),
  ...planned.labelled.map(({ frame }) => frame),
  ...planned.captioned,
];

/** What is seen. `rests` are the silences that were asked for. */
export async function pictureChecks(
  seen: Inspection,
  timeline: Timeline,
  planned: PlannedPicture,
  rests: readonly Stretch[],
): Promise<QcCheck[]> {
  return [
    check('black', seen.black.length === 0, list(seen.black) || 'none', 'no black stretch'),
    freezeCheck(seen, timeline, planned.keys, rests),
    check('flashes', seen.flashes.length === 0, list(seen.flashes) || 'none', 'at most 3 flashes in a second'),
    await openingLabel(seen, timeline.fps, planned),
    await smallLabels(seen, planned),
    await subtitleBand(seen, planned, timeline),
  ];
}
