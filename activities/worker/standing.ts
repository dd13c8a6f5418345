import { type Progress, type Stage, wholeFraction } from '#domain/progress';
import type { RunRef } from '#workflows/messages';

/** Where a production stands when people act or are waited for. */
export interface Standing {
  readonly run: RunRef;
  readonly status: Progress['status'];
  readonly stage: Stage;
  readonly waitsFor: Progress['waitsFor'];
}

/** The same as an event for people. */
export function standing(
  { run, status, stage, waitsFor }: Standing,
  note: string | null,
): Omit<Progress, 'seq' | 'at'> {
  const done = status === 'done';
  return {
    productionId: run.productionId,
    status,
    stage,
    stageFraction: done ? 1 : 0,
    fraction: done ? 1 : wholeFraction(stage, 0),
    note,
    waitsFor,
    estimateSeconds: null,
    error: null,
  };
}
