import { CHAPTER_MIN_SECONDS } from '#domain/lay-timeline';
import type { Script } from '#domain/script';
import type { Template } from '#domain/template';
import type { Timeline } from '#domain/timeline';
import type { Stretch } from './qc-detect.ts';

/** The film's last picture may stand this long without a word, s. */
const CREDITS_SECONDS = 5;

/** Where the timeline speaks, seconds, in order. */
export const spokenStretches = ({ voice, fps }: Timeline): Stretch[] =>
  voice.map(({ startFrame, durationMs }) => ({ start: startFrame / fps, end: startFrame / fps + durationMs / 1000 }));

/**
 * Silences that somebody asked for: a pause the script gives after a sentence (a question's time to think), a scene held to its least
 * length, a chapter filled to the ten seconds that platforms ask for, the credits. Every other rest has to be short.
 */
export function plannedRests(timeline: Timeline, script: Script, template: Template): Stretch[] {
  const pauses = new Map(
    script.chapters.flatMap(({ sentences }) => sentences.map(({ id, pauseAfterMs }) => [id, pauseAfterMs] as const)),
  );
  const { fps, voice } = timeline;
  const spoken = spokenStretches(timeline);
  const rests = voice.flatMap(({ sentenceId }, index): Stretch[] => {
    const pause = (pauses.get(sentenceId) ?? 0) / 1000;
    // Where it lies in the rest does not matter: a subtitle may hold before it.
    const [start, next] = [spoken[index]!.end, spoken[index + 1]?.start];
    return pause > 0 && next !== undefined ? [{ start, end: Math.min(next, start + pause) }] : [];
  });
  const end = timeline.durationInFrames / fps;
  const credits = Math.max(spoken.at(-1)?.end ?? 0, end - CREDITS_SECONDS);
  return [...rests, ...heldScenes(timeline, template), { start: credits, end }];
}

/** Ends of scenes that rest because their template or their chapter needs the length. */
function heldScenes(timeline: Timeline, template: Template): Stretch[] {
  const { fps, scenes, chapters, durationInFrames } = timeline;
  return scenes.flatMap((scene): Stretch[] => {
    const end = scene.from + scene.durationInFrames;
    const plan = template.chapters
      .find(({ id }) => id === scene.chapterId)
      ?.scenes.find(({ kind }) => kind === scene.kind);
    const chapter = chapters.findIndex(({ id }) => id === scene.chapterId);
    const last = end === (chapters[chapter + 1]?.startFrame ?? durationInFrames);
    const filled = last && end - (chapters[chapter]?.startFrame ?? 0) === CHAPTER_MIN_SECONDS * fps;
    if (!filled && scene.durationInFrames !== plan?.minFrames) return [];
    return [{ start: (scene.from + (scene.sentences.at(-1)?.endFrame ?? 0)) / fps, end: end / fps }];
  });
}
