import { Actor } from '#domain/approval';
import { SCOPES, type Scope } from '#domain/policy';
import type { Database } from './database.ts';

/** How stale `lastUsedAt` may become before it is written: not every request is a write. */
const USED_EVERY_MS = 5 * 60_000;

type Row = NonNullable<Awaited<ReturnType<Database['account']['findUnique']>>>;

/** An account's row as who acts. */
export const actorOf = ({ id, displayName, roles, departments, demo }: Row): Actor =>
  Actor.parse({ id, displayName, roles, departments, demo });

/** Who an account is now; null when it is unknown or disabled. */
export async function findActor(db: Database, id: string): Promise<Actor | null> {
  const row = await db.account.findUnique({ where: { id } });
  return row && !row.disabledAt ? actorOf(row) : null;
}

/** The account an API token belongs to and what the token may do; null when it is unknown, revoked, expired or its person disabled. */
export async function findAccountByTokenHash(
  db: Database,
  tokenHash: string,
): Promise<{ actor: Actor; scopes: Scope[] } | null> {
  const token = await db.apiToken.findUnique({ where: { tokenHash }, include: { account: true } });
  if (!token || token.revokedAt || (token.expiresAt && token.expiresAt < new Date()) || token.account.disabledAt)
    return null;
  if (Date.now() - (token.lastUsedAt?.getTime() ?? 0) > USED_EVERY_MS)
    await db.apiToken.updateMany({ where: { id: token.id }, data: { lastUsedAt: new Date() } });
  return { actor: actorOf(token.account), scopes: SCOPES.filter((scope) => token.scopes.includes(scope)) };
}

/** Makes an account or brings it up to date. */
export async function keepAccount(db: Database, actor: Actor): Promise<void> {
  const { id, ...rest } = actor;
  await db.account.upsert({ where: { id }, create: actor, update: rest });
}

/** Gives an account a token under a name, replacing its earlier one of that name. */
export async function keepToken(
  db: Database,
  accountId: string,
  name: string,
  tokenHash: string,
  scopes: readonly Scope[] = SCOPES,
): Promise<void> {
  const id = `${accountId}-${name.replace(/\W+/g, '-')}`;
  const data = { accountId, name, tokenHash, scopes: [...scopes], revokedAt: null };
  await db.apiToken.upsert({ where: { id }, create: { id, ...data }, update: data });
}
