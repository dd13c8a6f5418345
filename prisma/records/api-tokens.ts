import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Scope } from '#domain/policy';
import { appendAudit } from './audit.ts';
import type { Database } from './database.ts';

const DAY_MS = 24 * 3600_000;

export interface TokenWish {
  readonly accountId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly days: number;
  /** Who makes it. */
  readonly actorId: string;
}

/** Makes a token and says its secret, which is kept nowhere: the row has its hash. */
export async function makeToken(db: Database, wish: TokenWish): Promise<{ id: string; secret: string }> {
  const secret = `cl_${randomBytes(32).toString('base64url')}`;
  const id = randomUUID();
  const { accountId, name, days, actorId } = wish;
  const scopes = [...new Set(wish.scopes)];
  const tokenHash = createHash('sha256').update(secret).digest('hex');
  await db.$transaction(async (tx) => {
    const expiresAt = new Date(Date.now() + days * DAY_MS);
    await tx.apiToken.create({ data: { id, accountId, name, scopes, tokenHash, expiresAt } });
    const detail = { account: accountId, scopes, days };
    await appendAudit(tx, { actorId, action: 'token.make', resource: 'token', resourceId: id, detail });
  });
  return { id, secret };
}
