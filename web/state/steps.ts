import type { StepRecord } from '#domain/production';
import type { Stage } from '#domain/progress';
import { STAGES } from '#domain/stages';

export interface StageSteps {
  readonly stage: Stage;
  /** The last try of every step, in the order of their first. */
  readonly steps: readonly StepRecord[];
  readonly startedAt: string;
  /** Seconds from the first start to the last end; null while something runs. */
  readonly seconds: number | null;
  /** Most tries any of its steps needed. */
  readonly attempts: number;
}

/** Labels of steps that prepare a later stage and run while an earlier one waits. */
const AHEAD = new Set(['pictures', 'upload']);

/** Steps grouped by stage in the order of the thread; of a step tried again only the last try counts. */
export function stepsByStage(steps: readonly StepRecord[]): StageSteps[] {
  return STAGES.flatMap((stage) => {
    const last = new Map<string, StepRecord>();
    for (const step of steps) if (step.stage === stage && !AHEAD.has(step.label)) last.set(step.label, step);
    if (last.size === 0) return [];
    const shown = [...last.values()];
    const open = shown.some((step) => step.endedAt === null);
    const start = Math.min(...shown.map((step) => Date.parse(step.startedAt)));
    const end = Math.max(...shown.map((step) => Date.parse(step.endedAt ?? step.startedAt)));
    const attempts = Math.max(...shown.map((step) => step.attempt));
    return [
      {
        stage,
        steps: shown,
        startedAt: new Date(start).toISOString(),
        seconds: open ? null : (end - start) / 1000,
        attempts,
      },
    ];
  });
}
