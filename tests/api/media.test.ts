import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BlobStore } from '#activities/store/blob-store';
import { readTicket, writeTicket } from '#api/media/media-ticket';
import { HouseKey } from '#api/session/house-key';
import type { Role } from '#domain/approval';
import type { SignedMedia } from '#domain/media';
import { keepAccount } from '#prisma/records/accounts';
import { createProduction, keepOutputs } from '#prisma/records/productions';
import { closeSessions, openSession } from '#prisma/records/sessions';
import { REQUEST } from '#tests/workflow/fake-activities';
import { openTestApi, type TestApi } from './open-api.ts';

const ID = 'p0000media01';
const BYTES = Buffer.from('0123456789'.repeat(100));

describe('addresses of films and pictures', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi({ temporalAddress: '127.0.0.1:1' });
    const store = new BlobStore(path.join(api.house.dataDir, 'store'));
    await createProduction(api.db, ID, REQUEST, { createdBy: 'test-editor', departmentId: 'house' });
    const output = async (name: string, bytes: Buffer, type: string) => ({
      name,
      artifact: await store.put(bytes, type, 'film'),
    });
    await keepOutputs(api.db, ID, 1, [await output('film.mp4', Buffer.from('first'), 'video/mp4')], 1);
    await keepOutputs(
      api.db,
      ID,
      1,
      [await output('film.mp4', BYTES, 'video/mp4'), await output('poster.jpg', Buffer.from('jpg'), 'image/jpeg')],
      2,
    );
  }, 120_000);
  afterAll(() => api?.stop(), 60_000);

  const sign = async (body: object, role: Role = 'editor'): Promise<string> => {
    const response = await api.ask('POST', `/api/productions/${ID}/media/sign`, { token: api.tokens[role], body });
    expect(response.status).toBe(200);
    return ((await response.json()) as SignedMedia).url;
  };
  const open = (url: string, method = 'GET', headers: Record<string, string> = {}, token: string | null = null) =>
    api.ask(method, url, { token, headers });
  const refused = async (response: Response) => {
    expect(response.status).toBe(403);
    expect(((await response.json()) as { code: string }).code).toBe('MEDIA_LINK');
  };
  /** An address like the API's own, with something changed in it. */
  const altered = async (url: string, change: object) => {
    const key = new HouseKey(api.house.dataDir);
    const claim = await readTicket(key, url.split('/').at(-1)!);
    return `/api/media/${await writeTicket(key, { ...claim, ...change })}`;
  };
  const account = (change: { roles?: Role[]; departments?: string[] } = {}) =>
    keepAccount(api.db, {
      ...{ id: 'test-editor', displayName: 'editor', roles: ['editor'], departments: ['house'], demo: false },
      ...change,
    });

  it('open the file without a token: whole, in ranges, and by its head; kept by nobody', async () => {
    const url = await sign({ name: 'film.mp4' });
    const whole = await open(url);
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    expect(whole.headers.get('cache-control')).toBe('private, no-store');
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await whole.arrayBuffer()).equals(BYTES)).toBe(true);
    const part = await open(url, 'GET', { range: 'bytes=990-' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      'bytes 990-999/1000',
      '0123456789',
    ]);
    expect((await open(url, 'GET', { range: 'bytes=1000-' })).status).toBe(416);
    const head = await open(url, 'HEAD');
    expect([head.status, head.headers.get('content-length'), head.headers.get('accept-ranges')]).toEqual([
      200,
      '1000',
      'bytes',
    ]);
  });

  it('open earlier films too, and are files to keep when asked for so', async () => {
    expect(await (await open(await sign({ name: 'film.mp4', version: 1 }))).text()).toBe('first');
    const kept = await open(await sign({ name: 'film.mp4', download: true }));
    expect(kept.headers.get('content-disposition')).toBe(`attachment; filename=caseloom-${ID}-film.mp4`);
  });

  it('are given for files that exist, to people who may see them', async () => {
    const ask = (body: object, token?: string | null) =>
      api.ask('POST', `/api/productions/${ID}/media/sign`, { body, ...(token === undefined ? {} : { token }) });
    expect((await ask({ name: 'nothing.mp4' })).status).toBe(404);
    expect((await ask({ name: '../../house.key' })).status).toBe(422);
    expect((await ask({ name: 'film.mp4', version: 7 })).status).toBe(404);
    expect((await ask({ name: 'film.mp4' }, null)).status).toBe(401);
  });

  it('end with their time', async () => {
    const url = await sign({ name: 'film.mp4' });
    await refused(await open(await altered(url, { expires: Date.now() - 1 })));
    expect((await open(await altered(url, {}))).status).toBe(200);
  });

  it('break when a letter is changed', async () => {
    const url = await sign({ name: 'poster.jpg' });
    const [payload, seal] = url.split('/').at(-1)!.split('.') as [string, string];
    const other = (await sign({ name: 'film.mp4' })).split('/').at(-1)!.split('.')[0];
    const flip = (text: string) => (text.startsWith('A') ? `B${text.slice(1)}` : `A${text.slice(1)}`);
    for (const wrong of [
      `${flip(payload)}.${seal}`,
      `${payload}.${flip(seal)}`,
      `${other}.${seal}`,
      payload,
      `${payload}.`,
      `${payload}.${seal}.${seal}`,
      'x',
    ])
      await refused(await open(`/api/media/${wrong}`));
  });

  it('are for the person who asked: not for others, nor after the right is lost', async () => {
    const url = await sign({ name: 'film.mp4' });
    await refused(await open(url, 'GET', {}, api.tokens.physician));
    expect((await open(url, 'GET', {}, api.tokens.editor)).status).toBe(200);
    try {
      await account({ departments: ['elsewhere'] });
      await refused(await open(url));
      await account({ roles: [] });
      await refused(await open(url));
      await account();
      expect((await open(url)).status).toBe(200);
      await api.db.account.update({ where: { id: 'test-editor' }, data: { disabledAt: new Date() } });
      await refused(await open(url));
    } finally {
      await api.db.account.update({ where: { id: 'test-editor' }, data: { disabledAt: null } });
      await account();
    }
  });

  it('end with the session they were made in', async () => {
    const session = {
      idHash: 'ab'.repeat(32),
      accountId: 'test-editor',
      state: 'ok',
      replaces: null,
      authenticatedAt: new Date(),
    } as const;
    await openSession(api.db, session);
    const url = await altered(await sign({ name: 'film.mp4' }), { session: session.idHash });
    expect((await open(url)).status).toBe(200);
    await closeSessions(api.db, 'test-editor');
    await refused(await open(url));
  });

  it('are sealed with a key that is the house’s alone and outlives a restart', async () => {
    const file = path.join(api.house.dataDir, 'house.key');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, 'utf8')).trim()).toHaveLength(43);
    const url = await sign({ name: 'film.mp4' });
    await expect(readTicket(new HouseKey(api.house.dataDir), url.split('/').at(-1)!)).resolves.toMatchObject({
      productionId: ID,
    });
    await expect(
      readTicket(new HouseKey(path.join(api.house.dataDir, 'another')), url.split('/').at(-1)!),
    ).rejects.toThrow('MEDIA_LINK');
  });

  it('leave nothing of themselves in the log', () => {
    expect(api.log.join('')).not.toMatch(/eyJ[\w-]{40}/);
  });
});
