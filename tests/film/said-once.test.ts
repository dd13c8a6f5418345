import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BlobStore } from '#activities/store/blob-store';
import type { ComposeInput } from '#domain/film/base';
import { composeFilm, type SceneProps } from '#domain/film/film';
import { asksPlace } from '#domain/quiz';
import { TEMPLATES } from '#domain/templates';
import { sampleInput } from './sample.ts';

const plain = (lines: readonly string[]): string => lines.join('').replace(/[\s\p{P}]/gu, '');

/** The same study with its nodule at the other end of the lungs. */
function moved(input: ComposeInput): ComposeInput {
  const [first, ...rest] = input.analysis.findings;
  if (!first) throw new Error('nothing found');
  const [x, y, z] = first.centreVoxel;
  const findings = [{ ...first, centreVoxel: [512 - x, y, z + 30] as [number, number, number] }, ...rest];
  return { ...input, analysis: { ...input.analysis, findings } };
}

describe('what a film says', () => {
  let folder = '';
  const inputs: ComposeInput[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'film-said-'));
    const store = new BlobStore(folder);
    for (const { id: template } of TEMPLATES) {
      for (const language of ['zh-CN', 'en'] as const) {
        inputs.push(await sampleInput(store, { template, language, coarse: true }));
      }
    }
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const intro = (input: ComposeInput): SceneProps => composeFilm(input).scenes[0]!.props;

  it('does not give the place away before it asks for it', () => {
    const asking = inputs.filter(({ template }) => asksPlace(template));
    expect(new Set(asking.map(({ template }) => template.id))).toEqual(
      new Set(['case-conference', 'read-in-a-minute']),
    );
    for (const input of asking) expect(intro(input)).toEqual(intro(moved(input)));
    for (const input of inputs) {
      if (!asking.includes(input)) expect(intro(input)).not.toEqual(intro(moved(input)));
    }
  });

  it('does not stand large and in the subtitle at once', () => {
    let dropped = 0;
    for (const input of inputs) {
      for (const { from, props } of composeFilm(input).scenes) {
        if (props.kind === 'chapter') expect(props.captions, `${input.template.id} ${props.id}`).toEqual([]);
        if (props.kind !== 'case' && props.kind !== 'quiz') continue;
        const large = plain(props.question.lines);
        for (const { lines } of props.captions) expect(large).not.toContain(plain(lines));
        const end = from + props.durationInFrames;
        const all = input.timeline.captions.filter((each) => each.startFrame >= from && each.startFrame < end);
        for (const caption of all) {
          const kept = props.captions.some((each) => each.startFrame === caption.startFrame - from);
          expect(kept, plain(caption.lines)).toBe(!large.includes(plain(caption.lines)));
          if (!kept) dropped++;
        }
      }
    }
    expect(dropped).toBeGreaterThan(3);
  });
});
