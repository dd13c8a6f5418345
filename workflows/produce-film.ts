import {
  ActivityFailure,
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  isCancellation,
  workflowInfo,
} from '@temporalio/workflow';
import { isErrorCode } from '#domain/errors';
import { analysis, light } from './activity-stubs.ts';
import { Desk } from './desk.ts';
import { filmApproved, scriptApproved } from './gates.ts';
import { listen } from './listen.ts';
import { makeFilm } from './make-film.ts';
import type { ProduceFilmInput, ProduceFilmResult } from './messages.ts';

/**
 * source images -> analysis -> findings -> script -> APPROVAL -> speech -> timeline -> scenes -> film -> APPROVAL -> release.
 * Everything after an approval belongs to the approved digest: a revision of the script or a correction of the findings, at any time before
 * the release, ends what was being made from the older version and asks the people again.
 */
export async function produceFilm(input: ProduceFilmInput): Promise<ProduceFilmResult> {
  const desk = new Desk(input);
  listen(desk);
  try {
    await findings(desk);
    desk.drawPictures();
    await firstVersion(desk);
    for (;;) {
      await scriptApproved(desk);
      const film = await desk.steadily(() => makeFilm(desk));
      if (!film) continue;
      const { run, request } = input;
      const { version, author, script, subject, decision } = desk;
      const shown = {
        run,
        request,
        version,
        author,
        subject: subject!,
        approval: decision!.digest,
        outputs: film.made,
      };
      const opened = await desk.steadily(() => light.openFilm(shown));
      if (!opened) continue;
      desk.pendingFilm = opened.made;
      if (!(await filmApproved(desk))) continue;
      desk.stage = 'release';
      const decisions = { script: decision!, film: desk.filmDecision! };
      const order = { run, request, version, script: script!, decisions, outputs: film.made };
      // Approved at both gates: a cancellation comes too late.
      const { outputs } = await CancellationScope.nonCancellable(() => light.release(order));
      await CancellationScope.nonCancellable(() => desk.report('done', 'nobody'));
      await condition(allHandlersFinished);
      return { outputs };
    }
  } catch (error) {
    await CancellationScope.nonCancellable(() => close(desk, error));
    throw error;
  }
}

/** Reads and analyses the study, unless that was done before. */
async function findings(desk: Desk): Promise<void> {
  const { run, request, intake, from } = desk.input;
  if (from) return;
  const { made } = (await desk.steadily(() => analysis.readStudy({ run, request, intake: intake! })))!;
  await light.forgetSource({ intake: intake! });
  desk.stage = 'analysis';
  desk.facts = (await desk.steadily(() => analysis.analyse({ run, study: made.study })))!.made.analysis;
}

/** The template's draft; or the script of the revision before, brought up to date where its findings were corrected since. */
async function firstVersion(desk: Desk): Promise<void> {
  desk.stage = 'script';
  const { run, request, from } = desk.input;
  const { author, facts } = desk;
  if (!from) {
    const { script } = await light.draftScript({ run, request, analysis: facts!, comment: null });
    await desk.put({ script, revised: null, author });
  } else if (from.basis) {
    const order = { run, request, script: from.script, basis: from.basis, analysis: from.analysis, author };
    const next = await light.rescript(order);
    await desk.put({ script: next.script, revised: null, author: next.author });
  } else {
    const opened = await desk.put({ script: null, revised: from.script, author });
    if (from.decision?.digest !== opened.digest) return;
    desk.decision = from.decision;
    desk.pending = null;
  }
}

async function close(desk: Desk, error: unknown): Promise<void> {
  if (isCancellation(error)) return desk.report('cancelled', 'nobody', { code: 'CANCELLED', details: {} });
  return desk.report('failed', 'editor', coded(error, workflowInfo().runId));
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
