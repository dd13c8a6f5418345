import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DecisionInput } from '#domain/approval';
import { hand } from '#tests/fixtures/script';
import { openTestHouse, type TestHouse } from '#tests/house/stack';
import { correctUpdate, decideUpdate, pauseUpdate, resumeUpdate, reviseUpdate, stateQuery } from '#workflows/messages';
import { EDITOR, type FakeWorld, fakeWorld, PHYSICIAN, PUBLICITY, REQUEST, ref } from './fake-activities.ts';
import { outcome, stage, until, type WorkflowStage } from './run-workflow.ts';

type Handle = Awaited<ReturnType<WorkflowStage['start']>>;
const SIGNED = { decision: 'approve', comment: '', onBehalfOf: null, ownWork: false } as const;
const SCRIPT = { ...SIGNED, gate: 'script', actor: PHYSICIAN } as const;
const FILM = { ...SIGNED, gate: 'film', actor: PUBLICITY } as const;

describe('from the approved script to the release, on a real Temporal', () => {
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

  const state = (handle: Handle) => handle.query(stateQuery);
  const decide = (handle: Handle, input: DecisionInput) =>
    outcome(handle.executeUpdate(decideUpdate, { args: [input] }));
  const approveScript = async (handle: Handle) => {
    await until('approval opens', async () => (await state(handle)).pending !== null);
    const { digest } = (await state(handle)).pending!;
    expect(await decide(handle, { ...SCRIPT, digest })).toBe('accepted');
  };
  const filmWaits = async (handle: Handle) => {
    await until('the film waits', async () => (await state(handle)).pendingFilm !== null);
    return (await state(handle)).pendingFilm!;
  };
  const started = async (input: Parameters<WorkflowStage['start']>[0] = {}) => {
    world.calls.length = 0;
    world.reports.length = 0;
    world.escalations.length = 0;
    world.hang.clear();
    return set.start(input);
  };
  /** A film that waits for its release. */
  const made = async (input: Parameters<WorkflowStage['start']>[0] = {}) => {
    const handle = await started(input);
    await approveScript(handle);
    return { handle, pending: await filmWaits(handle) };
  };
  const release = async (handle: Handle) => {
    const { digest } = await filmWaits(handle);
    expect(await decide(handle, { ...FILM, digest })).toBe('accepted');
    return handle.result();
  };

  it('releases nothing that only the script was approved of', async () => {
    const { handle, pending } = await made();
    await until('it says so', () => world.reports.some((report) => report.status === 'waiting-final'));
    expect(world.calls).not.toContain('release');
    expect(pending.subject.approval).toBe((await state(handle)).decision?.digest);
    expect(await decide(handle, { ...FILM, digest: pending.digest })).toBe('accepted');
    expect((await handle.result()).outputs.map(({ name }) => name)).toEqual(['film.mp4', 'release.json']);
    expect(world.reports.at(-1)).toMatchObject({ status: 'done', stage: 'release' });
  });

  it('asks of the film what it asks of the script: role, digest, another hand, a comment with a return', async () => {
    const { handle, pending } = await made();
    const { digest } = pending;
    expect(await decide(handle, { ...FILM, digest, actor: PHYSICIAN })).toBe('APPROVAL_ROLE');
    expect(await decide(handle, { ...FILM, digest: 'e'.repeat(64) })).toBe('APPROVAL_DIGEST');
    expect(await decide(handle, { ...FILM, digest, actor: { ...PUBLICITY, id: pending.author } })).toBe(
      'APPROVAL_SELF',
    );
    expect(await decide(handle, { ...FILM, digest, decision: 'request-changes' })).toBe('APPROVAL_COMMENT');
    // The script's digest opens nothing here, nor the film's at the script gate.
    const script = (await state(handle)).decision!.digest;
    expect(await decide(handle, { ...FILM, digest: script })).toBe('APPROVAL_DIGEST');
    expect(await decide(handle, { ...SCRIPT, digest })).toBe('APPROVAL_NOT_OPEN');
    await release(handle);
  });

  it('lets made-up accounts release simulated cases only', async () => {
    const made_up = { ...PUBLICITY, id: 'demo-publicity', demo: true };
    const real = await made({ request: { ...REQUEST, provenance: 'hospital' } });
    expect(await decide(real.handle, { ...FILM, digest: real.pending.digest, actor: made_up })).toBe('APPROVAL_DEMO');
    await release(real.handle);
  });

  it('takes one of two clicks, and one of two people', async () => {
    const { handle, pending } = await made();
    const input = { ...FILM, digest: pending.digest };
    const other = {
      ...input,
      actor: { ...PUBLICITY, id: 'other' },
      decision: 'request-changes',
      comment: '不行',
    } as const;
    const all = await Promise.all([decide(handle, input), decide(handle, input), decide(handle, other)]);
    expect(all.filter((result) => result === 'accepted')).toHaveLength(1);
    expect(all.filter((result) => result === 'APPROVAL_DECIDED')).toHaveLength(2);
    expect(world.calls.filter((call) => call.startsWith('recordDecision:film'))).toHaveLength(1);
    if ((await state(handle)).filmDecision?.decision === 'approve') await handle.result();
    else await handle.cancel();
  });

  it('goes back to the editor and the script gate when the film is returned', async () => {
    const { handle, pending } = await made();
    const input = { ...FILM, digest: pending.digest, decision: 'request-changes', comment: '请换一个开头' } as const;
    expect(await decide(handle, input)).toBe('accepted');
    await until('an editor is waited for', () => world.reports.some((report) => report.status === 'returned'));
    const next = await handle.executeUpdate(reviseUpdate, { args: [{ script: hand(), basedOn: 1, actor: EDITOR }] });
    expect(next.version).toBe(2);
    expect(await state(handle)).toMatchObject({ pendingFilm: null, filmDecision: null, decision: null });
    await approveScript(handle);
    expect((await filmWaits(handle)).version).toBe(2);
    expect(await decide(handle, { ...FILM, digest: pending.digest })).toBe('APPROVAL_DIGEST');
    await release(handle);
    expect(world.calls.filter((call) => call === 'packageFilm')).toHaveLength(2);
  });

  it('makes pictures, script and film anew from corrected findings, and voids both approvals', async () => {
    const { handle, pending } = await made();
    const correction = { analysis: ref('corrected'), findingsVersion: 2, actor: PHYSICIAN };
    const stale = { ...correction, findingsVersion: 3 };
    expect(await outcome(handle.executeUpdate(correctUpdate, { args: [stale] }))).toBe('FINDINGS_STALE');
    const opened = await handle.executeUpdate(correctUpdate, { args: [correction] });
    expect(opened.version).toBe(2);
    expect(await state(handle)).toMatchObject({ findingsVersion: 2, decision: null, pendingFilm: null });
    expect(await outcome(handle.executeUpdate(correctUpdate, { args: [correction] }))).toBe('FINDINGS_STALE');
    expect(world.calls).toContain('rescript:template:case-teaching@1.0.0');
    expect(world.calls).toContain('openApproval:2 on findings 2');
    // They are made beside what people see, so they may begin a moment later.
    await until('pictures again', () => world.calls.filter((call) => call === 'preparePictures').length === 2);
    expect(await decide(handle, { ...FILM, digest: pending.digest })).toBe('APPROVAL_NOT_OPEN');
    await approveScript(handle);
    await release(handle);
  });

  it('stops what is being made when findings are corrected meanwhile', async () => {
    const handle = await started();
    world.hang.add('renderScene');
    await approveScript(handle);
    await until('rendering', () => world.calls.some((call) => call.startsWith('renderScene')));
    await handle.executeUpdate(correctUpdate, {
      args: [{ analysis: ref('corrected'), findingsVersion: 2, actor: PHYSICIAN }],
    });
    await until('a physician is asked', () => world.reports.at(-1)?.status === 'waiting-approval');
    expect(world.calls).not.toContain('packageFilm');
    world.hang.clear();
    await approveScript(handle);
    await release(handle);
  });

  it('refuses corrections and versions once both gates are passed', async () => {
    const handle = await started();
    world.hang.add('release');
    await approveScript(handle);
    const { digest } = await filmWaits(handle);
    expect(await decide(handle, { ...FILM, digest })).toBe('accepted');
    await until('release begins', () => world.calls.includes('release'));
    const revision = { script: hand(), basedOn: 1, actor: EDITOR };
    expect(await outcome(handle.executeUpdate(reviseUpdate, { args: [revision] }))).toBe('RELEASED');
    expect(await outcome(handle.executeUpdate(pauseUpdate, { args: [EDITOR] }))).toBe('RELEASED');
    await handle.terminate();
  });

  it('holds while people wait and while scenes are drawn, and goes on where it was', async () => {
    const handle = await started();
    await until('approval opens', async () => (await state(handle)).pending !== null);
    expect(await handle.executeUpdate(pauseUpdate, { args: [EDITOR] })).toBe(true);
    expect(await handle.executeUpdate(pauseUpdate, { args: [EDITOR] })).toBe(false);
    await until('it says so', () => world.reports.at(-1)?.status === 'paused');
    await approveScript(handle);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(world.calls.some((call) => call.startsWith('speak'))).toBe(false);
    world.hang.add('renderScene');
    expect(await handle.executeUpdate(resumeUpdate, { args: [EDITOR] })).toBe(true);
    await until('rendering', () => world.calls.some((call) => call.startsWith('renderScene')));
    await handle.executeUpdate(pauseUpdate, { args: [EDITOR] });
    await until('held again', () => world.reports.at(-1)?.status === 'paused');
    expect((await state(handle)).decision?.decision).toBe('approve');
    world.hang.clear();
    await handle.executeUpdate(resumeUpdate, { args: [EDITOR] });
    await release(handle);
    expect(world.calls.filter((call) => call.startsWith('recordDecision:script'))).toHaveLength(1);
  });

  it('can be cancelled while it is held and while the film waits', async () => {
    const held = await started();
    await until('approval opens', async () => (await state(held)).pending !== null);
    await held.executeUpdate(pauseUpdate, { args: [EDITOR] });
    await held.cancel();
    await expect(held.result()).rejects.toThrow();
    const { handle } = await made();
    await handle.cancel();
    await expect(handle.result()).rejects.toThrow();
    expect(world.reports.at(-1)).toMatchObject({ status: 'cancelled', stage: 'final' });
  });

  it('reminds of a waiting film too', async () => {
    const { handle } = await made({ reminderMs: 800 });
    await until('reminded', () => world.calls.includes('remind:publicity'));
    await release(handle);
  });

  describe('a next revision', () => {
    const from = {
      analysis: ref('analysis'),
      findingsVersion: 1,
      script: hand(),
      basis: null,
      version: 1,
      author: 'ed',
      decision: null,
    };

    it('keeps the approval of exactly the same version when a failed one is tried again', async () => {
      const first = await started({ intake: null, from });
      await until('approval opens', async () => (await state(first)).pending !== null);
      const { digest, version } = (await state(first)).pending!;
      await approveScript(first);
      const { decision } = await state(first);
      await first.cancel();
      const again = await started({ intake: null, from: { ...from, version: version - 1, decision } });
      await filmWaits(again);
      expect(world.calls.some((call) => call.startsWith('recordDecision:script'))).toBe(false);
      expect((await state(again)).decision?.digest).toBe(digest);
      await release(again);
    });

    it('asks again where anything signed is different', async () => {
      const decision = { ...SCRIPT, digest: 'd'.repeat(64), version: 2, at: '2026-01-01T00:00:00.000Z' };
      const handle = await started({ intake: null, from: { ...from, decision } });
      await until('approval opens', async () => (await state(handle)).pending !== null);
      await approveScript(handle);
      await release(handle);
    });

    it('brings the script up to date when its findings were corrected after the release', async () => {
      const corrected = { ...from, basis: ref('analysis'), analysis: ref('corrected'), findingsVersion: 2 };
      const handle = await started({ intake: null, from: corrected });
      await approveScript(handle);
      expect(world.calls).toContain('rescript:ed');
      expect(world.calls).toContain('openApproval:2 on findings 2');
      await release(handle);
    });
  });
});
