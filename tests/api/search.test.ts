import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchAnswer } from '#domain/search';
import { keepAccount } from '#prisma/records/accounts';
import { createProduction, setCaseCode } from '#prisma/records/productions';
import { search } from '#prisma/records/search';
import { REQUEST } from '#tests/workflow/fake-activities';
import { openTestApi, type TestApi } from './open-api.ts';

const sentence = (id: string, text: string, findingIds: string[] = []) => ({ id, text, findingIds });
const script = (...sentences: object[]) => ({ chapters: [{ id: 'look', sentences }] });

describe('search', () => {
  let api: TestApi;
  const version = (productionId: string, number: number, body: object) =>
    api.db.scriptVersion.create({
      data: { productionId, version: number, author: 'test-editor', script: body, digest: '', subject: {} },
    });
  beforeAll(async () => {
    api = await openTestApi({ temporalAddress: '127.0.0.1:1' });
    const made = { createdBy: 'test-editor' };
    await createProduction(
      api.db,
      'p00000000001',
      { ...REQUEST, title: '右肺上叶磨玻璃结节' },
      { ...made, departmentId: 'house' },
    );
    await setCaseCode(api.db, 'p00000000001', 'CASE-7F3A');
    await createProduction(api.db, 'p00000000002', REQUEST, { ...made, departmentId: 'house' });
    await createProduction(
      api.db,
      'p00000000003',
      { ...REQUEST, title: '另一个科室的结节' },
      { ...made, departmentId: 'other' },
    );
    await version('p00000000001', 1, script(sentence('s01', '这里原来写的是实性结节。', ['F1'])));
    await version(
      'p00000000001',
      2,
      script(
        sentence('s01', '这是一枚部分实性结节，平均直径 8.2 mm。', ['F1']),
        sentence('s02', '三个月后复查低剂量 CT。'),
      ),
    );
    await version('p00000000002', 1, script(sentence('s01', 'A Part-Solid nodule of 8.2 mm.', ['F1'])));
    await version('p00000000003', 1, script(sentence('s01', '三个月后复查低剂量 CT。')));
  }, 120_000);
  afterAll(() => api?.stop(), 60_000);

  const find = async (q: string): Promise<SearchAnswer> => {
    const response = await api.ask('GET', `/api/search?q=${encodeURIComponent(q)}`);
    expect(response.status).toBe(200);
    return (await response.json()) as SearchAnswer;
  };
  const ids = (hits: { productionId: string }[]) => hits.map((hit) => hit.productionId);

  it('finds productions by title, case code and id', async () => {
    expect(ids((await find('磨玻璃')).productions)).toEqual(['p00000000001']);
    expect(ids((await find('case-7f')).productions)).toEqual(['p00000000001']);
    expect(ids((await find('p00000000002')).productions)).toEqual(['p00000000002']);
    expect((await find('磨玻璃')).productions[0]).toMatchObject({ title: '右肺上叶磨玻璃结节', caseCode: 'CASE-7F3A' });
  });

  it('finds what is said, of findings and otherwise, in the newest version only', async () => {
    expect((await find('部分实性')).findings).toMatchObject([
      { productionId: 'p00000000001', version: 2, sentenceId: 's01', findingIds: ['F1'] },
    ]);
    expect((await find('原来写的')).findings).toEqual([]);
    expect((await find('复查')).sentences).toMatchObject([{ productionId: 'p00000000001', sentenceId: 's02' }]);
    expect(ids((await find('part-solid NODULE')).findings)).toEqual(['p00000000002']);
    expect(ids((await find('8.2 mm')).findings)).toEqual(['p00000000002', 'p00000000001']);
  });

  it('asks for every word, in order within a word, down to one character', async () => {
    expect(ids((await find('直径 部分')).findings)).toEqual(['p00000000001']);
    expect(ids((await find('直径 复查')).findings)).toEqual([]);
    expect(ids((await find('性部')).findings)).toEqual([]);
    expect(ids((await find('径')).findings)).toEqual(['p00000000001']);
  });

  it('shows nothing of another department', async () => {
    expect((await find('另一个科室')).productions).toEqual([]);
    expect(ids((await find('复查低剂量')).sentences)).toEqual(['p00000000001']);
    await keepAccount(api.db, {
      id: 'test-researcher',
      displayName: 'researcher',
      roles: ['researcher'],
      departments: ['other'],
      demo: false,
    });
    const answer = await search(api.db, ['other'], '复查低剂量');
    expect(ids(answer.sentences)).toEqual(['p00000000003']);
    const asked = await api.ask('GET', `/api/search?q=${encodeURIComponent('另一个')}`, {
      token: api.tokens.researcher,
    });
    expect(ids(((await asked.json()) as SearchAnswer).productions)).toEqual(['p00000000003']);
  });

  it('takes signs as letters, and refuses nothing and too much', async () => {
    for (const q of ["'; DROP TABLE x;--", '%', '_', '\\', '100%'])
      expect(await find(q)).toEqual({ productions: [], findings: [], sentences: [] });
    for (const q of ['', '%20', 'x'.repeat(81)]) expect((await api.ask('GET', `/api/search?q=${q}`)).status).toBe(422);
  });

  it('goes by its indices', async () => {
    const plan = (sql: string) =>
      api.db.$transaction(async (tx) => {
        await tx.$executeRawUnsafe('SET LOCAL enable_seqscan = off');
        return JSON.stringify(await tx.$queryRawUnsafe(`EXPLAIN ${sql}`));
      });
    expect(
      await plan(`SELECT 1 FROM "ScriptVersion" WHERE search_grams(script_words("script")) @> search_grams('结节')`),
    ).toContain('ScriptVersion_words_idx');
    expect(
      await plan(
        `SELECT 1 FROM "Production" WHERE search_grams(coalesce("title", '') || ' ' || coalesce("caseCode", '') || ' ' || "id") @> search_grams('结节')`,
      ),
    ).toContain('Production_words_idx');
  });
});
