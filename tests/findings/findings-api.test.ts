import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '#activities/store/digest';
import { Analysis } from '#domain/analysis';
import type { Consequences } from '#domain/correction/consequences';
import type { Correction } from '#domain/correction/correction';
import { FindingsView } from '#domain/findings-view';
import type { Script } from '#domain/script';
import { keepAccount, keepToken } from '#prisma/records/accounts';
import { findProduction } from '#prisma/records/productions';
import { findScript } from '#prisma/records/scripts';
import { openTestApi, type TestApi } from '#tests/api/open-api';
import { CENTRE } from '#tests/film-image/tiny-chest';
import { until } from '#tests/workflow/run-workflow';
import { type FindingsStage, newId, openFindings } from './open-findings.ts';

const AXES: Correction = {
  change: 'axes',
  findingId: 'F1',
  slice: CENTRE[2],
  longAxis: { from: [CENTRE[0] - 2.4, CENTRE[1]], to: [CENTRE[0] + 2.4, CENTRE[1]] },
  shortAxis: { from: [CENTRE[0], CENTRE[1] - 2.4], to: [CENTRE[0], CENTRE[1] + 2.4] },
  reason: '',
};
const REJECT: Correction = { change: 'reject', findingId: 'F1', reason: 'vessel' };

describe('findings over the API', () => {
  let api: TestApi;
  let stage: FindingsStage;
  let outsider = '';

  beforeAll(async () => {
    api = await openTestApi();
    stage = await openFindings(api);
    outsider = await physician('outsider', 'elsewhere');
  }, 180_000);
  afterAll(async () => {
    await stage?.stop();
    await api?.stop();
  }, 60_000);

  async function physician(name: string, department: string): Promise<string> {
    const token = randomBytes(24).toString('base64url');
    const id = `test-${name}`;
    await keepAccount(api.db, { id, displayName: name, roles: ['physician'], departments: [department], demo: false });
    await keepToken(api.db, id, 'test', createHash('sha256').update(token).digest('hex'));
    return token;
  }

  /** A production whose first version waits for a physician. */
  async function begun(): Promise<{ id: string; analysis: Analysis }> {
    const id = newId();
    const analysis = await stage.begin(id);
    await until(
      'the first version',
      async () => (await findProduction(api.db, id))?.status === 'waiting-approval',
      60_000,
    );
    return { id, analysis };
  }

  const ask = (method: string, path: string, body?: unknown, token = api.tokens.physician) =>
    api.ask(method, `/api/productions/${path}`, { token, ...(body === undefined ? {} : { body }) });
  const seen = async (response: Response): Promise<FindingsView> => FindingsView.parse(await response.json());
  const code = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];
  const save = (id: string, basedOn: number, corrections: Correction[], token?: string) =>
    ask('POST', `${id}/findings`, { basedOn, corrections, reason: 'ends of the axes' }, token);
  const texts = (script: Script) =>
    new Map(script.chapters.flatMap(({ sentences }) => sentences.map(({ id, text }) => [id, text])));
  const analysisNow = async (id: string) =>
    Analysis.parse(await stage.store.readJson((await findProduction(api.db, id))!.analysis!));

  it('serves the stored pixels, to whoever may see them, and lets nobody keep them', async () => {
    const { id, analysis } = await begun();
    const { columns, rows, slices } = analysis.study.geometry;
    const volume = await stage.store.read(analysis.study.volume!);
    const pixels = async (path: string, headers: Record<string, string> = {}) => {
      const response = await api.ask('GET', `/api/productions/${id}/images/${path}`, {
        token: api.tokens.editor,
        headers,
      });
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toContain('no-store');
      expect(response.headers.get('etag')).toBeNull();
      return Buffer.from(await response.arrayBuffer());
    };
    const size = columns * rows * 2;
    for (const slice of [0, 9, slices - 1])
      expect((await pixels(`slices/${slice}`)).equals(volume.subarray(slice * size, (slice + 1) * size))).toBe(true);
    expect((await pixels('slices/9', { 'accept-encoding': 'identity' })).byteLength).toBe(size);
    const coronal = await pixels('planes/coronal/50');
    const sagittal = await pixels('planes/sagittal/40');
    for (let slice = 0; slice < slices; slice++) {
      const at = (x: number, y: number) => volume.readInt16LE(((slice * rows + y) * columns + x) * 2);
      expect(coronal.readInt16LE((slice * columns + 40) * 2)).toBe(at(40, 50));
      expect(sagittal.readInt16LE((slice * rows + 50) * 2)).toBe(at(40, 50));
    }
    for (const path of [`slices/${slices}`, 'slices/-1', 'slices/x', 'planes/oblique/3', `planes/coronal/${rows}`])
      expect((await ask('GET', `${id}/images/${path}`)).status).toBe(404);
    for (const path of ['findings', 'images/slices/0', 'images/planes/coronal/3'])
      expect((await ask('GET', `${id}/${path}`, undefined, outsider)).status).toBe(404);
  }, 120_000);

  it('shows everybody of the department the findings, and says to whom they are closed', async () => {
    const { id, analysis } = await begun();
    const view = await seen(await ask('GET', `${id}/findings`));
    expect(view).toMatchObject({ version: 1, latest: 1, locked: null, rejected: [], reviews: [] });
    expect(view.findings).toEqual(analysis.findings);
    expect(view.script?.sentences.F1?.length).toBeGreaterThan(3);
    expect((await seen(await ask('GET', `${id}/findings`, undefined, api.tokens.editor))).locked).toBe('role');
    for (const role of ['editor', 'publicity', 'researcher', 'admin'] as const)
      expect(await code(await save(id, 1, [AXES], api.tokens[role]))).toEqual([403, 'FORBIDDEN']);
    expect(await code(await save(id, 1, [AXES], outsider))).toEqual([404, 'NOT_FOUND']);
    expect(await code(await save(id, 4, [AXES]))).toEqual([409, 'FINDINGS_STALE']);
    expect(await code(await save(id, 1, [{ ...AXES, slice: 900 }]))).toEqual([422, 'CORRECTION_INVALID']);
    expect(await code(await save(id, 1, [{ ...REJECT, reason: '' }]))).toEqual([422, 'INPUT_INVALID']);
  }, 120_000);

  it('says what a correction would do, and exactly that comes to pass', async () => {
    const { id, analysis } = await begun();
    const approval = (await (await ask('GET', `${id}/approval`)).json()) as { pending: { digest: string } };
    const before = (await findScript(api.db, id))!;
    const told = (await (
      await ask('POST', `${id}/findings/preview`, { basedOn: 1, corrections: [AXES] })
    ).json()) as Consequences;
    expect(told.classes).toEqual([
      { findingId: 'F1', system: 'lung-rads-2022', before: expect.any(String), after: '4A' },
    ]);
    expect((await findProduction(api.db, id))!.analysis!.digest).toBe(
      (await stage.store.putJson(analysis, 'analysis')).digest,
    );

    const saved = await save(id, 1, [AXES]);
    expect(saved.status).toBe(201);
    const view = await seen(saved);
    expect(view).toMatchObject({ version: 2, latest: 2, people: { 'test-physician': 'physician' } });
    expect(view.versions[1]).toMatchObject({ author: 'test-physician', reason: 'ends of the axes', changes: [AXES] });
    expect(view.findings[0]!.features.longAxisMm).toMatchObject({
      value: 12,
      source: { model: 'physician:test-physician', version: '2' },
    });
    const state = (await (await ask('GET', `${id}/approval`)).json()) as {
      findingsVersion: number;
      version: number;
      pending: { digest: string };
    };
    expect(state).toMatchObject({ findingsVersion: 2, version: before.version + 1 });
    expect(state.pending.digest).not.toBe(approval.pending.digest);
    const after = (await findScript(api.db, id))!;
    const [was, is] = [texts(before.script), texts(after.script)];
    const changed = [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key));
    expect(told.sentences.map((item) => item.id).sort()).toEqual(changed.sort());
    expect([...is.values()].some((text) => text.includes('12.0'))).toBe(true);
    const now = await analysisNow(id);
    expect(now.findings[0]!.boxVoxel).not.toEqual(analysis.findings[0]!.boxVoxel);
    expect(now.ratings.find((rating) => rating.system === 'lung-rads-2022')?.category).toBe('4A');
    const old = await seen(await ask('GET', `${id}/findings?version=1`));
    expect(old).toMatchObject({ version: 1, latest: 2, locked: 'old-version' });
    expect(old.findings).toEqual(analysis.findings);

    const [noted] = await api.db.auditEvent.findMany({ where: { action: 'findings.correct', resourceId: id } });
    expect(noted).toMatchObject({ actorId: 'test-physician', from: '1', to: '2', departmentId: 'house' });
    expect(JSON.stringify(noted)).not.toContain('ends of the axes');
  }, 180_000);

  it('voids the approval of what was corrected', async () => {
    const { id } = await begun();
    const signer = await physician(`signer-${id}`, 'house');
    const digest = ((await (await ask('GET', `${id}/approval`)).json()) as { pending: { digest: string } }).pending
      .digest;
    await api.db.approvalDecision.create({
      data: {
        productionId: id,
        version: 1,
        gate: 'script',
        digest,
        decision: 'approve',
        actorId: `test-signer-${id}`,
        comment: '',
        at: new Date(),
      },
    });
    const preview = await ask('POST', `${id}/findings/preview`, { basedOn: 1, corrections: [REJECT] }, signer);
    expect(((await preview.json()) as Consequences).voids).toBe(1);
    expect((await save(id, 1, [REJECT])).status).toBe(201);
    const [decision] = await api.db.approvalDecision.findMany({ where: { productionId: id } });
    expect(decision!.voidedAt).not.toBeNull();
    expect(await api.db.notice.count({ where: { accountId: `test-signer-${id}`, kind: 'voided' } })).toBe(1);
  }, 120_000);

  it('lets one of two physicians correct the same version', async () => {
    const { id } = await begun();
    const other = await physician(`second-${id}`, 'house');
    const answers = await Promise.all([save(id, 1, [AXES]), save(id, 1, [REJECT], other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect((await code(refused))[1]).toBe('FINDINGS_STALE');
    const view = await seen(await ask('GET', `${id}/findings`));
    expect(view.versions.length).toBe(2);
  }, 120_000);

  it('takes all findings away and brings them back to the letter', async () => {
    const { id, analysis } = await begun();
    const none = await seen(await save(id, 1, [REJECT]));
    expect(none.findings).toEqual([]);
    expect(none.rejected).toMatchObject([{ reason: 'vessel', by: 'test-physician', version: 2 }]);
    expect([...texts((await findScript(api.db, id))!.script).values()].join('')).toMatch(/未见|没有/);
    const back = await seen(await save(id, 2, [{ change: 'restore', findingId: 'F1', reason: '' }]));
    expect(back).toMatchObject({ version: 3, rejected: [] });
    expect(digestOf(await analysisNow(id))).toBe(digestOf(analysis));
  }, 120_000);

  it('adds a finding from two axes on a slice and notes who confirmed what', async () => {
    const { id } = await begun();
    const add: Correction = {
      change: 'add',
      slice: 5,
      longAxis: { from: [88, 46], to: [92, 46] },
      shortAxis: { from: [90, 44.5], to: [90, 47.5] },
      type: 'non-solid',
      solidDiameterMm: null,
      lobe: 'LUL',
      reason: 'missed',
    };
    const confirmed = await ask('POST', `${id}/findings/confirm`, { basedOn: 1, findingIds: ['F1'] });
    expect((await seen(confirmed)).reviews).toMatchObject([{ findingId: 'F1', by: 'test-physician' }]);
    const view = await seen(await save(id, 1, [add]));
    expect(view.version).toBe(2);
    expect(view.findings.map((finding) => finding.id)).toEqual(['F1', 'F2']);
    expect(view.findings[1]!.features.meanHu.value).toBe(-850);
    expect(view.findings[1]!.features.longAxisMm.value).toBe(10);
    // Untouched findings keep their confirmation in the next version.
    expect(view.reviews.map((review) => review.findingId)).toEqual(['F1']);
    expect(await code(await ask('POST', `${id}/findings/confirm`, { basedOn: 2, findingIds: ['F9'] }))).toEqual([
      422,
      'CORRECTION_INVALID',
    ]);
  }, 120_000);
});
