import type { Database } from './database.ts';

export interface ReleaseRow {
  readonly productionId: string;
  readonly revision: number;
  readonly title: string;
  readonly series: string | null;
  readonly language: string;
  readonly seconds: number;
  readonly releasedBy: string;
  readonly releasedAt: string;
}

/** A production's newest released film; the one before gives way to it. */
export async function keepRelease(db: Database, release: ReleaseRow): Promise<void> {
  const { productionId, releasedAt, ...rest } = release;
  const { departmentId } = await db.production.findUniqueOrThrow({
    where: { id: productionId },
    select: { departmentId: true },
  });
  const data = { ...rest, departmentId, releasedAt: new Date(releasedAt) };
  await db.release.upsert({ where: { productionId }, create: { productionId, ...data }, update: data });
}

/** Null until a film of the production has passed both gates. */
export async function findRelease(db: Database, productionId: string): Promise<ReleaseRow | null> {
  const row = await db.release.findUnique({ where: { productionId } });
  if (!row) return null;
  const { departmentId: _, releasedAt, ...release } = row;
  return { ...release, releasedAt: releasedAt.toISOString() };
}
