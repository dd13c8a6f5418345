import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeScript } from '#activities/script/write-script';
import { readWav } from '#activities/speech/wav';
import { BlobStore } from '#activities/store/blob-store';
import { findBrand } from '#domain/brands';
import { DraftDesk, DraftSaved, Preview, VersionLine } from '#domain/draft';
import { editSentences, sentencesOf } from '#domain/edit-script';
import { estimateTake, isEstimate, speakerOf } from '#domain/estimate-speech';
import { composeFilm } from '#domain/film/film';
import { layTimeline } from '#domain/lay-timeline';
import { ProductionRequest } from '#domain/production';
import type { Script } from '#domain/script';
import { findTemplate } from '#domain/templates';
import { listAudit } from '#prisma/records/audit';
import { createProduction, setAnalysis } from '#prisma/records/productions';
import { appendProgress } from '#prisma/records/progress';
import { keepScript } from '#prisma/records/scripts';
import { beginStepRun, keepStepResult } from '#prisma/records/steps';
import { demoAnalysis } from '#tests/fixtures/analysis';
import { samplePictures } from '../film/sample-pictures.ts';
import { openTestApi, type TestApi } from './open-api.ts';

const ID = 'p00000draft0';
const template = findTemplate('case-teaching');
const analysis = demoAnalysis();
const written = writeScript(analysis, { template, language: 'zh-CN' });
const at = `/api/productions/${ID}`;

let api: TestApi;
let store: BlobStore;
beforeAll(async () => {
  api = await openTestApi();
  store = new BlobStore(`${api.house.dataDir}/store`);
  const request = ProductionRequest.parse({
    template: 'case-teaching@1.0.0',
    language: 'zh-CN',
    brand: 'shili-general',
    speaker: 'female_doctor',
    provenance: 'simulated',
    purpose: null,
    series: null,
    spacingMm: null,
  });
  await createProduction(api.db, ID, request, { createdBy: 'test-publicity', departmentId: 'house' });
  await setAnalysis(api.db, ID, await store.putJson(analysis, 'analysis'));
  const subject = {
    script: '0'.repeat(64),
    findings: '0'.repeat(64),
    template: 'x',
    brand: 'x',
    voice: 'x',
    labels: [],
  };
  await keepScript(api.db, {
    ...{ productionId: ID, version: 1, author: written.author, script: written, comment: null },
    ...{ subject, digest: '0'.repeat(64) },
  });
}, 180_000);
afterAll(() => api.stop());

const get = async <T>(path: string, schema: { parse(value: unknown): T }): Promise<T> => {
  const answer = await api.ask('GET', `${at}${path}`, { token: api.tokens.editor });
  expect(answer.status).toBe(200);
  return schema.parse(await answer.json());
};
const put = (script: Script, save: number, token = api.tokens.editor, notes: unknown[] = [], basedOn = 1) =>
  api.ask('PUT', `${at}/draft`, { token, body: { basedOn, save, script, notes } });
const submit = (save: number) =>
  api.ask('POST', `${at}/draft/submit`, { token: api.tokens.editor, body: { basedOn: 1, save } });
const axes = (text: string): Script => editSentences(written, [{ id: 'highlight-axes', text }]);

describe('the preview', () => {
  it('waits politely for the pictures', async () => {
    const answer = await api.ask('GET', `${at}/preview`, { token: api.tokens.editor });
    expect(await answer.json()).toMatchObject({ code: 'PICTURES_PENDING', status: 409 });
  });

  it('is composeFilm of the script, the takes there are, and the pictures', async () => {
    const pictures = await samplePictures(store, analysis, 8);
    const key = 'k'.repeat(64);
    await keepStepResult(
      api.db,
      { key, stage: 'render', version: '1' },
      { pictures: await store.putJson(pictures, 'pictures') },
    );
    const run = { productionId: ID, revision: 1, stage: 'render', label: 'pictures', key, attempt: 1 };
    await beginStepRun(api.db, run, 'reused');
    const preview = await get('/preview', Preview);
    const takes = sentencesOf(written).map((item) => estimateTake(item, 'zh-CN', speakerOf(item, 'female_doctor')));
    const timeline = layTimeline(written, takes, template);
    const brand = findBrand('shili-general');
    const film = composeFilm({
      analysis,
      script: written,
      timeline,
      pictures,
      template,
      brand,
      series: null,
      approval: null,
    });
    expect(preview.takes.every(isEstimate)).toBe(true);
    expect(preview.timeline).toEqual(timeline);
    expect(preview.film).toEqual(JSON.parse(JSON.stringify(film)));
    const digest = pictures.axial[0]!.image.digest;
    const shown = await api.ask('GET', `${at}/pictures/${digest}`, { token: api.tokens.researcher });
    expect([shown.status, shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual([
      200,
      'image/png',
      'private, no-store',
    ]);
  });

  it('gives no other bytes of the store', async () => {
    const other = await store.putJson({ secret: true }, 'analysis');
    expect((await api.ask('GET', `${at}/pictures/${other.digest}`)).status).toBe(404);
  });
});

describe('hearing a sentence', () => {
  const sentence = { id: 'highlight-axes', text: '长径 8.3 毫米，短径 7.7 毫米。', emphasis: [], pronunciations: [] };
  const listen = (change: object = {}) =>
    api.ask('POST', `${at}/speech`, {
      token: api.tokens.physician,
      body: { sentence: { ...sentence, ...change }, language: 'zh-CN', speaker: 'female_doctor' },
    });

  it('is the real voice; the second time it is found, and the preview knows it', { timeout: 60_000 }, async () => {
    const first = await listen();
    expect(first.status).toBe(200);
    const sound = readWav(Buffer.from(await first.arrayBuffer()));
    expect(sound.samples.length / sound.sampleRate).toBeGreaterThan(1.5);
    expect(Number(first.headers.get('x-take-ms'))).toBeCloseTo((sound.samples.length / sound.sampleRate) * 1000, -1);
    const kept = await api.db.stepResult.count({ where: { stage: 'speech' } });
    const again = await listen();
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(await api.db.stepResult.count({ where: { stage: 'speech' } })).toBe(kept);
    const other = await listen({ pronunciations: [{ word: '长径', reading: 'zhang3jing4' }] });
    expect(other.headers.get('etag')).not.toBe(first.headers.get('etag'));

    const said = sentencesOf(written).find((item) => item.id === 'intro-label')!;
    const whole = { id: said.id, text: said.text, emphasis: said.emphasis, pronunciations: [] };
    await api.ask('POST', `${at}/speech`, { body: { sentence: whole, language: 'zh-CN', speaker: 'narrator' } });
    const { takes } = await get('/preview', Preview);
    expect(takes.filter((take) => !isEstimate(take)).map((take) => take.sentenceId)).toEqual(['intro-label']);
  });

  it('is refused for what cannot be spoken', async () => {
    expect((await listen({ text: '' })).status).toBe(422);
  });
});

describe('the draft', () => {
  it('begins as the newest version, and is kept save by save', async () => {
    const desk = await get('/draft', DraftDesk);
    expect(desk).toMatchObject({ version: { number: 1 }, draft: null, speaker: 'female_doctor', series: null });
    expect(desk.script).toEqual(written);
    const saved = DraftSaved.parse(await (await put(axes('长径 8.3 毫米。'), 0)).json());
    expect(saved.save).toBe(1);
    const next = DraftSaved.parse(await (await put(axes('长径 28 毫米。'), 1)).json());
    expect(next.save).toBe(2);
    const { draft } = await get('/draft', DraftDesk);
    expect(draft).toMatchObject({ save: 2, by: 'test-editor', byName: 'editor', basedOn: 1 });
    expect(sentencesOf(draft!.script).find((item) => item.id === 'highlight-axes')?.text).toBe('长径 28 毫米。');
  });

  it('a second editor with an older save overwrites nothing and learns who saved, and when', async () => {
    for (const save of [0, 1]) {
      const refused = await put(axes('短径 7.7 毫米。'), save, api.tokens.publicity);
      expect(await refused.json()).toMatchObject({
        status: 409,
        code: 'DRAFT_STALE',
        details: { by: 'editor', save: 2 },
      });
    }
    const both = await Promise.all([
      put(axes('长径 8.3 毫米。'), 2),
      put(axes('长径 8.4 毫米。'), 2, api.tokens.publicity),
    ]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('on a version that is not the newest is refused with its author', async () => {
    const refused = await put(axes('长径 8.3 毫米。'), 3, api.tokens.editor, [], 7);
    expect(await refused.json()).toMatchObject({ code: 'SCRIPT_STALE', details: { version: 1 } });
  });

  it('is for those who may edit; a researcher reads', async () => {
    expect((await put(written, 3, api.tokens.researcher)).status).toBe(403);
    expect((await api.ask('GET', `${at}/draft`, { token: api.tokens.researcher })).status).toBe(200);
  });
});

describe('sending it', () => {
  const superlative = editSentences(written, [{ id: 'outro-care', text: '在国内领先的低剂量 CT 上看片。' }]);
  const note = { sentenceId: 'outro-care', kind: 'absolute', text: '国内领先的', note: '引自公开的设备备案资料' };

  it('is refused while a number conflicts, or a warned wording has no note', async () => {
    expect((await put(axes('长径 28 毫米。'), 3)).status).toBe(200);
    expect(await (await submit(4)).json()).toMatchObject({ code: 'SCRIPT_CONFLICT', status: 422 });
    expect((await put(superlative, 4)).status).toBe(200);
    expect(await (await submit(5)).json()).toMatchObject({ code: 'SCRIPT_CONFLICT' });
    expect(await (await submit(4)).json()).toMatchObject({ code: 'DRAFT_STALE' });
    expect((await put(written, 5)).status).toBe(200);
    expect(await (await submit(6)).json()).toMatchObject({ code: 'DRAFT_NONE' });
  });

  it('with a note it goes on: the note says who and when, stands in the script and in the audit', {
    timeout: 60_000,
  }, async () => {
    const forged = { ...note, by: 'test-physician', at: '2020-01-01T00:00:00.000Z' };
    expect((await put(superlative, 6, api.tokens.editor, [forged])).status).toBe(422);
    const saved = DraftSaved.parse(await (await put(superlative, 6, api.tokens.editor, [note])).json());
    expect(saved.kept).toMatchObject([{ ...note, by: 'test-editor' }]);
    const standing = {
      stage: 'package' as const,
      stageFraction: 1,
      fraction: 1,
      note: null,
      waitsFor: 'nobody' as const,
    };
    await appendProgress(api.db, { productionId: ID, status: 'done', ...standing, estimateSeconds: null, error: null });
    const sent = await submit(7);
    expect([sent.status, await sent.json()]).toEqual([200, { version: 2 }]);
    expect((await get('/draft', DraftDesk)).draft).toBeNull();
    const lines = await listAudit(api.db, { resourceId: ID } as never, 50);
    const actions = lines.map((line) => [line.action, line.actorId, line.to]);
    expect(actions).toContainEqual(['script.keep-remark', 'test-editor', '2']);
    expect(actions).toContainEqual(['script.revise', 'test-editor', '2']);
  });

  it('versions are listed with their authors, and compared', async () => {
    const script = { ...superlative, version: 2, author: 'test-editor' };
    const [first] = await api.db.scriptVersion.findMany({ where: { productionId: ID } });
    await api.db.scriptVersion.create({
      data: { ...first!, version: 2, author: 'test-editor', script, createdAt: new Date() } as never,
    });
    const lines = await get('/script/versions', VersionLine.array());
    expect(lines.map(({ version, authorName }) => [version, authorName])).toEqual([
      [2, 'editor'],
      [1, null],
    ]);
    const compared = (await (await api.ask('GET', `${at}/script/compare?a=1&b=2`)).json()) as {
      sentences: { kind: string; id: string }[];
    };
    expect(compared.sentences.filter((row) => row.kind !== 'same').map((row) => row.id)).toEqual(['outro-care']);
  });
});
