import { z } from 'zod';
import { ArtifactRef } from './artifact.ts';
import { ChapterId, SceneKind } from './script.ts';

/** A subtitle on screen. Frames are of the whole film; `endFrame` is exclusive. */
export const Caption = z.object({
  sentenceId: z.string(),
  startFrame: z.int().nonnegative(),
  endFrame: z.int().positive(),
  /** One or two lines, already broken at phrases. */
  lines: z.array(z.string()).min(1).max(2),
  /** The one word underlined, or null. */
  keyWord: z.string().nullable(),
});
export type Caption = z.infer<typeof Caption>;

/** When a cue's sentence is spoken, relative to its scene's first frame; `endFrame` exclusive. */
export const CueTime = z.object({ cue: z.string(), startFrame: z.int().nonnegative(), endFrame: z.int().positive() });
export type CueTime = z.infer<typeof CueTime>;

export const TimedScene = z.object({
  /** `<kind>` or `chapter-<id>`: unique in the film and stable over versions. */
  id: z.string(),
  kind: SceneKind,
  chapterId: ChapterId,
  from: z.int().nonnegative(),
  durationInFrames: z.int().positive(),
  sentences: z.array(z.object({ id: z.string(), startFrame: z.int(), endFrame: z.int() })),
  cues: z.array(CueTime),
});
export type TimedScene = z.infer<typeof TimedScene>;

/** The film's clock. fps exists only here and in what is derived from it. */
export const Timeline = z.object({
  fps: z.int().positive(),
  durationInFrames: z.int().positive(),
  scenes: z.array(TimedScene).min(1),
  captions: z.array(Caption),
  chapters: z.array(z.object({ id: ChapterId, title: z.string(), startFrame: z.int().nonnegative() })),
  /** Where each take starts in the mix, whole samples at 48 kHz follow from the frame. */
  voice: z.array(
    z.object({ sentenceId: z.string(), audio: ArtifactRef, startFrame: z.int().nonnegative(), durationMs: z.number() }),
  ),
});
export type Timeline = z.infer<typeof Timeline>;
