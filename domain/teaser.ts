import type { SceneKind } from './script.ts';
import type { TimedScene, Timeline } from './timeline.ts';

/** A teaser's length, s; and how much of the opening it keeps at least: the AI label is planned to stand for three seconds. */
export const TEASER_SECONDS = { least: 15, most: 30, enough: 22, opening: 3 } as const;
/** Frames kept after a sentence. */
const BREATH = 8;
/** The credits stand at the end without a word, s. */
const CREDITS_SECONDS = 3;
const CREDITS_LEAST_FRAMES = 25;

/** Scenes that make somebody curious, best first. What the case turns out to be, and what to do, is not given away. */
const WISHES: readonly SceneKind[] = [
  'highlight',
  'scroll',
  'surface',
  'lungs',
  'size',
  'quiz',
  'zoom',
  'compare',
  'case',
  'kinds',
];

/** Frames of the film; `to` is exclusive. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

const lengthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { from, to }) => sum + to - from, 0);

/** Where to leave a scene after one of its sentences: the next one has not begun. */
function leaveAfter(scene: TimedScene, index: number): number {
  const end = scene.sentences[index]?.endFrame ?? scene.durationInFrames;
  const next = scene.sentences[index + 1]?.startFrame ?? scene.durationInFrames;
  return scene.from + Math.min(end + BREATH, next, scene.durationInFrames);
}

function openingOf(intro: TimedScene, fps: number): Piece {
  const long = intro.sentences.findIndex(
    (_, index) => leaveAfter(intro, index) - intro.from >= TEASER_SECONDS.opening * fps,
  );
  return { from: intro.from, to: leaveAfter(intro, long < 0 ? intro.sentences.length : long) };
}

/** The film's last picture after its last word; the whole last scene where it does not rest. */
function creditsOf({ scenes, durationInFrames, fps }: Timeline): Piece | null {
  const last = scenes.at(-1);
  if (last?.kind !== 'outro') return null;
  const spoken = last.from + (last.sentences.at(-1)?.endFrame ?? 0);
  const from = Math.max(spoken, durationInFrames - CREDITS_SECONDS * fps);
  return { from: durationInFrames - from < CREDITS_LEAST_FRAMES ? last.from : from, to: durationInFrames };
}

/**
 * Pieces of a film that make its teaser, in order: the opening with the AI label, first sentences of scenes worth seeing, the credits.
 * Every cut lies between two sentences. Null when the film has no opening or too little to show.
 */
export function planTeaser(timeline: Timeline): Piece[] | null {
  const { scenes, fps } = timeline;
  const intro = scenes[0]?.kind === 'intro' ? scenes[0] : null;
  const credits = creditsOf(timeline);
  if (!intro || !credits) return null;
  const pieces = [openingOf(intro, fps), credits];
  for (const kind of WISHES) {
    const scene = scenes.find((item) => item.kind === kind);
    if (!scene || lengthOf(pieces) >= TEASER_SECONDS.enough * fps) continue;
    const piece = { from: scene.from, to: leaveAfter(scene, 0) };
    if (lengthOf([...pieces, piece]) <= TEASER_SECONDS.most * fps) pieces.push(piece);
  }
  const length = lengthOf(pieces);
  const fits = length >= TEASER_SECONDS.least * fps && length <= TEASER_SECONDS.most * fps;
  return fits ? pieces.sort((a, b) => a.from - b.from) : null;
}

/** The film's timeline as far as the pieces show it. It has no chapters: it is too short for them. */
export function cutTimeline(timeline: Timeline, pieces: readonly Piece[]): Timeline {
  const moved = <T>(items: readonly T[], startOf: (item: T) => number, move: (item: T, by: number) => T): T[] => {
    let at = 0;
    return pieces.flatMap(({ from, to }) => {
      const by = at - from;
      at += to - from;
      return items.filter((item) => startOf(item) >= from && startOf(item) < to).map((item) => move(item, by));
    });
  };
  return {
    fps: timeline.fps,
    durationInFrames: lengthOf(pieces),
    scenes: moved(
      timeline.scenes,
      ({ from }) => from,
      (scene, by) => ({ ...scene, from: scene.from + by }),
    ),
    captions: moved(
      timeline.captions,
      ({ startFrame }) => startFrame,
      (item, by) => ({ ...item, startFrame: item.startFrame + by, endFrame: item.endFrame + by }),
    ),
    chapters: [],
    voice: moved(
      timeline.voice,
      ({ startFrame }) => startFrame,
      (take, by) => ({ ...take, startFrame: take.startFrame + by }),
    ),
  };
}
