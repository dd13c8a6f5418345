import { createHash, randomBytes } from 'node:crypto';
import type { Database } from './database.ts';

/** A sign-in link lives for minutes; an invitation for days, since a person must read it. */
export const ONE_TIME_LIFE_MS = { 'sign-in': 10 * 60_000, invitation: 3 * 24 * 3600_000 } as const;
export type OneTimePurpose = keyof typeof ONE_TIME_LIFE_MS;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Makes a link's token for an account; earlier ones of the same purpose stop working. The database has its hash only. Print it as
 * `oneTimeAddress(base, purpose, token)`.
 */
export async function makeOneTime(db: Database, accountId: string, purpose: OneTimePurpose): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.$transaction([
    db.oneTimeSignIn.deleteMany({
      where: {
        OR: [{ accountId, purpose, usedAt: null }, { expiresAt: { lt: new Date(Date.now() - 30 * 24 * 3600_000) } }],
      },
    }),
    db.oneTimeSignIn.create({
      data: {
        tokenHash: hashOf(token),
        accountId,
        purpose,
        expiresAt: new Date(Date.now() + ONE_TIME_LIFE_MS[purpose]),
      },
    }),
  ]);
  return token;
}

/** The page a link opens. The token is in the fragment: it reaches no server, no log and no Referer until the page sends it. */
export const oneTimeAddress = (base: string, purpose: OneTimePurpose, token: string): string =>
  `${base.replace(/\/$/, '')}/login/${purpose === 'sign-in' ? 'once' : 'invitation'}#token=${token}`;

/** Uses a token up and says whose it was; null when it is unknown, used or expired. Of two at once, one wins. */
export async function useOneTime(db: Database, token: string, purpose: OneTimePurpose): Promise<string | null> {
  const now = new Date();
  const where = { tokenHash: hashOf(token), purpose, usedAt: null, expiresAt: { gt: now } };
  const { count } = await db.oneTimeSignIn.updateMany({ where, data: { usedAt: now } });
  if (count === 0) return null;
  return (await db.oneTimeSignIn.findUnique({ where: { tokenHash: hashOf(token) } }))?.accountId ?? null;
}

/** Whose invitation this is, without using it up. */
export async function peekOneTime(db: Database, token: string, purpose: OneTimePurpose): Promise<string | null> {
  const where = { tokenHash: hashOf(token), purpose, usedAt: null, expiresAt: { gt: new Date() } };
  return (await db.oneTimeSignIn.findFirst({ where }))?.accountId ?? null;
}
