import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InvitationAnswer, NewTokenAnswer } from '#domain/people';
import { makeOneTime, oneTimeAddress } from '#prisma/records/one-time';
import { openTestApi, type TestApi } from '#tests/api/open-api';
import { Browser, codeOf, keepPerson, PASSWORD } from './browser.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await keepPerson(api, 'boss', ['admin']);
  await keepPerson(api, 'shen', ['publicity']);
}, 120_000);
afterAll(() => api?.stop());

const signedIn = async (login: string, password = PASSWORD) => {
  const browser = new Browser(api);
  const answer = await browser.signIn(login, password);
  expect(answer.status).toBe(200);
  return browser;
};
const invite = async (login: string): Promise<InvitationAnswer> => {
  const body = { login, displayName: '新同事', roles: ['editor'], departments: ['house'] };
  const answer = await api.ask('POST', '/api/people/accounts', { body });
  expect(answer.status).toBe(201);
  return (await answer.json()) as InvitationAnswer;
};

describe('an invitation', () => {
  it('is the only way into a new account, works once, and survives a weak password', async () => {
    const { account, token } = await invite('liu');
    expect(account).toMatchObject({ id: 'liu', state: 'invited' });
    expect(await codeOf(await new Browser(api).signIn('liu', ''))).toBe('INPUT_INVALID');
    const browser = new Browser(api);
    expect(await (await browser.ask('POST', '/api/session/invited', { token })).json()).toEqual({
      login: 'liu',
      displayName: '新同事',
    });
    const set = (password: string) => browser.ask('POST', '/api/session/invitation', { token, password });
    expect(await codeOf(await set('short'))).toBe('PASSWORD_WEAK');
    expect(await codeOf(await set('password123'))).toBe('PASSWORD_WEAK');
    expect((await set(PASSWORD)).status).toBe(200);
    expect(await browser.whoAmI()).toMatchObject({ actor: { id: 'liu' } });
    expect(await codeOf(await set(PASSWORD))).toBe('LINK_SPENT');
    await signedIn('liu');
  });

  it('of two at the same moment lets one in', async () => {
    const { token } = await invite('race');
    const both = await Promise.all(
      [1, 2].map(() => new Browser(api).ask('POST', '/api/session/invitation', { token, password: PASSWORD })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it('is renewed by a reset, which takes password and sessions away', async () => {
    const { token: first } = await invite('qian');
    await new Browser(api).ask('POST', '/api/session/invitation', { token: first, password: PASSWORD });
    const browser = await signedIn('qian');
    const answer = await api.ask('POST', '/api/people/accounts/qian/invitation');
    const { token } = (await answer.json()) as InvitationAnswer;
    expect(await browser.whoAmI()).toBe('UNAUTHENTICATED');
    expect(await codeOf(await new Browser(api).signIn('qian'))).toBe('SIGN_IN_REFUSED');
    await api.db.oneTimeSignIn.updateMany({ where: { usedAt: null }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await codeOf(await browser.ask('POST', '/api/session/invitation', { token, password: PASSWORD }))).toBe(
      'LINK_SPENT',
    );
  });

  it('is not a sign-in, nor a sign-in an invitation', async () => {
    const { token } = await invite('zhao');
    expect(await codeOf(await new Browser(api).ask('POST', '/api/session/once', { token }))).toBe('LINK_SPENT');
    const once = await makeOneTime(api.db, 'shen', 'sign-in');
    const answer = await new Browser(api).ask('POST', '/api/session/invitation', { token: once, password: PASSWORD });
    expect(await codeOf(answer)).toBe('LINK_SPENT');
  });
});

describe('a one-time sign-in', () => {
  it('opens a session once; only its hash is kept, and its address gives it to no server', async () => {
    const token = await makeOneTime(api.db, 'shen', 'sign-in');
    expect(JSON.stringify(await api.db.oneTimeSignIn.findMany())).not.toContain(token);
    expect(new URL(oneTimeAddress('http://studio/', 'sign-in', token)).search).toBe('');
    const browser = new Browser(api);
    expect((await browser.ask('POST', '/api/session/once', { token })).status).toBe(200);
    expect(await browser.whoAmI()).toMatchObject({ actor: { id: 'shen' } });
    expect(await codeOf(await new Browser(api).ask('POST', '/api/session/once', { token }))).toBe('LINK_SPENT');
  });

  it('lets a made-up account, which has no secret, confirm without one; a person may not', async () => {
    await api.db.account.create({
      data: { id: 'made-up', displayName: '示例', roles: ['physician'], departments: ['house'], demo: true },
    });
    const enter = async (id: string) => {
      const browser = new Browser(api);
      const answer = await browser.ask('POST', '/api/session/once', {
        token: await makeOneTime(api.db, id, 'sign-in'),
      });
      browser.csrf = ((await answer.json()) as { csrf: string }).csrf;
      return browser;
    };
    const confirm = async (id: string) => (await (await enter(id)).ask('POST', '/api/session/confirm', {})).status;
    expect(await confirm('made-up')).toBe(200);
    expect(await confirm('shen')).toBe(422);
  });

  it('of a disabled account opens nothing', async () => {
    const token = await makeOneTime(api.db, 'shen', 'sign-in');
    await api.db.account.update({ where: { id: 'shen' }, data: { disabledAt: new Date() } });
    expect(await codeOf(await new Browser(api).ask('POST', '/api/session/once', { token }))).toBe('LINK_SPENT');
    await api.db.account.update({ where: { id: 'shen' }, data: { disabledAt: null } });
  });
});

describe('people', () => {
  it('are changed by admins, with effect at once', async () => {
    const browser = await signedIn('shen');
    const change = (body: object) => api.ask('PATCH', '/api/people/accounts/shen', { body });
    expect((await change({ roles: ['editor', 'researcher'] })).status).toBe(200);
    expect(await browser.whoAmI()).toMatchObject({ actor: { roles: ['editor', 'researcher'] } });
    expect(await (await change({ disabled: true })).json()).toMatchObject({ state: 'disabled' });
    expect(await browser.whoAmI()).toBe('UNAUTHENTICATED');
    await change({ disabled: false, roles: ['publicity'] });
    expect(await codeOf(await change({ departments: ['nowhere'] }))).toBe('NOT_FOUND');
    const actions = await api.db.auditEvent.findMany({ where: { resourceId: 'shen' }, select: { action: true } });
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['account.change', 'account.disable', 'account.enable']),
    );
  });

  it('keep one admin, even when two remove each other at the same moment', async () => {
    await keepPerson(api, 'boss-two', ['admin']);
    const remove = (login: string, body: object) => api.ask('PATCH', `/api/people/accounts/${login}`, { body });
    const both = await Promise.all([remove('boss', { disabled: true }), remove('boss-two', { roles: ['editor'] })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await remove('boss', { disabled: false, roles: ['admin'] });
  });

  it('show their colleagues names and roles, nothing of how they sign in', async () => {
    const list = await (await signedIn('shen')).ask('GET', '/api/people');
    const colleagues = (await list.json()) as object[];
    expect(Object.keys(colleagues[0]!).sort()).toEqual(['departments', 'displayName', 'id', 'roles']);
  });

  it('have one account a login', async () => {
    const body = { login: 'shen', displayName: '另一位', roles: ['editor'], departments: ['house'] };
    expect(await codeOf(await api.ask('POST', '/api/people/accounts', { body }))).toBe('LOGIN_TAKEN');
  });

  it('belong to departments that are named once', async () => {
    const make = (body: object) => api.ask('POST', '/api/departments', { body });
    expect((await make({ id: 'imaging', name: '影像科' })).status).toBe(201);
    expect(await codeOf(await make({ id: 'imaging', name: '别的' }))).toBe('DEPARTMENT_TAKEN');
    expect(await codeOf(await make({ id: 'imaging-2', name: '影像科' }))).toBe('DEPARTMENT_TAKEN');
    const answer = await api.ask('PATCH', '/api/departments/imaging', { body: { selfApproval: true } });
    expect(await answer.json()).toMatchObject({ id: 'imaging', selfApproval: true });
  });
});

describe('an API token', () => {
  const make = async (browser: Browser, scopes: string[]) =>
    (await (
      await browser.ask('POST', '/api/tokens', { name: 'ward script', scopes, days: 30 })
    ).json()) as NewTokenAnswer;
  const ask = (secret: string, method: string, address: string, body?: unknown) =>
    api.ask(method, address, { token: secret, body });

  it('is shown once, may do what it says, and needs no proof of a page', async () => {
    const browser = await signedIn('boss');
    const { secret, token } = await make(browser, ['read']);
    expect(JSON.stringify(await (await browser.ask('GET', '/api/tokens')).json())).not.toContain(secret);
    expect(JSON.stringify(await api.db.apiToken.findMany())).not.toContain(secret);
    expect(api.log.join(' ')).not.toContain(secret);
    expect((await ask(secret, 'GET', '/api/people')).status).toBe(200);
    expect(await codeOf(await ask(secret, 'GET', '/api/people/accounts'))).toBe('FORBIDDEN');
    expect(await codeOf(await ask(secret, 'POST', '/api/tokens', { name: 'more', scopes: ['admin'], days: 1 }))).toBe(
      'FORBIDDEN',
    );
    expect((await browser.ask('DELETE', `/api/tokens/${token.id}`)).status).toBe(204);
    expect(await codeOf(await ask(secret, 'GET', '/api/people'))).toBe('UNAUTHENTICATED');
  });

  it('makes no token that may do more than itself', async () => {
    const { secret } = await make(await signedIn('boss'), ['admin', 'sign']);
    expect(await codeOf(await ask(secret, 'POST', '/api/tokens', { name: 'x', scopes: ['write'], days: 1 }))).toBe(
      'FORBIDDEN',
    );
    expect((await ask(secret, 'POST', '/api/tokens', { name: 'x', scopes: ['sign'], days: 1 })).status).toBe(201);
  });

  it('needs a recent proof to be made, ends with its day and with its account, and is nobody else’s', async () => {
    const browser = await signedIn('boss');
    const { secret, token } = await make(browser, ['read']);
    const other = await signedIn('shen');
    expect(await codeOf(await other.ask('DELETE', `/api/tokens/${token.id}`))).toBe('NOT_FOUND');
    await api.db.apiToken.update({ where: { id: token.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await codeOf(await ask(secret, 'GET', '/api/people'))).toBe('UNAUTHENTICATED');
    await api.db.session.updateMany({ data: { authenticatedAt: new Date(Date.now() - 3600_000) } });
    const late = await browser.ask('POST', '/api/tokens', { name: 'late', scopes: ['read'], days: 1 });
    expect(await codeOf(late)).toBe('REAUTH_NEEDED');
    const { secret: second } = await make(await signedIn('shen'), ['read']);
    await api.db.account.update({ where: { id: 'shen' }, data: { disabledAt: new Date() } });
    expect(await codeOf(await ask(second, 'GET', '/api/people'))).toBe('UNAUTHENTICATED');
    await api.db.account.update({ where: { id: 'shen' }, data: { disabledAt: null } });
  });

  it('opens no door meant for a browser', async () => {
    expect(await codeOf(await api.ask('GET', '/api/session'))).toBe('SESSION_NEEDED');
    expect(await codeOf(await api.ask('PUT', '/api/session/password', { body: { password: PASSWORD } }))).toBe(
      'SESSION_NEEDED',
    );
  });
});
