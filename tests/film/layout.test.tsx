import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BlobStore } from '#activities/store/blob-store';
import type { ComposeInput } from '#domain/film/base';
import { composeFilm, type SceneProps } from '#domain/film/film';
import { introState } from '#domain/film/intro';
import { SceneFrame } from '../../remotion/scene-frame.tsx';
import { ANALYSIS_VARIANTS } from '../fixtures/analysis.ts';
import { type SampleVariant, sampleInput } from './sample.ts';
import { overlap, type TextBox, textBoxes } from './text-boxes.ts';

const clock = vi.hoisted(() => ({ frame: 0 }));
vi.mock('remotion', () => ({
  useCurrentFrame: () => clock.frame,
  AbsoluteFill: (props: object) => createElement('div', props),
  Img: (props: object) => createElement('img', props),
}));

/** Scenes laid out here; the image scenes have tests of their own. */
const KINDS: readonly SceneProps['kind'][] = ['intro', 'case', 'chapter', 'features', 'assessment', 'advice', 'outro'];
const VARIANTS: readonly SampleVariant[] = ['screening', 'diagnostic', 'none', 'bare'];

function frameOf(props: SceneProps, frame: number): string {
  clock.frame = frame;
  return renderToStaticMarkup(createElement(SceneFrame, { scene: props, frames: null }));
}

/** The last frame on which everything stands: the opening dissolves, the case card fades. */
const restOf = (props: SceneProps): number =>
  props.durationInFrames - 1 - (props.kind === 'intro' || props.kind === 'case' ? 14 : 0);

describe('layout', () => {
  let folder = '';
  const inputs: { name: string; input: ComposeInput }[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'film-layout-'));
    const store = new BlobStore(folder);
    for (const variant of VARIANTS) {
      for (const language of ['zh-CN', 'en'] as const) {
        for (const brand of ['A', 'B']) {
          inputs.push({
            name: `${variant} ${language} ${brand}`,
            input: await sampleInput(store, { variant, language, brand, coarse: true }),
          });
        }
      }
    }
    // Every branch that findings can decide, in the first brand.
    for (const [name, analysis] of Object.entries(ANALYSIS_VARIANTS)) {
      for (const language of ['zh-CN', 'en'] as const) {
        inputs.push({
          name: `${name} ${language}`,
          input: await sampleInput(store, { language, analysis: analysis(), coarse: true }),
        });
      }
    }
  }, 240_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const laid: { name: string; props: SceneProps; boxes: TextBox[] }[] = [];
  const each = (check: (name: string, props: SceneProps, boxes: TextBox[]) => void): void => {
    if (laid.length === 0) {
      for (const { name, input } of inputs) {
        for (const { props } of composeFilm(input).scenes) {
          if (!KINDS.includes(props.kind)) continue;
          laid.push({ name: `${name} ${props.id}`, props, boxes: textBoxes(frameOf(props, restOf(props))) });
        }
      }
    }
    for (const { name, props, boxes } of laid) check(name, props, boxes);
  };

  it('keeps all text inside title safe, 28 px or more in effect', () => {
    const faults: string[] = [];
    each((name, _props, boxes) => {
      expect(boxes.length, name).toBeGreaterThan(2);
      for (const box of boxes) {
        // A centred number under the first threshold may stand half a digit out.
        if (box.left < 84 || box.right > 1828 || box.top < 50 || box.bottom > 1026) {
          faults.push(
            `${name}: "${box.text}" ${Math.round(box.left)}–${Math.round(box.right)} × ${Math.round(box.top)}`,
          );
        }
      }
    });
    expect(faults).toEqual([]);
  });

  it('lets no two texts meet', () => {
    const faults: string[] = [];
    each((name, _props, boxes) => {
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(i + 1)) if (overlap(a, b)) faults.push(`${name}: "${a.text}" × "${b.text}"`);
      });
    });
    expect(faults).toEqual([]);
  });

  it('keeps the subtitle band for subtitles', () => {
    const faults: string[] = [];
    each((name, props, boxes) => {
      if (props.kind === 'intro' || props.kind === 'chapter') return;
      for (const box of boxes) if (box.bottom > 866 && box.top < 990) faults.push(`${name}: "${box.text}"`);
    });
    expect(faults).toEqual([]);
  });

  it('carries its marks: AI on every frame, simulated data wherever it is simulated, the large label from frame 0', () => {
    for (const { name, input } of inputs) {
      const film = composeFilm(input);
      for (const { props } of film.scenes) {
        if (!KINDS.includes(props.kind)) continue;
        for (const frame of [0, Math.floor(props.durationInFrames / 2), props.durationInFrames - 1]) {
          const texts = textBoxes(frameOf(props, frame)).map((box) => box.text);
          const joined = texts.join(' ');
          const large =
            props.kind === 'intro' ? props.aiLabel.lines.join(' ') : props.kind === 'outro' ? props.aiLabel.text : null;
          expect(joined, `${name} ${props.id} ${frame}`).toContain(large ?? props.marks.ai);
          if (input.analysis.study.provenance === 'simulated') {
            expect(joined, `${name} ${props.id} ${frame}`).toContain(props.marks.simulated ?? 'missing');
          }
        }
      }
      const intro = film.scenes[0]?.props;
      expect(intro?.kind).toBe('intro');
      if (intro?.kind !== 'intro') continue;
      expect(intro.aiLabel.size).toBeGreaterThanOrEqual(57);
      // The label stands untouched for at least 75 frames from the first: two seconds are the law, three the plan.
      for (const frame of [0, 1, 40, 74]) expect(introState(intro, frame).label, name).toBe(1);
    }
  });
});
