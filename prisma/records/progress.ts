import { Progress } from '#domain/progress';
import type { Database } from './database.ts';

/** Appends what people see; the sequence number is the next one of the production. Returns the event as kept. */
export async function appendProgress(db: Database, event: Omit<Progress, 'seq' | 'at'>): Promise<Progress> {
  return (await append(db, event, false)) as Progress;
}

const UNDER_WAY = new Set(['queued', 'running']);

async function append(db: Database, event: Omit<Progress, 'seq' | 'at'>, step: boolean): Promise<Progress | null> {
  return db.$transaction(async (tx) => {
    // One writer at a time per production, or two activities would claim the same number.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${event.productionId}))`;
    const last = await tx.progressEvent.findFirst({
      where: { productionId: event.productionId },
      orderBy: { seq: 'desc' },
    });
    const before = last ? Progress.parse(last.body) : null;
    if (step && before && !UNDER_WAY.has(before.status)) return null;
    const at = new Date();
    const kept = Progress.parse({ ...neverBack(before, event), seq: (last?.seq ?? 0) + 1, at: at.toISOString() });
    await tx.progressEvent.create({ data: { productionId: kept.productionId, seq: kept.seq, body: kept, at } });
    await tx.production.update({ where: { id: kept.productionId }, data: { status: kept.status, progress: kept } });
    return kept;
  });
}

/**
 * The same for a step that is under way. One that is being stopped may still say how far it is; a production that failed, was paused or waits for a
 * person does not run again because of it. Null when it came too late.
 */
export const appendStepProgress = (db: Database, event: Omit<Progress, 'seq' | 'at'>): Promise<Progress | null> =>
  append(db, event, true);

/** While a production runs on, its bars never go back: a retried step starts its own count at zero, steps side by side report in any order. */
function neverBack(before: Progress | null, event: Omit<Progress, 'seq' | 'at'>): Omit<Progress, 'seq' | 'at'> {
  if (before?.status !== 'running' || event.status !== 'running') return event;
  const stageFraction =
    before.stage === event.stage ? Math.max(before.stageFraction, event.stageFraction) : event.stageFraction;
  return { ...event, stageFraction, fraction: Math.max(before.fraction, event.fraction) };
}

const LOOK = 1000;

/** What came after each position, by production and in order, in one query; `more` when there was too much for one. */
export async function progressSince(
  db: Database,
  positions: ReadonlyArray<{ productionId: string; seq: number }>,
): Promise<{ events: Progress[]; more: boolean }> {
  const ids = positions.map((position) => position.productionId);
  const seqs = positions.map((position) => position.seq);
  const rows: { body: unknown }[] = await db.$queryRaw`
    SELECT event."body"
    FROM unnest(${ids}::text[], ${seqs}::int[]) AS position(id, seq)
      JOIN "ProgressEvent" event ON event."productionId" = position.id AND event."seq" > position.seq
    ORDER BY event."productionId", event."seq"
    LIMIT ${LOOK}`;
  return { events: rows.map((row) => Progress.parse(row.body)), more: rows.length === LOOK };
}
