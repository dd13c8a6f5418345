import { ArtifactRef } from '#domain/artifact';
import { ENGINE_RECORD, type Review, VersionRecord } from '#domain/correction/correction';
import type { Database, Transaction } from './database.ts';

export interface FindingsRecord {
  readonly version: number;
  /** Account id, or `engine`. */
  readonly author: string;
  readonly reason: string;
  readonly record: VersionRecord;
  readonly analysis: ArtifactRef;
  readonly at: string;
}

type Row = NonNullable<Awaited<ReturnType<Database['findingVersion']['findFirst']>>>;

const fromRow = ({ version, author, reason, changes, analysis, createdAt }: Row): FindingsRecord => ({
  version,
  author,
  reason,
  record: VersionRecord.parse(changes),
  analysis: ArtifactRef.parse(analysis),
  at: createdAt.toISOString(),
});

/** Versions of the findings up to the one that holds, oldest first. What was begun and never took hold is not among them. */
export async function listFindings(db: Database, productionId: string, upTo: number): Promise<FindingsRecord[]> {
  const rows = await db.findingVersion.findMany({
    where: { productionId, version: { lte: upTo } },
    orderBy: { version: 'asc' },
  });
  return rows.map(fromRow);
}

/** Keeps the engine's own findings as version 1; keeping them again changes nothing. */
export async function keepEngineFindings(db: Database, productionId: string, analysis: ArtifactRef): Promise<void> {
  await db.findingVersion.createMany({
    data: [{ productionId, version: 1, author: 'engine', reason: '', changes: ENGINE_RECORD, analysis }],
    skipDuplicates: true,
  });
}

/** A version that did not take hold within this time never will: whoever was making it is gone. */
const ABANDONED_MS = 2 * 60_000;

/**
 * Keeps a version that is about to take hold. Its number is given once, so of two who make the same one the second is told.
 * @returns false when somebody else is making it
 */
export async function claimFindings(
  db: Database,
  productionId: string,
  { version, author, reason, record, analysis }: Omit<FindingsRecord, 'at'>,
): Promise<boolean> {
  await db.findingVersion.deleteMany({
    where: {
      productionId,
      version,
      createdAt: { lt: new Date(Date.now() - ABANDONED_MS) },
      production: { findings: { lt: version } },
    },
  });
  try {
    await db.findingVersion.create({ data: { productionId, version, author, reason, changes: record, analysis } });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'P2002') return false;
    throw error;
  }
}

/** Takes back a version that was refused. */
export async function dropFindings(db: Database, productionId: string, version: number): Promise<void> {
  await db.findingVersion.deleteMany({ where: { productionId, version } });
}

/** Notes in a version that somebody looked at findings; a newer look replaces an older one. */
export async function keepReviews(
  tx: Transaction,
  productionId: string,
  version: number,
  reviews: readonly Review[],
): Promise<void> {
  await tx.$queryRaw`SELECT version FROM "FindingVersion" WHERE "productionId" = ${productionId} AND version = ${version} FOR UPDATE`;
  const where = { productionId_version: { productionId, version } };
  const record = VersionRecord.parse((await tx.findingVersion.findUniqueOrThrow({ where })).changes);
  const others = record.reviews.filter(({ findingId }) => !reviews.some((review) => review.findingId === findingId));
  await tx.findingVersion.update({ where, data: { changes: { ...record, reviews: [...others, ...reviews] } } });
}
