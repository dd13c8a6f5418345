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
        const code = revising ? 'APPROVAL_DIGEST' : refuseDecision(pending, decision, decided);
        if (code) refuse(code);
      },
    },
  );

  setHandler(
    reviseUpdate,
    async (revision) => {
      revising = true;
      try {
        const opened = await light.openApproval({
          run,
          request,
          analysis: facts!,
          script: null,
          revised: revision.script,
          version: version + 1,
          author: revision.actor.id,
        });
        version += 1;
        script = opened.script;
        sentences = opened.sentences;
        pending = opened.pending;
        decision = null;
        making?.cancel();
        return opened.pending;
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
    const draft = input.from ? null : (await light.draftScript({ run, request, analysis: known })).script;
    const opened = await light.openApproval({
      run,
      request,
      analysis: known,
      script: draft,
      revised: input.from?.script ?? null,
      version: version + 1,
      author: input.from?.author ?? `template:${request.template}`,
    });
    version += 1;
    script = opened.script;
    sentences = opened.sentences;
    pending = opened.pending;

    for (;;) {
      stage = 'approval';
      await approved();
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

  /** Waits for a physician's approval of the version on the table, reminding at intervals. */
  async function approved(): Promise<void> {
    const told = { waiting: -1, returned: -1 };
    while (decision?.decision !== 'approve') {
      // Noted before the report: a decision made while it is written must not be missed.
      const seen = { version, decision };
      if (decision && told.returned !== version) {
        told.returned = version;
        await light.report({ run, status: 'returned', stage: 'script', waitsFor: 'editor', error: null });
      } else if (!decision && told.waiting !== version) {
        told.waiting = version;
        await light.report({ run, status: 'waiting-approval', stage: 'approval', waitsFor: 'physician', error: null });
      }
      const changed = await condition(() => version !== seen.version || decision !== seen.decision, input.reminderMs);
      if (!changed) await light.remind({ run, version, waitsFor: decision ? 'editor' : 'physician' });
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
