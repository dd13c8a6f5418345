import { patched } from '@temporalio/workflow';
import type { SceneChunk } from '#domain/release';
import type { Take } from '#domain/speech';
import { light, render, speech } from './activity-stubs.ts';
import type { Desk } from './desk.ts';
import { inOrder } from './in-order.ts';
import type { ProduceFilmInput, ProduceFilmResult } from './messages.ts';

/** Sentences under way at once in one production. */
const SENTENCES_AT_ONCE = 3;
/** Scenes of one film put on the render queue at once: enough for four machines of two. Each worker takes as many as its cores allow. */
const SCENES_AT_ONCE = 8;
/** The same before films were fanned out; productions that began then go on so. */
const SCENES_AT_ONCE_BEFORE = 2;

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
  const chunks = await drawScenes(run, film.scenes);

  desk.stage = 'package';
  const order = { run, request, version, analysis, script, timeline, film: film.film, takes, chunks, decision };
  return (await render.packageFilm(order)).outputs;
}

type SceneOrder = Awaited<ReturnType<typeof light.composeFilm>>['scenes'][number];

/** Every scene as a piece of work of its own, the longest first, so that no machine is left alone with a long one at the end. */
async function drawScenes(run: ProduceFilmInput['run'], scenes: readonly SceneOrder[]): Promise<SceneChunk[]> {
  const fanned = patched('scenes-fanned-out');
  const queue = fanned ? [...scenes].sort((a, b) => b.frames - a.frames) : scenes;
  const totalFrames = scenes.reduce((sum, scene) => sum + scene.frames, 0);
  let given = 0;
  const drawn = await inOrder(queue, fanned ? SCENES_AT_ONCE : SCENES_AT_ONCE_BEFORE, async (scene) => {
    const doneFrames = given;
    given += scene.frames;
    const order = { run, scene: scene.props, sceneId: scene.id, doneFrames, frames: scene.frames, totalFrames };
    return (await render.renderScene(order)).chunk;
  });
  return scenes.map(({ id }) => drawn.find((chunk) => chunk.sceneId === id)!);
}
