import { describe, expect, it } from 'vitest';
import { type Progress, STAGES } from '#domain/progress';
import { ownPath } from '../../web/server/see-other.ts';
import { knotsOf } from '../../web/state/knots.ts';
import { languageOf } from '../../web/state/language.ts';
import { noteText, stepName } from '../../web/state/note.ts';
import { stepsByStage } from '../../web/state/steps.ts';
import { ago, lasting, size } from '../../web/state/time.ts';
import { words } from '../../web/words/words.ts';

const zh = words('zh-CN');
const en = words('en');

describe('what people read of a production', () => {
  const states = (status: Progress['status'], stage: Progress['stage']) =>
    knotsOf({ status, stage, stageFraction: 0.4 }).map(({ state }) => state);

  it('knots the thread by what is true of each stage', () => {
    expect(states('running', 'speech')).toEqual(['done', 'done', 'done', 'done', 'running', 'todo', 'todo', 'todo']);
    expect(states('waiting-approval', 'approval').slice(2, 5)).toEqual(['done', 'waiting', 'todo']);
    expect(states('failed', 'render').slice(5)).toEqual(['done', 'failed', 'todo']);
    expect(states('cancelled', 'images')[0]).toBe('stopped');
    expect(new Set(states('done', 'package'))).toEqual(new Set(['done']));
    expect(new Set(states('queued', 'images'))).toEqual(new Set(['todo']));
    expect(new Set(knotsOf(null).map(({ state }) => state))).toEqual(new Set(['todo']));
  });

  it('gives a share to the running stage only, and one place to a person', () => {
    const knots = knotsOf({ status: 'running', stage: 'render', stageFraction: 0.4 });
    expect(knots.filter(({ fraction }) => fraction > 0).map(({ stage }) => stage)).toEqual(['render']);
    expect(knots.filter(({ person }) => person).map(({ stage }) => stage)).toEqual(['approval']);
    expect(knots.map(({ stage }) => stage)).toEqual([...STAGES]);
  });

  it('translates what steps say of themselves and is silent on what it does not know', () => {
    expect(noteText('images', '12/120', zh)).toBe('12 / 120');
    expect(noteText('analysis', 'candidates', zh)).toBe('查找候选');
    expect(noteText('render', 'chapter-look', zh)).toBe('场景 章节 看片');
    expect(noteText('render', 'reused scroll', en)).toBe('reused scene scroll');
    expect(noteText('speech', 'reused', zh)).toBe('沿用 整步');
    expect(noteText('approval', 'reminder: version 1 waits for a physician', zh)).toBeNull();
    expect(noteText('render', null, zh)).toBeNull();
    expect(stepName('render', 'pictures', zh)).toBe('画面素材');
  });

  it('counts the last try of a step and the time of a whole stage', () => {
    const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
    const step = (label: string, outcome: string, from: number, to: number | null, attempt = 1) => ({
      ...{ stage: 'speech', label, outcome, attempt },
      startedAt: at(from),
      endedAt: to === null ? null : at(to),
    });
    const [speech] = stepsByStage([step('s1', 'failed', 0, 2), step('s2', 'done', 1, 5), step('s1', 'done', 3, 9, 2)]);
    expect(speech?.steps.map(({ label, outcome }) => `${label} ${outcome}`)).toEqual(['s1 done', 's2 done']);
    expect(speech?.seconds).toBe(8);
    expect(stepsByStage([step('s1', 'running', 0, null)])[0]?.seconds).toBeNull();
  });

  it('says times and sizes as people do', () => {
    const now = new Date(2026, 10, 20, 10, 31);
    const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
    expect([0, 26, 120, 24 * 60, 50 * 60].map((minutes) => ago(before(minutes), now, zh))).toEqual([
      ...['刚刚', '26 分钟前', '今天 08:31', '昨天 10:31', '11 月 18 日'],
    ]);
    expect([0.2, 38, 60, 72, 3660].map((seconds) => lasting(seconds, zh))).toEqual([
      ...['不到 1 秒', '38 秒', '1 分钟', '1 分 12 秒', '1 小时 1 分'],
    ]);
    expect(lasting(244, en, true)).toBe('4 min');
    expect([12, 24_000, 1_260_000, 61_000_000].map(size)).toEqual(['12 B', '24 KB', '1.3 MB', '61 MB']);
  });

  it('has every word in both languages', () => {
    const keys = (value: object, path = ''): string[] =>
      Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
        inner !== null && typeof inner === 'object' ? keys(inner, `${path}${key}.`) : [`${path}${key}`],
      );
    expect(keys(en).sort()).toEqual(keys(zh).sort());
    const texts = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : value && typeof value === 'object'
          ? Object.values(value).flatMap(texts)
          : [];
    expect(texts(zh).filter((text) => /[！您]|提交|操作成功/.test(text))).toEqual([]);
    expect(texts(en).filter((text) => /[\u4e00-\u9fff]/.test(text))).toEqual([
      zh.otherLanguage === 'English' ? '中文' : '',
    ]);
  });
});

describe('what browsers send', () => {
  it.each([
    [undefined, 'en-US,en;q=0.9', 'en'],
    [undefined, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    [undefined, 'en;q=0.5, zh;q=0.5', 'zh-CN'],
    [undefined, 'fr', 'zh-CN'],
    [undefined, null, 'zh-CN'],
    ['en', 'zh-CN', 'en'],
    ['zh-CN', 'en', 'zh-CN'],
    ['xx', 'en', 'en'],
  ] as const)('language: chosen %s, preferred %s', (chosen, accepted, language) => {
    expect(languageOf(chosen, accepted)).toBe(language);
  });

  it.each([
    ['/productions/p1?x=1', '/productions/p1?x=1'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/api/session/end', '/'],
    [null, '/'],
  ])('goes on to %s only when it is a page here', (wanted, path) => {
    expect(ownPath(wanted)).toBe(path);
  });
});
