import { describe, expect, it } from 'vitest';
import { writeScript } from '#activities/script/write-script';
import type { Analysis } from '#domain/analysis';
import { checkScript } from '#domain/check-script';
import { editSentences } from '#domain/edit-script';
import { rebaseScript } from '#domain/rebase-script';
import { reclaimScript } from '#domain/reclaim';
import type { Script, Sentence } from '#domain/script';
import { findTemplate } from '#domain/templates';
import { ANALYSIS_VARIANTS, demoAnalysis } from '#tests/fixtures/analysis';

const template = findTemplate('case-teaching');
const draft = (analysis: Analysis, language: Script['language'] = 'zh-CN') =>
  writeScript(analysis, { template, language });
const sentences = (script: Script): Sentence[] => script.chapters.flatMap((chapter) => chapter.sentences);
const find = (script: Script, id: string) => sentences(script).find((sentence) => sentence.id === id);
const before = demoAnalysis();
const others = Object.entries(ANALYSIS_VARIANTS).map(([name, make]) => [name, make()] as const);

/** A sentence that states nothing measured, and one that does, both with the template's own words. */
const plain = sentences(draft(before)).find((item) => item.scene === 'advice' && item.claims.length === 0)!;
const measured = sentences(draft(before)).find((item) => item.claims.some((claim) => claim.fact === 'F1.longAxisMm'))!;

const rebase = (written: Script, after: Analysis, from = before) =>
  rebaseScript(written, { before: draft(from, written.language), after: draft(after, written.language) }, after);

describe('a script after its findings were corrected', () => {
  it.each(others)('is the new draft where nobody had edited it: %s', (_name, after) => {
    const rebased = rebase(draft(before), after);
    expect({ ...rebased, references: [] }).toEqual({ ...draft(after), references: [] });
  });

  it.each(others)('is true of the new findings, whatever a person wrote: %s', (_name, after) => {
    const words = [
      { id: plain.id, text: `${plain.text.replace(/。$/, '')}，请记住这一点。` },
      { id: measured.id, text: `注意，${measured.text}` },
    ];
    const written = reclaimScript(editSentences(draft(before), words), before);
    const rebased = rebase(written, after);
    const issues = checkScript(reclaimScript(rebased, after), after).filter((issue) => issue.code !== 'TOO_LONG');
    expect(issues).toEqual([]);
  });

  it('keeps every word when the findings are as they were', () => {
    const written = reclaimScript(
      editSentences(draft(before), [{ id: plain.id, text: '每年复查一次，听医生的安排。' }]),
      before,
    );
    expect(rebase(written, before)).toEqual(written);
  });

  it('keeps a person’s sentence to the letter, and replaces the one whose number changed', () => {
    const [, after] = others.find(([, item]) => {
      const axis = item.findings[0]?.features.longAxisMm.value;
      return (
        axis !== undefined && axis !== before.findings[0]!.features.longAxisMm.value && find(draft(item), measured.id)
      );
    })!;
    const mine = '复查时带上这次的片子。';
    const written = reclaimScript(
      editSentences(draft(before), [
        { id: plain.id, text: mine },
        { id: measured.id, text: `注意，${measured.text}` },
      ]),
      before,
    );
    const rebased = rebase(written, after);
    expect(find(rebased, plain.id)?.text).toBe(mine);
    expect(find(rebased, measured.id)?.text).toBe(find(draft(after), measured.id)?.text);
  });

  it('leaves out what a person had taken out, and brings in what only the new findings say', () => {
    const [, after] = others.find(([, item]) =>
      sentences(draft(item)).some((sentence) => !find(draft(before), sentence.id) && find(draft(item), plain.id)),
    )!;
    const whole = draft(before);
    const without = {
      ...whole,
      chapters: whole.chapters.map((chapter) => ({
        ...chapter,
        sentences: chapter.sentences.filter((sentence) => sentence.id !== plain.id),
      })),
    };
    const rebased = rebase(without, after);
    expect(find(rebased, plain.id)).toBeUndefined();
    const fresh = sentences(draft(after)).filter((sentence) => !find(whole, sentence.id));
    for (const { id, text } of fresh) expect(find(rebased, id)?.text).toBe(text);
    expect(new Set(sentences(rebased).map(({ id }) => id)).size).toBe(sentences(rebased).length);
  });

  it('keeps a title a person gave, unless it is no longer true', () => {
    const named = { ...draft(before), title: '从片子到结论' };
    for (const [, after] of others) expect(rebase(named, after).title).toBe('从片子到结论');
    const side = before.findings[0]!.features.side.value === 'left' ? '左肺结节' : '右肺结节';
    const other = others.find(([, item]) => {
      const now = item.findings[0]?.features.side.value;
      return now !== undefined && now !== before.findings[0]!.features.side.value;
    });
    if (other) expect(rebase({ ...draft(before), title: side }, other[1]).title).toBe(draft(other[1]).title);
  });
});
