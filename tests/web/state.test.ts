import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { needs } from '#domain/desk';
import type { Progress } from '#domain/progress';
import { STAGES } from '#domain/stages';
import en from '../../web/messages/en/common.json';
import enMaking from '../../web/messages/en/making.json';
import zh from '../../web/messages/zh-CN/common.json';
import zhMaking from '../../web/messages/zh-CN/making.json';
import { chaptersOf } from '../../web/server/film.ts';
import { languageOf, schemeOf } from '../../web/state/cookies.ts';
import { hitsOf } from '../../web/state/hits.ts';
import { knotsOf, stageAfter } from '../../web/state/knots.ts';
import { addressOf, filterOf } from '../../web/state/list-filter.ts';
import { isWorkPage, placeOf } from '../../web/state/nav.ts';
import { nextPage } from '../../web/state/next-page.ts';
import { noteText, stepName } from '../../web/state/note.ts';
import { stepsByStage } from '../../web/state/steps.ts';
import { ago, lasting, size, timecode } from '../../web/state/time.ts';

const chinese = createTranslator({ locale: 'zh-CN', messages: zh }) as never;
const english = createTranslator({ locale: 'en', messages: en }) as never;
const making = (language: 'zh-CN' | 'en') =>
  createTranslator({
    locale: language,
    messages: { making: language === 'en' ? enMaking : zhMaking },
    namespace: 'making',
  }) as never;

describe('what people read of a production', () => {
  const states = (status: Progress['status'], stage: Progress['stage']) =>
    knotsOf({ status, stage, stageFraction: 0.4 }).map(({ state }) => state);

  it('knots the thread by what is true of each stage', () => {
    expect(states('running', 'speech').slice(0, 6)).toEqual(['done', 'done', 'done', 'done', 'running', 'todo']);
    expect(states('waiting-approval', 'approval').slice(2, 5)).toEqual(['done', 'waiting', 'todo']);
    expect(states('waiting-final', 'final').slice(7)).toEqual(['done', 'waiting', 'todo']);
    expect(states('failed', 'render').slice(5, 8)).toEqual(['done', 'failed', 'todo']);
    expect(states('paused', 'render')[6]).toBe('stopped');
    expect(states('cancelled', 'images')[0]).toBe('stopped');
    expect(new Set(states('done', 'release'))).toEqual(new Set(['done']));
    expect(new Set(states('queued', 'images'))).toEqual(new Set(['todo']));
    expect(new Set(knotsOf(null).map(({ state }) => state))).toEqual(new Set(['todo']));
  });

  it('never says done before it is: everything up to a stage may be done, the last knot only with the film', () => {
    const statuses = [
      'queued',
      'running',
      'waiting-approval',
      'waiting-final',
      'returned',
      'paused',
      'failed',
      'cancelled',
    ];
    for (const status of statuses as Progress['status'][])
      for (const stage of STAGES) expect(states(status, stage).at(-1), `${status} ${stage}`).not.toBe('done');
  });

  it('gives a share to the running stage only, and two places to people', () => {
    const knots = knotsOf({ status: 'running', stage: 'render', stageFraction: 0.4 });
    expect(knots.filter(({ fraction }) => fraction > 0).map(({ stage }) => stage)).toEqual(['render']);
    expect(knots.filter(({ person }) => person).map(({ stage }) => stage)).toEqual(['approval', 'final']);
    expect(knots.map(({ stage }) => stage)).toEqual([...STAGES]);
    expect([stageAfter('render'), stageAfter('release')]).toEqual(['package', null]);
  });

  it('translates what steps say of themselves and is silent on what it does not know', () => {
    expect(noteText('images', '12/120', making('zh-CN'))).toBe('12 / 120');
    expect(noteText('analysis', 'candidates', making('zh-CN'))).toBe('查找候选');
    expect(noteText('render', 'chapter-look', making('zh-CN'))).toBe('场景 章节 看片');
    expect(noteText('render', 'draws 2 of 13 scenes', making('zh-CN'))).toBe('要画 2 幕，共 13 幕');
    expect(noteText('render', 'follow-up', making('en'))).not.toContain('follow-up');
    expect(noteText('render', 'reused scroll', making('en'))).toBe('reused scene Slices');
    expect(noteText('speech', 'reused', making('zh-CN'))).toBe('沿用整步');
    expect(noteText('approval', 'reminder: version 1 waits for a physician', making('zh-CN'))).toBeNull();
    expect(noteText('render', null, making('zh-CN'))).toBeNull();
    expect(stepName('render', 'pictures', making('zh-CN'))).toBe('画面素材');
  });

  it('counts the last try of a step and the time of a whole stage; what is prepared ahead is no start of it', () => {
    const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
    const step = (label: string, outcome: string, from: number, to: number | null, attempt = 1, stage = 'speech') => ({
      ...{ stage, label, outcome, attempt },
      startedAt: at(from),
      endedAt: to === null ? null : at(to),
    });
    const [speech] = stepsByStage([step('s1', 'failed', 0, 2), step('s2', 'done', 1, 5), step('s1', 'done', 3, 9, 2)]);
    expect(speech?.steps.map(({ label, outcome }) => `${label} ${outcome}`)).toEqual(['s1 done', 's2 done']);
    expect([speech?.seconds, speech?.attempts]).toEqual([8, 2]);
    expect(stepsByStage([step('s1', 'running', 0, null)])[0]?.seconds).toBeNull();
    expect(stepsByStage([step('pictures', 'done', 0, 4, 1, 'render')])).toEqual([]);
  });

  it('says times and sizes as people do, in the clock of the hospital', () => {
    const now = new Date('2026-11-20T02:31:00Z');
    const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
    const said = [0, 26, 120, 24 * 60, 50 * 60].map((minutes) => ago(before(minutes), now, 'Asia/Shanghai', chinese));
    expect(said).toEqual(['刚刚', '26 分钟前', '今天 08:31', '昨天 10:31', '11 月 18 日']);
    expect([0.2, 38, 60, 72, 3660].map((seconds) => lasting(seconds, chinese))).toEqual([
      ...['不到 1 秒', '38 秒', '1 分钟', '1 分 12 秒', '1 小时 1 分'],
    ]);
    expect(lasting(244, english, true)).toBe('4 min');
    expect([12, 24_000, 1_260_000, 61_000_000].map(size)).toEqual(['12 B', '24 KB', '1.3 MB', '61 MB']);
    expect([8, 222].map(timecode)).toEqual(['0:08', '3:42']);
  });

  it('asks only whoever can do something', () => {
    expect(needs('waiting-approval', 'physician', ['physician'])).toBe(true);
    expect(needs('waiting-approval', 'physician', ['editor', 'admin'])).toBe(false);
    expect(needs('waiting-final', 'publicity', ['publicity'])).toBe(true);
    expect(needs('failed', 'editor', ['publicity'])).toBe(true);
    expect(needs('returned', 'editor', ['physician', 'researcher'])).toBe(false);
    expect(needs('running', 'system', ['admin'])).toBe(false);
    expect(nextPage('p1', 'waiting-final')).toBe('/productions/p1/review');
    expect(nextPage('p1', 'returned')).toBe('/productions/p1/script');
    expect(nextPage('p1', 'failed')).toBe('/productions/p1');
  });

  it('reads chapters as they are written beside a film', () => {
    expect(chaptersOf('0:00 病例\n1:08 看 片\n\n1:02:03 End\nnonsense\n')).toEqual([
      { seconds: 0, title: '病例' },
      { seconds: 68, title: '看 片' },
      { seconds: 3723, title: 'End' },
    ]);
    expect(chaptersOf(null)).toEqual([]);
  });
});

describe('what addresses say', () => {
  it('narrows a list by what is known, and forgets the rest', () => {
    const filter = filterOf({ status: 'failed', mine: '1', text: ' 结节 ', before: '2026-11-20T00:00:00.000Z' });
    expect(filter).toEqual({ status: 'failed', mine: true, text: '结节', before: '2026-11-20T00:00:00.000Z' });
    expect(filterOf(Object.fromEntries(new URL(addressOf(filter), 'http://x').searchParams))).toEqual(filter);
    const nothing = { status: 'all', mine: false, text: '', before: null };
    expect(filterOf({ status: 'constructor', mine: 'yes', before: "' or 1=1" })).toEqual(nothing);
    expect(addressOf({ status: 'all', mine: false, text: '', before: null })).toBe('/productions');
  });

  it('knows the place of a page, and where one works', () => {
    expect(['/', '/productions', '/productions/p1/script', '/films', '/login'].map(placeOf)).toEqual([
      ...['/', '/productions', '/productions', '/films', ''],
    ]);
    expect(['/productions/p1/review', '/productions/p1', '/productions/new', '/'].map(isWorkPage)).toEqual([
      ...[true, false, false, false],
    ]);
  });

  it('leads from a hit to the very sentence or finding', () => {
    const hit = {
      productionId: 'p1',
      title: '题',
      caseCode: 'CL-7F3A',
      version: 2,
      sentenceId: 's3',
      text: '长径 8.2 mm',
    };
    const [findings, sentences, productions] = hitsOf({
      findings: [{ ...hit, findingIds: ['F1'] }],
      sentences: [{ ...hit, findingIds: [] }],
      productions: [{ ...hit, status: 'done', createdAt: '2026-11-20T00:00:00.000Z' }],
    });
    expect(findings?.[1][0]?.href).toBe('/productions/p1/findings?f=F1');
    expect(sentences?.[1][0]?.href).toBe('/productions/p1/script?s=s3');
    expect(productions?.[1][0]?.href).toBe('/productions/p1');
  });
});

describe('what browsers send', () => {
  it.each([
    [undefined, 'en-US,en;q=0.9', 'en'],
    [undefined, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    [undefined, 'fr', 'zh-CN'],
    [undefined, null, 'zh-CN'],
    ['en', 'zh-CN', 'en'],
    ['zh-CN', 'en', 'zh-CN'],
    ['xx', 'en', 'en'],
  ] as const)('language: chosen %s, preferred %s', (chosen, accepted, language) => {
    expect(languageOf(chosen, accepted)).toBe(language);
  });

  it('takes light, dark or what the machine wants', () => {
    expect(['dark', 'light', 'auto', 'x"><script>', undefined].map(schemeOf)).toEqual([
      ...['dark', 'light', 'auto', 'auto', 'auto'],
    ]);
  });
});
