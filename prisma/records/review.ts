import { digestCode } from '#domain/approval-sheet';
import { ArtifactRef } from '#domain/artifact';
import { ReviewVersion, ShownDecision } from '#domain/review';
import { signaturesOf } from './comments.ts';
import type { Database } from './database.ts';

/** The made film of a script version, by its newest pass. */
export interface FilmRecord {
  readonly version: number;
  readonly revision: number;
  readonly film: ArtifactRef;
  readonly manifest: ArtifactRef | null;
}

/** The films there are, one a version. */
export async function listFilms(db: Database, productionId: string): Promise<FilmRecord[]> {
  const rows = await db.output.findMany({
    where: { productionId, name: { in: ['film.mp4', 'manifest.json'] } },
    orderBy: { revision: 'asc' },
  });
  const films = new Map<number, FilmRecord>();
  for (const row of rows.filter(({ name }) => name === 'film.mp4')) {
    const beside = rows.find(
      (other) => other.name === 'manifest.json' && other.revision === row.revision && other.version === row.version,
    );
    films.set(row.version, {
      version: row.version,
      revision: row.revision,
      film: ArtifactRef.parse(row.artifact),
      manifest: beside ? ArtifactRef.parse(beside.artifact) : null,
    });
  }
  return [...films.values()];
}

/** Timelines laid in one pass, the newest first: which of them a film was made on, its manifest says. */
export async function timelinesOf(db: Database, productionId: string, revision: number): Promise<ArtifactRef[]> {
  const runs = await db.stepRun.findMany({
    where: { productionId, revision, stage: 'timeline', label: '', outcome: { in: ['done', 'reused'] } },
    orderBy: { id: 'desc' },
    select: { key: true },
  });
  const keys = [...new Set(runs.map((run) => run.key))];
  const results = await db.stepResult.findMany({ where: { key: { in: keys } } });
  return keys.flatMap((key) => {
    const output = results.find((result) => result.key === key)?.output as { timeline?: unknown } | undefined;
    const ref = ArtifactRef.safeParse(output?.timeline);
    return ref.success ? [ref.data] : [];
  });
}

/** Every version put before people, newest first, with what was decided of it and its film. */
export async function listVersions(db: Database, productionId: string): Promise<ReviewVersion[]> {
  const [rows, decisions, films] = await Promise.all([
    db.scriptVersion.findMany({
      where: { productionId },
      orderBy: { version: 'desc' },
      select: { version: true, author: true, createdAt: true, digest: true },
    }),
    db.approvalDecision.findMany({ where: { productionId }, orderBy: { at: 'asc' } }),
    listFilms(db, productionId),
  ]);
  const sign = await signaturesOf(db, [
    ...rows.map((row) => row.author),
    ...decisions.flatMap((row) => [row.actorId, row.onBehalfOf]),
  ]);
  const shown = (row: (typeof decisions)[number]) =>
    ShownDecision.parse({
      gate: row.gate,
      decision: row.decision,
      by: sign(row.actorId),
      onBehalfOf: row.onBehalfOf === null ? null : sign(row.onBehalfOf),
      comment: row.comment,
      at: row.at.toISOString(),
      voidedAt: row.voidedAt?.toISOString() ?? null,
    });
  return rows.map((row) => {
    const film = films.find((item) => item.version === row.version);
    return ReviewVersion.parse({
      version: row.version,
      author: sign(row.author),
      createdAt: row.createdAt.toISOString(),
      digest: row.digest,
      code: digestCode(row.digest),
      decisions: decisions.filter((decision) => decision.version === row.version).map(shown),
      film: film ? { revision: film.revision, digest: film.film.digest } : null,
    });
  });
}

/** Every version of the findings, newest first, as where it lies. */
export async function analysesOf(db: Database, productionId: string): Promise<ArtifactRef[]> {
  const [production, rows] = await Promise.all([
    db.production.findUnique({ where: { id: productionId }, select: { analysis: true } }),
    db.findingVersion.findMany({ where: { productionId }, orderBy: { version: 'desc' }, select: { analysis: true } }),
  ]);
  const refs = [production?.analysis, ...rows.map((row) => row.analysis)].flatMap((value) => {
    const ref = ArtifactRef.safeParse(value);
    return ref.success ? [ref.data] : [];
  });
  return refs.filter((ref, index) => refs.findIndex((other) => other.digest === ref.digest) === index);
}

/** Sets of pictures made for a production, the newest first; `before` leaves out what was made later. */
export async function pictureSets(db: Database, productionId: string, before: Date | null): Promise<ArtifactRef[]> {
  const runs = await db.stepRun.findMany({
    where: {
      ...{ productionId, stage: 'render', label: 'pictures', outcome: { in: ['done', 'reused'] } },
      ...(before ? { startedAt: { lt: before } } : {}),
    },
    orderBy: { id: 'desc' },
    select: { key: true },
  });
  const keys = [...new Set(runs.map((run) => run.key))];
  const results = await db.stepResult.findMany({ where: { key: { in: keys } } });
  return keys.flatMap((key) => {
    const output = results.find((result) => result.key === key)?.output as { pictures?: unknown } | undefined;
    const ref = ArtifactRef.safeParse(output?.pictures);
    return ref.success ? [ref.data] : [];
  });
}

/** When the findings after these were kept; null for the newest. */
export async function findingsFollowedAt(
  db: Database,
  productionId: string,
  analysis: ArtifactRef,
): Promise<Date | null> {
  const rows = await db.findingVersion.findMany({
    where: { productionId },
    orderBy: { version: 'asc' },
    select: { analysis: true, createdAt: true },
  });
  const at = rows.findIndex((row) => ArtifactRef.safeParse(row.analysis).data?.digest === analysis.digest);
  return at < 0 ? null : (rows[at + 1]?.createdAt ?? null);
}
