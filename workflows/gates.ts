import { condition } from '@temporalio/workflow';
import type { Role } from '#domain/approval';
import type { ProductionStatus } from '#domain/progress';
import { light } from './activity-stubs.ts';
import type { Desk } from './desk.ts';

interface Standing {
  readonly status: Extract<ProductionStatus, 'waiting-approval' | 'waiting-final' | 'returned' | 'paused'>;
  readonly waitsFor: Extract<Role, 'physician' | 'publicity' | 'editor'> | 'nobody';
}

/** Waits until a physician has approved the version on the desk, however many versions that takes. */
export async function scriptApproved(desk: Desk): Promise<void> {
  desk.stage = 'approval';
  await settled(
    desk,
    () => desk.decision?.decision === 'approve',
    () => {
      desk.stage = desk.decision ? 'script' : 'approval';
      return desk.decision
        ? { status: 'returned', waitsFor: 'editor' }
        : { status: 'waiting-approval', waitsFor: 'physician' };
    },
  );
}

/** Waits until the film on the desk is approved: true; or until a newer version takes its place: false. */
export async function filmApproved(desk: Desk): Promise<boolean> {
  const { version, pendingFilm } = desk;
  desk.stage = 'final';
  await settled(
    desk,
    () => desk.version !== version || desk.released,
    () => {
      desk.stage = desk.filmDecision ? 'script' : 'final';
      return desk.filmDecision
        ? { status: 'returned', waitsFor: 'editor' }
        : { status: 'waiting-final', waitsFor: pendingFilm!.signer };
    },
  );
  return desk.version === version;
}

/** Says where the production stands whenever that changes, reminds at intervals, and tries to meet a comment by itself first. */
async function settled(desk: Desk, done: () => boolean, where: () => Standing): Promise<void> {
  const { input } = desk;
  let told = '';
  let reminders = 0;
  while (!done()) {
    // Noted before the report: what changes while it is written must not be missed.
    const seen = desk.changes;
    const standing: Standing = desk.paused ? { status: 'paused', waitsFor: 'nobody' } : where();
    const name = `${standing.status} ${desk.version}`;
    if (name !== told && !desk.busy) {
      told = name;
      reminders = 0;
      // Tried first: who is told to edit must not meet a version that is just being written.
      if (standing.status === 'returned' && (await redrafted(desk))) continue;
      await desk.report(standing.status, standing.waitsFor);
    }
    const changed = await condition(() => desk.changes !== seen, input.reminderMs);
    if (changed || standing.waitsFor === 'nobody') continue;
    reminders += 1;
    const { version, author, stage } = desk;
    const { run, request } = input;
    const escalate = reminders === input.escalateAfter;
    await light.remind({ run, request, version, author, stage, ...standing, reminders, escalate });
  }
}

/** A returned draft of the template's own is written anew when the templates can honour the comment; all else is for an editor. */
async function redrafted(desk: Desk): Promise<boolean> {
  const { author, draft, facts } = desk;
  const comment = (desk.filmDecision ?? desk.decision)?.comment ?? '';
  if (!author.startsWith('template:') || desk.busy) return false;
  const { run, request } = desk.input;
  return desk.writing(async () => {
    const next = await light.draftScript({ run, request, analysis: facts!, comment });
    const plain = await light.draftScript({ run, request, analysis: facts!, comment: null });
    // Meets no wish, or what lies here meets it already.
    if (next.script.digest === plain.script.digest || next.script.digest === draft?.digest) return false;
    await desk.put({ script: next.script, revised: null, author });
    return true;
  });
}
