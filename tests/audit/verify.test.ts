import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EXIT, Voice } from '#cli/say';
import { auditVerify } from '#cli/verbs/audit';
import { appendAudit } from '#prisma/records/audit';
import { type Database, openDatabase } from '#prisma/records/database';
import { openTestDatabase, type TestDatabase } from '#tests/house/database';

describe('studio audit verify', () => {
  let house: TestDatabase;
  let db: Database;
  const heads: string[] = [];
  beforeAll(async () => {
    house = await openTestDatabase();
    vi.stubEnv('DATABASE_URL', house.databaseUrl);
    db = openDatabase(house.databaseUrl);
    for (const to of ['1', '2', '3']) {
      const event = {
        actorId: 'test-editor',
        action: 'script.revise',
        resource: 'script',
        resourceId: 'p1',
        to,
      } as const;
      heads.push((await appendAudit(db, event)).hash);
    }
  }, 120_000);
  afterAll(async () => {
    vi.unstubAllEnvs();
    await db?.$disconnect();
    await house?.stop();
  }, 60_000);

  /** Exit code and what was said. */
  const verify = async (head: string | null = null) => {
    const voice = new Voice(true);
    const said = vi.spyOn(voice, 'result').mockImplementation(() => {});
    const code = await auditVerify({ dataDir: house.dataDir, head }, voice);
    return { code, value: said.mock.calls[0]?.[0], text: said.mock.calls[0]?.[1] };
  };

  it('says how many and the head, and that a head from earlier still stands', async () => {
    expect(await verify()).toMatchObject({
      code: EXIT.ok,
      value: { count: 3, head: heads[2], brokenAt: null, headHolds: null, whole: true },
      text: `3 entries, the chain holds · head ${heads[2]}`,
    });
    expect(await verify(heads[1])).toMatchObject({ code: EXIT.ok, value: { headHolds: true } });
    await expect(verify('abc')).rejects.toThrow('INPUT_INVALID');
  });

  it('ends with its own code when the chain is broken or its end is missing', async () => {
    await db.$executeRawUnsafe('ALTER TABLE "AuditEvent" DISABLE TRIGGER USER');
    await db.$executeRawUnsafe('DELETE FROM "AuditEvent" WHERE "seq" = 3');
    expect(await verify()).toMatchObject({ code: EXIT.ok, value: { count: 2 } });
    expect(await verify(heads[2])).toMatchObject({ code: EXIT.broken, value: { headHolds: false, whole: false } });
    await db.$executeRawUnsafe('UPDATE "AuditEvent" SET "to" = \'9\' WHERE "seq" = 2');
    const { code, value, text } = await verify();
    expect([code, value]).toMatchObject([EXIT.broken, { brokenAt: 2, count: 1 }]);
    expect(text).toContain('BROKEN at entry 2');
  });
});
