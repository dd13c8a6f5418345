/** Tables, points, quotes, measures, assessment and advice in every aspect: what a frame must hold whatever was found. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeScript } from '#activities/script/write-script';
import { BlobStore } from '#activities/store/blob-store';
import { Aspect } from '#domain/aspect';
import type { ComposeInput } from '#domain/film/base';
import type { SceneProps } from '#domain/film/film';
import { gridOf } from '#domain/film/grid';
import type { SceneKind } from '#domain/script';
import { inAspect } from '#domain/template';
import { SceneFrame } from '../../remotion/scene-frame.tsx';
import { ANALYSIS_VARIANTS, analysisOf, nodule } from '../fixtures/analysis.ts';
import { oneScene } from './one-scene.ts';
import { SAMPLE_APPROVAL, sampleInput } from './sample.ts';
import { overlap, type TextBox, textBoxes } from './text-boxes.ts';

const clock = vi.hoisted(() => ({ frame: 0 }));
vi.mock('remotion', () => ({
  useCurrentFrame: () => clock.frame,
  AbsoluteFill: (props: object) => createElement('div', props),
  Img: (props: object) => createElement('img', props),
}));

const KINDS: readonly SceneKind[] = ['table', 'points', 'quote', 'features', 'assessment', 'advice'];
const LOBES = ['RUL', 'LLL', 'RML', 'LUL', 'RLL', 'RUL', 'LLL', 'RML'] as const;
const TYPES = ['part-solid', 'solid', 'non-solid'] as const;
/** More findings than the table has rows. */
const many = () =>
  analysisOf({
    findings: LOBES.map((lobe, i) =>
      nodule({ lobe, type: TYPES[i % 3]!, longAxisMm: 29.6 - i * 3, shortAxisMm: 26.2 - i * 3 }),
    ),
  });
const VARIANTS = { ...ANALYSIS_VARIANTS, 'eight nodules': many };

interface Laid {
  readonly name: string;
  readonly props: SceneProps;
  readonly boxes: readonly TextBox[];
}

/** Text of the scene itself: header and subtitles have laws of their own. */
function sceneBoxes(props: SceneProps): TextBox[] {
  clock.frame = props.durationInFrames - 1;
  const markup = renderToStaticMarkup(createElement(SceneFrame, { scene: props, frames: null }));
  const { stage } = gridOf(props);
  return textBoxes(markup).filter((box) => box.text !== '' && box.bottom > stage.top);
}

describe('layout in every aspect', () => {
  let folder = '';
  const laid: Laid[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'film-tall-'));
    const store = new BlobStore(folder);
    const lay = (name: string, input: ComposeInput): void => {
      for (const aspect of Aspect.options) {
        for (const kind of KINDS) {
          if (kind === 'features' && input.analysis.findings.length === 0) continue;
          const texts = kind === 'points' ? ([null, 'patient'] as const) : ([null] as const);
          for (const voice of texts) {
            const props = oneScene({ ...input, template: { ...inAspect(input.template, aspect), texts: voice } }, kind);
            laid.push({ name: `${aspect} ${name} ${kind}`, props, boxes: sceneBoxes(props) });
          }
        }
      }
    };
    for (const [i, [name, make]] of Object.entries(VARIANTS).entries()) {
      const brand = i % 2 ? 'B' : 'A';
      const zh = await sampleInput(store, { brand, analysis: make(), coarse: true });
      lay(`zh ${brand} ${name}`, zh);
      // The pictures are the same in every language.
      const script = writeScript(zh.analysis, { template: zh.template, language: 'en' });
      lay(`en ${brand} ${name}`, { ...zh, script, approval: SAMPLE_APPROVAL('en') });
    }
  }, 240_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const faults = (check: (scene: Laid) => string[]): string[] =>
    laid.flatMap((scene) => check(scene).map((fault) => `${scene.name}: ${fault}`));

  it('keeps all text on the stage, none under 28 px', () => {
    expect(
      faults(({ props, boxes }) => {
        const { left, right, stage } = gridOf(props);
        return boxes
          .filter(
            (box) =>
              box.left < left - 10 ||
              box.right > right + 6 ||
              box.top < stage.top - 6 ||
              box.bottom > stage.bottom + 3 ||
              box.size < 28,
          )
          .map(
            ({ text, size, ...at }) =>
              `"${text}" ${size} px at ${[at.left, at.right, at.top, at.bottom].map(Math.round).join(' ')}`,
          );
      }),
    ).toEqual([]);
  });

  it('lets no two texts meet', () => {
    expect(
      faults(({ boxes }) =>
        boxes.flatMap((a, i) =>
          boxes
            .slice(i + 1)
            .filter((b) => overlap(a, b))
            .map((b) => `"${a.text}" × "${b.text}"`),
        ),
      ),
    ).toEqual([]);
  });

  it('says the same in every aspect: only the place changes', () => {
    const words = new Map<string, Set<string>>();
    for (const { name, props, boxes } of laid) {
      if (!['table', 'points'].includes(props.kind)) continue;
      const key = `${name.slice(name.indexOf(' '))} ${props.kind === 'points' ? props.title : ''}`;
      const said = boxes
        .map((box) => box.text)
        .sort()
        .join('|')
        .replace(/\s/g, '');
      words.set(key, (words.get(key) ?? new Set()).add(said));
    }
    expect(words.size).toBeGreaterThan(100);
    for (const [name, said] of words)
      if (!name.includes('none found')) expect([...said].length, [name, ...said].join('\n')).toBeLessThanOrEqual(2);
  });
});
