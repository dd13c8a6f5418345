import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Launcher } from '#api/productions/launcher';
import { SteeringService } from '#api/productions/steering.service';
import { openTemporal } from '#api/temporal';
import { type Gate, GateState, PendingFilm } from '#domain/approval';
import { Delegation, NoticeBoard } from '#domain/notice';
import { LogEntry, ProductionDetail, ProductionRequest } from '#domain/production';
import { ReleaseRecord } from '#domain/release';
import { Script } from '#domain/script';
import { createProduction, findProduction } from '#prisma/records/productions';
import { findActor } from '#prisma/records/signers';
import { ANALYSIS_VARIANTS } from '#tests/fixtures/analysis';
import { until } from '#tests/workflow/run-workflow';
import { WORKFLOW_QUEUE, workflowId } from '#workflows/messages';
import { type Gates, keptAnalysis, openGates } from './open-gates.ts';

/** A decision, or its refusal. */
const Answer = z.looseObject({
  code: z.string().optional(),
  actor: z.looseObject({ id: z.string() }).optional(),
});
const Written = z.object({ version: z.int(), script: Script });

describe('two gates through the API', () => {
  let gates: Gates;
  let li: string;
  let wang: string;
  let pub: string;
  let editor: string;
  beforeAll(async () => {
    gates = await openGates();
    await gates.db.department.upsert({ where: { id: 'house' }, create: { id: 'house', name: '本院' }, update: {} });
    li = await gates.person('dr-li', ['physician']);
    wang = await gates.person('dr-wang', ['physician']);
    pub = await gates.person('pub', ['publicity']);
    editor = await gates.person('ed', ['editor']);
  }, 180_000);
  afterAll(() => gates?.stop(), 60_000);

  const read = async (id: string) =>
    ProductionDetail.parse((await gates.json('GET', `/api/productions/${id}`, pub)).body);
  const state = async (id: string, token = pub) =>
    GateState.parse((await gates.json('GET', `/api/productions/${id}/approval`, token)).body);
  const log = async (id: string) =>
    z
      .array(LogEntry)
      .parse((await gates.json('GET', `/api/productions/${id}/log`, pub)).body)
      .map(({ what }) => what);
  const waits = (id: string, status: string) =>
    until(`${id} is ${status}`, async () => (await read(id)).status === status, 40_000);
  const shown = async (id: string, gate: Gate) => {
    await waits(id, gate === 'film' ? 'waiting-final' : 'waiting-approval');
    const { pending, pendingFilm } = await state(id);
    return (gate === 'film' ? pendingFilm : pending)!;
  };
  const decide = async (id: string, gate: Gate, token: string, change: Record<string, unknown> = {}) => {
    const digest = change.digest ?? (await shown(id, gate)).digest;
    const route = gate === 'film' ? 'film/decision' : 'decision';
    const answer = await gates.json('POST', `/api/productions/${id}/${route}`, token, {
      decision: 'approve',
      digest,
      ...change,
    });
    return { ...answer, body: Answer.parse(answer.body) };
  };
  const kinds = async (token: string, id: string, query = '') =>
    NoticeBoard.parse((await gates.json('GET', `/api/notices?limit=100${query}`, token)).body)
      .notices.filter((notice) => notice.productionId === id)
      .map((notice) => notice.kind);
  const revise = async (id: string, token: string, text: string) => {
    const { version, script } = Written.parse((await gates.json('GET', `/api/productions/${id}/script`, token)).body);
    const sentence = script.chapters
      .flatMap((chapter) => chapter.sentences)
      .find((item) => item.scene === 'advice' && item.claims.length === 0)!;
    const body = { basedOn: version, sentences: [{ id: sentence.id, text }] };
    return gates.json('PUT', `/api/productions/${id}/script`, token, body);
  };

  it('carries a film from order to release by three people, and writes down who signed what', async () => {
    const id = await gates.order({ filmSeries: '读片十分钟' });
    const script = await shown(id, 'script');
    expect(await kinds(li, id)).toEqual(['waiting-script']);
    expect((await decide(id, 'script', li)).status).toBe(200);
    const film = PendingFilm.parse(await shown(id, 'film'));
    expect(film.subject).toMatchObject({ ...script.subject, approval: script.digest });
    await until('publicity is told', async () => (await kinds(pub, id)).includes('waiting-final'));
    expect((await read(id)).film).toMatchObject({ version: 1, released: false });
    expect((await decide(id, 'film', pub)).status).toBe(200);
    await waits(id, 'done');
    const done = await read(id);
    expect(done).toMatchObject({ film: { released: true }, findings: 1, script: { version: 1 } });
    expect(done.decisions.map((item) => [item.gate, item.by.id, item.voidedAt])).toEqual([
      ['script', 'dr-li', null],
      ['film', 'pub', null],
    ]);
    expect(done.outputs.map((output) => output.name)).toContain('release.json');
    const bytes = await gates.ask('GET', `/api/productions/${id}/outputs/release.json`, { token: pub });
    const record = ReleaseRecord.parse(await bytes.json());
    expect(record).toMatchObject({
      film: film.subject.film,
      manifest: film.subject.manifest,
      demoApproval: false,
      approvals: { script: { by: { id: 'dr-li' } }, film: { by: { id: 'pub' }, subject: film.digest } },
    });
    expect(await log(id)).toEqual(['ordered', 'findings', 'script', 'approved', 'approved', 'released']);
    expect(await kinds(li, id, '&unread=1')).toEqual(['released']);
    const chain = await gates.db.auditEvent.findMany({ where: { resourceId: id, resource: 'approval' } });
    expect(chain.map(({ action }) => action).sort()).toEqual(['approval.film', 'approval.script']);
  }, 120_000);

  it('answers a second click, and a second person, with the decision there is', async () => {
    const id = await gates.order();
    const { digest } = await shown(id, 'script');
    const all = await Promise.all([
      decide(id, 'script', li, { digest }),
      decide(id, 'script', li, { digest }),
      decide(id, 'script', wang, { digest }),
    ]);
    expect(all.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
    const winner = all.find((answer) => answer.status === 200)!.body.actor?.id;
    for (const { body } of all.filter((answer) => answer.status === 409))
      expect(body).toMatchObject({ code: 'APPROVAL_DECIDED', details: { decision: 'approve', byId: winner } });
    const film = await shown(id, 'film');
    expect((await decide(id, 'film', pub, { digest: film.digest })).status).toBe(200);
    await waits(id, 'done');
    // The workflow has ended; the answer is the same.
    expect(await decide(id, 'film', pub, { digest: film.digest })).toMatchObject({
      status: 409,
      body: { code: 'APPROVAL_DECIDED', details: { byId: 'pub' } },
    });
    expect((await read(id)).decisions).toHaveLength(2);
  }, 120_000);

  it('tells a stale page which version there is, and whoever signed that it is void', async () => {
    const id = await gates.order();
    const { digest } = await shown(id, 'script');
    expect((await decide(id, 'script', li)).status).toBe(200);
    await shown(id, 'film');
    const revised = await revise(id, editor, '每年复查一次，听医生的安排。');
    expect(revised.body).toMatchObject({ version: 2, author: 'ed' });
    await waits(id, 'waiting-approval');
    expect(await kinds(li, id)).toContain('voided');
    expect((await decide(id, 'script', wang, { digest })).body).toMatchObject({
      code: 'APPROVAL_DIGEST',
      details: { version: 2 },
    });
    expect((await read(id)).decisions[0]?.voidedAt).not.toBeNull();
    expect((await decide(id, 'script', wang)).status).toBe(200);
    await shown(id, 'film');
    expect((await read(id)).film).toMatchObject({ version: 2 });
    await gates.json('POST', `/api/productions/${id}/cancel`, editor);
  }, 120_000);

  it('refuses a signer who lost the role meanwhile, or was disabled, and nothing is lost', async () => {
    const id = await gates.order();
    const token = await gates.person('dr-gone', ['physician', 'researcher']);
    const { digest } = await shown(id, 'script');
    await gates.db.account.update({ where: { id: 'dr-gone' }, data: { roles: ['researcher'] } });
    expect((await decide(id, 'script', token, { digest })).status).toBe(403);
    expect((await state(id)).pending?.digest).toBe(digest);
    expect((await decide(id, 'script', li)).status).toBe(200);
    await shown(id, 'film');
    await gates.json('POST', `/api/productions/${id}/cancel`, editor);
  }, 120_000);

  it('keeps authors from their own work at both gates, unless the department allows it; the record then says so', async () => {
    const both = await gates.person('both', ['physician', 'publicity', 'editor']);
    const id = await gates.order();
    await shown(id, 'script');
    await revise(id, both, '每年复查一次，听医生的安排。');
    await waits(id, 'waiting-approval');
    expect((await decide(id, 'script', both)).body.code).toBe('APPROVAL_SELF');
    expect((await decide(id, 'script', li)).status).toBe(200);
    await shown(id, 'film');
    expect((await decide(id, 'film', both)).body.code).toBe('APPROVAL_SELF');
    await gates.db.department.update({ where: { id: 'house' }, data: { selfApproval: true } });
    const own = await decide(id, 'film', both);
    await gates.db.department.update({ where: { id: 'house' }, data: { selfApproval: false } });
    expect(own).toMatchObject({ status: 200, body: { ownWork: true } });
    await waits(id, 'done');
    const bytes = await gates.ask('GET', `/api/productions/${id}/outputs/release.json`, { token: pub });
    expect(ReleaseRecord.parse(await bytes.json()).approvals).toMatchObject({
      script: { ownWork: false },
      film: { ownWork: true },
    });
  }, 120_000);

  it('lets a deputy sign while the delegation lasts, and names both', async () => {
    const until_ = new Date(Date.now() + 3_600_000).toISOString();
    const id = await gates.order();
    await shown(id, 'script');
    const stranger = await decide(id, 'script', wang, { onBehalfOf: 'dr-li' });
    expect(stranger.body.code).toBe('APPROVAL_DEPUTY');
    const made = await gates.json('POST', '/api/delegations', li, { toId: 'dr-wang', until: until_ });
    const [delegation] = z.array(Delegation).parse(made.body);
    expect(delegation).toMatchObject({ from: { id: 'dr-li' }, to: { id: 'dr-wang' } });
    expect((await gates.json('POST', '/api/delegations', li, { toId: 'pub', until: until_ })).body).toMatchObject({
      code: 'APPROVAL_ROLE',
    });
    expect((await state(id, wang)).standsInFor).toEqual([{ id: 'dr-li', displayName: 'dr-li' }]);
    expect((await decide(id, 'script', wang, { onBehalfOf: 'dr-li' })).status).toBe(200);
    await shown(id, 'film');
    expect((await read(id)).decisions[0]).toMatchObject({ by: { id: 'dr-wang' }, onBehalfOf: { id: 'dr-li' } });
    expect((await gates.json('DELETE', `/api/delegations/${delegation!.id}`, li)).body).toEqual([]);
    await gates.json('POST', `/api/productions/${id}/cancel`, editor);
  }, 120_000);

  it('holds and goes on; tries a failed one again without asking the physician twice', async () => {
    const id = await gates.order();
    await shown(id, 'script');
    expect((await gates.json('POST', `/api/productions/${id}/pause`, editor)).body).toMatchObject({ changed: true });
    await waits(id, 'paused');
    expect((await gates.json('POST', `/api/productions/${id}/resume`, editor)).body).toMatchObject({ changed: true });
    await waits(id, 'waiting-approval');
    const early = await gates.json('POST', `/api/productions/${id}/retry`, editor);
    expect(early.body).toMatchObject({ code: 'RETRY_NOT_FAILED' });
    gates.hang.add('renderScene');
    const before = gates.calls.length;
    await decide(id, 'script', li);
    await until('it draws', () => gates.calls.slice(before).some((call) => call.startsWith('renderScene')));
    await gates.json('POST', `/api/productions/${id}/cancel`, editor);
    await waits(id, 'cancelled');
    gates.hang.clear();
    expect((await gates.json('POST', `/api/productions/${id}/retry`, editor)).body).toMatchObject({ revision: 2 });
    await shown(id, 'film');
    expect((await read(id)).decisions).toHaveLength(1);
    expect((await decide(id, 'film', pub)).status).toBe(200);
    await waits(id, 'done');
    expect(await log(id)).toEqual(expect.arrayContaining(['paused', 'resumed', 'cancelled', 'retried', 'released']));
  }, 120_000);

  it('writes, asks and releases anew when findings are corrected after the release', async () => {
    const id = await gates.order();
    await decide(id, 'script', li);
    await decide(id, 'film', pub);
    await waits(id, 'done');
    const temporal = openTemporal(gates.house.temporalAddress);
    const steering = new SteeringService(gates.db, new Launcher(gates.db, temporal));
    const corrected = Object.entries(ANALYSIS_VARIANTS).find(([name]) => name.startsWith('solid LUL'))![1]();
    const analysis = await keptAnalysis(gates.store, corrected);
    const actor = (await findActor(gates.db, 'dr-li'))!;
    await steering.correct((await findProduction(gates.db, id))!, { analysis, findingsVersion: 2, actor });
    await temporal.connection.close();
    await waits(id, 'waiting-approval');
    const again = await read(id);
    expect(again).toMatchObject({ revision: 2, findings: 2, script: { version: 2 } });
    expect(again.decisions.every((decision) => decision.voidedAt !== null)).toBe(true);
    expect(await kinds(pub, id)).toContain('voided');
    await decide(id, 'script', li);
    await decide(id, 'film', pub);
    await waits(id, 'done');
  }, 120_000);

  it('reminds who can sign, and after some reminders tells the admins too; each sees one line, not a heap', async () => {
    const chief = await gates.person('chief', ['admin']);
    const id = 'p0000remind1';
    const request = ProductionRequest.parse({
      ...{ template: 'case-teaching@1.0.0', language: 'zh-CN', brand: 'shili-general', speaker: 'male_doctor' },
      ...{ provenance: 'simulated', purpose: null, series: null, spacingMm: null },
    });
    await createProduction(gates.db, id, request, { createdBy: 'pub', departmentId: 'house' });
    const temporal = openTemporal(gates.house.temporalAddress);
    const run = { productionId: id, revision: 1 };
    const input = { run, request, intake: '0'.repeat(24), from: null, reminderMs: 700, escalateAfter: 2 };
    await temporal.workflow.start('produceFilm', {
      taskQueue: WORKFLOW_QUEUE,
      workflowId: workflowId(run),
      args: [input],
    });
    await until('the admin is told', async () => (await kinds(chief, id)).includes('escalated'), 90_000);
    expect((await kinds(li, id, '&unread=1')).filter((kind) => kind === 'waiting-script')).toHaveLength(1);
    expect(await kinds(editor, id)).toEqual([]);
    expect((await decide(id, 'script', li)).status).toBe(200);
    await shown(id, 'film');
    expect(await kinds(li, id, '&unread=1')).toEqual([]);
    await gates.json('POST', `/api/productions/${id}/cancel`, editor);
    await temporal.connection.close();
  }, 120_000);
});
