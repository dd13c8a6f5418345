import { Coded, UploadReport, UploadState } from '#domain/upload';
import type { Database } from './database.ts';

export interface UploadRecord {
  readonly id: string;
  readonly accountId: string;
  readonly departmentId: string;
  readonly state: UploadState;
  readonly report: UploadReport | null;
  readonly error: Coded | null;
  readonly productionId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

type Row = NonNullable<Awaited<ReturnType<Database['upload']['findUnique']>>>;

const fromRow = (row: Row): UploadRecord => ({
  id: row.id,
  accountId: row.accountId,
  departmentId: row.departmentId,
  state: UploadState.parse(row.state),
  report: row.report === null ? null : UploadReport.parse(row.report),
  error: row.error === null ? null : Coded.parse(row.error),
  productionId: (row.report as { productionId?: string } | null)?.productionId ?? null,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

/** What still takes room: neither a film nor deleted. */
const OPEN = ['receiving', 'checking', 'ready', 'refused'];

export async function createUpload(
  db: Database,
  id: string,
  by: { readonly accountId: string; readonly departmentId: string },
): Promise<UploadRecord> {
  return fromRow(await db.upload.create({ data: { id, ...by, state: 'receiving' } }));
}

export async function findUpload(db: Database, id: string): Promise<UploadRecord | null> {
  const row = await db.upload.findUnique({ where: { id } });
  return row && fromRow(row);
}

/** A person's uploads that are not yet a film, newest first. */
export async function listOpenUploads(db: Database, accountId: string): Promise<UploadRecord[]> {
  const where = { accountId, state: { in: OPEN } };
  return (await db.upload.findMany({ where, orderBy: { createdAt: 'desc' }, take: 20 })).map(fromRow);
}

export async function countOpenUploads(db: Database, accountId: string): Promise<number> {
  return db.upload.count({ where: { accountId, state: { in: OPEN } } });
}

/** Moves an upload on when it is where it was thought to be; false when somebody was quicker. */
export async function moveUpload(
  db: Database,
  id: string,
  from: readonly UploadState[],
  to: UploadState,
  more: { readonly files?: number; readonly bytes?: number } = {},
): Promise<boolean> {
  const data = { state: to, ...more, ...(to === 'receiving' || to === 'checking' ? { error: undefined } : {}) };
  return (await db.upload.updateMany({ where: { id, state: { in: [...from] } }, data })).count === 1;
}

/** Somebody is still at it: its time begins anew. */
export async function touchUpload(db: Database, id: string): Promise<void> {
  await db.upload.updateMany({ where: { id }, data: { updatedAt: new Date() } });
}

/** What the check found. An upload dropped meanwhile stays dropped. */
export async function keepUploadReport(db: Database, id: string, report: UploadReport | null, error: Coded | null) {
  await db.upload.updateMany({
    where: { id, state: 'checking' },
    data: { state: error ? 'refused' : 'ready', ...(report ? { report } : {}), ...(error ? { error } : {}) },
  });
}

/** Binds an upload to the film ordered from it, once; again only after the film it was for has failed. */
export async function claimUpload(
  db: Database,
  upload: UploadRecord,
  productionId: string,
  again: boolean,
): Promise<boolean> {
  const where = again
    ? { id: upload.id, state: 'used', report: { path: ['productionId'], equals: upload.productionId ?? '' } }
    : { id: upload.id, state: 'ready' };
  const data = { state: 'used', report: { ...upload.report!, productionId } };
  return (await db.upload.updateMany({ where, data })).count === 1;
}

/** Uploads nobody touched since a moment, whatever became of them. */
export async function listUntouchedUploads(db: Database, since: Date): Promise<UploadRecord[]> {
  const where = { state: { not: 'dropped' }, updatedAt: { lt: since } };
  return (await db.upload.findMany({ where, take: 1000 })).map(fromRow);
}
