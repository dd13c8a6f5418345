import { STAGES, type Stage } from '#domain/progress';

export interface StepView {
  readonly stage: string;
  readonly label: string;
  readonly outcome: string;
  readonly attempt: number;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

export interface StageSteps {
  readonly stage: Stage;
  /** The last try of every step, in the order of their first. */
  readonly steps: readonly StepView[];
  /** Seconds from the first start to the last end; null while something runs. */
  readonly seconds: number | null;
}

/** Steps grouped by stage in the order of the thread; of a step tried again only the last try counts. */
export function stepsByStage(steps: readonly StepView[]): StageSteps[] {
  return STAGES.flatMap((stage) => {
    const last = new Map<string, StepView>();
    for (const step of steps) if (step.stage === stage) last.set(step.label, step);
    if (last.size === 0) return [];
    const shown = [...last.values()];
    const open = shown.some((step) => step.endedAt === null);
    const start = Math.min(...shown.map((step) => Date.parse(step.startedAt)));
    const end = Math.max(...shown.map((step) => Date.parse(step.endedAt ?? step.startedAt)));
    return [{ stage, steps: shown, seconds: open ? null : (end - start) / 1000 }];
  });
}
