import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lockFor, refusePassword, type SessionAnswer } from '#domain/session';
import { openTestApi, type TestApi } from '#tests/api/open-api';
import { Browser, codeOf, keepPerson, PASSWORD } from './browser.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await keepPerson(api, 'shen', ['publicity']);
  await keepPerson(api, 'zhou', ['physician']);
}, 120_000);
afterAll(() => api?.stop());
beforeEach(async () => {
  await api.db.account.updateMany({ data: { failedSignIns: 0, lockedUntil: null, disabledAt: null } });
});

const cookieOf = (answer: Response) =>
  answer.headers.getSetCookie().find((line) => line.startsWith('caseloom_session='));
const hashOf = (browser: Browser) => createHash('sha256').update(browser.jar.get('caseloom_session')!).digest('hex');

describe('signing in', () => {
  it('gives a cookie that scripts cannot read and foreign pages cannot send along', async () => {
    const answer = await new Browser(api).signIn('shen');
    expect(answer.status).toBe(200);
    expect(cookieOf(answer)).toMatch(/^caseloom_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
    const body = (await answer.json()) as SessionAnswer;
    expect(body).toMatchObject({ state: 'ok', totp: 'none', proofs: ['password'], departments: [{ id: 'house' }] });
  });

  it('keeps the cookie as a hash and nothing secret in the log or the answers', async () => {
    const browser = new Browser(api);
    const answer = await browser.signIn('shen');
    const cookie = browser.jar.get('caseloom_session')!;
    expect(await api.db.session.count({ where: { idHash: hashOf(browser) } })).toBe(1);
    await browser.signIn('shen', 'not-the-password-9');
    const told = `${await answer.text()} ${api.log.join(' ')} ${JSON.stringify(await api.db.auditEvent.findMany())}`;
    for (const secret of [cookie, PASSWORD, 'not-the-password-9', '$argon2', hashOf(browser)])
      expect(told).not.toContain(secret);
  });

  it('gives a new cookie at every sign-in; the earlier one is worth nothing', async () => {
    const browser = new Browser(api);
    await browser.signIn('shen');
    const before = new Map(browser.jar);
    await browser.signIn('shen');
    expect(browser.jar.get('caseloom_session')).not.toBe(before.get('caseloom_session'));
    const thief = new Browser(api);
    for (const [name, value] of before) thief.jar.set(name, value);
    expect(await thief.whoAmI()).toBe('UNAUTHENTICATED');
    expect(await browser.whoAmI()).toMatchObject({ actor: { id: 'shen' } });
  });

  it('answers the same, and never sooner, whether the login, the password or the account is wrong', async () => {
    await api.db.account.update({ where: { id: 'zhou' }, data: { disabledAt: new Date() } });
    const tries = [
      ['shen', 'wrong-password-1'],
      ['nobody-here', 'wrong-password-1'],
      ['zhou', PASSWORD],
      ["x' OR 1=1 --", PASSWORD],
    ] as const;
    const seen = [];
    for (const [login, password] of tries) {
      const begun = performance.now();
      const answer = await new Browser(api).signIn(login, password);
      const took = performance.now() - begun;
      seen.push({ status: answer.status, body: await answer.text(), slow: took >= 340 });
    }
    expect(new Set(seen.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(seen[0]).toMatchObject({ status: 401, slow: true });
    expect(seen[0]?.body).toContain('SIGN_IN_REFUSED');
  });

  it('locks an account and a name nobody has alike, and longer each time', async () => {
    for (const login of ['shen', 'ghost']) {
      const codes: string[] = [];
      for (let count = 0; count < 6; count++)
        codes.push(await codeOf(await new Browser(api).signIn(login, 'wrong-password-1')));
      expect(codes, login).toEqual([...Array(5).fill('SIGN_IN_REFUSED'), 'LOCKED']);
    }
    expect(await codeOf(await new Browser(api).signIn('shen'))).toBe('LOCKED');
    await api.db.account.update({ where: { id: 'shen' }, data: { lockedUntil: new Date(Date.now() - 1) } });
    expect((await new Browser(api).signIn('shen')).status).toBe(200);
    expect(await api.db.account.findUnique({ where: { id: 'shen' } })).toMatchObject({ failedSignIns: 0 });
    expect([4, 5, 6, 7, 30].map(lockFor)).toEqual([0, 30_000, 60_000, 120_000, 900_000]);
  });

  it('refuses weak passwords', () => {
    expect(refusePassword('short', 'shen')).toBe('short');
    expect(refusePassword('1234567890', 'shen')).toBe('common');
    expect(refusePassword('aaaaaaaaaaaa', 'shen')).toBe('common');
    expect(refusePassword('my-name-is-shen', 'shen')).toBe('login');
    expect(refusePassword(PASSWORD, 'shen')).toBeNull();
  });
});

describe('a session', () => {
  it('ends when unused for a working day, and after a week in any case', async () => {
    const browser = new Browser(api);
    await browser.signIn('shen');
    const where = { idHash: hashOf(browser) };
    await api.db.session.update({ where, data: { lastSeenAt: new Date(Date.now() - 8 * 3600_000 - 1000) } });
    expect(await browser.whoAmI()).toBe('UNAUTHENTICATED');
    await api.db.session.update({ where, data: { lastSeenAt: new Date(), expiresAt: new Date(Date.now() - 1) } });
    expect(await browser.whoAmI()).toBe('UNAUTHENTICATED');
  });

  it('is seen again while it is used', async () => {
    const browser = new Browser(api);
    await browser.signIn('shen');
    const where = { idHash: hashOf(browser) };
    const old = new Date(Date.now() - 3600_000);
    await api.db.session.update({ where, data: { lastSeenAt: old } });
    await browser.whoAmI();
    expect((await api.db.session.findUniqueOrThrow({ where })).lastSeenAt.getTime()).toBeGreaterThan(old.getTime());
  });

  it('ends with signing out, and its cookie with it', async () => {
    const browser = new Browser(api);
    await browser.signIn('shen');
    const cookie = browser.jar.get('caseloom_session')!;
    expect((await browser.ask('DELETE', '/api/session')).status).toBe(204);
    expect(browser.jar.has('caseloom_session')).toBe(false);
    browser.jar.set('caseloom_session', cookie);
    expect(await browser.whoAmI()).toBe('UNAUTHENTICATED');
  });

  it('loses a role or the whole account at once', async () => {
    const browser = new Browser(api);
    await browser.signIn('shen');
    await api.db.account.update({ where: { id: 'shen' }, data: { roles: ['researcher'] } });
    expect(await browser.whoAmI()).toMatchObject({ actor: { roles: ['researcher'] } });
    await api.db.account.update({ where: { id: 'shen' }, data: { roles: ['publicity'], disabledAt: new Date() } });
    expect(await browser.whoAmI()).toBe('UNAUTHENTICATED');
  });
});

describe('a change', () => {
  const change = (browser: Browser, headers: Record<string, string | undefined>) =>
    browser
      .ask('PUT', '/api/session/password', { current: PASSWORD, password: PASSWORD }, headers)
      .then(async (answer) => (answer.ok ? 'done' : codeOf(answer)));

  it('needs the proof of the session', async () => {
    const browser = new Browser(api);
    await browser.signIn('shen');
    expect(await change(browser, { 'x-caseloom-csrf': undefined })).toBe('CSRF');
    expect(await change(browser, { 'x-caseloom-csrf': `${browser.csrf}x` })).toBe('CSRF');
    const other = new Browser(api);
    await other.signIn('zhou');
    expect(await change(browser, { 'x-caseloom-csrf': other.csrf })).toBe('CSRF');
    expect(await change(browser, {})).toBe('done');
  });

  it('needs a page of this very address', async () => {
    const browser = new Browser(api);
    await browser.signIn('shen');
    expect(await change(browser, { origin: 'https://evil.example' })).toBe('CSRF');
    expect(await change(browser, { origin: 'null' })).toBe('CSRF');
    expect(await change(browser, { origin: undefined })).toBe('CSRF');
    expect(await change(browser, { 'sec-fetch-site': 'cross-site' })).toBe('CSRF');
    expect(await change(browser, { 'sec-fetch-site': 'same-site' })).toBe('CSRF');
    expect(await change(browser, { origin: undefined, 'sec-fetch-site': 'same-origin' })).toBe('done');
  });

  it('signs nobody in from a foreign page', async () => {
    const body = { login: 'shen', password: PASSWORD };
    const foreign = await new Browser(api).ask('POST', '/api/session', body, { origin: 'https://evil.example' });
    expect(await codeOf(foreign)).toBe('CSRF');
    expect(foreign.headers.getSetCookie()).toEqual([]);
  });

  it('does not fall back to the cookie when a token is wrong', async () => {
    const browser = new Browser(api);
    await browser.signIn('shen');
    const answer = await browser.ask('GET', '/api/session', undefined, { authorization: `Bearer ${'x'.repeat(40)}` });
    expect(await codeOf(answer)).toBe('UNAUTHENTICATED');
  });
});
