import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BlobStore } from '#activities/store/blob-store';
import { createProduction, keepOutputs } from '#prisma/records/productions';
import { appendProgress } from '#prisma/records/progress';
import { REQUEST } from '#tests/workflow/fake-activities';
import { openTestApi, type TestApi } from './open-api.ts';

describe('the API', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi();
  }, 120_000);
  afterAll(() => api?.stop(), 60_000);

  const problem = async (response: Response) => {
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    return (await response.json()) as { code: string; title: string; status: number };
  };

  it('describes every route it serves', async () => {
    const document = (await (await api.ask('GET', '/api/openapi.json')).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = api.routes
      // Files on their way in speak the tus protocol, which describes itself.
      .filter(({ path }) => !path.startsWith('/api/uploads/:id/files'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(described).toEqual(expect.arrayContaining(served));
  });

  it('takes a token that is whole and known, or nobody', async () => {
    for (const token of [null, 'x'.repeat(32), 'short', api.tokens.admin.slice(1)]) {
      const response = await api.ask('GET', '/api/me', { token });
      expect(response.status).toBe(401);
      expect((await problem(response)).code).toBe('UNAUTHENTICATED');
    }
  });

  it('refuses bad bodies and unknown things with a code and a text in the asked language', async () => {
    const create = (body: unknown, language = 'zh-CN') =>
      api.ask('POST', '/api/productions', { body, headers: { 'accept-language': language } });
    expect(await problem(await create({}))).toMatchObject({ code: 'INPUT_INVALID', status: 422 });
    expect(await problem(await create({ source: '/tmp/x', surprise: 1 }))).toMatchObject({ code: 'INPUT_INVALID' });
    expect(await problem(await create({ source: '/tmp/x', template: 'nope' }))).toMatchObject({
      code: 'TEMPLATE_UNKNOWN',
      title: expect.stringContaining('没有模板'),
    });
    expect(await problem(await create({ source: '/tmp/x', language: 'fr' }, 'en'))).toMatchObject({
      code: 'LANGUAGE_UNKNOWN',
      title: expect.stringContaining('not known'),
    });
    expect(await problem(await create({ source: '/tmp/x', brand: 'nope' }))).toMatchObject({ code: 'BRAND_UNKNOWN' });
    expect(await problem(await create({ source: 'relative' }))).toMatchObject({ code: 'INPUT_INVALID' });
    expect(await problem(await api.ask('GET', '/api/productions/p00000000000'))).toMatchObject({
      code: 'NOT_FOUND',
      status: 404,
    });
    expect(await problem(await api.ask('GET', '/api/productions/..%2F..%2Fetc'))).toMatchObject({ status: 404 });
    expect(await problem(await api.ask('GET', '/api/nothing'))).toMatchObject({ code: 'NOT_FOUND' });
    const broken = await fetch(`${api.address}/api/productions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.tokens.admin}`, 'content-type': 'application/json' },
      body: '{"source":',
    });
    expect(await problem(broken)).toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('keeps the source path out of the database and the workflow', async () => {
    const response = await api.ask('POST', '/api/productions', { body: { source: '/data/张三 19600101/CT' } });
    expect(response.status).toBe(201);
    const { id } = (await response.json()) as { id: string };
    const rows = JSON.stringify(await api.db.production.findMany());
    expect(rows).toContain(id);
    expect(rows).not.toContain('张三');
    expect(api.log.join('')).not.toContain('张三');
    expect((await api.ask('POST', `/api/productions/${id}/cancel`)).status).toBe(202);
  });

  it('sends outputs whole and in ranges, and progress that can be resumed', async () => {
    const store = new BlobStore(`${api.house.dataDir}/store`);
    const id = 'p0000000rng';
    await createProduction(api.db, `${id}1`, REQUEST, { createdBy: 'test-editor', departmentId: 'house' });
    const bytes = Buffer.from('0123456789'.repeat(100));
    await keepOutputs(api.db, `${id}1`, 1, [
      { name: 'film.mp4', artifact: await store.put(bytes, 'video/mp4', 'film') },
    ]);
    const path = `/api/productions/${id}1/outputs/film.mp4`;
    const whole = await api.ask('GET', path);
    expect(whole.headers.get('content-type')).toBe('video/mp4');
    expect(whole.headers.get('cache-control')).toContain('no-store');
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await api.ask('GET', path, { headers: { range: 'bytes=10-19' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      'bytes 10-19/1000',
      '0123456789',
    ]);
    const beyond = await api.ask('GET', path, { headers: { range: 'bytes=5000-' } });
    expect(beyond.status).toBe(416);

    const event = {
      productionId: `${id}1`,
      status: 'running',
      stage: 'render',
      note: null,
      waitsFor: 'system',
      estimateSeconds: null,
      error: null,
    } as const;
    for (const fraction of [0.1, 0.2, 0.3])
      await appendProgress(api.db, { ...event, stageFraction: fraction, fraction });
    await appendProgress(api.db, { ...event, status: 'done', waitsFor: 'nobody', stageFraction: 1, fraction: 1 });
    const seqs = async (headers: Record<string, string>) =>
      [
        ...(await (await api.ask('GET', `/api/productions/${id}1/events`, { headers })).text()).matchAll(
          /^id: (\d+)$/gm,
        ),
      ].map((match) => Number(match[1]));
    expect(await seqs({})).toEqual([1, 2, 3, 4]);
    expect(await seqs({ 'last-event-id': '2' })).toEqual([3, 4]);
  });
});

describe('the API without its servers', () => {
  it('says that Temporal is away, keeps the order as failed, and answers all else', async () => {
    const api = await openTestApi({ temporalAddress: '127.0.0.1:1' });
    try {
      const response = await api.ask('POST', '/api/productions', { body: { source: '/data/ct' } });
      expect(response.status).toBe(503);
      expect(((await response.json()) as { code: string }).code).toBe('SERVER_GONE');
      const [kept] = (await (await api.ask('GET', '/api/productions')).json()) as Array<{ status: string }>;
      expect(kept?.status).toBe('failed');
      expect(await (await api.ask('GET', '/api/health')).json()).toEqual({ database: true, workflows: false });
    } finally {
      await api.stop();
    }
  }, 120_000);
});
