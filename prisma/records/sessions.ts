import type { Actor } from '#domain/approval';
import { SESSION_IDLE_MS, SESSION_LONGEST_MS } from '#domain/session';
import { actorOf } from './accounts.ts';
import type { Database } from './database.ts';

/** How stale `lastSeenAt` may become before it is written: not every request is a write. */
const SEEN_EVERY_MS = 60_000;

export interface SessionRecord {
  readonly idHash: string;
  readonly state: 'ok' | 'totp';
  readonly authenticatedAt: Date;
  readonly expiresAt: Date;
  readonly actor: Actor;
  /** The second factor is on. */
  readonly totpSince: Date | null;
}

/** The session behind a cookie's hash; null when it is unknown, idle, too old, or its person disabled. Roles are read anew each time, so changes act at once. */
export async function findSession(db: Database, idHash: string, now = new Date()): Promise<SessionRecord | null> {
  const row = await db.session.findUnique({ where: { idHash }, include: { account: true } });
  if (!row || row.expiresAt <= now || row.account.disabledAt) return null;
  if (now.getTime() - row.lastSeenAt.getTime() > SESSION_IDLE_MS) return null;
  if (now.getTime() - row.lastSeenAt.getTime() > SEEN_EVERY_MS)
    await db.session.updateMany({ where: { idHash }, data: { lastSeenAt: now } });
  const { authenticatedAt, expiresAt, account } = row;
  const state = row.state === 'ok' ? 'ok' : 'totp';
  return { idHash, state, authenticatedAt, expiresAt, actor: actorOf(account), totpSince: account.totpSince };
}

/** Opens a session and clears away the ones that are over. `replaces` is the hash of the cookie the browser came with: it ends. */
export async function openSession(
  db: Database,
  session: {
    readonly idHash: string;
    readonly accountId: string;
    readonly state: 'ok' | 'totp';
    readonly authenticatedAt: Date;
    readonly replaces: string | null;
  },
  now = new Date(),
): Promise<void> {
  const { replaces, ...data } = session;
  const idleSince = new Date(now.getTime() - SESSION_IDLE_MS);
  await db.$transaction([
    db.session.deleteMany({
      where: {
        OR: [
          ...(replaces ? [{ idHash: replaces }] : []),
          { expiresAt: { lte: now } },
          { lastSeenAt: { lte: idleSince } },
        ],
      },
    }),
    db.session.create({
      data: {
        ...data,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + SESSION_LONGEST_MS),
      },
    }),
  ]);
}

/** The person has just proved who they are. */
export async function markProved(db: Database, idHash: string): Promise<Date> {
  const authenticatedAt = new Date();
  await db.session.updateMany({ where: { idHash }, data: { authenticatedAt } });
  return authenticatedAt;
}

export async function closeSession(db: Database, idHash: string): Promise<void> {
  await db.session.deleteMany({ where: { idHash } });
}

/** Ends every session of an account, save perhaps the one that asks. */
export async function closeSessions(db: Database, accountId: string, except: string | null = null): Promise<void> {
  await db.session.deleteMany({ where: { accountId, ...(except ? { idHash: { not: except } } : {}) } });
}
