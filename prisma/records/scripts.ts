import { ApprovalSubject } from '#domain/approval';
import { Script } from '#domain/script';
import type { Database } from './database.ts';

export interface ScriptRecord {
  readonly productionId: string;
  readonly version: number;
  readonly author: string;
  readonly script: Script;
  readonly digest: string;
  readonly subject: ApprovalSubject;
  readonly comment: string | null;
}

/** Keeps a version; keeping the same version again (a retried activity) changes nothing. */
export async function keepScript(db: Database, record: ScriptRecord): Promise<void> {
  const { productionId, version } = record;
  await db.scriptVersion.upsert({
    where: { productionId_version: { productionId, version } },
    create: record,
    update: {},
  });
}

/** The newest version, or one by number; null when there is none. */
export async function findScript(db: Database, productionId: string, version?: number): Promise<ScriptRecord | null> {
  const row = await db.scriptVersion.findFirst({
    where: version === undefined ? { productionId } : { productionId, version },
    orderBy: { version: 'desc' },
  });
  if (!row) return null;
  const { author, digest, comment } = row;
  return {
    productionId,
    version: row.version,
    author,
    digest,
    comment,
    script: Script.parse(row.script),
    subject: ApprovalSubject.parse(row.subject),
  };
}

export interface ScriptLine {
  readonly version: number;
  readonly author: string;
  readonly digest: string;
  readonly at: string;
  readonly decision: string | null;
  readonly voided: boolean;
}

/** Every version of a production's script, newest first, with what was last decided on it at the script gate. */
export async function listScripts(db: Database, productionId: string): Promise<ScriptLine[]> {
  const [versions, decisions] = await Promise.all([
    db.scriptVersion.findMany({
      where: { productionId },
      orderBy: { version: 'desc' },
      select: { version: true, author: true, digest: true, createdAt: true },
    }),
    db.approvalDecision.findMany({ where: { productionId, gate: 'script' }, orderBy: { at: 'desc' } }),
  ]);
  return versions.map(({ createdAt, ...line }) => {
    const last = decisions.find((item) => item.version === line.version);
    return {
      ...line,
      at: createdAt.toISOString(),
      decision: last?.decision ?? null,
      voided: (last?.voidedAt ?? null) !== null,
    };
  });
}

/** When a version was written. */
export async function scriptTime(db: Database, productionId: string, version: number): Promise<string | null> {
  const where = { productionId_version: { productionId, version } };
  return (await db.scriptVersion.findUnique({ where, select: { createdAt: true } }))?.createdAt.toISOString() ?? null;
}
