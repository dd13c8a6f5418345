import type { Take } from '#domain/speech';
import { light, render, speech } from './activity-stubs.ts';
import type { Desk } from './desk.ts';
import { inOrder } from './in-order.ts';
import type { ProduceFilmResult } from './messages.ts';

/** Sentences and scenes under way at once in one production. */
const SENTENCES_AT_ONCE = 3;
const SCENES_AT_ONCE = 2;

/** What follows an approval: speech, timeline, scenes, package. Each step finds its own earlier result by content. */
export async function makeFilm(desk: Desk): Promise<ProduceFilmResult['outputs']> {
  const { run, request } = desk.input;
  const { sentences, version } = desk;
  const [analysis, script, decision] = [desk.facts!, desk.script!, desk.decision!];
  if (decision.decision !== 'approve') throw new Error('makeFilm needs an approval');

  desk.stage = 'speech';
  const count = sentences.length;
  const takes: Take[] = await inOrder(
    sentences,
    SENTENCES_AT_ONCE,
    async (sentenceId, index) => (await speech.speak({ run, request, script, sentenceId, index, count })).take,
  );

  desk.stage = 'timeline';
  const { timeline } = await light.layTimeline({ run, request, script, takes });
  const { pictures } = await desk.pictures();
  const film = await light.composeFilm({ run, request, analysis, script, timeline, pictures, decision });

  desk.stage = 'render';
  const total = film.scenes.reduce((sum, scene) => sum + scene.frames, 0);
  let doneFrames = 0;
  const chunks = await inOrder(film.scenes, SCENES_AT_ONCE, async ({ id: sceneId, props: scene, frames }) => {
    const { chunk } = await render.renderScene({ run, scene, sceneId, doneFrames, frames, totalFrames: total });
    doneFrames += frames;
    return chunk;
  });

  desk.stage = 'package';
  const order = { run, request, version, analysis, script, timeline, film: film.film, takes, chunks, decision };
  return (await render.packageFilm(order)).outputs;
}
