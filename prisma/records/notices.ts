import { createHash } from 'node:crypto';
import { canonicalJson } from '#domain/canonical';
import { Notice, type NoticeDetail, NoticeKind } from '#domain/notice';
import type { Database } from './database.ts';

export interface Telling {
  readonly accountIds: readonly string[];
  readonly kind: NoticeKind;
  readonly productionId: string | null;
  /** Numbers and ids only. */
  readonly detail: NoticeDetail;
}

/** Of these a newer one says all that an unread older one said. */
const REPLACED: readonly NoticeKind[] = ['waiting-script', 'waiting-final', 'returned', 'escalated', 'failed'];

/** Tells people something in the studio; the same words to the same person are told once, however often a step is tried again. */
export async function tell(db: Database, { accountIds, kind, productionId, detail }: Telling): Promise<void> {
  const people = [...new Set(accountIds)];
  if (people.length === 0) return;
  const known = await db.account.findMany({ where: { id: { in: people } }, select: { id: true } });
  for (const { id: accountId } of known) {
    const text = canonicalJson({ accountId, kind, productionId, detail });
    const id = createHash('sha256').update(text).digest('hex').slice(0, 24);
    if (productionId && REPLACED.includes(kind))
      await db.notice.deleteMany({ where: { accountId, kind, productionId, readAt: null, id: { not: id } } });
    await db.notice.createMany({ data: [{ id, accountId, kind, productionId, detail }], skipDuplicates: true });
  }
}

/** What was asked of people has been done: nobody need look at these any more. */
export async function settleNotices(db: Database, productionId: string, kinds: readonly NoticeKind[]): Promise<void> {
  await db.notice.updateMany({
    where: { productionId, kind: { in: [...kinds] }, readAt: null },
    data: { readAt: new Date() },
  });
}

/** A person's notices, newest first, with the titles of what they are about. */
export async function listNotices(db: Database, accountId: string, limit: number, unread: boolean): Promise<Notice[]> {
  const rows = await db.notice.findMany({
    where: { accountId, ...(unread ? { readAt: null } : {}) },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit,
  });
  const ids = rows.flatMap(({ productionId }) => productionId ?? []);
  const about = await db.production.findMany({
    where: { id: { in: ids } },
    select: { id: true, title: true, caseCode: true },
  });
  const known = new Map(about.map((production) => [production.id, production]));
  return rows.map(({ accountId: _, createdAt, readAt, kind, ...row }) =>
    Notice.parse({
      ...row,
      kind: NoticeKind.parse(kind),
      title: known.get(row.productionId ?? '')?.title ?? null,
      caseCode: known.get(row.productionId ?? '')?.caseCode ?? null,
      createdAt: createdAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    }),
  );
}

export async function countUnread(db: Database, accountId: string): Promise<number> {
  return db.notice.count({ where: { accountId, readAt: null } });
}

/** Marks a person's own notices as read: the named ones, or all. */
export async function readNotices(db: Database, accountId: string, ids: readonly string[] | null): Promise<void> {
  const where = { accountId, readAt: null, ...(ids ? { id: { in: [...ids] } } : {}) };
  await db.notice.updateMany({ where, data: { readAt: new Date() } });
}
