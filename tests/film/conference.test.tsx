import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BlobStore } from '#activities/store/blob-store';
import { canonicalJson } from '#domain/canonical';
import type { ComposeInput } from '#domain/film/base';
import { composeFilm, type SceneProps, sceneState } from '#domain/film/film';
import { gridOf } from '#domain/film/grid';
import { type QuizProps, quizState } from '#domain/film/quiz';
import { CONFERENCE_WORDS, conferenceWord } from '#domain/film/words-conference';
import { quizOf } from '#domain/quiz';
import { findTemplate } from '#domain/templates';
import { SceneFrame } from '../../remotion/scene-frame.tsx';
import { ANALYSIS_VARIANTS } from '../fixtures/analysis.ts';
import { conferenceInput } from './conference-sample.ts';
import { sampleInput } from './sample.ts';
import { overlap, textBoxes } from './text-boxes.ts';

const clock = vi.hoisted(() => ({ frame: 0 }));
vi.mock('remotion', () => ({
  useCurrentFrame: () => clock.frame,
  AbsoluteFill: (props: object) => createElement('div', props),
  Img: (props: object) => createElement('img', props),
}));

const ASPECTS = ['16:9', '9:16', '1:1'] as const;
const ANSWER = 160;

function frameOf(scene: SceneProps, frame: number): string {
  clock.frame = frame;
  return renderToStaticMarkup(createElement(SceneFrame, { scene, frames: null }));
}

describe('scenes of a case conference', () => {
  let folder = '';
  const inputs: { name: string; input: ComposeInput }[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'film-conference-'));
    const store = new BlobStore(folder);
    for (const [name, make] of Object.entries(ANALYSIS_VARIANTS)) {
      const analysis = make();
      for (const [language, brand] of [
        ['zh-CN', 'A'],
        ['en', 'B'],
      ] as const) {
        const input = conferenceInput(await sampleInput(store, { language, brand, analysis, coarse: true }));
        for (const aspect of ASPECTS) {
          const template = findTemplate(`case-teaching/${aspect}`);
          inputs.push({ name: `${name} ${language} ${aspect}`, input: { ...input, template } });
        }
      }
    }
  }, 240_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('keep all text in the safe area, apart from each other and out of the subtitle band', () => {
    const faults: string[] = [];
    for (const { name, input } of inputs) {
      const grid = gridOf(input.template);
      for (const { props } of composeFilm(input).scenes) {
        for (const frame of [ANSWER - 30, props.durationInFrames - 1]) {
          const boxes = textBoxes(frameOf(props, frame));
          const say = (fault: string) => faults.push(`${name} ${props.id} ${frame}: ${fault}`);
          expect(boxes.length, `${name} ${props.id}`).toBeGreaterThan(3);
          boxes.forEach((box, i) => {
            if (box.left < grid.left - 12 || box.right > grid.right + 4) say(`"${box.text}" leaves the sides`);
            if (box.top < grid.top - 4) say(`"${box.text}" leaves the top`);
            if (box.bottom > grid.caption.top && box.top < grid.caption.bottom) say(`"${box.text}" in the band`);
            if (box.size < 28) say(`"${box.text}" is ${box.size} px`);
            for (const other of boxes.slice(i + 1)) if (overlap(box, other)) say(`"${box.text}" × "${other.text}"`);
          });
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('a quiz asks of the finding, and nothing of its answer shows before the cue', () => {
    // What is asked depends neither on language nor on aspect: one of each case will do.
    for (const { name, input } of inputs.filter((_, i) => i % 6 === 0)) {
      for (const { props } of composeFilm(input).scenes) {
        if (props.kind !== 'quiz') continue;
        const chapterId = props.id.replace('quiz-', '') as 'look';
        const quiz = quizOf(input.analysis, chapterId);
        expect(quiz.options[props.answer], name).toBe(quiz.answer);
        const other: QuizProps = { ...props, answer: (props.answer + 1) % props.options.length };
        for (const frame of [60, ANSWER - 40, ANSWER - 1]) {
          expect(quizState(props, frame)).toMatchObject({ leg: 0, node: 0, told: 0, mark: 0 });
          expect(frameOf(props, frame), `${name} ${props.id} ${frame}`).toBe(frameOf(other, frame));
        }
        // Told on its last frames, and then still for 800 ms.
        const end = props.durationInFrames - 1;
        expect(frameOf(props, end)).not.toBe(frameOf(other, end));
        expect(canonicalJson(quizState(props, end - 20))).toBe(canonicalJson(quizState(props, end)));
      }
    }
  });

  it('a quiz counts three seconds down along its line, evenly', () => {
    const quiz = composeFilm(inputs[0]!.input).scenes[0]!.props as QuizProps;
    const states = Array.from({ length: 75 }, (_, i) => quizState(quiz, ANSWER - 75 + i));
    expect([states[0]!.seconds, states[25]!.seconds, states[50]!.seconds]).toEqual([3, 2, 1]);
    expect(quizState(quiz, ANSWER)).toMatchObject({ seconds: 0, run: 1 });
    states.forEach((state, i) => {
      expect(state.run).toBeCloseTo(i / 75, 3);
    });
  });

  it('the surface swings to both sides, one view at a time, and rests from the front', () => {
    const film = composeFilm(inputs[0]!.input);
    const surface = film.scenes.find(({ props }) => props.kind === 'surface')!.props;
    if (surface.kind !== 'surface' || !surface.turn) throw new Error('the sample has no surface');
    const shown = Array.from({ length: surface.durationInFrames }, (_, frame) => sceneState(surface, frame)) as {
      shown: number;
    }[];
    const views = shown.map((state) => state.shown);
    expect(Math.min(...views)).toBe(0);
    expect(Math.max(...views)).toBe(surface.turn.stack.length - 1);
    expect(Math.max(...views.slice(1).map((view, i) => Math.abs(view - views[i]!)))).toBeLessThanOrEqual(1);
    expect(views.at(-21)).toBe(surface.turn.front);
    expect(canonicalJson(shown.at(-21))).toBe(canonicalJson(shown.at(-1)));
  });

  it('says every word in both languages, with the same values', () => {
    for (const key of CONFERENCE_WORDS) {
      const [zh, en] = [conferenceWord('zh-CN', key), conferenceWord('en', key)];
      expect(zh, key).not.toBe('');
      expect(en, key).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
