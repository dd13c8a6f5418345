import { ApplicationFailure, setHandler } from '@temporalio/workflow';
import { type Decision, type DecisionInput, isOwn, refuseDecision } from '#domain/approval';
import { type ErrorCode, type ErrorDetails, errorText } from '#domain/errors';
import { light } from './activity-stubs.ts';
import type { Desk } from './desk.ts';
import {
  type CorrectionInput,
  correctUpdate,
  decideUpdate,
  pauseUpdate,
  resumeUpdate,
  reviseUpdate,
  stateQuery,
} from './messages.ts';

const refuse = (code: ErrorCode, details: ErrorDetails = {}): never => {
  throw ApplicationFailure.nonRetryable(errorText(code, details, 'en'), code, details);
};

/** Takes people's messages to the desk. Each is refused synchronously by its law, before it leaves a trace. */
export function listen(desk: Desk): void {
  setHandler(stateQuery, () => desk.state());
  setHandler(decideUpdate, (decided) => decide(desk, decided), { validator: (decided) => mayDecide(desk, decided) });
  setHandler(
    reviseUpdate,
    ({ script, actor }) => desk.writing(() => desk.put({ script: null, revised: script, author: actor.id })),
    {
      validator: ({ basedOn }) => {
        mayWrite(desk);
        if (desk.busy || basedOn !== desk.version) refuse('SCRIPT_STALE', { version: desk.version });
      },
    },
  );
  setHandler(correctUpdate, (correction) => correct(desk, correction), {
    validator: ({ findingsVersion }) => {
      mayWrite(desk);
      if (desk.busy || findingsVersion !== desk.findingsVersion + 1)
        refuse('FINDINGS_STALE', { version: desk.findingsVersion });
    },
  });
  setHandler(pauseUpdate, (_actor) => hold(desk, true), { validator: (_actor) => notReleased(desk) });
  setHandler(resumeUpdate, (_actor) => hold(desk, false), { validator: (_actor) => notReleased(desk) });
}

function notReleased(desk: Desk): void {
  if (desk.released) refuse('RELEASED');
}

function mayWrite(desk: Desk): void {
  notReleased(desk);
  if (!desk.facts || desk.version === 0) refuse('APPROVAL_NOT_OPEN');
}

function mayDecide(desk: Desk, input: DecisionInput): void {
  const { pending, pendingFilm, decision, filmDecision } = desk;
  const simulated = desk.input.request.provenance === 'simulated';
  const code =
    input.gate === 'script'
      ? refuseDecision(pending, decision, input, { role: 'physician', simulated })
      : refuseDecision(pendingFilm, filmDecision, input, { role: pendingFilm?.signer ?? 'physician', simulated });
  if (code === 'APPROVAL_DECIDED') refuse(code, taken((input.gate === 'script' ? decision : filmDecision)!));
  if (code) refuse(code, { version: desk.version });
  if (desk.busy) refuse('APPROVAL_DIGEST', { version: desk.version });
}

/** What whoever comes second is told. */
const taken = ({ version, decision, at, actor }: Decision): ErrorDetails => ({
  ...{ version, decision, at },
  ...{ by: actor.displayName, byId: actor.id },
});

async function decide(desk: Desk, input: DecisionInput): Promise<Decision> {
  const { version, author } = desk;
  const decision: Decision = {
    ...input,
    ownWork: input.ownWork && isOwn(author, input),
    version,
    at: new Date(Date.now()).toISOString(),
  };
  if (input.gate === 'script') {
    desk.decision = decision;
    desk.pending = null;
  } else {
    desk.filmDecision = decision;
    desk.pendingFilm = null;
  }
  desk.changes += 1;
  await light.recordDecision({ run: desk.input.run, decision, held: desk.paused });
  return decision;
}

async function correct(desk: Desk, { analysis, findingsVersion }: CorrectionInput) {
  return desk.writing(async () => {
    const { run, request } = desk.input;
    const { author, facts, script } = desk;
    const next = await light.rescript({ run, request, script: script!, basis: facts!, analysis, author });
    const opened = await desk.put(
      { script: next.script, revised: null, author: next.author },
      analysis,
      findingsVersion,
    );
    desk.drawPictures();
    return opened;
  });
}

async function hold(desk: Desk, paused: boolean): Promise<boolean> {
  if (desk.paused === paused) return false;
  desk.paused = paused;
  desk.changes += 1;
  if (paused) desk.interrupt();
  return true;
}
