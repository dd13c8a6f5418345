import type { Person } from '#domain/production';
import type { Database } from './database.ts';
import { namesOf } from './signers.ts';

/** Names of whoever appears, with the templates and the engine standing for themselves. */
export async function personsOf(db: Database, ids: readonly string[]): Promise<(id: string) => Person> {
  const names = await namesOf(db, ids);
  return (id) => ({ id, displayName: names.get(id) ?? id });
}

export interface VersionLine {
  readonly version: number;
  readonly author: string;
  readonly at: string;
}

/** Script versions without their words, oldest first. */
export async function listScriptVersions(db: Database, productionId: string): Promise<VersionLine[]> {
  const rows = await db.scriptVersion.findMany({
    where: { productionId },
    orderBy: { version: 'asc' },
    select: { version: true, author: true, createdAt: true },
  });
  return rows.map(({ createdAt, ...row }) => ({ ...row, at: createdAt.toISOString() }));
}

/** Versions of the findings that took hold, oldest first. */
export async function listFindingLines(
  db: Database,
  productionId: string,
  upTo: number,
): Promise<Array<VersionLine & { readonly reason: string }>> {
  const rows = await db.findingVersion.findMany({
    where: { productionId, version: { lte: upTo } },
    orderBy: { version: 'asc' },
    select: { version: true, author: true, reason: true, createdAt: true },
  });
  return rows.map(({ createdAt, ...row }) => ({ ...row, at: createdAt.toISOString() }));
}

export interface Steered {
  readonly actorId: string;
  readonly action: string;
  readonly at: string;
}

const STEERED = [
  'production.pause',
  'production.resume',
  'production.cancel',
  'production.retry',
  'production.rerender',
];

/** Who held, went on with, stopped or began a production again. */
export async function listSteering(db: Database, productionId: string): Promise<Steered[]> {
  const rows = await db.auditEvent.findMany({
    where: { resource: 'production', resourceId: productionId, action: { in: STEERED } },
    orderBy: { seq: 'asc' },
    select: { actorId: true, action: true, at: true },
  });
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** When a production failed. */
export async function listFailures(db: Database, productionId: string): Promise<string[]> {
  const rows = await db.progressEvent.findMany({
    where: { productionId, body: { path: ['status'], equals: 'failed' } },
    orderBy: { seq: 'asc' },
    select: { at: true },
  });
  return rows.map((row) => row.at.toISOString());
}
