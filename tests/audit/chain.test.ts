import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { AUDIT_ORIGIN, type AuditEntry } from '#domain/audit';
import { appendAudit, auditHolds, listAudit, verifyAudit } from '#prisma/records/audit';
import { type Database, openDatabase } from '#prisma/records/database';
import { openTestDatabase, type TestDatabase } from '#tests/house/database';

const entry = (n: number): z.input<typeof AuditEntry> => ({
  actorId: 'test-admin',
  action: 'script.revise',
  resource: 'script',
  resourceId: `p${n}`,
  departmentId: n % 2 ? 'house' : null,
  from: String(n),
  to: String(n + 1),
  detail: { z: 1.5, a: true, digest: 'ab'.repeat(32), ids: ['s01', 's02'], none: null, tiny: 1e-7 },
});

describe('the audit', () => {
  let house: TestDatabase;
  let db: Database;
  beforeAll(async () => {
    house = await openTestDatabase();
    db = openDatabase(house.databaseUrl);
  }, 120_000);
  afterAll(async () => {
    await db?.$disconnect();
    await house?.stop();
  }, 60_000);

  /** Changes rows as somebody with the whole database in hand would: with the triggers away. */
  const tamper = (sql: string) =>
    db.$transaction([
      db.$executeRawUnsafe('ALTER TABLE "AuditEvent" DISABLE TRIGGER USER'),
      db.$executeRawUnsafe(sql),
      db.$executeRawUnsafe('ALTER TABLE "AuditEvent" ENABLE TRIGGER USER'),
    ]);

  it('is whole when empty', async () => {
    expect(await verifyAudit(db)).toEqual({ count: 0, head: AUDIT_ORIGIN, brokenAt: null });
  });

  it('keeps one chain however many write at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => appendAudit(db, entry(n))));
    const check = await verifyAudit(db);
    expect(check).toMatchObject({ count: 40, brokenAt: null });
    const events = await listAudit(db, {}, 100);
    expect(events.map((event) => event.seq)).toEqual(Array.from({ length: 40 }, (_, n) => 40 - n));
    expect(events[0]?.hash).toBe(check.head);
    expect(await auditHolds(db, events[20]!.hash)).toBe(true);
    expect(await auditHolds(db, 'f'.repeat(64))).toBe(false);
  });

  it('is part of the transaction it is written in', async () => {
    const before = await verifyAudit(db);
    const undone = db.$transaction(async (tx) => {
      await appendAudit(tx, entry(100));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await verifyAudit(db)).toEqual(before);
    await db.$transaction(async (tx) => {
      await appendAudit(tx, entry(101));
      await appendAudit(tx, entry(102));
    });
    expect(await verifyAudit(db)).toMatchObject({ count: before.count + 2, brokenAt: null });
  });

  it('finds by person, action, thing and time', async () => {
    const made = await appendAudit(db, { ...entry(7), actorId: 'somebody', action: 'token.make', resource: 'token' });
    const line = { ...made, actorName: null };
    expect(await listAudit(db, { actor: 'somebody' }, 10)).toEqual([line]);
    expect(await listAudit(db, { action: 'token.make' }, 10)).toEqual([line]);
    const about = await appendAudit(db, { ...entry(8), resource: 'production', resourceId: 'p00000000001' });
    const part = await appendAudit(db, { ...entry(8), resource: 'comment', detail: { production: 'p00000000001' } });
    expect((await listAudit(db, { production: 'p00000000001' }, 10)).map(({ seq }) => seq)).toEqual([
      part.seq,
      about.seq,
    ]);
    expect(await listAudit(db, { from: '2999-01-01T00:00:00.000Z' }, 10)).toEqual([]);
    expect(await listAudit(db, { to: '1999-01-01T00:00:00.000Z' }, 10)).toEqual([]);
    expect((await listAudit(db, { before: 3 }, 10)).map((event) => event.seq)).toEqual([2, 1]);
  });

  it('takes ids and codes only: what a person typed does not fit', async () => {
    const count = (await verifyAudit(db)).count;
    for (const wrong of [
      { resourceId: '张三' },
      { detail: { note: 'two words' } },
      { from: 'a\nb' },
      { action: 'nothing.known' as never },
    ])
      await expect(appendAudit(db, { ...entry(1), ...wrong })).rejects.toThrow();
    expect((await verifyAudit(db)).count).toBe(count);
  });

  it('cannot be changed, shortened or emptied through the database', async () => {
    const before = await verifyAudit(db);
    for (const sql of [
      'UPDATE "AuditEvent" SET "actorId" = \'other\' WHERE "seq" = 3',
      'DELETE FROM "AuditEvent" WHERE "seq" = 3',
      'DELETE FROM "AuditEvent"',
      'TRUNCATE "AuditEvent"',
    ])
      await expect(db.$executeRawUnsafe(sql)).rejects.toThrow('the audit can only grow');
    expect(await verifyAudit(db)).toEqual(before);
  });

  it.each([
    ['an actor', 'UPDATE "AuditEvent" SET "actorId" = \'other\' WHERE "seq" = 5', 5],
    ['a time', 'UPDATE "AuditEvent" SET "at" = "at" + interval \'1 second\' WHERE "seq" = 6', 6],
    ['a detail', `UPDATE "AuditEvent" SET "detail" = '{"a": false}' WHERE "seq" = 7`, 7],
    ['a hash', `UPDATE "AuditEvent" SET "hash" = repeat('0', 64) WHERE "seq" = 8`, 8],
    ['a missing row', 'DELETE FROM "AuditEvent" WHERE "seq" = 9', 9],
    [
      'two rows changed places',
      'UPDATE "AuditEvent" SET "seq" = CASE "seq" WHEN 10 THEN 1000 ELSE 10 END WHERE "seq" IN (10, 11)',
      10,
    ],
  ])('shows %s that was tampered with', async (_, sql, seq) => {
    await db.$executeRawUnsafe('CREATE TABLE kept AS TABLE "AuditEvent"');
    try {
      expect((await verifyAudit(db)).brokenAt).toBeNull();
      await tamper(sql);
      expect((await verifyAudit(db)).brokenAt).toBe(seq);
    } finally {
      await tamper('DELETE FROM "AuditEvent"');
      await db.$executeRawUnsafe('INSERT INTO "AuditEvent" SELECT * FROM kept');
      await db.$executeRawUnsafe('DROP TABLE kept');
    }
  });
});
