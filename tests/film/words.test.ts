import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeScript } from '#activities/script/write-script';
import { BRAND_IDS, findBrand } from '#domain/brands';
import { WORD_KEYS, type Word, word } from '#domain/film/words';
import { findTemplate } from '#domain/templates';
import { ANALYSIS_VARIANTS } from '../fixtures/analysis.ts';

/** Keys that one language does without. */
const MAY_BE_EMPTY: readonly Word[] = ['rating.class', 'rating.class.before'];
const names = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
const raw = (language: 'zh-CN' | 'en', key: Word): string =>
  word(language, key, new Proxy({}, { get: (_, name) => `{${String(name)}}` }));

describe('words', () => {
  it('has every word in both languages, with the same blanks', () => {
    for (const key of WORD_KEYS) {
      const [zh, en] = [raw('zh-CN', key), raw('en', key)];
      if (!MAY_BE_EMPTY.includes(key)) expect([key, zh !== '', en !== '']).toEqual([key, true, true]);
      expect([key, names(en)]).toEqual([key, names(zh)]);
      expect([key, /[\u4e00-\u9fff]/.test(en.replace('医影工坊', ''))]).toEqual([key, false]);
    }
  });

  it('draws every character it may need from the bundled fonts', async () => {
    const found = new Set<string>();
    const take = (value: unknown): void => {
      if (typeof value === 'string') for (const char of value) found.add(char);
      else if (value && typeof value === 'object') for (const item of Object.values(value)) take(item);
    };
    for (const key of WORD_KEYS) take([raw('zh-CN', key), raw('en', key)]);
    for (const id of BRAND_IDS) take(findBrand(id));
    for (const analysis of Object.values(ANALYSIS_VARIANTS)) {
      for (const language of ['zh-CN', 'en'] as const) {
        take(writeScript(analysis(), { template: findTemplate('case-teaching'), language }));
      }
    }
    const sans = await covers('noto-sans-sc/index.css');
    const serif = await covers('noto-serif-sc/index.css');
    const inter = await covers('inter/wght.css');
    const missing = [...found].filter((char) => {
      const code = char.codePointAt(0) ?? 0;
      return code > 31 && !(sans(code) || inter(code));
    });
    expect(found.size).toBeGreaterThan(300);
    expect(missing).toEqual([]);
    // Titles of brand A are set in the serif.
    expect([...found].filter((char) => /[\u4e00-\u9fff]/.test(char) && !serif(char.codePointAt(0) ?? 0))).toEqual([]);
  });
});

/** Whether a family's subsets, as the bundled style sheet declares them, hold a code point. */
async function covers(sheet: string): Promise<(code: number) => boolean> {
  const file = path.resolve(import.meta.dirname, '../../node_modules/@fontsource-variable', sheet);
  const ranges: [number, number][] = [];
  for (const match of (await readFile(file, 'utf8')).matchAll(/unicode-range:\s*([^;]+);/g)) {
    for (const part of (match[1] ?? '').split(',')) {
      const [from, to] = part.trim().slice(2).split('-');
      ranges.push([Number.parseInt(from ?? '', 16), Number.parseInt(to ?? from ?? '', 16)]);
    }
  }
  return (code) => ranges.some(([from, to]) => code >= from && code <= to);
}
