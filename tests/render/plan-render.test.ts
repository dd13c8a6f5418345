import { rm } from 'node:fs/promises';
import { afterAll, expect, it } from 'vitest';
import { planRender, sceneStep } from '#activities/render/plan-render';
import { stepKey } from '#activities/store/step-key';
import { composeFilm } from '#domain/film/film';
import { sampleInput } from '#tests/film/sample';
import { emptyStore } from './fixture/scene.ts';

const store = await emptyStore();
afterAll(() => rm(store.root, { recursive: true, force: true }));

it('knows before rendering which scenes an edited sentence or another brand will draw again', async () => {
  const input = await sampleInput(store, { coarse: true });
  const film = composeFilm(input);
  const keys = new Set(film.scenes.map(({ props }) => stepKey(sceneStep(props, 'v1'))));
  const drawn = async (made: typeof film, version = 'v1') => {
    const plan = await planRender(made, version, async () => keys);
    return plan.scenes.filter(({ reused }) => !reused).map(({ id }) => id);
  };
  expect(await drawn(film)).toEqual([]);
  const captions = input.timeline.captions.map((caption, index) =>
    index === 3 ? { ...caption, lines: ['改过的一句话'] } : caption,
  );
  const edited = await drawn(composeFilm({ ...input, timeline: { ...input.timeline, captions } }));
  expect(edited).toHaveLength(1);
  const all = film.scenes.map(({ props }) => props.id);
  expect(await drawn(composeFilm({ ...input, brand: { ...input.brand, accent: '#44AAFF' } }))).toEqual(all);
  expect(await drawn(film, 'v2')).toEqual(all);
  const plan = await planRender(film, 'v1', async () => keys);
  expect(plan.reusedShare).toBe(1);
  for (const { frames, distinctFrames } of plan.scenes) expect(distinctFrames).toBeLessThanOrEqual(frames);
});
