import { describe, expect, it } from 'vitest';
import { writeScript } from '#activities/script/write-script';
import type { Analysis } from '#domain/analysis';
import { checkScript, type IssueCode } from '#domain/check-script';
import { reclaimScript } from '#domain/reclaim';
import type { Language, Script, Sentence } from '#domain/script';
import { findTemplate, TEMPLATES } from '#domain/templates';
import { ANALYSIS_VARIANTS, demoAnalysis } from '../fixtures/analysis.ts';

const template = findTemplate('case-teaching');
const sentencesOf = (script: Script) => script.chapters.flatMap((chapter) => chapter.sentences);

function changed(script: Script, id: string, change: (sentence: Sentence) => Sentence): Script {
  return {
    ...script,
    chapters: script.chapters.map((chapter) => ({
      ...chapter,
      sentences: chapter.sentences.map((item) => (item.id === id ? change(item) : item)),
    })),
  };
}

const only = (script: Script, keep: (sentence: Sentence) => boolean): Script => ({
  ...script,
  chapters: script.chapters.map((chapter) => ({ ...chapter, sentences: chapter.sentences.filter(keep) })),
});

/** A plain edit by a person: new words, emphasis that no longer stands in them dropped, claims as they were. */
const edited = (script: Script, id: string, text: string): Script =>
  changed(script, id, (item) => ({ ...item, text, emphasis: item.emphasis.filter((words) => text.includes(words)) }));

const codes = (script: Script, analysis: Analysis): IssueCode[] =>
  checkScript(script, analysis).map((issue) => issue.code);

/** Words that stand for one another in a false statement. */
const SWAPS: Readonly<Record<Language, ReadonlyArray<readonly string[]>>> = {
  'zh-CN': [
    ['左', '右'],
    ['上叶', '中叶', '下叶'],
    ['部分实性结节', '磨玻璃结节', '实性结节'],
    ['男性', '女性'],
    ['没有钙化', '有钙化'],
    ['没有脂肪', '有脂肪'],
    ['没有毛刺', '有毛刺'],
    ['没有分叶', '有分叶'],
    ['贴着胸膜', '离胸膜远'],
    ['靠近胸膜', '离胸膜远'],
    ['外圈是磨玻璃', '外圈是实性'],
    ['中间一小块是实性', '中间一小块是磨玻璃'],
    ['整团都是磨玻璃', '整团都是实性'],
    ['长径 ', '短径 '],
    ['到了 ', '没到 '],
    ['基线', '随访筛查'],
    ['不是筛查', '基线筛查'],
    ['单发', '多发'],
    ['半年', '一年', '三个月'],
    ['一个小结节', '两个小结节'],
    ['肿块', '小结节'],
    ['它外圈像毛玻璃', '它外圈是实心'],
    ['它整个是实心', '它整个像毛玻璃'],
    ['像毛玻璃。', '是实心的。'],
  ],
  en: [
    ['left', 'right'],
    ['upper lobe', 'middle lobe', 'lower lobe'],
    ['part-solid nodule', 'ground-glass nodule', 'solid nodule'],
    ['year-old man', 'year-old woman'],
    ['A woman', 'A man'],
    ['no calcification', 'calcification'],
    ['no fat', 'some fat'],
    ['without spicules', 'with spicules'],
    ['touches the pleura', 'lies far from the pleura'],
    ['close to the pleura', 'far from the pleura'],
    ['outer part is ground-glass', 'outer part is solid'],
    ['All of it is ground-glass', 'All of it is solid'],
    ['long axis', 'short axis'],
    ['has reached', 'is below'],
    ['baseline screening', 'follow-up screening'],
    ['its centre is dense', 'its centre is like frosted glass'],
    ['All of it is dense', 'It is like frosted glass'],
    ['single nodule', 'several nodules'],
    ['in 6 months', 'in 3 months', 'in half a year and two months', 'in a year'],
    ['There is a mass', 'There is a small nodule'],
  ],
};

function* mutations(text: string, language: Language): Generator<string> {
  for (const match of text.matchAll(/\d+(?:\.\d+)?/g)) {
    const value = Number(match[0]);
    const decimals = match[0].split('.')[1]?.length ?? 0;
    const step = 10 ** -decimals;
    const others = [value + step, value - step, value * 10, value + 3 * step, value + 10].filter(
      (n) => n >= 0 && n !== value,
    );
    for (const other of others) {
      yield text.slice(0, match.index) + other.toFixed(decimals) + text.slice(match.index + match[0].length);
    }
  }
  for (const match of text.matchAll(/\b\d[ABX]\b/g)) {
    for (const other of ['4A', '4B', '4X', '3']) {
      if (other !== match[0]) yield text.slice(0, match.index) + other + text.slice(match.index + match[0].length);
    }
  }
  for (const group of SWAPS[language]) {
    const pattern = (words: string) => (language === 'en' ? new RegExp(`\\b${words}\\b`) : new RegExp(words));
    const here = group.find((words) => pattern(words).test(text));
    if (here === undefined) continue;
    for (const other of group) if (other !== here) yield text.replace(pattern(here), other);
  }
}

/** What the other templates are tried with: one of each kind, and what leaves scenes out. */
const SOME = /demo|spiculated|non-solid RUL|mass|nodule, Fleischner|several nodules|none found$|no spacing/;
const CASES = TEMPLATES.filter(({ id }) => id !== 'case-teaching-box').flatMap((each) =>
  (['zh-CN', 'en'] as const).flatMap((language) =>
    Object.entries(ANALYSIS_VARIANTS)
      .filter(([name]) => each.id === 'case-teaching' || SOME.test(name))
      .map(([name, make]) => ({ ...{ name, language, template: each, id: each.id }, analysis: make() })),
  ),
);

describe.each(CASES)('$id $language: $name', ({ analysis, language, template }) => {
  const script = writeScript(analysis, { template, language });

  it('every changed number, side, lobe, type, class, sex and sign is refused, with old claims and with new ones', () => {
    const accepted: string[] = [];
    let tried = 0;
    for (const sentence of sentencesOf(script)) {
      // The opening stays, since a script without its label is refused for that alone.
      const small = only(script, (item) => item.scene === 'intro' || item.id === sentence.id);
      for (const text of mutations(sentence.text, language)) {
        tried++;
        const version = edited(small, sentence.id, text);
        if (codes(version, analysis).length === 0) accepted.push(`${sentence.text} -> ${text}`);
        else if (codes(reclaimScript(version, analysis), analysis).length === 0) accepted.push(`reclaimed: ${text}`);
      }
    }
    expect(accepted).toEqual([]);
    if (analysis.findings.length > 0) expect(tried).toBeGreaterThan(5);
  });

  it('still passes after its claims were matched anew from the words alone', () => {
    const bare = {
      ...script,
      chapters: script.chapters.map((chapter) => ({
        ...chapter,
        // "A patient of 89 or older" is the one number that only its place explains.
        sentences: chapter.sentences.map((item) => ({ ...item, claims: item.id === 'case-facts' ? item.claims : [] })),
      })),
    };
    expect(checkScript(reclaimScript(bare, analysis), analysis)).toEqual([]);
  });

  it('every claim moved to another number is refused', () => {
    const accepted: string[] = [];
    for (const sentence of sentencesOf(script)) {
      for (const [i, claim] of sentence.claims.entries()) {
        if (!/\d/.test(claim.text)) continue;
        for (const fact of ['study.slices', 'F1.volumeMm3', 'F1.slice', 'study.nothing', 'F9.longAxisMm']) {
          if (fact === claim.fact) continue;
          const version = changed(
            only(script, (item) => item.scene === 'intro' || item.id === sentence.id),
            sentence.id,
            (item) => ({
              ...item,
              claims: item.claims.map((old, at) => (at === i ? { ...old, fact } : old)),
            }),
          );
          if (codes(version, analysis).length === 0) accepted.push(`${sentence.id} ${claim.text} ${fact}`);
        }
      }
    }
    expect(accepted).toEqual([]);
  });
});

describe('human edits of the demo', () => {
  const analysis = demoAnalysis();
  const zh = writeScript(analysis, { template, language: 'zh-CN' });
  const en = writeScript(analysis, { template, language: 'en' });

  it.each([
    ['features-mean-diameter-mm', '量下来，平均径是 8.0 毫米。'],
    ['features-mean-diameter-mm', '平均径零点八厘米，也就是八毫米。'],
    ['case-facts', '五十八岁的男性，首次做低剂量 CT 筛查，一百二十层。'],
    ['scroll-stop', '第四十四层，靠近胸膜，有一团淡影。'],
    ['advice-1', '建议六个月后复查低剂量 CT。'],
    ['highlight-axes', '短径 7.7 毫米，长径 8.3 毫米。'],
    ['assessment-result', '归入 3 类。'],
    ['features-volume-mm3', '体积大约 268 立方毫米，记下来。'],
  ])('accepts %s: %s', (id, text) => {
    expect(checkScript(reclaimScript(edited(zh, id, text), analysis), analysis)).toEqual([]);
    expect(checkScript(edited(zh, id, text), analysis)).toEqual([]);
  });

  it.each([
    ['features-mean-diameter-mm', '平均径十毫米。', 'NUMBER'],
    ['features-mean-diameter-mm', '平均径八点四毫米。', 'NUMBER'],
    ['features-mean-diameter-mm', '平均径 8.3 毫米。', 'NUMBER'],
    ['features-solid-diameter-mm', '实性部分 8.0 毫米。', 'NUMBER'],
    ['case-finding', '左肺上叶有一个小结节。', 'LOBE'],
    ['case-finding', '左上肺有一个小结节。', 'LOBE'],
    ['case-finding', '右肺上叶有三个小结节。', 'NUMBER'],
    ['case-finding', '右肺上叶有一个肿块。', 'SIGN'],
    ['assessment-result', '归入四类。', 'CLASS'],
    ['assessment-result', '归 Lung-RADS 4B 类。', 'CLASS'],
    ['assessment-result', '归 Lung-RADS 5 类。', 'CLASS'],
    ['assessment-step-4', '最后看实性部分：到了 6 毫米。', 'NUMBER'],
    ['assessment-pitfall', '它其实该归 4A 类。', 'CLASS'],
    ['zoom-margin-smooth', '边缘有毛刺。', 'SIGN'],
    ['zoom-therefore', '这是实性结节。', 'TYPE'],
    ['advice-1', '建议 3 个月后复查。', 'NUMBER'],
    ['advice-1', '建议两年后复查。', 'NUMBER'],
    ['advice-closing', '这个结节是恶性的。', 'WORDING'],
    ['advice-closing', '早期手术，治愈率很高。', 'WORDING'],
    ['advice-closing', '放心，一定能治愈。', 'WORDING'],
    ['outro-care', '欢迎来我院预约专家号。', 'WORDING'],
    ['outro-care', '我院技术全国领先。', 'WORDING_NOTE'],
    ['outro-care', '我院技术优于同行。', 'WORDING'],
    ['outro-care', '详情请加微信。', 'WORDING'],
    ['intro-label', '欢迎观看。', 'LABEL_MISSING'],
    ['intro-source', '影像来自本院。', 'DISCLOSURE_MISSING'],
    ['case-finding', 'There is a nodule.', 'LANGUAGE'],
    ['advice-2', `复查${'再看一遍，'.repeat(12)}。`, 'TOO_LONG'],
  ] as const)('refuses %s: %s (%s)', (id, text, code) => {
    expect(codes(edited(zh, id, text), analysis)).toContain(code);
    expect(codes(reclaimScript(edited(zh, id, text), analysis), analysis)).toContain(code);
  });

  it.each([
    ['features-mean-diameter-mm', 'The mean diameter is eight point zero millimetres.'],
    ['advice-1', 'Come back for a low-dose CT after six months.'],
    ['case-facts', 'A fifty-eight-year-old man has a first low-dose screening CT of one hundred and twenty slices.'],
    ['assessment-result', 'It is category three.'],
  ])('accepts %s: %s', (id, text) => {
    expect(checkScript(reclaimScript(edited(en, id, text), analysis), analysis)).toEqual([]);
  });

  it.each([
    ['features-mean-diameter-mm', 'The mean diameter is nine millimetres.', 'NUMBER'],
    ['case-facts', 'A 58-year-old woman has a first low-dose screening CT of 120 slices.', 'SEX'],
    ['case-facts', 'The patient felt well when he came, and she was 58 years old.', 'SEX'],
    ['case-finding', 'There are two nodules in the right upper lobe.', 'NUMBER'],
    ['assessment-result', 'It is category four.', 'CLASS'],
    ['advice-1', 'Come back after twelve months.', 'NUMBER'],
    ['advice-1', 'Come back in a year.', 'NUMBER'],
    ['advice-closing', 'This is not cancer.', 'WORDING'],
    ['outro-care', 'Book an appointment today.', 'WORDING'],
    ['outro-care', 'We are the best hospital, with a 98% success rate.', 'WORDING'],
  ] as const)('refuses %s: %s (%s)', (id, text, code) => {
    expect(codes(reclaimScript(edited(en, id, text), analysis), analysis)).toContain(code);
  });

  it('refuses unknown cues, references, findings, ids used twice and stress on words that are not there', () => {
    const first = sentencesOf(zh)[0]!.id;
    const change = (part: Partial<Sentence>) =>
      codes(
        changed(zh, first, (item) => ({ ...item, ...part })),
        analysis,
      );
    expect(change({ cue: 'fly' })).toContain('CUE_UNKNOWN');
    expect(change({ references: ['lancet-1999'] })).toContain('REFERENCE_UNKNOWN');
    expect(change({ findingIds: ['F7'] })).toContain('FINDING_UNKNOWN');
    expect(change({ id: sentencesOf(zh)[1]!.id })).toContain('ID_TWICE');
    expect(change({ emphasis: ['不在句中'] })).toContain('EMPHASIS');
    expect(codes({ ...zh, title: '实性结节怎样归类' }, analysis)).toContain('TYPE');
    expect(codes({ ...zh, references: ['made-up'] }, analysis)).toContain('REFERENCE_UNKNOWN');
  });

  it('says where, what and what instead, in the language of the script', () => {
    const [issue] = checkScript(edited(zh, 'features-mean-diameter-mm', '平均径 9.1 毫米。'), analysis);
    expect(issue).toMatchObject({
      code: 'NUMBER',
      sentenceId: 'features-mean-diameter-mm',
      text: '9.1 毫米',
      expected: '8',
    });
    expect(issue?.message).toContain('数字与测量不符');
  });
});
