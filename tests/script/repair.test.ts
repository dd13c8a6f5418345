import { describe, expect, it } from 'vitest';
import { writeScript } from '#activities/script/write-script';
import type { Analysis } from '#domain/analysis';
import { checkSentence, type ScriptIssue } from '#domain/check-script';
import { reclaim } from '#domain/reclaim';
import { repair } from '#domain/repair';
import type { Language, Sentence } from '#domain/script';
import { findTemplate } from '#domain/templates';
import { ANALYSIS_VARIANTS, demoAnalysis } from '../fixtures/analysis.ts';

const template = findTemplate('case-teaching');

/** Every number of a text made wrong, and every word that has an opposite put for it. */
function* faults(text: string): Generator<string> {
  for (const match of text.matchAll(/\d+(?:\.\d+)?/g)) {
    const decimals = match[0].split('.')[1]?.length ?? 0;
    const wrong = (Number(match[0]) + 7 * 10 ** -decimals).toFixed(decimals);
    yield text.slice(0, match.index) + wrong + text.slice(match.index + match[0].length);
  }
  const opposites = [
    ['左', '右'],
    ['右', '左'],
    ['上叶', '下叶'],
    ['部分实性结节', '磨玻璃结节'],
    ['男性', '女性'],
    ['没有钙化', '有钙化'],
    ['没有脂肪', '有脂肪'],
    ['right', 'left'],
    ['upper lobe', 'lower lobe'],
    ['year-old man', 'year-old woman'],
    ['part-solid nodule', 'solid nodule'],
    ['no calcification', 'calcification'],
  ];
  for (const [old, wrong] of opposites) if (text.includes(old!)) yield text.replace(old!, wrong!);
}

const CASES = (['zh-CN', 'en'] as const).flatMap((language) =>
  Object.entries(ANALYSIS_VARIANTS).map(([name, make]) => ({ name, language, analysis: make() })),
);

describe.each(CASES)('$language: $name', ({ analysis, language }) => {
  const script = writeScript(analysis, { template, language });
  const issuesOf = (sentence: Sentence) => checkSentence(sentence, analysis, language, []);

  it('after a repair its issue is gone, none has come, and the words around it stand', () => {
    let repaired = 0;
    let faulty = 0;
    for (const sentence of script.chapters.flatMap((chapter) => chapter.sentences)) {
      for (const text of faults(sentence.text)) {
        const wrong = reclaim({ ...sentence, text, emphasis: [] }, analysis, language);
        const issues = issuesOf(wrong);
        for (const issue of issues) {
          faulty++;
          const mended = repair(wrong, issue, { analysis, language, kept: [] });
          if (!mended) continue;
          repaired++;
          expect(named(issuesOf(mended.sentence)), `${text} -> ${mended.sentence.text}`).not.toContain(
            `${issue.code} ${issue.text}`,
          );
          expect(issuesOf(mended.sentence).length).toBeLessThan(issues.length);
          expect(sameAround(text, mended.sentence.text, issue), `${text} -> ${mended.sentence.text}`).toBe(true);
          const { text: _, claims: __, emphasis: ___, ...rest } = mended.sentence;
          expect({ ...wrong, ...rest }).toEqual(wrong);
        }
      }
    }
    expect(repaired).toBeGreaterThan(faulty * 0.5);
  });
});

const named = (issues: readonly ScriptIssue[]) => issues.map((issue) => `${issue.code} ${issue.text}`);

/** Nothing but a stretch around the issue differs: its clause. */
function sameAround(old: string, next: string, issue: ScriptIssue): boolean {
  if (issue.index === null || old === next) return old === next;
  let head = 0;
  while (head < old.length && old[head] === next[head]) head++;
  let tail = 0;
  while (tail < old.length - head && old.at(-1 - tail) === next.at(-1 - tail)) tail++;
  return head >= Math.max(0, issue.index - 8) && old.length - tail <= issue.index + issue.text.length + 3;
}

describe('what is put for what', () => {
  const analysis: Analysis = demoAnalysis();
  const of = (language: Language, id: string, text: string) => {
    const script = writeScript(analysis, { template, language });
    const sentence = script.chapters.flatMap((chapter) => chapter.sentences).find((item) => item.id === id)!;
    const wrong = reclaim({ ...sentence, text, emphasis: [] }, analysis, language);
    const [issue] = checkSentence(wrong, analysis, language, []);
    return repair(wrong, issue!, { analysis, language, kept: [] });
  };

  it.each([
    ['zh-CN', 'features-mean-diameter-mm', '平均径 9.1 毫米。', '平均径 8.0 毫米。'],
    ['zh-CN', 'features-mean-diameter-mm', '平均径零点九厘米。', '平均径0.8 厘米。'],
    ['zh-CN', 'highlight-axes', '短径 7.7 毫米，长径 9.9 毫米。', '短径 7.7 毫米，长径 8.3 毫米。'],
    ['zh-CN', 'case-finding', '左肺上叶有一个小结节。', '右肺上叶有一个小结节。'],
    ['zh-CN', 'case-finding', '左上肺有一个小结节。', '右上肺有一个小结节。'],
    ['zh-CN', 'assessment-result', '归 Lung-RADS 4B 类。', '归 Lung-RADS 3 类。'],
    ['zh-CN', 'outro-care', '这是国内领先的低剂量 CT。', '这是低剂量 CT。'],
    ['en', 'features-mean-diameter-mm', 'The mean diameter is 9.1 mm.', 'The mean diameter is 8.0 mm.'],
    ['en', 'advice-1', 'Come back after twelve months.', 'Come back after 6 months.'],
    ['en', 'outro-care', 'This is a leading low-dose scan.', 'This is a low-dose scan.'],
  ] as const)('%s %s: %s', (language, id, text, wanted) => {
    expect(of(language, id, text)?.sentence.text).toBe(wanted);
  });

  it('offers nothing where no one value is meant or the law refuses', () => {
    expect(of('zh-CN', 'advice-closing', '这个结节能治愈。')).toBeNull();
    expect(of('zh-CN', 'case-finding', '右肺上叶有 17 毫米。')).toBeNull();
  });

  it('keeps the stress on the words it puts right', () => {
    const script = writeScript(analysis, { template, language: 'zh-CN' });
    const sentence = script.chapters
      .flatMap((chapter) => chapter.sentences)
      .find((item) => item.id === 'highlight-axes')!;
    const wrong = { ...sentence, text: '长径 9.9 毫米。', emphasis: ['9.9 毫米'] };
    const [issue] = checkSentence(wrong, analysis, 'zh-CN', []);
    expect(repair(wrong, issue!, { analysis, language: 'zh-CN', kept: [] })).toMatchObject({
      from: '9.9 毫米',
      to: '8.3 毫米',
      sentence: { text: '长径 8.3 毫米。', emphasis: ['8.3 毫米'] },
    });
  });
});
