import { HouseRules } from '#domain/house-rules';
import type { Database } from './database.ts';

/** The rules of the house; what nobody set is at its default. */
export async function readHouseRules(db: Database): Promise<HouseRules> {
  const rows = await db.setting.findMany();
  return HouseRules.parse(Object.fromEntries(rows.map((row) => [row.key, row.value])));
}

export async function keepHouseRule<K extends keyof HouseRules>(
  db: Database,
  key: K,
  value: HouseRules[K],
): Promise<void> {
  const data = { value: value as object };
  await db.setting.upsert({ where: { key }, create: { key, ...data }, update: data });
}
