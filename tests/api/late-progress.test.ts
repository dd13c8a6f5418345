import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Progress } from '#domain/progress';
import { type Database, openDatabase } from '#prisma/records/database';
import { createProduction, findProduction } from '#prisma/records/productions';
import { appendProgress, appendStepProgress } from '#prisma/records/progress';
import { openTestDatabase, type TestDatabase } from '#tests/house/database';
import { REQUEST } from '#tests/workflow/fake-activities';

const ID = 'p00000000lat';
let house: TestDatabase;
let db: Database;

const event = (status: Progress['status'], stageFraction: number): Omit<Progress, 'seq' | 'at'> => ({
  ...{ productionId: ID, status, stage: 'render', stageFraction, fraction: stageFraction / 2, note: null },
  ...{ waitsFor: 'system', estimateSeconds: null, error: null },
});
const status = async () => (await findProduction(db, ID))?.status;

beforeAll(async () => {
  house = await openTestDatabase();
  db = openDatabase(house.databaseUrl);
  await createProduction(db, ID, REQUEST, { createdBy: 'test-editor', departmentId: 'house' });
}, 120_000);
afterAll(async () => {
  await db?.$disconnect();
  await house?.stop();
}, 30_000);

describe('a step that speaks while it is being stopped', () => {
  it.each(['failed', 'paused', 'cancelled', 'returned', 'waiting-approval', 'done'] as const)(
    'does not set a production running again that is %s',
    async (ended) => {
      await appendProgress(db, event('queued', 0));
      expect((await appendStepProgress(db, event('running', 0.4)))?.status).toBe('running');
      const { seq } = await appendProgress(db, event(ended, 0.4));
      expect(await appendStepProgress(db, event('running', 0.6))).toBeNull();
      expect(await status()).toBe(ended);
      // The workflow itself may go on, and then its steps are heard again.
      expect((await appendProgress(db, event('running', 0))).seq).toBe(seq + 1);
      expect((await appendStepProgress(db, event('running', 0.7)))?.stageFraction).toBe(0.7);
    },
  );
});
