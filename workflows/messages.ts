import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { Actor, Decision, DecisionInput, PendingApproval } from '#domain/approval';
import type { ArtifactRef } from '#domain/artifact';
import type { ProductionRequest } from '#domain/production';
import type { Stage } from '#domain/progress';
import type { Script } from '#domain/script';

/** One pass of a production: re-rendering makes the next revision. */
export interface RunRef {
  readonly productionId: string;
  readonly revision: number;
}

export interface ProduceFilmInput {
  readonly run: RunRef;
  readonly request: ProductionRequest;
  /** Ticket under which the worker finds the source folder; null when the analysis is already there. */
  readonly intake: string | null;
  /** From the previous revision: analysis, the script to put before the physicians, and the version it follows. */
  readonly from: {
    readonly analysis: ArtifactRef;
    readonly script: Script;
    readonly version: number;
    readonly author: string;
  } | null;
  /** How long to wait between reminders to the physicians, ms. */
  readonly reminderMs: number;
}

export interface ProduceFilmResult {
  readonly outputs: ReadonlyArray<{ readonly name: string; readonly artifact: ArtifactRef }>;
}

export interface RevisionInput {
  readonly script: Script;
  /** Version the editor started from; an older one is refused. */
  readonly basedOn: number;
  readonly actor: Actor;
}

export interface ProductionState {
  readonly stage: Stage;
  readonly version: number;
  readonly pending: PendingApproval | null;
  readonly decision: Decision | null;
}

export const WORKFLOW_QUEUE = 'caseloom-workflows';
export const workflowId = (run: RunRef): string => `film-${run.productionId}-r${run.revision}`;

/** Approve or request changes. Refused synchronously by the law in `domain/approval`; a refusal leaves no trace in the workflow. */
export const decideUpdate = defineUpdate<Decision, [DecisionInput]>('decide');
/** Put a new version of the script before the physicians; voids any approval of an older one. */
export const reviseUpdate = defineUpdate<PendingApproval, [RevisionInput]>('revise');
export const stateQuery = defineQuery<ProductionState>('state');
