import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '#domain/approval';
import type { Progress } from '#domain/progress';
import { type Database, openDatabase } from '#prisma/records/database';
import { readDesk, readFilms } from '#prisma/records/desk';
import { createProduction, listProductions } from '#prisma/records/productions';
import { appendProgress } from '#prisma/records/progress';
import { openTestDatabase, type TestDatabase } from '#tests/house/database';
import { REQUEST } from '#tests/workflow/fake-activities';

let house: TestDatabase;
let db: Database;

const person = (roles: Role[], departments = ['house']): Actor => ({
  ...{ id: 'me', displayName: 'me', roles, departments, demo: false },
});

async function production(
  n: number,
  status: Progress['status'],
  waitsFor: Progress['waitsFor'],
  departmentId = 'house',
) {
  const id = `p0000000000${n}`;
  await createProduction(db, id, REQUEST, { createdBy: n % 2 ? 'me' : 'other', departmentId });
  await appendProgress(db, {
    ...{ productionId: id, status, waitsFor, stage: 'render', stageFraction: 0, fraction: 0.2 },
    ...{ note: null, estimateSeconds: null, error: null },
  });
  return id;
}

let ids: string[];
beforeAll(async () => {
  house = await openTestDatabase();
  db = openDatabase(house.databaseUrl);
  ids = [
    await production(0, 'waiting-approval', 'physician'),
    await production(1, 'waiting-final', 'publicity'),
    await production(2, 'failed', 'editor'),
    await production(3, 'returned', 'editor'),
    await production(4, 'running', 'system'),
    await production(5, 'waiting-approval', 'physician', 'elsewhere'),
  ];
  for (const [n, series] of [
    ['0', '读片十分钟'],
    ['5', '别处'],
  ] as const)
    await db.release.create({
      data: {
        ...{ productionId: `p0000000000${n}`, revision: 1, title: `film ${n}`, series, language: 'zh-CN', seconds: 90 },
        ...{ departmentId: n === '5' ? 'elsewhere' : 'house', releasedBy: 'me' },
      },
    });
}, 120_000);
afterAll(async () => {
  await db?.$disconnect();
  await house?.stop();
}, 60_000);

const needed = async (actor: Actor) => (await readDesk(db, actor)).needs.map(({ id }) => id);

describe('the desk', () => {
  it('shows each what this person can do something about, others that wait first', async () => {
    expect(await needed(person(['physician']))).toEqual([ids[0]]);
    expect(await needed(person(['publicity']))).toEqual([ids[1], ids[2], ids[3]]);
    expect(await needed(person(['editor']))).toEqual([ids[2], ids[3]]);
    expect(await needed(person(['researcher']))).toEqual([]);
    expect(await needed(person(['physician'], ['elsewhere']))).toEqual([ids[5]]);
    expect(await needed(person(['physician'], []))).toEqual([]);
  });

  it('counts the own departments only, and runs what does not wait for the reader', async () => {
    const desk = await readDesk(db, person(['physician']));
    expect(desk.counts).toEqual({ waiting: 1, failed: 0, returned: 0, running: 3, all: 5 });
    expect(desk.running.map(({ id }) => id).sort()).toEqual([ids[1], ids[4]]);
    expect(desk.films.map(({ title }) => title)).toEqual(['film 0']);
  });

  it('keeps films by department and series', async () => {
    const all = await readFilms(db, ['house', 'elsewhere']);
    expect([all.films.length, all.series.length]).toEqual([2, 2]);
    expect((await readFilms(db, ['house'], '读片十分钟')).films.map(({ title }) => title)).toEqual(['film 0']);
    expect(await readFilms(db, ['house'], '别处')).toEqual({ films: [], series: ['读片十分钟'] });
  });

  it('narrows lists by status, person, text and moment', async () => {
    const list = async (filter: Partial<Parameters<typeof listProductions>[2]>) =>
      (await listProductions(db, ['house'], { limit: 10, ...filter })).map(({ id }) => id);
    expect(await list({})).toEqual([ids[4], ids[3], ids[2], ids[1], ids[0]]);
    expect(await list({ statuses: ['failed', 'returned'] })).toEqual([ids[3], ids[2]]);
    expect(await list({ createdBy: 'me' })).toEqual([ids[3], ids[1]]);
    expect(await list({ text: 'P00000000004' })).toEqual([ids[4]]);
    expect(await list({ text: '100%_' })).toEqual([]);
    const [first] = await listProductions(db, ['house'], { limit: 1 });
    expect(await list({ before: first?.createdAt })).toEqual([ids[3], ids[2], ids[1], ids[0]]);
  });
});
