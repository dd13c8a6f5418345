import { ArtifactRef } from '#domain/artifact';
import { ProductionRequest } from '#domain/production';
import { ProductionStatus, Progress } from '#domain/progress';
import type { Database } from './database.ts';

export interface ProductionRecord {
  readonly id: string;
  readonly request: ProductionRequest;
  readonly status: ProductionStatus;
  readonly revision: number;
  readonly caseCode: string | null;
  readonly analysis: ArtifactRef | null;
  /** Version of the findings; 0 before there are any. */
  readonly findings: number;
  readonly departmentId: string;
  readonly title: string | null;
  readonly progress: Progress | null;
  readonly createdBy: string;
  readonly createdAt: string;
}

type Row = NonNullable<Awaited<ReturnType<Database['production']['findUnique']>>>;

export const fromRow = (row: Row): ProductionRecord => ({
  id: row.id,
  request: ProductionRequest.parse(row.request),
  status: ProductionStatus.parse(row.status),
  revision: row.revision,
  caseCode: row.caseCode,
  analysis: row.analysis === null ? null : ArtifactRef.parse(row.analysis),
  findings: row.findings,
  departmentId: row.departmentId,
  title: row.title,
  progress: row.progress === null ? null : Progress.parse(row.progress),
  createdBy: row.createdBy,
  createdAt: row.createdAt.toISOString(),
});

export async function createProduction(
  db: Database,
  id: string,
  request: ProductionRequest,
  by: { readonly createdBy: string; readonly departmentId: string },
): Promise<ProductionRecord> {
  return fromRow(await db.production.create({ data: { id, request, ...by, title: request.title, status: 'queued' } }));
}

/** The department a production belongs to; null when there is no such production. */
export async function departmentOf(db: Database, id: string): Promise<string | null> {
  return (await db.production.findUnique({ where: { id }, select: { departmentId: true } }))?.departmentId ?? null;
}

export async function findProduction(db: Database, id: string): Promise<ProductionRecord | null> {
  const row = await db.production.findUnique({ where: { id } });
  return row && fromRow(row);
}

/** The number of the next film of a department's series, counted from 1; films that came to nothing count too, so no number is given twice. */
export async function nextEpisode(db: Database, departmentId: string, filmSeries: string): Promise<number> {
  const where = { departmentId, request: { path: ['filmSeries'], equals: filmSeries } };
  return (await db.production.count({ where })) + 1;
}

/** The series of films a department has, the one used last first, and the number its next film gets. */
export async function listFilmSeries(
  db: Database,
  departments: readonly string[],
): Promise<{ departmentId: string; name: string; nextEpisode: number }[]> {
  const rows = await db.$queryRaw<{ departmentId: string; name: string; films: number }[]>`
    SELECT "departmentId", request->>'filmSeries' AS name, count(*)::int AS films FROM "Production"
    WHERE "departmentId" = ANY(${[...departments]}) AND request->>'filmSeries' IS NOT NULL
    GROUP BY 1, 2 ORDER BY max("createdAt") DESC LIMIT 100`;
  return rows.map(({ departmentId, name, films }) => ({ departmentId, name, nextEpisode: films + 1 }));
}

export interface ListFilter {
  readonly limit: number;
  readonly before?: string | undefined;
  readonly statuses?: readonly ProductionStatus[] | undefined;
  readonly createdBy?: string | undefined;
  readonly text?: string | undefined;
}

/** Of these departments, newest first. */
export async function listProductions(
  db: Database,
  departments: readonly string[],
  filter: ListFilter,
): Promise<ProductionRecord[]> {
  const { limit, before, statuses, createdBy, text } = filter;
  const has = { contains: text ?? '', mode: 'insensitive' } as const;
  const rows = await db.production.findMany({
    where: {
      departmentId: { in: [...departments] },
      ...(before ? { createdAt: { lt: new Date(before) } } : {}),
      ...(statuses ? { status: { in: [...statuses] } } : {}),
      ...(createdBy ? { createdBy } : {}),
      ...(text
        ? {
            OR: [
              { title: has },
              { caseCode: has },
              { id: has },
              { request: { path: ['filmSeries'], string_contains: text } },
            ],
          }
        : {}),
    },
    orderBy: { createdAt: 'desc' },
    take: limit,
  });
  return rows.map(fromRow);
}

export async function nextRevision(db: Database, id: string): Promise<number> {
  return (await db.production.update({ where: { id }, data: { revision: { increment: 1 }, status: 'queued' } }))
    .revision;
}

export async function setCaseCode(db: Database, id: string, caseCode: string): Promise<void> {
  await db.production.update({ where: { id }, data: { caseCode } });
}

/** What a person did not name is called by its script. */
export async function setTitle(db: Database, id: string, title: string): Promise<void> {
  await db.production.update({ where: { id }, data: { title } });
}

/** The analysis as it is now, and which version of the findings that is; 1 is the engine's own. */
export async function setAnalysis(db: Database, id: string, analysis: ArtifactRef, findings = 1): Promise<void> {
  await db.production.update({ where: { id }, data: { analysis, findings } });
}

export interface OutputRecord {
  readonly name: string;
  readonly artifact: ArtifactRef;
}

/** Replaces the outputs that a revision made of a script version, as one. */
export async function keepOutputs(
  db: Database,
  productionId: string,
  revision: number,
  outputs: readonly OutputRecord[],
  version = 1,
): Promise<void> {
  await db.$transaction([
    db.output.deleteMany({ where: { productionId, revision, version } }),
    db.output.createMany({ data: outputs.map((output) => ({ productionId, revision, version, ...output })) }),
  ]);
}

export interface KeptOutput extends OutputRecord {
  /** Script version the film was made from. */
  readonly version: number;
}

/** What a revision made last, or made of one script version. */
export async function listOutputs(
  db: Database,
  productionId: string,
  revision: number,
  version?: number,
): Promise<KeptOutput[]> {
  const where = { productionId, revision, ...(version === undefined ? {} : { version }) };
  const rows = await db.output.findMany({ where, orderBy: [{ version: 'desc' }, { name: 'asc' }] });
  return rows
    .filter((row) => row.version === rows[0]!.version)
    .map((row) => ({ name: row.name, version: row.version, artifact: ArtifactRef.parse(row.artifact) }));
}
