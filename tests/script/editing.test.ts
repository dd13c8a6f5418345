import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeScript } from '#activities/script/write-script';
import { speakSentence } from '#activities/speech/speak-sentence';
import { quietStep } from '#activities/step';
import { BlobStore } from '#activities/store/blob-store';
import { findBrand } from '#domain/brands';
import { checkScript, checkSentence } from '#domain/check-script';
import { chipsOf, insertable } from '#domain/chips';
import { compareScripts, compareTexts, sideOf } from '#domain/compare-scripts';
import { editCost } from '#domain/edit-cost';
import { editSentences, joinWithNext, sentencesOf, splitSentence } from '#domain/edit-script';
import { estimateTake, speakerOf } from '#domain/estimate-speech';
import { composeFilm } from '#domain/film/film';
import { layTimeline } from '#domain/lay-timeline';
import { LINT_LAW, lintText, standingNotes } from '#domain/lint';
import { mergeDrafts } from '#domain/merge-drafts';
import { readable, toneMarked } from '#domain/pronunciation';
import { reclaimScript } from '#domain/reclaim';
import { type KeptRemark, type Language, Script } from '#domain/script';
import { findTemplate } from '#domain/templates';
import { samplePictures } from '../film/sample-pictures.ts';
import { ANALYSIS_VARIANTS, demoAnalysis } from '../fixtures/analysis.ts';

const template = findTemplate('case-teaching');
const analysis = demoAnalysis();
const scriptIn = (language: Language) => writeScript(analysis, { template, language });
const zh = scriptIn('zh-CN');
const en = scriptIn('en');
const find = (script: Script, id: string) => sentencesOf(script).find((item) => item.id === id)!;

describe('edits', () => {
  it('change only what they name, and drop stress and readings whose words are gone', () => {
    const id = 'highlight-axes';
    const readings = [{ word: '长径', reading: 'chang2jing4' }];
    const read = editSentences(zh, [{ id, pronunciations: readings, pauseAfterMs: 400 }]);
    expect(find(read, id)).toEqual({ ...find(zh, id), pronunciations: readings, pauseAfterMs: 400 });
    expect(compareScripts(zh, read).filter((row) => row.kind !== 'same')).toHaveLength(1);
    const shorter = editSentences(read, [{ id, text: '短径 7.7 毫米。', emphasis: ['长径', '短径'] }]);
    expect(find(shorter, id)).toMatchObject({ pronunciations: [], emphasis: ['短径'], pauseAfterMs: 400 });
    expect(() => editSentences(zh, [{ id: 'nobody', text: '没有。' }])).toThrow(/INPUT_INVALID/);
  });

  it.each([
    ['zh-CN', zh, '，'],
    ['en', en, ', '],
  ] as const)('%s: a sentence split at a comma and joined again says the same; both pass', (_, script, comma) => {
    const sentence = sentencesOf(script).find((item) => item.text.includes(comma) && item.scene !== 'intro')!;
    const split = splitSentence(script, sentence.id, sentence.text.indexOf(comma) + comma.length)!;
    expect(sentencesOf(split)).toHaveLength(sentencesOf(script).length + 1);
    expect(Script.parse(split)).toEqual(split);
    expect(find(split, sentence.id).cue).toBe(sentence.cue);
    const takes = sentencesOf(split).map((item) => estimateTake(item, script.language, 'male_doctor'));
    expect(layTimeline(split, takes, template).voice).toHaveLength(takes.length);
    const joined = joinWithNext(split, sentence.id)!;
    const bare = (text: string) => text.replace(/[\s\p{P}]/gu, '').toLowerCase();
    expect(bare(find(joined, sentence.id).text)).toBe(bare(sentence.text));
    expect(sentencesOf(joined)).toHaveLength(sentencesOf(script).length);
  });

  it('does not split off nothing, and does not join over a moment of the scene', () => {
    expect(splitSentence(zh, 'highlight-axes', 0)).toBeNull();
    expect(joinWithNext(zh, 'assessment-step-1')).toBeNull();
  });
});

describe('readings', () => {
  it('are pinyin with tones or letters, or respellings and phonemes', () => {
    for (const reading of ['mo2', 'xiong1mo2', 'hao2 mi3', 'H U', 'lü4', 'zhe5'])
      expect(readable(reading, 'zh-CN')).toBe(true);
    for (const reading of ['mo', 'mo9', 'qqq1', '膜', 'mó', '<b>']) expect(readable(reading, 'zh-CN')).toBe(false);
    for (const reading of ['nod yool', "[[n'0dju:l]]"]) expect(readable(reading, 'en')).toBe(true);
    for (const reading of ['mo2', '[[a]]]]', '[[<a>]]', '']) expect(readable(reading, 'en')).toBe(false);
  });
  it('are shown with tone marks', () => {
    expect(['mo2', 'xiong1', 'hao2', 'jie2', 'lü4', 'zhe5', 'gui1', 'liu2', 'kou3'].map(toneMarked)).toEqual([
      'mó',
      'xiōng',
      'háo',
      'jié',
      'lǜ',
      'zhe',
      'guī',
      'liú',
      'kǒu',
    ]);
  });
  it('that nobody can speak, or of words not there, are refused', () => {
    const sentence = find(zh, 'highlight-axes');
    const codes = (word: string, reading: string) =>
      checkSentence({ ...sentence, pronunciations: [{ word, reading }] }, analysis, 'zh-CN', []).map(
        (issue) => issue.code,
      );
    expect(codes('长径', 'chang2jing4')).toEqual([]);
    expect(codes('长径', 'changjing')).toEqual(['READING']);
    expect(codes('膜', 'mo2')).toEqual(['READING']);
  });
});

describe('medical-advertising law', () => {
  const note = (text: string): KeptRemark => ({
    sentenceId: 'outro-care',
    kind: 'absolute',
    text,
    note: '引自国家卫健委公开数据',
    by: 'ed',
    at: '2026-11-20T08:00:00.000Z',
  });
  const leading = editSentences(zh, [{ id: 'outro-care', text: '在国内领先的低剂量 CT 上看片。' }]);
  const codes = (script: Script) => checkScript(reclaimScript(script, analysis), analysis).map((issue) => issue.code);

  it('a superlative stands only under a note of its own', () => {
    expect(codes(leading)).toEqual(['WORDING_NOTE']);
    expect(codes({ ...leading, kept: [note('国内领先的')] })).toEqual([]);
    expect(codes({ ...leading, kept: [note('顶级')] })).toEqual(['WORDING_NOTE']);
    expect(codes({ ...leading, kept: [{ ...note('国内领先的'), sentenceId: 'intro-label' }] })).toEqual([
      'WORDING_NOTE',
    ]);
    expect(standingNotes([note('国内领先的'), note('顶级')], sentencesOf(leading), 'zh-CN')).toEqual([
      note('国内领先的'),
    ]);
  });

  it('a promise, a rate, a comparison, praise or a contact never stands, note or none', () => {
    for (const text of ['保证有效。', '有效率很高。', '优于别的医院。', '患者说很好。', '请打热线。', '这是癌。']) {
      const script = editSentences(zh, [{ id: 'outro-care', text }]);
      const [remark] = lintText(text, 'zh-CN');
      expect(remark, text).toMatchObject({ level: 'refuse' });
      expect(codes({ ...script, kept: [{ ...note(remark!.text), kind: remark!.kind }] }), text).toContain('WORDING');
    }
  });

  it('every kind names a law and a reason in both languages', () => {
    for (const { law, reason } of Object.values(LINT_LAW).flatMap((texts) => Object.values(texts))) {
      expect(law.length * reason.length).toBeGreaterThan(0);
    }
  });
});

describe('chips', () => {
  it('stand for every number of a sentence, with the measured value', () => {
    const sentence = find(zh, 'highlight-axes');
    const chips = chipsOf(sentence, analysis, 'zh-CN').map(({ label, value }) => `${label} ${value}`);
    expect(chips).toEqual(['F1 长径 8.3 mm', 'F1 短径 7.7 mm']);
  });
  it('tell the measured value while the sentence says another', () => {
    const sentence = { ...find(zh, 'highlight-axes'), text: '长径 9.9 毫米，短径 7.7 毫米。' };
    const issues = checkSentence(sentence, analysis, 'zh-CN', []);
    expect(chipsOf(sentence, analysis, 'zh-CN', issues)).toMatchObject([
      { findingId: 'F1', fact: 'F1.longAxisMm', value: '8.3 mm', conflict: true },
      { fact: 'F1.shortAxisMm', conflict: false },
    ]);
  });
  it('what @ offers is true where it is put', () => {
    for (const make of Object.values(ANALYSIS_VARIANTS)) {
      const facts = make();
      for (const language of ['zh-CN', 'en'] as const) {
        for (const { chip, words } of insertable(facts, language, null)) {
          expect(words.length, chip.fact ?? '').toBeGreaterThan(0);
          if (!chip.value) throw new Error(`no value: ${chip.fact}`);
        }
      }
    }
  });
});

describe('two versions', () => {
  it.each([
    ['zh-CN', '病灶的长径约 28 毫米，属于肿块。', '病灶的长径是 32.2 毫米，短径 27.3 毫米，属于肿块。'],
    ['en', 'The long axis is 28 mm.', 'Its long axis is 32.2 mm, the short one 27.3 mm.'],
    ['zh-CN', '', '新的一句。'],
    ['zh-CN', '旧的一句。', ''],
  ] as const)('%s: the words that changed make one of the other', (language, before, after) => {
    const changes = compareTexts(before, after, language);
    expect(sideOf(changes, 'before')).toBe(before);
    expect(sideOf(changes, 'after')).toBe(after);
  });

  it('hold for every pair of sentences of the demo, and keep what is common', () => {
    const texts = sentencesOf(zh).map((item) => item.text);
    for (const [i, text] of texts.entries()) {
      const other = texts[(i * 7 + 3) % texts.length]!;
      const changes = compareTexts(text, other, 'zh-CN');
      expect([sideOf(changes, 'before'), sideOf(changes, 'after')]).toEqual([text, other]);
      expect(compareTexts(text, text, 'zh-CN').every(({ kind }) => kind === 'same')).toBe(true);
    }
  });

  it('show what was changed, added and taken away, in order', () => {
    const split = splitSentence(zh, 'highlight-axes', find(zh, 'highlight-axes').text.indexOf('，') + 1)!;
    const rows = compareScripts(zh, split).filter((row) => row.kind !== 'same');
    expect(rows.map(({ id, kind }) => [id, kind])).toEqual([
      ['highlight-axes', 'changed'],
      ['highlight-axes-s2', 'added'],
    ]);
    const back = compareScripts(split, zh);
    expect(back.filter((row) => row.kind === 'removed').map((row) => row.id)).toEqual(['highlight-axes-s2']);
    expect(back.findIndex((row) => row.id === 'highlight-axes-s2')).toBe(
      back.findIndex((row) => row.id === 'highlight-axes') + 1,
    );
  });
});

describe('two editors', () => {
  const text = (id: string, words: string) => ({ id, text: words });
  it('changes of different sentences come together; of the same one theirs stands and mine is named', () => {
    const mine = editSentences(zh, [text('highlight-axes', '短径 7.7 毫米。'), text('advice-closing', '按时复查。')]);
    const theirs = editSentences(zh, [text('outro-care', '谢谢观看。'), text('advice-closing', '记得复查。')]);
    const { script, lost } = mergeDrafts(zh, mine, theirs);
    expect(lost).toEqual(['advice-closing']);
    const words = ['highlight-axes', 'outro-care', 'advice-closing'].map((id) => find(script, id).text);
    expect(words).toEqual(['短径 7.7 毫米。', '谢谢观看。', '记得复查。']);
  });
  it('merging with what did not change gives mine; a sentence that is gone there is named', () => {
    const mine = editSentences(zh, [text('highlight-axes', '短径 7.7 毫米。')]);
    expect(mergeDrafts(zh, mine, zh)).toEqual({ script: mine, lost: [] });
    const gone = {
      ...zh,
      chapters: zh.chapters.map((chapter) => ({
        ...chapter,
        sentences: chapter.sentences.filter((item) => item.id !== 'highlight-axes'),
      })),
    };
    expect(mergeDrafts(zh, mine, gone).lost).toEqual(['highlight-axes']);
  });
});

describe('what an edit costs', () => {
  it('nothing when nothing changed; one sentence and its scene when one did', async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'caseloom-cost-'));
    const pictures = await samplePictures(new BlobStore(root), analysis, 8);
    const brand = findBrand('shili-general');
    const filmOf = (script: Script) => {
      const takes = sentencesOf(script).map((item) => estimateTake(item, 'zh-CN', speakerOf(item, 'male_doctor')));
      const timeline = layTimeline(script, takes, template);
      return { script, film: composeFilm({ analysis, script, timeline, pictures, template, brand, approval: null }) };
    };
    const before = filmOf(zh);
    expect(editCost(before, filmOf(zh))).toEqual({ spoken: [], drawn: [], reused: before.film.scenes.length });
    const after = filmOf(editSentences(zh, [{ id: 'highlight-axes', text: '长径 8.3 毫米，短径 7.7 毫米，记住它。' }]));
    expect(editCost(before, after)).toEqual({
      spoken: ['highlight-axes'],
      drawn: ['highlight'],
      reused: before.film.scenes.length - 1,
    });
    await rm(root, { recursive: true });
  });
});

describe('seconds', () => {
  it('are estimated near what the house voices take', { timeout: 120_000 }, async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'caseloom-estimate-'));
    const store = new BlobStore(root);
    for (const script of [zh, en]) {
      const { language } = script;
      let spoken = 0;
      let guessed = 0;
      for (const sentence of sentencesOf(script)) {
        const speaker = speakerOf(sentence, 'female_doctor');
        const take = await speakSentence(sentence, { language, speaker }, store, quietStep);
        const guess = estimateTake(sentence, language, speaker);
        expect(guess.clauses.map((clause) => clause.text)).toEqual(take.clauses.map((clause) => clause.text));
        expect(Math.abs(guess.durationMs / take.durationMs - 1), sentence.text).toBeLessThan(0.35);
        spoken += take.durationMs;
        guessed += guess.durationMs;
      }
      expect(Math.abs(guessed / spoken - 1)).toBeLessThan(0.06);
    }
    await rm(root, { recursive: true });
  });
});
