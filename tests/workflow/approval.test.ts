import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DecisionInput } from '#domain/approval';
import { hand } from '#tests/fixtures/script';
import { openTestHouse, type TestHouse } from '#tests/house/stack';
import { decideUpdate, reviseUpdate, stateQuery } from '#workflows/messages';
import {
  EDITOR,
  type FakeWorld,
  fakeWorld,
  OTHER_PHYSICIAN,
  PHYSICIAN,
  PUBLICITY,
  REQUEST,
} from './fake-activities.ts';
import { outcome, stage, until, type WorkflowStage } from './run-workflow.ts';

const SIGNED = { decision: 'approve', comment: '', onBehalfOf: null, ownWork: false } as const;
const APPROVAL = { ...SIGNED, gate: 'script', actor: PHYSICIAN } as const;
type Handle = Awaited<ReturnType<WorkflowStage['start']>>;

/** Publicity releases what is made. */
async function released(handle: Handle) {
  await until('the film waits', async () => (await handle.query(stateQuery)).pendingFilm !== null);
  const { digest } = (await handle.query(stateQuery)).pendingFilm!;
  await handle.executeUpdate(decideUpdate, { args: [{ ...APPROVAL, gate: 'film', digest, actor: PUBLICITY }] });
  return handle.result();
}

describe('the script gate on a real Temporal', () => {
  let house: TestHouse;
  let world: FakeWorld;
  let set: WorkflowStage;

  beforeAll(async () => {
    house = await openTestHouse();
    world = fakeWorld();
    set = await stage(house.temporalAddress, world);
  }, 120_000);
  afterAll(async () => {
    await set?.close();
    await house?.stop();
  }, 60_000);

  const opened = async (input = {}) => {
    world.calls.length = 0;
    world.reports.length = 0;
    world.hang.clear();
    const handle = await set.start(input);
    await until('approval opens', async () => (await handle.query(stateQuery)).pending !== null);
    const { pending } = await handle.query(stateQuery);
    const decide = (change: Partial<DecisionInput> = {}) =>
      outcome(
        handle.executeUpdate(decideUpdate, {
          args: [{ ...APPROVAL, digest: pending!.digest, ...change }],
        }),
      );
    return { handle, pending: pending!, decide };
  };

  it('speaks nothing and draws nothing before an approval', async () => {
    const { handle, decide } = await opened();
    expect(world.calls.filter((call) => /^(speak|renderScene|packageFilm|composeFilm)/.test(call))).toEqual([]);
    expect(await decide()).toBe('accepted');
    expect((await released(handle)).outputs[0]?.name).toBe('film.mp4');
    const order = [
      'readStudy',
      'analyse',
      'draftScript',
      'openApproval:1',
      'speak:s1',
      'layTimeline',
      'composeFilm',
      'renderScene:a',
      'packageFilm',
      'openFilm:1',
      'release',
      'report:done',
    ];
    expect(world.calls.filter((call) => order.includes(call))).toEqual(order);
    expect(world.calls).toContain('recordDecision:script approve');
  });

  it('refuses a wrong digest, a wrong role, the author, and a silent return, and goes on unharmed', async () => {
    const { handle, pending, decide } = await opened({ from: null });
    expect(await decide({ digest: 'f'.repeat(64) })).toBe('APPROVAL_DIGEST');
    expect(await decide({ actor: EDITOR })).toBe('APPROVAL_ROLE');
    expect(await decide({ actor: { ...PHYSICIAN, id: pending.author } })).toBe('APPROVAL_SELF');
    expect(await decide({ decision: 'request-changes', comment: '  ' })).toBe('APPROVAL_COMMENT');
    expect((await handle.query(stateQuery)).pending?.digest).toBe(pending.digest);
    const history = await handle.fetchHistory();
    expect(history.events?.some((event) => event.workflowExecutionUpdateAcceptedEventAttributes)).toBe(false);
    expect(await decide()).toBe('accepted');
    await released(handle);
  });

  it('lets the made-up physician of the demo sign simulated cases only', async () => {
    const made = { ...PHYSICIAN, id: 'demo-physician', demo: true };
    const real = await opened({ request: { ...REQUEST, provenance: 'hospital' } });
    expect(await real.decide({ actor: made })).toBe('APPROVAL_DEMO');
    expect(await real.decide()).toBe('accepted');
    await released(real.handle);
    const simulated = await opened();
    expect(await simulated.decide({ actor: made })).toBe('accepted');
    await released(simulated.handle);
  });

  it('takes exactly one of two decisions made at once', async () => {
    const { handle, decide } = await opened();
    const both = await Promise.all([decide(), decide({ actor: OTHER_PHYSICIAN })]);
    expect(both.filter((result) => result === 'accepted')).toHaveLength(1);
    expect(both.filter((result) => result !== 'accepted')).toEqual(['APPROVAL_DECIDED']);
    await released(handle);
    expect(world.calls.filter((call) => call.startsWith('recordDecision:script'))).toHaveLength(1);
  });

  it('returns to the editor on request, and approval of the older version is void', async () => {
    const { handle, pending, decide } = await opened();
    expect(await decide({ decision: 'request-changes', comment: '请改第二句' })).toBe('accepted');
    await until('returned is reported', () => world.reports.some((report) => report.status === 'returned'));
    expect(await decide({ actor: OTHER_PHYSICIAN })).toBe('APPROVAL_DECIDED');
    const script = hand();
    const next = await handle.executeUpdate(reviseUpdate, { args: [{ script, basedOn: 1, actor: EDITOR }] });
    expect(next.version).toBe(2);
    expect(await outcome(handle.executeUpdate(reviseUpdate, { args: [{ script, basedOn: 1, actor: EDITOR }] }))).toBe(
      'SCRIPT_STALE',
    );
    expect(await decide({ digest: pending.digest })).toBe('APPROVAL_DIGEST');
    expect(await decide({ digest: next.digest })).toBe('accepted');
    await released(handle);
  });

  it('writes a returned draft anew when the templates can honour the comment', async () => {
    const { handle, pending, decide } = await opened();
    expect(await decide({ decision: 'request-changes', comment: '太长，短一些' })).toBe('accepted');
    await until('version 2 waits', async () => (await handle.query(stateQuery)).version === 2);
    const next = (await handle.query(stateQuery)).pending;
    expect(next?.author).toBe(pending.author);
    expect(await decide({ digest: next!.digest })).toBe('accepted');
    await released(handle);
  });

  it('refuses the physician who edited the version she would sign', async () => {
    const { handle, decide } = await opened();
    const mine = await handle.executeUpdate(reviseUpdate, { args: [{ script: hand(), basedOn: 1, actor: PHYSICIAN }] });
    expect(await decide({ digest: mine.digest })).toBe('APPROVAL_SELF');
    expect(await decide({ digest: mine.digest, actor: OTHER_PHYSICIAN })).toBe('accepted');
    await released(handle);
  });

  it('drops what is being made when the script changes after approval, and asks again', async () => {
    const { handle, decide } = await opened();
    world.hang.add('renderScene');
    expect(await decide()).toBe('accepted');
    await until('rendering begins', () => world.calls.some((call) => call.startsWith('renderScene')));
    const next = await handle.executeUpdate(reviseUpdate, { args: [{ script: hand(), basedOn: 1, actor: EDITOR }] });
    await until(
      'it waits for a physician again',
      () => world.reports.filter((report) => report.status === 'waiting-approval').length === 2,
    );
    expect(world.calls).not.toContain('packageFilm');
    world.hang.clear();
    expect(await decide({ digest: next.digest })).toBe('accepted');
    await released(handle);
    expect(world.calls.filter((call) => call === 'packageFilm')).toHaveLength(1);
  });

  it('lets an author sign where the department allows it, and says so; a deputy is no way around', async () => {
    const { handle, decide } = await opened();
    const mine = await handle.executeUpdate(reviseUpdate, { args: [{ script: hand(), basedOn: 1, actor: PHYSICIAN }] });
    const { id, displayName } = PHYSICIAN;
    expect(await decide({ digest: mine.digest, actor: OTHER_PHYSICIAN, onBehalfOf: { id, displayName } })).toBe(
      'APPROVAL_SELF',
    );
    expect(await decide({ digest: mine.digest, ownWork: true })).toBe('accepted');
    expect((await handle.query(stateQuery)).decision).toMatchObject({ ownWork: true, actor: { id: PHYSICIAN.id } });
    await released(handle);
  });

  it('marks nobody as signing their own work who did not', async () => {
    const { handle, decide } = await opened();
    const { id, displayName } = OTHER_PHYSICIAN;
    expect(await decide({ ownWork: true, onBehalfOf: { id, displayName } })).toBe('accepted');
    expect((await handle.query(stateQuery)).decision).toMatchObject({ ownWork: false, onBehalfOf: { id } });
    await released(handle);
  });

  it('reminds at intervals while it waits, and at last tells the others', async () => {
    world.escalations.length = 0;
    const { handle, decide } = await opened({ reminderMs: 1000 });
    await until('three reminders', () => world.calls.filter((call) => call === 'remind:physician').length >= 3);
    expect(world.escalations).toEqual(['physician after 2']);
    expect(await decide()).toBe('accepted');
    await released(handle);
  });

  it.each(['readStudy', 'analyse', 'speak', 'renderScene', 'packageFilm'])(
    'cancelled in %s: says so and ends',
    async (name) => {
      world.calls.length = 0;
      world.reports.length = 0;
      world.hang.clear();
      world.hang.add(name);
      const handle = await set.start();
      if (!['readStudy', 'analyse'].includes(name)) {
        await until('approval opens', async () => (await handle.query(stateQuery)).pending !== null);
        const { pending } = await handle.query(stateQuery);
        await handle.executeUpdate(decideUpdate, {
          args: [{ ...APPROVAL, digest: pending!.digest }],
        });
      }
      await until(`${name} runs`, () => world.calls.some((call) => call.startsWith(name)));
      await handle.cancel();
      await expect(handle.result()).rejects.toThrow();
      expect(world.reports.at(-1)).toMatchObject({ status: 'cancelled', error: { code: 'CANCELLED' } });
      expect((await handle.describe()).status.name).toBe('CANCELLED');
    },
  );
});
