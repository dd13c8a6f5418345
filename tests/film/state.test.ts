import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BlobStore } from '#activities/store/blob-store';
import { canonicalJson } from '#domain/canonical';
import { composeFilm, FilmProps, frameKey, type SceneProps, sceneState } from '#domain/film/film';
import { sampleInput } from './sample.ts';

describe('films as data', () => {
  let folder = '';
  const films: FilmProps[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'film-state-'));
    const store = new BlobStore(folder);
    for (const variant of ['screening', 'diagnostic', 'none', 'bare'] as const) {
      for (const language of ['zh-CN', 'en'] as const) {
        films.push(composeFilm(await sampleInput(store, { variant, language, coarse: true })));
      }
    }
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('survive their schema and JSON unchanged', () => {
    for (const film of films) expect(FilmProps.parse(JSON.parse(JSON.stringify(film)))).toEqual(film);
  });

  it('lie end to end over the whole length', () => {
    for (const film of films) {
      let at = 0;
      for (const { from, props } of film.scenes) {
        expect(from).toBe(at);
        at += props.durationInFrames;
      }
      expect(at).toBe(film.durationInFrames);
    }
  });

  it('play the progress thread once, without a gap and never backwards', () => {
    for (const film of films) {
      const spans = film.scenes.map(({ props }) => props.thread);
      expect(spans[0]?.from).toBe(0.05);
      expect(spans.at(-1)?.to).toBe(0.95);
      spans.slice(1).forEach((span, i) => {
        expect(span.from).toBe(spans[i]?.to);
      });
    }
  });

  it('hold when scenes are very short, very long, or speak no cue', () => {
    for (const { props } of films.flatMap((film) => film.scenes)) {
      for (const durationInFrames of [1, 12, props.durationInFrames, 4000]) {
        for (const cues of [props.cues, []]) {
          const scene: SceneProps = { ...props, durationInFrames, cues };
          for (const frame of new Set([0, 1, Math.floor(durationInFrames / 2), durationInFrames - 1])) {
            // canonicalJson refuses NaN and infinities; a second asking gives the same state.
            expect(canonicalJson(sceneState(scene, frame))).toBe(canonicalJson(sceneState(scene, frame)));
          }
        }
      }
    }
  });

  it('rest: most frames of a type scene are a frame that was there before', () => {
    const film = films[0];
    const rows = (film?.scenes ?? []).map(({ props }) => {
      const keys = Array.from({ length: props.durationInFrames }, (_, frame) => frameKey(props, frame));
      return { scene: props.id, frames: keys.length, distinct: new Set(keys).size };
    });
    const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + pick(row), 0);
    console.log(rows.map((row) => `${row.scene.padEnd(20)} ${row.distinct}/${row.frames}`).join('\n'));
    console.log(`film ${sum((row) => row.distinct)}/${sum((row) => row.frames)} distinct`);
    for (const { scene, frames, distinct } of rows) {
      if (['features', 'assessment', 'advice', 'outro', 'case', 'intro'].includes(scene)) {
        expect(distinct / frames, scene).toBeLessThan(0.45);
      }
    }
  });

  it('show all there is by the end of the scene', () => {
    for (const { props } of films.flatMap((film) => film.scenes)) {
      const state = sceneState(props, props.durationInFrames - 1);
      if (props.kind === 'assessment') {
        expect(state).toMatchObject({ seal: { opacity: 1, scale: 1 }, limits: 1, result: { opacity: 1, shift: 0 } });
        // The seal is the last to come and then stands still for 38 frames.
        const last = frameKey({ ...props, captions: [] }, props.durationInFrames - 1);
        const still = sceneState(props, props.durationInFrames - 38);
        expect(canonicalJson(still), last).toBe(canonicalJson(state));
      }
      if (props.kind === 'features') expect('rows' in state && state.rows).toEqual(props.rows.map(() => 1));
      if (props.kind === 'advice') expect('nodes' in state && state.nodes).toEqual(props.rows.map(() => 1));
    }
  });
});
