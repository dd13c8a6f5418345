import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestApi, type TestApi } from '#tests/api/open-api';
import { Browser, codeOf, keepPerson } from './browser.ts';
import { openSignOnService, type SignOnService } from './sign-on-service.ts';

const CLIENT = { id: 'caseloom', secret: 'a-secret-of-the-house-0123456789' };
let api: TestApi;
let service: SignOnService;

beforeAll(async () => {
  api = await openTestApi();
  service = await openSignOnService({ ...CLIENT, returnTo: `${api.address}/api/session/oidc/callback` });
  await keepPerson(api, 'shen', ['publicity']);
  await keepPerson(api, 'zhou', ['physician']);
}, 120_000);
afterAll(async () => {
  await service?.stop();
  await api?.stop();
});
beforeEach(async () => {
  await api.db.account.updateMany({ data: { oidcSubject: null, disabledAt: null } });
  await settle({ linkByLogin: true });
});

const settle = async ({ linkByLogin, oidcSecret = CLIENT.secret }: { linkByLogin: boolean; oidcSecret?: string }) => {
  const oidc = { name: '统一账号', issuer: service.issuer, clientId: CLIENT.id, linkByLogin };
  const answer = await api.ask('PATCH', '/api/settings', { body: { oidc, oidcSecret } });
  expect(answer.status).toBe(200);
  expect(await answer.text()).not.toContain(oidcSecret);
};

/** Follows every redirect, as a browser does, until it is back on a page of the studio. */
async function walk(browser: Browser, from: string): Promise<string> {
  let at = `${api.address}${from}`;
  for (let steps = 0; steps < 12; steps++) {
    const answer = await browser.ask('GET', at, undefined, { origin: undefined });
    const to = answer.headers.get('location');
    if (!to) throw new Error(`no way on from ${new URL(at).pathname}: ${answer.status}`);
    at = new URL(to, at).href;
    const { origin, pathname, search } = new URL(at);
    if (origin === api.address && !pathname.startsWith('/api/')) return `${pathname}${search}`;
  }
  throw new Error('too many redirects');
}

describe('single sign-on', () => {
  it('is offered when an admin set it up, and signs in the account whose login it names', async () => {
    expect(await (await api.ask('GET', '/api/session/ways', { token: null })).json()).toMatchObject({
      oidc: { name: '统一账号' },
    });
    service.person = { sub: 'staff-20417', username: 'Shen' };
    const browser = new Browser(api);
    expect(await walk(browser, '/api/session/oidc?next=%2Fproductions')).toBe('/productions');
    expect(await browser.whoAmI()).toMatchObject({ state: 'ok', actor: { id: 'shen' }, proofs: ['password', 'oidc'] });
    const kept = await api.db.account.findUnique({ where: { id: 'shen' } });
    expect(kept?.oidcSubject).toBe(`${service.issuer} staff-20417`);
    expect(await api.db.auditEvent.count({ where: { action: 'account.link', resourceId: 'shen' } })).toBe(1);
  });

  it('goes by the subject from then on: a changed user name takes over nobody', async () => {
    service.person = { sub: 'staff-1', username: 'shen' };
    await walk(new Browser(api), '/api/session/oidc');
    service.person = { sub: 'staff-1', username: 'zhou' };
    const same = new Browser(api);
    expect(await walk(same, '/api/session/oidc')).toBe('/');
    expect(await same.whoAmI()).toMatchObject({ actor: { id: 'shen' } });
    service.person = { sub: 'staff-2', username: 'shen' };
    expect(await walk(new Browser(api), '/api/session/oidc')).toBe('/login?error=SSO_UNKNOWN&next=%2F');
  });

  it('links nobody unless the admin allowed it, and lets no unknown or disabled account in', async () => {
    await settle({ linkByLogin: false });
    service.person = { sub: 'staff-3', username: 'zhou' };
    const browser = new Browser(api);
    expect(await walk(browser, '/api/session/oidc')).toContain('SSO_UNKNOWN');
    expect(await browser.whoAmI()).toBe('UNAUTHENTICATED');
    await settle({ linkByLogin: true });
    service.person = { sub: 'staff-4', username: 'stranger' };
    expect(await walk(new Browser(api), '/api/session/oidc')).toContain('SSO_UNKNOWN');
    await api.db.account.update({ where: { id: 'zhou' }, data: { disabledAt: new Date() } });
    service.person = { sub: 'staff-3', username: 'zhou' };
    expect(await walk(new Browser(api), '/api/session/oidc')).toContain('SSO_UNKNOWN');
  });

  it('ends on the sign-in page when the person goes away or the secret is wrong', async () => {
    service.person = null;
    expect(await walk(new Browser(api), '/api/session/oidc')).toBe('/login?error=SSO_FAILED&next=%2F');
    await settle({ linkByLogin: true, oidcSecret: 'not-the-secret' });
    service.person = { sub: 'staff-1', username: 'shen' };
    expect(await walk(new Browser(api), '/api/session/oidc')).toContain('SSO_FAILED');
  });

  it('takes no answer that this browser did not ask for', async () => {
    service.person = { sub: 'staff-1', username: 'shen' };
    const victim = new Browser(api);
    const begun = await victim.ask('GET', '/api/session/oidc');
    const asked = new URL(begun.headers.get('location')!).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect([...asked.keys()]).toEqual(expect.arrayContaining(['state', 'nonce', 'code_challenge']));
    const forged = await victim.ask('GET', '/api/session/oidc/callback?code=x&state=forged');
    expect(forged.headers.get('location')).toContain('SSO_FAILED');
    const bare = await new Browser(api).ask('GET', `/api/session/oidc/callback?code=x&state=${asked.get('state')}`);
    expect(bare.headers.get('location')).toContain('SSO_FAILED');
    expect(await victim.whoAmI()).toBe('UNAUTHENTICATED');
  });

  it('leads to pages of the studio only', async () => {
    service.person = { sub: 'staff-1', username: 'shen' };
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])
      expect(await walk(new Browser(api), `/api/session/oidc?next=${encodeURIComponent(next)}`), next).toBe('/');
  });

  it('asks for the secret again before something is signed', async () => {
    service.person = { sub: 'staff-1', username: 'shen' };
    const browser = new Browser(api);
    await walk(browser, '/api/session/oidc');
    const asked = service.asked;
    await walk(browser, '/api/session/oidc');
    expect(service.asked).toBe(asked);
    await walk(browser, '/api/session/oidc?again=1');
    expect(service.asked).toBe(asked + 1);
    const me = await browser.whoAmI();
    if (typeof me === 'string') throw new Error(me);
    expect(Date.now() - Date.parse(me.authenticatedAt)).toBeLessThan(60_000);
  });

  it('leads to the second factor where there is one', async () => {
    await api.db.account.update({ where: { id: 'zhou' }, data: { totpSince: new Date() } });
    service.person = { sub: 'staff-9', username: 'zhou' };
    const browser = new Browser(api);
    expect(await walk(browser, '/api/session/oidc?next=%2Ffilms')).toBe('/login?next=%2Ffilms');
    expect(await codeOf(await browser.ask('GET', '/api/me'))).toBe('TOTP_NEEDED');
    await api.db.account.update({ where: { id: 'zhou' }, data: { totpSince: null } });
  });

  it('writes neither secret nor code to the log', () => {
    const log = api.log.join(' ');
    for (const word of [CLIENT.secret, 'not-the-secret', 'code=', 'id_token']) expect(log).not.toContain(word);
  });
});
