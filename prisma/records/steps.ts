import type { Database } from './database.ts';

export interface StepKey {
  readonly key: string;
  readonly stage: string;
  readonly version: string;
}

/** The kept output of a step, or null. The caller parses it: rows are a door. */
export async function findStepResult(db: Database, key: string): Promise<unknown> {
  return (await db.stepResult.findUnique({ where: { key } }))?.output ?? null;
}

export async function keepStepResult(db: Database, step: StepKey, output: unknown): Promise<void> {
  const data = { ...step, output: output as object };
  await db.stepResult.upsert({ where: { key: step.key }, create: data, update: { output: output as object } });
}

export interface StepRunStart {
  readonly productionId: string;
  readonly revision: number;
  readonly stage: string;
  readonly label: string;
  readonly key: string;
  readonly attempt: number;
}

export async function beginStepRun(db: Database, start: StepRunStart, outcome: 'running' | 'reused'): Promise<number> {
  const row = await db.stepRun.create({
    data: { ...start, outcome, endedAt: outcome === 'reused' ? new Date() : null },
  });
  return row.id;
}

export async function endStepRun(db: Database, id: number, outcome: 'done' | 'failed' | 'cancelled'): Promise<void> {
  await db.stepRun.update({ where: { id }, data: { outcome, endedAt: new Date() } });
}

export interface StepRunRecord {
  readonly stage: string;
  readonly label: string;
  readonly outcome: string;
  readonly attempt: number;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

/** What a revision ran and what it found already done, in order. */
export async function listStepRuns(db: Database, productionId: string, revision: number): Promise<StepRunRecord[]> {
  const rows = await db.stepRun.findMany({ where: { productionId, revision }, orderBy: { id: 'asc' } });
  return rows.map(({ stage, label, outcome, attempt, startedAt, endedAt }) => ({
    stage,
    label,
    outcome,
    attempt,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }));
}

/** The kept outputs of several steps, by key; steps without one are not in it. */
export async function findStepResults(db: Database, keys: readonly string[]): Promise<Map<string, unknown>> {
  const rows = await db.stepResult.findMany({ where: { key: { in: [...keys] } }, select: { key: true, output: true } });
  return new Map(rows.map((row) => [row.key, row.output]));
}

/** The output of the newest step of a production under a label that came to its end; null when there is none. */
export async function findLabelled(db: Database, productionId: string, stage: string, label: string): Promise<unknown> {
  const run = await db.stepRun.findFirst({
    where: { productionId, stage, label, outcome: { in: ['done', 'reused'] } },
    orderBy: { id: 'desc' },
  });
  return run && findStepResult(db, run.key);
}
