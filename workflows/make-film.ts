import type { Decision } from '#domain/approval';
import type { ArtifactRef } from '#domain/artifact';
import type { ProductionRequest } from '#domain/production';
import type { Stage } from '#domain/progress';
import type { Take } from '#domain/speech';
import { light, render, speech } from './activity-stubs.ts';
import { inOrder } from './in-order.ts';
import type { ProduceFilmResult, RunRef } from './messages.ts';

interface MakeFilmInput {
  readonly run: RunRef;
  readonly request: ProductionRequest;
  readonly analysis: ArtifactRef;
  readonly script: ArtifactRef;
  readonly sentences: readonly string[];
  readonly decision: Decision;
  readonly pictures: Promise<{ pictures: ArtifactRef }>;
  onStage(stage: Stage): void;
}

/** Sentences and scenes under way at once in one production. */
const SENTENCES_AT_ONCE = 3;
const SCENES_AT_ONCE = 2;

/** What follows an approval: speech, timeline, scenes, package. Each step finds its own earlier result by content. */
export async function makeFilm(input: MakeFilmInput): Promise<ProduceFilmResult['outputs']> {
  const { run, request, analysis, script, decision } = input;
  if (decision.decision !== 'approve') throw new Error('makeFilm needs an approval');

  input.onStage('speech');
  const count = input.sentences.length;
  const takes: Take[] = await inOrder(
    input.sentences,
    SENTENCES_AT_ONCE,
    async (sentenceId, index) => (await speech.speak({ run, request, script, sentenceId, index, count })).take,
  );

  input.onStage('timeline');
  const timeline = await light.layTimeline({ run, request, script, takes });
  const { pictures } = await input.pictures;
  const film = await light.composeFilm({
    run,
    request,
    analysis,
    script,
    timeline: timeline.timeline,
    pictures,
    decision,
  });

  input.onStage('render');
  const total = film.scenes.reduce((sum, scene) => sum + scene.frames, 0);
  let doneFrames = 0;
  const chunks = await inOrder(film.scenes, SCENES_AT_ONCE, async ({ id: sceneId, props: scene, frames }) => {
    const { chunk } = await render.renderScene({ run, scene, sceneId, doneFrames, frames, totalFrames: total });
    doneFrames += frames;
    return chunk;
  });

  input.onStage('package');
  const packed = await render.packageFilm({
    run,
    request,
    analysis,
    script,
    timeline: timeline.timeline,
    film: film.film,
    takes,
    chunks,
    decision,
  });
  return packed.outputs;
}
