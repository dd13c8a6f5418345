import { randomUUID } from 'node:crypto';
import { Delegation } from '#domain/notice';
import type { Database } from './database.ts';

const live = () => ({ endedAt: null, until: { gt: new Date() } });

/** Lets one person sign for another until a moment; an earlier delegation between the two ends. */
export async function keepDelegation(db: Database, fromId: string, toId: string, until: Date): Promise<string> {
  const id = randomUUID();
  await db.$transaction([
    db.delegation.updateMany({ where: { fromId, toId, endedAt: null }, data: { endedAt: new Date() } }),
    db.delegation.create({ data: { id, fromId, toId, until } }),
  ]);
  return id;
}

/** Ends a delegation of the person's own. False when there is none to end. */
export async function endDelegation(db: Database, id: string, fromId: string): Promise<boolean> {
  const { count } = await db.delegation.updateMany({
    where: { id, fromId, ...live() },
    data: { endedAt: new Date() },
  });
  return count > 0;
}

/** Live delegations that a person gave or received. */
export async function listDelegations(db: Database, accountId: string): Promise<Delegation[]> {
  const rows = await db.delegation.findMany({
    where: { ...live(), OR: [{ fromId: accountId }, { toId: accountId }] },
    orderBy: { createdAt: 'desc' },
  });
  const ids = rows.flatMap(({ fromId, toId }) => [fromId, toId]);
  const people = await db.account.findMany({ where: { id: { in: ids } }, select: { id: true, displayName: true } });
  const person = (id: string) => people.find((item) => item.id === id) ?? { id, displayName: id };
  return rows.map(({ id, fromId, toId, until, createdAt }) =>
    Delegation.parse({
      id,
      from: person(fromId),
      to: person(toId),
      until: until.toISOString(),
      createdAt: createdAt.toISOString(),
    }),
  );
}

/** True while `from` lets `to` sign. */
export async function standsIn(db: Database, fromId: string, toId: string): Promise<boolean> {
  return (await db.delegation.count({ where: { fromId, toId, ...live() } })) > 0;
}

/** Ids of whoever signs for one of these people now. */
export async function deputiesOf(db: Database, ids: readonly string[]): Promise<string[]> {
  const rows = await db.delegation.findMany({
    where: { fromId: { in: [...ids] }, ...live() },
    select: { toId: true },
  });
  return rows.map((row) => row.toId);
}
