import { HouseRules } from '#domain/house-rules';
import { Prisma } from '../generated/client.ts';
import type { Database, Transaction } from './database.ts';

/** The rules of the house; what nobody set is at its default. */
export async function readHouseRules(db: Database): Promise<HouseRules> {
  const rows = await db.setting.findMany({ where: { key: { in: Object.keys(HouseRules.shape) } } });
  return HouseRules.parse(Object.fromEntries(rows.map((row) => [row.key, row.value])));
}

export async function keepHouseRule<K extends keyof HouseRules>(
  db: Database | Transaction,
  key: K,
  value: HouseRules[K],
): Promise<void> {
  const data = { value: value === null ? Prisma.JsonNull : (value as Prisma.InputJsonValue) };
  await db.setting.upsert({ where: { key }, create: { key, ...data }, update: data });
}

/** A secret, sealed with the house key. */
type SealedKey = 'oidc-secret';

export async function keepSealed(db: Database | Transaction, key: SealedKey, sealed: string): Promise<void> {
  await db.setting.upsert({ where: { key }, create: { key, value: sealed }, update: { value: sealed } });
}

export async function readSealed(db: Database, key: SealedKey): Promise<string | null> {
  const row = await db.setting.findUnique({ where: { key } });
  return typeof row?.value === 'string' ? row.value : null;
}
