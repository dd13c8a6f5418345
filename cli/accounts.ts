import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Actor } from '#domain/approval';
import { findAccountByTokenHash, keepAccount, keepToken } from '#prisma/records/accounts';
import { openDatabase } from '#prisma/records/database';

/** Whoever sits at this machine's terminal. */
export const LOCAL_MAKER: Actor = {
  id: 'local-maker',
  displayName: '本机制作',
  roles: ['publicity', 'editor', 'admin'],
  departments: ['house'],
  demo: false,
};
/** Made up for the demo: film and manifest say so. */
export const DEMO_PHYSICIAN: Actor = {
  id: 'demo-physician',
  displayName: '张主任',
  roles: ['physician'],
  departments: ['house'],
  demo: true,
};
/** Likewise: who airs the demo's film. */
export const DEMO_PUBLICITY: Actor = {
  id: 'demo-publicity',
  displayName: '沈知夏',
  roles: ['publicity'],
  departments: ['house'],
  demo: true,
};

const Tokens = z.record(z.string(), z.string());
const tokensFile = (dataDir: string) => path.join(dataDir, 'tokens.json');

/** The token of an account this machine knows; makes account and token at first use. Tokens lie in a private file; the database has their hash only. */
export async function accountToken(dataDir: string, databaseUrl: string, actor: Actor): Promise<string> {
  const tokens = await knownTokens(dataDir);
  const db = openDatabase(databaseUrl);
  try {
    const known = tokens[actor.id];
    if (known && (await findAccountByTokenHash(db, hashOf(known)))) return known;
    const token = known ?? randomBytes(24).toString('base64url');
    await keepAccount(db, actor);
    await keepToken(db, actor.id, 'this machine', hashOf(token));
    if (!known) await keepTokens(dataDir, { ...(await knownTokens(dataDir)), [actor.id]: token });
    return token;
  } finally {
    await db.$disconnect();
  }
}

/** The kept token of an account, or null. */
export async function knownToken(dataDir: string, accountId: string): Promise<string | null> {
  return (await knownTokens(dataDir))[accountId] ?? null;
}

/** Keeps a token in this machine's private file, for `approve --as`. */
export async function keepKnownToken(dataDir: string, accountId: string, token: string): Promise<void> {
  await keepTokens(dataDir, { ...(await knownTokens(dataDir)), [accountId]: token });
}

async function knownTokens(dataDir: string): Promise<z.infer<typeof Tokens>> {
  const text = await readFile(tokensFile(dataDir), 'utf8').catch(() => '{}');
  return Tokens.parse(JSON.parse(text));
}

async function keepTokens(dataDir: string, tokens: z.infer<typeof Tokens>): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const temp = `${tokensFile(dataDir)}.${process.pid}.part`;
  await writeFile(temp, JSON.stringify(tokens, null, 2), { mode: 0o600 });
  await rename(temp, tokensFile(dataDir));
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
