import { stepKey } from '#activities/store/step-key';
import { type FilmProps, frameKey, type SceneProps } from '#domain/film/film';
import { sceneKey } from './chunk-key.ts';
import { planFrames } from './frame-plan.ts';

/** What is about to happen to one scene. */
export interface PlannedScene {
  readonly id: string;
  /** Its chunk is there already: nothing is drawn. */
  readonly reused: boolean;
  readonly frames: number;
  /** Frames that differ from one another; the others repeat one of them. */
  readonly distinctFrames: number;
}

export interface RenderPlan {
  readonly scenes: readonly PlannedScene[];
  /** Share of the film's frames that stand in chunks that are there already, 0..1. */
  readonly reusedShare: number;
}

/** The durable step that draws a scene: equal steps have one result, whoever asked for it. */
export const sceneStep = (scene: SceneProps, codeVersion: string) => ({
  stage: 'render' as const,
  version: codeVersion,
  input: { key: sceneKey(scene, codeVersion) },
});

/**
 * What rendering a film will do, known before it begins: which scenes are drawn and which found.
 * @param known which of some step keys have a result (`findStepResults`)
 */
export async function planRender(
  film: Pick<FilmProps, 'scenes'>,
  codeVersion: string,
  known: (keys: readonly string[]) => Promise<{ has(key: string): boolean }>,
): Promise<RenderPlan> {
  const steps = film.scenes.map(({ props }) => ({ props, key: stepKey(sceneStep(props, codeVersion)) }));
  const results = await known(steps.map(({ key }) => key));
  const scenes = steps.map(({ props, key }) => {
    const frames = props.durationInFrames;
    const keys = Array.from({ length: frames }, (_, frame) => frameKey(props, frame));
    return { id: props.id, reused: results.has(key), frames, distinctFrames: planFrames(keys).distinct.length };
  });
  const sum = (some: readonly PlannedScene[]): number => some.reduce((total, { frames }) => total + frames, 0);
  return { scenes, reusedShare: sum(scenes.filter(({ reused }) => reused)) / Math.max(1, sum(scenes)) };
}
