import type { ProductionStatus, Progress, Stage } from '#domain/progress';
import { STAGES } from '#domain/stages';

export type KnotState = 'done' | 'running' | 'waiting' | 'failed' | 'stopped' | 'todo';

export interface Knot {
  readonly stage: Stage;
  readonly state: KnotState;
  /** 0..1 of a running stage; 0 elsewhere. */
  readonly fraction: number;
  /** A diamond: here a person decides. */
  readonly person: boolean;
}

type Standing = Pick<Progress, 'status' | 'stage' | 'stageFraction'>;

const AT_THE_STAGE: Record<ProductionStatus, KnotState> = {
  queued: 'todo',
  running: 'running',
  'waiting-approval': 'waiting',
  'waiting-final': 'waiting',
  returned: 'waiting',
  paused: 'stopped',
  failed: 'failed',
  cancelled: 'stopped',
  done: 'done',
};

/** Stages at which a person decides. */
export const isPersonStage = (stage: Stage): boolean => stage === 'approval' || stage === 'final';

/** The thread of a production: every stage and how it stands. Before the first progress nothing has begun. */
export function knotsOf(progress: Standing | null): Knot[] {
  const at = progress ? STAGES.indexOf(progress.stage) : 0;
  const here = progress ? AT_THE_STAGE[progress.status] : 'todo';
  return STAGES.map((stage, index) => {
    const state = progress?.status === 'done' || index < at ? 'done' : index === at ? here : 'todo';
    const fraction = state === 'running' ? (progress?.stageFraction ?? 0) : 0;
    return { stage, state, fraction, person: isPersonStage(stage) };
  });
}

/** The stage that follows, or null after the last. */
export const stageAfter = (stage: Stage): Stage | null => STAGES[STAGES.indexOf(stage) + 1] ?? null;
