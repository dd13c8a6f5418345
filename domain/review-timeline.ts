import { z } from 'zod';
import { ChapterId, SceneKind, type Script } from './script.ts';
import type { Timeline } from './timeline.ts';

/** A scene on the review room's timeline. */
export const ReviewScene = z.object({
  id: z.string(),
  /** Counts from 1. */
  number: z.int(),
  kind: SceneKind,
  chapterId: ChapterId,
  from: z.int().nonnegative(),
  /** Exclusive. */
  endFrame: z.int().positive(),
  /** Drawn anew since the version it is compared with. */
  changed: z.boolean(),
});
export type ReviewScene = z.infer<typeof ReviewScene>;

/** A sentence on the review room's timeline; frames are of the whole film. */
export const ReviewSentence = z.object({
  id: z.string(),
  number: z.int(),
  sceneId: z.string(),
  chapterId: ChapterId,
  text: z.string(),
  speaker: z.enum(['doctor', 'narrator']),
  findingIds: z.array(z.string()),
  from: z.int().nonnegative(),
  endFrame: z.int().positive(),
  changed: z.boolean(),
});
export type ReviewSentence = z.infer<typeof ReviewSentence>;

export const ReviewTimeline = z.object({
  /** `film`: measured on the made film; `preview`: estimated from the script, before a voice spoke it. */
  source: z.enum(['film', 'preview']),
  fps: z.int().positive(),
  durationInFrames: z.int().positive(),
  scenes: z.array(ReviewScene),
  sentences: z.array(ReviewSentence),
});
export type ReviewTimeline = z.infer<typeof ReviewTimeline>;

/** What differs from the version it is compared with. */
export interface ChangedParts {
  readonly sentenceIds: ReadonlySet<string>;
  readonly sceneIds: ReadonlySet<string>;
}

/** A film's clock and words as the review room shows them. Sentences the timeline does not hold are left out. */
export function reviewTimeline(
  timeline: Timeline,
  script: Script,
  source: ReviewTimeline['source'],
  changed: ChangedParts,
): ReviewTimeline {
  const written = new Map(script.chapters.flatMap((chapter) => chapter.sentences.map((item) => [item.id, item])));
  const scenes = timeline.scenes.map((scene, index) => ({
    id: scene.id,
    number: index + 1,
    kind: scene.kind,
    chapterId: scene.chapterId,
    from: scene.from,
    endFrame: scene.from + scene.durationInFrames,
    changed: changed.sceneIds.has(scene.id),
  }));
  const sentences = timeline.scenes
    .flatMap((scene) => scene.sentences.map((timed) => ({ scene, timed, sentence: written.get(timed.id) })))
    .flatMap(({ scene, timed, sentence }) => (sentence ? [{ scene, timed, sentence }] : []))
    .map(({ scene, timed, sentence }, index) => ({
      id: sentence.id,
      number: index + 1,
      sceneId: scene.id,
      chapterId: scene.chapterId,
      text: sentence.text,
      speaker: sentence.speaker,
      findingIds: sentence.findingIds,
      from: scene.from + timed.startFrame,
      endFrame: scene.from + timed.endFrame,
      changed: changed.sentenceIds.has(sentence.id),
    }));
  return { source, fps: timeline.fps, durationInFrames: timeline.durationInFrames, scenes, sentences };
}

/** The sentence being spoken at a frame, or the last one before it; null before the first. */
export function sentenceAt(timeline: Pick<ReviewTimeline, 'sentences'>, frame: number): ReviewSentence | null {
  return timeline.sentences.findLast((sentence) => sentence.from <= frame) ?? null;
}

/** The scene on screen at a frame. */
export function sceneAt(timeline: Pick<ReviewTimeline, 'scenes'>, frame: number): ReviewScene | null {
  return timeline.scenes.findLast((scene) => scene.from <= frame) ?? null;
}

/**
 * The frame of another version that shows the same place: the same sentence, as far into it; where that sentence is shorter the other waits at
 * its end, and a sentence the other does not have is waited for at the end of the last one both have.
 */
export function alignFrame(frame: number, here: ReviewTimeline, there: ReviewTimeline): number {
  const known = new Map(there.sentences.map((sentence) => [sentence.id, sentence]));
  const before = here.sentences.filter((sentence) => sentence.from <= frame);
  const last = before.at(-1);
  if (!last) return Math.min(frame, Math.max(0, (there.sentences[0]?.from ?? there.durationInFrames) - 1));
  const same = known.get(last.id);
  if (same) return Math.min(same.from + (frame - last.from), holdOf(same, there));
  const shared = before.findLast((sentence) => known.has(sentence.id));
  return shared ? holdOf(known.get(shared.id)!, there) : 0;
}

/** Last frame before the next sentence begins. */
function holdOf(sentence: ReviewSentence, timeline: ReviewTimeline): number {
  const next = timeline.sentences.find((other) => other.from > sentence.from);
  return (next?.from ?? timeline.durationInFrames) - 1;
}

/**
 * Where a remark stands on a timeline that may be another one than it was made on: at its own frame while that frame lies in its sentence, else
 * at the sentence, else inside the film. Null for a remark on the whole.
 */
export function placePin(
  pin: { readonly startFrame: number | null; readonly endFrame: number | null; readonly sentenceId: string | null },
  timeline: ReviewTimeline,
): { readonly from: number; readonly endFrame: number } | null {
  const sentence = timeline.sentences.find((item) => item.id === pin.sentenceId);
  if (pin.startFrame === null) return sentence ? { from: sentence.from, endFrame: sentence.endFrame } : null;
  const length = (pin.endFrame ?? pin.startFrame + 1) - pin.startFrame;
  const last = timeline.durationInFrames - 1;
  const home =
    sentence && (pin.startFrame < sentence.from || pin.startFrame > holdOf(sentence, timeline))
      ? sentence.from
      : pin.startFrame;
  const from = Math.min(home, last);
  return { from, endFrame: Math.min(from + length, timeline.durationInFrames) };
}
