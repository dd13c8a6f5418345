import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BlobStore } from '#activities/store/blob-store';
import { composeFilm } from '#domain/film/film';
import { lintText } from '#domain/lint';
import { TEMPLATES } from '#domain/templates';
import { ANALYSIS_VARIANTS } from '../fixtures/analysis.ts';
import { sampleInput } from './sample.ts';

/** Names of institutions and works, ids and drawings are not statements of the film. */
const NOT_SAID = new Set([
  'brand',
  'id',
  'image',
  'references',
  'works',
  'legal',
  'restriction',
  'credits',
  'path',
  'd',
]);

/** The rule's own names of its classes, the guideline's premise, and a meeting of doctors. */
const RULES_OWN = /^(可能良性|良性表现|(probably )?benign|joint review|assumes no known cancer.*)$/i;

function wordsOf(value: unknown, key: string, found: Set<string>): void {
  if (NOT_SAID.has(key)) return;
  if (typeof value === 'string') found.add(value);
  else if (value && typeof value === 'object')
    for (const [name, item] of Object.entries(value)) wordsOf(item, Array.isArray(value) ? key : name, found);
}

describe('what a film shows obeys the law of what it may say', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'film-said-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(TEMPLATES.map(({ id }) => id).filter((id) => !id.endsWith('-box')))(
    '%s: no refused wording on any frame',
    async (template) => {
      const faults = new Set<string>();
      for (const language of ['zh-CN', 'en'] as const) {
        for (const make of Object.values(ANALYSIS_VARIANTS)) {
          const input = await sampleInput(new BlobStore(folder), {
            template,
            language,
            analysis: make(),
            coarse: true,
          });
          const found = new Set<string>();
          for (const { props } of composeFilm(input).scenes) wordsOf(props, '', found);
          for (const text of [...found].filter((text) => !RULES_OWN.test(text)))
            for (const remark of lintText(text, language))
              if (remark.level === 'refuse') faults.add(`${remark.text} in “${text}”`);
        }
      }
      expect([...faults]).toEqual([]);
    },
    120_000,
  );
});
