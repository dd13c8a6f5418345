import {
  ActivityFailure,
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  isCancellation,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { type Decision, type PendingApproval, refuseDecision } from '#domain/approval';
import type { ArtifactRef } from '#domain/artifact';
import { type ErrorCode, errorText, isErrorCode } from '#domain/errors';
import type { Stage } from '#domain/progress';
import type { Script } from '#domain/script';
import { analysis, light } from './activity-stubs.ts';
import { makeFilm } from './make-film.ts';
import { decideUpdate, type ProduceFilmInput, type ProduceFilmResult, reviseUpdate, stateQuery } from './messages.ts';

const refuse = (code: ErrorCode): never => {
  throw ApplicationFailure.nonRetryable(errorText(code, {}, 'en'), code);
};

/**
 * source images -> analysis -> findings -> script -> APPROVAL -> speech -> timeline -> scenes -> film.
 * Everything after the approval belongs to one approved digest: a revision of the script, at any time before the film is
 * packaged, cancels what was being made from the older version and asks the physicians again.
 */
export async function produceFilm(input: ProduceFilmInput): Promise<ProduceFilmResult> {
  const { run, request } = input;
  let stage: Stage = 'images';
  let facts = input.from?.analysis ?? null;
  let script: ArtifactRef | null = null;
  let pending: PendingApproval | null = null;
  let decision: Decision | null = null;
  let version = input.from?.version ?? 0;
  let author = input.from?.author ?? `template:${request.template}`;
  let sentences: readonly string[] = [];
  let revising = false;
  let making: CancellationScope | null = null;

  setHandler(stateQuery, () => ({ stage, version, pending, decision }));

  setHandler(
    decideUpdate,
    async (decided) => {
      decision = { ...decided, version, at: new Date(Date.now()).toISOString() };
      const settled = decision;
      if (decided.decision === 'request-changes') pending = null;
      await light.recordDecision({ run, decision: settled });
      return settled;
    },
    {
      validator: (decided) => {
        const code = refuseDecision(pending, decision, decided) ?? (revising ? 'APPROVAL_DIGEST' : null);
        if (code) refuse(code);
        // A made-up account signs made-up cases only.
        if (decided.actor.demo && request.provenance !== 'simulated') refuse('APPROVAL_ROLE');
      },
    },
  );

  setHandler(
    reviseUpdate,
    async (revision) => {
      revising = true;
      try {
        const opened = await put({ script: null, revised: revision.script, author: revision.actor.id });
        making?.cancel();
        return opened;
      } finally {
        revising = false;
      }
    },
    {
      validator: (revision) => {
        if (!facts || version === 0 || stage === 'package') refuse('APPROVAL_NOT_OPEN');
        if (revising || revision.basedOn !== version) refuse('SCRIPT_STALE');
      },
    },
  );

  try {
    if (!facts) {
      const read = await analysis.readStudy({ run, request, intake: input.intake! });
      await light.forgetSource({ intake: input.intake! });
      stage = 'analysis';
      facts = (await analysis.analyse({ run, study: read.study })).analysis;
    }
    // The pictures depend on the findings alone, so they are made while people read the script.
    const known = facts;
    const pictures = analysis.preparePictures({ run, analysis: known });
    pictures.catch(() => undefined);

    stage = 'script';
    let draft: ArtifactRef | null = null;
    if (!input.from) draft = (await light.draftScript({ run, request, analysis: known, comment: null })).script;
    await put({ script: draft, revised: input.from?.script ?? null, author });

    for (;;) {
      stage = 'approval';
      await approved(draft);
      const approvedScript = script!;
      const approvedDecision = decision! as Decision;
      pending = null;
      making = new CancellationScope();
      try {
        const outputs = await making.run(() =>
          makeFilm({
            run,
            request,
            analysis: known,
            script: approvedScript,
            sentences,
            decision: approvedDecision,
            pictures,
            onStage: (next) => {
              stage = next;
            },
          }),
        );
        await light.report({ run, status: 'done', stage: 'package', waitsFor: 'nobody', error: null });
        await condition(allHandlersFinished);
        return { outputs };
      } catch (error) {
        if (isCancellation(error) && !CancellationScope.current().consideredCancelled) {
          making = null;
          continue;
        }
        throw error;
      }
    }
  } catch (error) {
    await CancellationScope.nonCancellable(() => close(error));
    throw error;
  }

  /** Puts a version of the script before the physicians. */
  async function put(order: {
    script: ArtifactRef | null;
    revised: Script | null;
    author: string;
  }): Promise<PendingApproval> {
    const opened = await light.openApproval({ run, request, analysis: facts!, ...order, version: version + 1 });
    version += 1;
    author = order.author;
    script = opened.script;
    sentences = opened.sentences;
    pending = opened.pending;
    decision = null;
    return opened.pending;
  }

  /** Waits for a physician's approval of the version on the table, reminding at intervals. */
  async function approved(draft: ArtifactRef | null): Promise<void> {
    const told = { waiting: -1, returned: -1 };
    while (decision?.decision !== 'approve') {
      // Noted before the report: a decision made while it is written must not be missed.
      const seen: { version: number; decision: Decision | null } = { version, decision };
      if (seen.decision && told.returned !== version) {
        told.returned = version;
        // Tried first: who is told to edit must not meet a version that is just being written.
        if (draft && (await redrafted(draft, seen.decision.comment))) continue;
        await light.report({ run, status: 'returned', stage: 'script', waitsFor: 'editor', error: null });
      } else if (!seen.decision && told.waiting !== version) {
        told.waiting = version;
        await light.report({ run, status: 'waiting-approval', stage: 'approval', waitsFor: 'physician', error: null });
      }
      const changed = await condition(() => version !== seen.version || decision !== seen.decision, input.reminderMs);
      if (!changed) await light.remind({ run, version, waitsFor: decision ? 'editor' : 'physician' });
    }
  }

  /** A returned draft of the template's own is written anew when the templates can honour the comment; all else is for an editor. */
  async function redrafted(draft: ArtifactRef, comment: string): Promise<boolean> {
    if (!author.startsWith('template:') || revising) return false;
    revising = true;
    try {
      const next = await light.draftScript({ run, request, analysis: facts!, comment });
      if (next.script.digest === draft.digest) return false;
      await put({ script: next.script, revised: null, author });
      return true;
    } finally {
      revising = false;
    }
  }

  async function close(error: unknown): Promise<void> {
    if (isCancellation(error)) {
      await light.report({
        run,
        status: 'cancelled',
        stage,
        waitsFor: 'nobody',
        error: { code: 'CANCELLED', details: {} },
      });
      return;
    }
    await light.report({ run, status: 'failed', stage, waitsFor: 'editor', error: coded(error, workflowInfo().runId) });
  }
}

/** The code and details of a failure that crossed the activity border; anything unknown is INTERNAL with a log reference. */
function coded(error: unknown, reference: string): { code: string; details: Record<string, string | number> } {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  const type = cause instanceof ApplicationFailure ? cause.type : undefined;
  if (cause instanceof ApplicationFailure && isErrorCode(type)) {
    return { code: type, details: (cause.details?.[0] as Record<string, string | number>) ?? {} };
  }
  return { code: 'INTERNAL', details: { reference } };
}
