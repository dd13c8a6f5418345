import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { Actor, Decision, DecisionInput, PendingApproval, PendingFilm } from '#domain/approval';
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
    readonly findingsVersion: number;
    readonly script: Script;
    /** The analysis the script was written to, where it is an older one: the script is then brought up to date first. */
    readonly basis: ArtifactRef | null;
    readonly version: number;
    readonly author: string;
    /** The approval of exactly this version, when a failed production is tried again: it stands while its digest does. */
    readonly decision: Decision | null;
  } | null;
  /** How long to wait between reminders to whoever can sign, ms. */
  readonly reminderMs: number;
  /** After how many reminders the rest of the department and its admins are told. */
  readonly escalateAfter: number;
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

/** Findings corrected by a physician: the whole analysis as it is now, and the number of this version of the findings. */
export interface CorrectionInput {
  readonly analysis: ArtifactRef;
  /** One more than the version that was corrected; anything else is refused with FINDINGS_STALE. */
  readonly findingsVersion: number;
  readonly actor: Actor;
}

export interface ProductionState {
  readonly stage: Stage;
  readonly version: number;
  readonly findingsVersion: number;
  readonly paused: boolean;
  /** Open at the script gate. */
  readonly pending: PendingApproval | null;
  /** Open at the film gate. */
  readonly pendingFilm: PendingFilm | null;
  /** On the script of this version. */
  readonly decision: Decision | null;
  /** On the film made from it. */
  readonly filmDecision: Decision | null;
}

/**
 * Queue names carry the number of the workflow's shape. A change of shape that kept histories do not replay under makes the next number, so
 * that a production begun under the older one is never taken up by a worker that would not understand it.
 */
export const WORKFLOW_QUEUE = 'caseloom-workflows-2';
/** Of the activities, by temperament: quick bookkeeping, analysis (wants a GPU), speech, and rendering (wants cores). */
export const QUEUES = {
  light: 'caseloom-light-2',
  /** Looking through uploads: somebody is waiting for it. */
  intake: 'caseloom-intake-2',
  analysis: 'caseloom-analysis-2',
  speech: 'caseloom-speech-2',
  render: 'caseloom-render-2',
} as const;
export const workflowId = (run: RunRef): string => `film-${run.productionId}-r${run.revision}`;

/** Approve or request changes at a gate. Refused synchronously by the law in `domain/approval`; a refusal leaves no trace in the workflow. */
export const decideUpdate = defineUpdate<Decision, [DecisionInput]>('decide');
/** Put a new version of the script before the physicians; voids any approval of an older one. */
export const reviseUpdate = defineUpdate<PendingApproval, [RevisionInput]>('revise');
/** Corrected findings: pictures, script and everything after are made anew, approvals are void, the next version opens. */
export const correctUpdate = defineUpdate<PendingApproval, [CorrectionInput]>('correct');
/** Hold everything; what is being made is stopped politely and found again by content on resume. Answers whether it changed anything. */
export const pauseUpdate = defineUpdate<boolean, [Actor]>('pause');
export const resumeUpdate = defineUpdate<boolean, [Actor]>('resume');
export const stateQuery = defineQuery<ProductionState>('state');
