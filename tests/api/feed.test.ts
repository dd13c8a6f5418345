import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ProgressFeed } from '#api/productions/progress-feed';
import type { Progress } from '#domain/progress';
import { type Database, openDatabase } from '#prisma/records/database';
import { createProduction } from '#prisma/records/productions';
import { appendProgress } from '#prisma/records/progress';
import { openTestDatabase, type TestDatabase } from '#tests/house/database';
import { REQUEST } from '#tests/workflow/fake-activities';

const event = (productionId: string, status: Progress['status'], fraction: number) => ({
  ...{ productionId, status, fraction, stage: 'render' as const, stageFraction: fraction },
  ...{ note: null, waitsFor: 'system' as const, estimateSeconds: null, error: null },
});

describe('progress for many windows', () => {
  let house: TestDatabase;
  let db: Database;
  let feed: ProgressFeed;
  beforeAll(async () => {
    house = await openTestDatabase();
    db = openDatabase(house.databaseUrl);
    feed = new ProgressFeed(db);
    for (let n = 0; n < 10; n += 1)
      await createProduction(db, `p0000000000${n}`, REQUEST, { createdBy: 'x', departmentId: 'house' });
  }, 120_000);
  afterAll(async () => {
    await db?.$disconnect();
    await house?.stop();
  }, 60_000);

  /** A window: what it saw, and whether its line ended. */
  const watch = (productionId: string, last = 0) => {
    const window = { seqs: [] as number[], ended: false, close: () => {} };
    const line = feed.watch(productionId, last).subscribe({
      next: ({ id, type }) => void (type === 'progress' && window.seqs.push(Number(id))),
      complete: () => {
        window.ended = true;
      },
    });
    window.close = () => line.unsubscribe();
    return window;
  };

  it('brings two hundred windows the same, each from where it stands, with one query a look', async () => {
    for (let n = 0; n < 10; n += 1)
      for (const fraction of [0.1, 0.2]) await appendProgress(db, event(`p0000000000${n}`, 'running', fraction));
    const queries = vi.spyOn(db, '$queryRaw');
    const windows = Array.from({ length: 200 }, (_, n) => watch(`p0000000000${n % 10}`, n < 100 ? 0 : 1));
    const whole = (n: number, last: number) => Array.from({ length: last }, (_, k) => k + 1).slice(n < 100 ? 0 : 1);
    await vi.waitFor(
      () => {
        for (const [n, window] of windows.entries()) expect(window.seqs).toEqual(whole(n, 2));
      },
      { timeout: 20_000 },
    );
    await appendProgress(db, event('p00000000003', 'running', 0.3));
    await vi.waitFor(
      () => {
        for (const [n, window] of windows.entries()) expect(window.seqs).toEqual(whole(n, n % 10 === 3 ? 3 : 2));
      },
      { timeout: 20_000 },
    );
    const looks = queries.mock.calls.length;
    expect(looks).toBeLessThan(150);
    for (const window of windows) window.close();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    // The look that was under way when the last window closed may still end.
    expect(queries.mock.calls.length).toBeLessThanOrEqual(looks + 2);
    queries.mockRestore();
  });

  it('lets nobody who comes late miss what was before', async () => {
    const early = watch('p00000000001');
    await vi.waitFor(() => expect(early.seqs).toEqual([1, 2]), { timeout: 20_000 });
    const writing = (async () => {
      for (let n = 3; n <= 40; n += 1) await appendProgress(db, event('p00000000001', 'running', n / 100));
    })();
    const late = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        await new Promise((resolve) => setTimeout(resolve, n * 13));
        return watch('p00000000001');
      }),
    );
    await writing;
    const all = Array.from({ length: 40 }, (_, n) => n + 1);
    await vi.waitFor(
      () => {
        for (const window of [early, ...late]) expect(window.seqs).toEqual(all);
      },
      { timeout: 20_000 },
    );
    for (const window of [early, ...late]) window.close();
  });

  it('ends when the film has ended, not where it failed and went on', async () => {
    const id = 'p00000000002';
    await appendProgress(db, event(id, 'failed', 0.2));
    await appendProgress(db, event(id, 'running', 0.3));
    const window = watch(id);
    await vi.waitFor(() => expect(window.seqs).toEqual([1, 2, 3, 4]), { timeout: 20_000 });
    expect(window.ended).toBe(false);
    await appendProgress(db, event(id, 'done', 1));
    await vi.waitFor(() => expect(window).toMatchObject({ seqs: [1, 2, 3, 4, 5], ended: true }), { timeout: 20_000 });
  });
});
