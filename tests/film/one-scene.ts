import { CUES } from '#domain/cues';
import type { ComposeInput } from '#domain/film/base';
import { composeFilm, type SceneProps } from '#domain/film/film';
import type { SceneKind } from '#domain/script';
import type { Timeline } from '#domain/timeline';

/** Frames from one cue to the next. */
const STEP = 60;

/** A scene of this kind as `input` composes it, with every cue spoken in order, whether or not its template has the scene. */
export function oneScene(input: ComposeInput, kind: SceneKind): SceneProps {
  const cues = CUES[kind].map((cue, i) => ({ cue, startFrame: 8 + i * STEP, endFrame: (i + 1) * STEP }));
  const durationInFrames = STEP * cues.length + 80;
  const { fps } = input.timeline;
  const scene = { id: kind, kind, chapterId: 'assessment', from: 0, durationInFrames, sentences: [], cues } as const;
  const timeline: Timeline = {
    fps,
    durationInFrames,
    scenes: [{ ...scene, sentences: [], cues }],
    captions: [],
    chapters: [],
    voice: [],
  };
  const [only] = composeFilm({ ...input, timeline }).scenes;
  if (!only) throw new Error(`no scene ${kind}`);
  return only.props;
}
