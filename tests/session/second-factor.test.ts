import { mkdtemp, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HouseKey } from '#api/session/house-key';
import { requireRecentProof } from '#api/session/recent-proof';
import type { TotpEnrolment } from '#domain/session';
import { openTestApi, type TestApi } from '#tests/api/open-api';
import { Browser, codeOf, keepPerson, PASSWORD } from './browser.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await keepPerson(api, 'zhou', ['physician']);
  await keepPerson(api, 'chen', ['editor']);
}, 120_000);
afterAll(() => api?.stop());
beforeEach(async () => {
  const fresh = {
    totpSecret: null,
    totpSince: null,
    totpStep: null,
    recoveryCodes: [],
    failedSignIns: 0,
    lockedUntil: null,
  };
  await api.db.account.updateMany({ data: fresh });
  await rule('totp-for-approvers', false);
});

const rule = async (key: string, value: unknown) =>
  expect((await api.ask('PATCH', '/api/settings', { body: { [key]: value } })).status).toBe(200);

const signedIn = async (login: string) => {
  const browser = new Browser(api);
  await browser.signIn(login);
  return browser;
};
/** A code of a later step: the present one may have been used a moment ago. */
const codeIn = (secret: string, steps: number) =>
  generate({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });

async function enrol(browser: Browser): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = (await (await browser.ask('POST', '/api/session/authenticator')).json()) as TotpEnrolment;
  const on = await browser.ask('PUT', '/api/session/authenticator', { code: await codeIn(secret, -1) });
  return { secret, ...((await on.json()) as { recoveryCodes: string[] }) };
}

describe('the second factor', () => {
  it('is set up with a picture to scan, and its secret is kept sealed', async () => {
    const browser = await signedIn('zhou');
    const begun = (await (await browser.ask('POST', '/api/session/authenticator')).json()) as TotpEnrolment;
    expect(begun.address).toMatch(/^otpauth:\/\/totp\/Caseloom:zhou\?/);
    expect(begun.svg).toContain('<svg');
    const row = await api.db.account.findUniqueOrThrow({ where: { id: 'zhou' } });
    expect(row.totpSecret).not.toContain(begun.secret);
    expect(row.totpSince).toBeNull();
    expect(await codeOf(await browser.ask('PUT', '/api/session/authenticator', { code: '000000' }))).toBe('TOTP_WRONG');
    expect(api.log.join(' ')).not.toContain(begun.secret);
    const { mode } = await stat(path.join(api.house.dataDir, 'house.key'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('is asked for after the password, and nothing is open before it', async () => {
    const { secret } = await enrol(await signedIn('zhou'));
    const browser = await signedIn('zhou');
    expect(await browser.whoAmI()).toMatchObject({ state: 'totp', totp: 'on' });
    for (const address of ['/api/me', '/api/productions', '/api/people', '/api/tokens'])
      expect(await codeOf(await browser.ask('GET', address)), address).toBe('TOTP_NEEDED');
    expect(await codeOf(await browser.ask('POST', '/api/session/confirm', { password: PASSWORD }))).toBe('TOTP_NEEDED');
    expect(await codeOf(await browser.ask('POST', '/api/session/authenticator'))).toBe('TOTP_NEEDED');
    const half = browser.jar.get('caseloom_session');
    expect((await browser.ask('POST', '/api/session/totp', { code: await codeIn(secret, 0) })).status).toBe(200);
    expect(browser.jar.get('caseloom_session')).not.toBe(half);
    expect(await browser.whoAmI()).toMatchObject({ state: 'ok', proofs: ['password', 'totp'] });
  });

  it('takes every code once, even from two windows at the same moment', async () => {
    const { secret } = await enrol(await signedIn('zhou'));
    const windows = await Promise.all([signedIn('zhou'), signedIn('zhou')]);
    const code = await codeIn(secret, 0);
    const answers = await Promise.all(windows.map((window) => window.ask('POST', '/api/session/totp', { code })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
    const third = await signedIn('zhou');
    expect(await codeOf(await third.ask('POST', '/api/session/totp', { code }))).toBe('TOTP_WRONG');
  });

  it('counts wrong codes like wrong passwords', async () => {
    await enrol(await signedIn('zhou'));
    const browser = await signedIn('zhou');
    const codes = [];
    for (let count = 0; count < 6; count++)
      codes.push(await codeOf(await browser.ask('POST', '/api/session/totp', { code: '000000' })));
    expect(codes).toEqual([...Array(5).fill('TOTP_WRONG'), 'LOCKED']);
  });

  it('lets in with a recovery code, once', async () => {
    const { recoveryCodes } = await enrol(await signedIn('zhou'));
    expect(recoveryCodes).toHaveLength(10);
    expect(JSON.stringify(await api.db.account.findMany())).not.toContain(recoveryCodes[0]);
    const code = recoveryCodes[3]!.toLowerCase();
    expect((await (await signedIn('zhou')).ask('POST', '/api/session/totp', { code })).status).toBe(200);
    expect((await (await signedIn('zhou')).ask('POST', '/api/session/totp', { code })).status).toBe(422);
  });

  it('must be set up first by those whom the house asks', async () => {
    await rule('totp-for-approvers', true);
    const physician = await signedIn('zhou');
    expect(await physician.whoAmI()).toMatchObject({ state: 'enrol', totp: 'required' });
    expect(await codeOf(await physician.ask('GET', '/api/productions'))).toBe('TOTP_ENROL_NEEDED');
    await enrol(physician);
    expect(await physician.whoAmI()).toMatchObject({ state: 'ok', totp: 'on' });
    expect(await codeOf(await physician.ask('DELETE', '/api/session/authenticator'))).toBe('TOTP_ENROL_NEEDED');
    expect(await (await signedIn('chen')).whoAmI()).toMatchObject({ state: 'ok', totp: 'none' });
  });

  it('is taken away by an admin for a lost phone, and every session with it', async () => {
    const browser = await signedIn('zhou');
    await enrol(browser);
    expect((await api.ask('DELETE', '/api/people/accounts/zhou/authenticator')).status).toBe(200);
    expect(await browser.whoAmI()).toBe('UNAUTHENTICATED');
    expect(await (await signedIn('zhou')).whoAmI()).toMatchObject({ state: 'ok', totp: 'none' });
  });
});

describe('proof before signing', () => {
  const proof = (authenticatedAt: Date, scopes = ['sign'] as const, session = true) =>
    requireRecentProof({
      caller: { scopes, session: session ? { authenticatedAt } : null },
    } as unknown as Parameters<typeof requireRecentProof>[0]);

  it('is recent, or a token that may sign', () => {
    expect(() => proof(new Date(Date.now() - 4 * 60_000))).not.toThrow();
    expect(() => proof(new Date(Date.now() - 6 * 60_000))).toThrow('REAUTH_NEEDED');
    expect(() => proof(new Date(), ['sign'], false)).not.toThrow();
    expect(() => proof(new Date(), [] as never, false)).toThrow('FORBIDDEN');
  });

  it('is given again with password or code, and wrong ones lock', async () => {
    const browser = await signedIn('zhou');
    await api.db.session.updateMany({ data: { authenticatedAt: new Date(Date.now() - 3600_000) } });
    expect(await codeOf(await browser.ask('POST', '/api/session/authenticator'))).toBe('REAUTH_NEEDED');
    expect(await codeOf(await browser.ask('POST', '/api/session/confirm', { password: 'wrong' }))).toBe('PROOF_WRONG');
    expect(await codeOf(await browser.ask('POST', '/api/session/confirm', {}))).toBe('PROOF_WRONG');
    expect((await browser.ask('POST', '/api/session/confirm', { password: PASSWORD })).status).toBe(200);
    const { secret } = await enrol(browser);
    await api.db.session.updateMany({ data: { authenticatedAt: new Date(Date.now() - 3600_000) } });
    expect((await browser.ask('POST', '/api/session/confirm', { code: await codeIn(secret, 0) })).status).toBe(200);
    expect(await browser.whoAmI()).toMatchObject({ state: 'ok' });
    const codes = [];
    for (let count = 0; count < 6; count++)
      codes.push(await codeOf(await browser.ask('POST', '/api/session/confirm', { password: 'wrong' })));
    expect(codes.at(-1)).toBe('LOCKED');
  });
});

describe('the house key', () => {
  it('is one, however many ask for it first, and opens nothing that was changed', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'caseloom-key-'));
    const keys = Array.from({ length: 6 }, () => new HouseKey(folder));
    const made = await Promise.all(keys.map(async (key) => (await key.of('csrf')).toString('hex')));
    expect(new Set(made).size).toBe(1);
    expect(await readFile(path.join(folder, 'house.key'), 'utf8')).toMatch(/^[\w-]{43}$/);
    const sealed = await keys[0]!.seal('totp', 'a secret');
    expect(await keys[1]!.open('totp', sealed)).toBe('a secret');
    await expect(keys[1]!.open('oidc', sealed)).rejects.toThrow('SETTINGS_INVALID');
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[bytes.length - 1]! ^= 1;
    await expect(keys[1]!.open('totp', bytes.toString('base64url'))).rejects.toThrow('SETTINGS_INVALID');
  });
});
