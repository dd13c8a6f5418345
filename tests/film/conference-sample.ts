import type { ComposeInput } from '#domain/film/base';
import { sceneId } from '#domain/lay-timeline';
import type { ChapterId, SceneKind } from '#domain/script';
import type { TimedScene } from '#domain/timeline';

/** The scenes of a case conference that no other film has, each with its cues timed; independent of the narration's texts. */
const PLAN: readonly [SceneKind, ChapterId, number, readonly [string, number, number][]][] = [
  [
    'quiz',
    'look',
    260,
    [
      ['ask', 10, 80],
      ['answer', 160, 220],
    ],
  ],
  [
    'surface',
    'what',
    300,
    [
      ['surface', 10, 120],
      ['lesion', 180, 260],
    ],
  ],
  [
    'quiz',
    'differential',
    260,
    [
      ['ask', 10, 80],
      ['answer', 160, 220],
    ],
  ],
  [
    'differential',
    'differential',
    420,
    [
      ['option-1', 10, 90],
      ['option-2', 100, 190],
      ['option-3', 200, 290],
      ['settle', 310, 380],
    ],
  ],
  [
    'quiz',
    'assessment',
    260,
    [
      ['ask', 10, 80],
      ['answer', 160, 220],
    ],
  ],
  [
    'quiz',
    'follow',
    260,
    [
      ['ask', 10, 80],
      ['answer', 160, 220],
    ],
  ],
];

/** The same case with only those scenes in its timeline. */
export function conferenceInput(input: ComposeInput): ComposeInput {
  let at = 0;
  const scenes = PLAN.filter(([kind]) => kind !== 'differential' || input.analysis.findings.length > 0).map(
    ([kind, chapterId, durationInFrames, cues]): TimedScene => {
      const scene = {
        ...{ id: sceneId(kind, chapterId), kind, chapterId, from: at, durationInFrames, sentences: [] },
        cues: cues.map(([cue, startFrame, endFrame]) => ({ cue, startFrame, endFrame })),
      };
      at += durationInFrames;
      return scene;
    },
  );
  return {
    ...input,
    timeline: { ...input.timeline, durationInFrames: at, scenes, captions: [], voice: [], chapters: [] },
  };
}
