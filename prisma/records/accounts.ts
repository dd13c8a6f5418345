import { Actor } from '#domain/approval';
import type { Database } from './database.ts';

/** The account a token belongs to, or null. */
export async function findAccountByTokenHash(db: Database, tokenHash: string): Promise<Actor | null> {
  const row = await db.account.findUnique({ where: { tokenHash } });
  return row && Actor.parse({ id: row.id, displayName: row.displayName, roles: row.roles, demo: row.demo });
}

/** Makes an account or gives it a new token. */
export async function keepAccount(db: Database, actor: Actor, tokenHash: string): Promise<void> {
  const { id, ...rest } = actor;
  await db.account.upsert({ where: { id }, create: { ...actor, tokenHash }, update: { ...rest, tokenHash } });
}
