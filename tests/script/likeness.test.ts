import { describe, expect, it } from 'vitest';
import { checkSentence } from '#domain/check-script';
import { EVERYDAY, LIKENESSES, likenessKey, likenessOf, likenessWords, meanMm, thingsBeside } from '#domain/everyday';
import { factAt } from '#domain/facts';
import type { Sentence } from '#domain/script';
import { writtenFact } from '#domain/spoken-value';
import { ANALYSIS_VARIANTS, demoAnalysis } from '../fixtures/analysis.ts';

const sentence = (text: string, change: Partial<Sentence> = {}): Sentence => ({
  ...{
    id: 'size-1',
    scene: 'size',
    cue: 'size',
    text,
    speaker: 'doctor',
    findingIds: ['F1'],
    claims: [],
    emphasis: [],
  },
  ...{ pauseAfterMs: 0, pronunciations: [], references: [] },
  ...change,
});

describe('what a nodule is as large as', () => {
  it('has things smallest first, each within reach of the next, every source named', () => {
    EVERYDAY.slice(1).forEach((thing, i) => {
      expect(meanMm(thing) / meanMm(EVERYDAY[i]!), thing.id).toBeGreaterThan(1.1);
      expect(meanMm(thing) / meanMm(EVERYDAY[i]!), thing.id).toBeLessThan(1.7);
    });
    for (const thing of EVERYDAY) expect(thing.source.length, thing.id).toBeGreaterThan(20);
  });

  it('says nothing false at any size', () => {
    for (let mm = 1; mm <= 60; mm = Math.round((mm + 0.1) * 10) / 10) {
      const likeness = likenessOf(mm);
      if (!likeness) {
        expect(mm < 3.5 || mm > 50, String(mm)).toBe(true);
        continue;
      }
      const ratio = mm / meanMm(likeness.thing);
      if (likeness.how === 'about') expect(Math.abs(ratio - 1)).toBeLessThanOrEqual(0.1 + 1e-9);
      if (likeness.how === 'above' || likeness.how === 'between') expect(ratio).toBeGreaterThan(1);
      if (likeness.how === 'below') expect(ratio).toBeLessThan(1);
      if (likeness.how === 'between') expect(mm).toBeLessThan(meanMm(likeness.next));
      expect(LIKENESSES).toContain(likenessKey(likeness));
    }
  });

  it('draws things below and above it beside a nodule', () => {
    for (let mm = 4.6; mm < 40; mm += 0.7) {
      for (const count of [3, 4] as const) {
        const things = thingsBeside(mm, count);
        expect(things).toHaveLength(count);
        expect(meanMm(things[0]!), String(mm)).toBeLessThanOrEqual(mm);
        expect(meanMm(things.at(-1)!), String(mm)).toBeGreaterThanOrEqual(mm);
      }
    }
  });

  it('is a fact with words, and only where there is spacing', () => {
    const demo = demoAnalysis();
    expect(factAt(demo, 'F1.likeness')).toEqual({ value: 'above:soybean', unit: 'word' });
    expect(writtenFact(demo, 'F1.likeness', 'zh-CN')).toBe('比黄豆大一点');
    expect(writtenFact(demo, 'F1.likeness', 'en')).toBe('a little larger than a soybean');
    expect(factAt(ANALYSIS_VARIANTS['no spacing']!(), 'F1.likeness')).toBeNull();
  });

  it('is checked in every wording, claimed or not', () => {
    const demo = demoAnalysis();
    const codes = (text: string, language: 'zh-CN' | 'en', change: Partial<Sentence> = {}) =>
      checkSentence(sentence(text, change), demo, language, []).map((issue) => [issue.code, issue.expected]);
    const claims = [{ text: '比黄豆大一点', fact: 'F1.likeness' }];
    expect(codes('它比黄豆大一点。', 'zh-CN', { claims })).toEqual([]);
    expect(codes('It is a little larger than a soybean.', 'en')).toEqual([]);
    expect(codes('它和豌豆差不多大。', 'zh-CN')).toEqual([['NUMBER', '比黄豆大一点']]);
    expect(codes('它像乒乓球一样大。', 'zh-CN')).toEqual([['NUMBER', '比黄豆大一点']]);
    expect(codes('It is the size of a pea.', 'en')).toEqual([['NUMBER', 'a little larger than a soybean']]);
    // The things on the frame may be named, there only.
    expect(codes('旁边放着绿豆、黄豆和一元硬币。', 'zh-CN')).toEqual([]);
    expect(codes('旁边放着绿豆。', 'zh-CN', { scene: 'case', cue: null }).length).toBe(1);
  });

  it('has words that hold no other statement', () => {
    for (const key of LIKENESSES) {
      for (const language of ['zh-CN', 'en'] as const) {
        const words = likenessWords(key, language)!;
        const issues = checkSentence(
          sentence(language === 'en' ? `It is ${words}.` : `它${words}。`),
          demoAnalysis(),
          language,
          [],
        );
        expect(
          issues.filter((issue) => issue.text !== words),
          key,
        ).toEqual([]);
      }
    }
  });
});
