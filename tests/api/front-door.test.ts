import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type TestApi } from './open-api.ts';

/** Stands for the server of the pages. */
let answer: (request: IncomingMessage, response: ServerResponse) => void;

describe('one door for pages and API', () => {
  let api: TestApi;
  let pages: Server;
  beforeAll(async () => {
    pages = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
    api = await openTestApi({
      temporalAddress: '127.0.0.1:1',
      pages: `http://127.0.0.1:${(pages.address() as AddressInfo).port}`,
    });
  }, 120_000);
  afterAll(async () => {
    await api?.stop();
    pages.closeAllConnections();
    pages.close();
  }, 60_000);

  const page = (path: string, init: RequestInit = {}) =>
    fetch(`${api.address}${path}`, { redirect: 'manual', ...init });

  it('hands pages on as they are: address, cookies, answers', async () => {
    let seen: IncomingMessage | null = null;
    answer = (request, response) => {
      seen = request;
      response.writeHead(307, { location: '/login?next=%2Ffilms', 'set-cookie': 'a=1', 'x-own': 'yes' }).end();
    };
    const response = await page('/films?page=2', { headers: { cookie: 'caseloom_session=x' } });
    expect([response.status, response.headers.get('location'), response.headers.get('x-own')]).toEqual([
      307,
      '/login?next=%2Ffilms',
      'yes',
    ]);
    // The pages say their own policy.
    expect(response.headers.get('content-security-policy')).toBeNull();
    expect(seen!.url).toBe('/films?page=2');
    expect(seen!.headers).toMatchObject({
      host: new URL(api.address).host,
      cookie: 'caseloom_session=x',
      'x-forwarded-for': expect.any(String),
      'x-forwarded-proto': 'http',
    });
  });

  it('keeps the API to itself, whatever the pages would say', async () => {
    answer = (_, response) => void response.end('pages');
    expect((await page('/api/nothing')).status).toBe(404);
    expect(await (await page('/apiary')).text()).toBe('pages');
  });

  it('lets answers stream', async () => {
    let finish = () => {};
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).write('first');
      finish = () => response.end('last');
    };
    const reader = (await page('/')).body!.getReader();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe('first');
    finish();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe('last');
  });

  it('lets large bodies through unread, and JSON as it was', async () => {
    const sizes: number[] = [];
    answer = async (request, response) => {
      let size = 0;
      for await (const chunk of request) size += (chunk as Buffer).length;
      sizes.push(size);
      response.end(String(size));
    };
    const large = Buffer.alloc(30 * 2 ** 20, 1);
    expect(await (await page('/upload', { method: 'POST', body: large })).text()).toBe(String(large.length));
    const json = JSON.stringify({ text: 'x'.repeat(2 * 2 ** 20) });
    const headers = { 'content-type': 'application/json' };
    expect(await (await page('/action', { method: 'POST', body: json, headers })).text()).toBe(String(json.length));
  });

  it('ends behind as well what a browser gives up', async () => {
    const gone = new Promise<void>((resolve) => {
      answer = (_, response) => {
        response.writeHead(200).write('x');
        response.once('close', resolve);
      };
    });
    const leave = new AbortController();
    const response = await page('/', { signal: leave.signal });
    await response.body!.getReader().read();
    leave.abort();
    await gone;
  });

  it('says what happens while the pages are away, and looks again', async () => {
    const port = (pages.address() as AddressInfo).port;
    pages.closeAllConnections();
    await new Promise((resolve) => pages.close(resolve));
    try {
      const response = await page('/', { headers: { accept: 'text/html' } });
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '3']);
      const text = await response.text();
      expect(text).toContain('http-equiv="refresh"');
      expect(text).toContain('工作台正在准备');
      expect(text).toContain('The studio’s pages are being built');
      expect((await page('/x.js')).headers.get('content-type')).toContain('text/plain');
      expect((await page('/api/me')).status).toBe(401);
    } finally {
      await new Promise<void>((resolve) => pages.listen(port, '127.0.0.1', resolve));
    }
  });

  it('puts the headers of data on every answer of the API', async () => {
    for (const path of ['/api/session/ways', '/api/me', '/api/nothing']) {
      const { headers } = await page(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{13}$/);
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('writes a line for every request, without what was asked for', async () => {
    api.log.length = 0;
    const secret = encodeURIComponent('张三');
    const response = await api.ask('GET', `/api/search?q=${secret}`);
    await response.text();
    await (await api.ask('GET', `/api/media/${secret}.x`, { token: null })).text();
    await (await api.ask('POST', '/api/productions', { body: { source: '/data/张三', surprise: 1 } })).text();
    const lines = api.log.map((line) => JSON.parse(line)).filter((line) => line.msg === 'request');
    expect(lines.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['GET', '/api/search', 200],
      ['GET', '/api/media/:ticket', 403],
      ['POST', '/api/productions', 422],
    ]);
    expect(lines[0]).toMatchObject({ id: response.headers.get('x-request-id'), account: 'test-admin' });
    expect(api.log.join('')).not.toContain(secret);
    expect(api.log.join('')).not.toContain('张三');
  });
});
