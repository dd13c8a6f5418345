/**
 * Every scene of every template, in every aspect and both languages, laid out by the real browser with the real fonts: nothing overflows, nothing
 * meets, everything can be read, and the subtitle band is the subtitles'. `FIT_ONLY=<template or scene>` looks at a part.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BlobStore } from '#activities/store/blob-store';
import { contrast } from '#domain/colour';
import { composeFilm, type SceneProps } from '#domain/film/film';
import { gridOf } from '#domain/film/grid';
import { TEMPLATES } from '#domain/templates';
import { SceneFrame } from '../../remotion/scene-frame.tsx';
import { ANALYSIS_VARIANTS } from '../fixtures/analysis.ts';
import { type FitPage, openFitPage, type TextBox } from './fit-page.ts';
import { type SampleOptions, sampleInput } from './sample.ts';

const clock = vi.hoisted(() => ({ frame: 0 }));
vi.mock('remotion', () => ({
  useCurrentFrame: () => clock.frame,
  AbsoluteFill: ({ style, ...props }: { style?: object }) =>
    createElement('div', { ...props, style: { position: 'absolute', inset: 0, ...style } }),
  Img: (props: object) => createElement('img', props),
}));

const ONLY = process.env.FIT_ONLY ?? '';
const LANGUAGES = ['zh-CN', 'en'] as const;
/** Text and images may touch by this much: side bearings and descenders are not ink. */
const TOUCH = 3;
/** WCAG 2.2 AA for text; large text would be allowed 3. */
const LEAST_CONTRAST = 4.5;
const LEAST_SIZE = 27.9;
/** Everything the longest film shows is laid out for each of them; the other templates for a few. */
const FEW = ['demo part-solid RUL', 'none found'];

interface Laid {
  readonly name: string;
  readonly props: SceneProps;
  readonly boxes: readonly TextBox[];
}

const overlap = (a: TextBox, b: TextBox): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOUCH &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOUCH;

/** The middle, and the last frame on which everything stands: the opening dissolves, the case card fades. */
const framesOf = (props: SceneProps): number[] => [
  Math.floor(props.durationInFrames * 0.5),
  props.durationInFrames - 1 - (props.kind === 'intro' || props.kind === 'case' ? 14 : 0),
];

describe.each(TEMPLATES.filter(({ id }) => id !== 'case-teaching-box'))('$id', (template) => {
  let folder = '';
  let page: FitPage;
  const laid: Laid[] = [];
  const seen = new Set<string>();

  const lay = async (name: string, options: SampleOptions): Promise<void> => {
    const input = await sampleInput(new BlobStore(folder), { ...options, coarse: true });
    for (const { props } of composeFilm(input).scenes) {
      if (ONLY && ONLY !== template.id && ONLY !== props.kind) continue;
      for (const frame of framesOf(props)) {
        clock.frame = frame;
        const markup = renderToStaticMarkup(createElement(SceneFrame, { scene: props, frames: null }));
        // Variants that look alike are one picture.
        if (seen.has(markup)) continue;
        seen.add(markup);
        const boxes = await page.texts(markup, props.width, props.height);
        laid.push({ name: `${name} ${props.id} @${frame}`, props, boxes });
      }
    }
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'film-fit-'));
    page = await openFitPage();
    const variants = Object.entries(ANALYSIS_VARIANTS);
    const wide = template.id === 'case-conference' || ONLY !== '';
    const { aspects } = template;
    for (const [l, language] of LANGUAGES.entries()) {
      for (const [i, [name, make]] of variants.entries()) {
        const few = FEW.includes(name);
        if (!wide && !few) continue;
        // All aspects of the few; the others take turns.
        for (const aspect of few ? aspects : [aspects[(i + l) % aspects.length]!]) {
          const brand = name === 'none found' ? 'B' : 'A';
          const order = { template: `${template.id}/${aspect}`, language, brand, analysis: make() };
          await lay(`${aspect} ${language} ${name}`, order);
        }
      }
      for (const aspect of aspects)
        await lay(`${aspect} ${language} bare`, { template: `${template.id}/${aspect}`, language, variant: 'bare' });
    }
  }, 600_000);
  afterAll(async () => {
    await page?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const faults = (check: (scene: Laid) => string[]): string[] =>
    laid.flatMap((scene) => check(scene).map((fault) => `${scene.name}: ${fault}`)).slice(0, 40);

  it('keeps all text inside title safe', () => {
    expect(
      faults(({ props, boxes }) => {
        const grid = gridOf(props);
        return boxes
          .filter(
            (box) =>
              box.left < grid.left - 14 ||
              box.right > grid.right + 6 ||
              box.top < grid.top - 6 ||
              box.bottom > grid.bottom + 6,
          )
          .map((box) => `“${box.text}” ${[box.left, box.right, box.top, box.bottom].map(Math.round).join(' ')}`);
      }),
    ).toEqual([]);
  });

  it('lets no two texts meet', () => {
    expect(
      faults(({ boxes }) =>
        boxes.flatMap((a, i) =>
          boxes
            .slice(i + 1)
            .filter((b) => a.group !== b.group && overlap(a, b))
            .map((b) => `“${a.text}” × “${b.text}”`),
        ),
      ),
    ).toEqual([]);
  });

  it('keeps the subtitle band for subtitles', () => {
    expect(
      faults(({ props, boxes }) => {
        if (props.kind === 'intro' || props.kind === 'chapter' || props.kind === 'outro') return [];
        const { caption } = gridOf(props);
        return boxes
          .filter((box) => !box.caption && box.bottom > caption.top && box.top < caption.bottom)
          .map((box) => `“${box.text}”`);
      }),
    ).toEqual([]);
  });

  it('can be read: nothing under 28 px, contrast of 4.5 or more', () => {
    expect(
      faults(({ boxes }) =>
        boxes.flatMap((box) => {
          const small = box.size < LEAST_SIZE ? [`“${box.text}” ${box.size.toFixed(1)} px`] : [];
          if (box.under === null || box.opacity < 0.99) return small;
          const ratio = contrast(box.colour, box.under);
          return ratio < LEAST_CONTRAST
            ? [...small, `“${box.text}” ${box.colour} on ${box.under}: ${ratio.toFixed(2)}`]
            : small;
        }),
      ),
    ).toEqual([]);
  });

  it('shows every subtitle inside the band', () => {
    expect(
      faults(({ props, boxes }) => {
        const { caption } = gridOf(props);
        return boxes
          .filter((box) => box.caption && (box.top < caption.top - 4 || box.bottom > caption.bottom + 4))
          .map((box) => `“${box.text}” ${Math.round(box.top)}–${Math.round(box.bottom)}`);
      }),
    ).toEqual([]);
  });
});
