import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorText } from '#domain/errors';
import type { Language } from '#domain/script';
import { openTestApi, type TestApi } from '#tests/api/open-api';
import { until } from '#tests/workflow/run-workflow';
import { DeskState } from './desk-state.ts';
import { type BuiltPages, buildPages, type ServedPages } from './open-web.ts';
import { openWorkflow } from './open-workflow.ts';

const RUNNING = 'p00000000run';
const WAITING = 'p00000000way';
const FAILED = 'p00000000bad';
const DONE = 'p00000000don';
const FILM = Buffer.from('0123456789'.repeat(100));

/** The studio's pages, really built and served, before the real API on a real database. */
describe('the studio in a browser', () => {
  let api: TestApi;
  let state: DeskState;
  let built: BuiltPages;
  let pages: ServedPages;

  beforeAll(async () => {
    [api, built] = await Promise.all([openTestApi(), buildPages()]);
    pages = await built.serve(api.address);
    state = new DeskState(api.db, api.house.dataDir);
    await fill(state);
  }, 600_000);
  afterAll(async () => {
    await pages?.stop();
    await built?.drop();
    await api?.stop();
  }, 60_000);

  interface Asked {
    readonly token?: string | null;
    readonly language?: Language;
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: BodyInit;
    readonly signal?: AbortSignal;
  }

  const ask = (path: string, asked: Asked = {}): Promise<Response> => {
    const { token = api.tokens.physician, language = 'zh-CN', headers = {}, ...init } = asked;
    const cookies = [`caseloom_language=${language}`, ...(token ? [`caseloom_session=${token}`] : [])];
    return fetch(`${pages.address}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { cookie: cookies.join('; '), ...headers },
    });
  };
  const own = () => ({ origin: pages.address, 'content-type': 'application/json' });
  const post = (path: string, body: unknown, asked: Asked = {}) =>
    ask(path, { method: 'POST', body: JSON.stringify(body), headers: own(), ...asked });
  const signIn = (form: Record<string, string>, origin = pages.address) =>
    ask('/api/session', { token: null, method: 'POST', body: new URLSearchParams(form), headers: { origin } });
  /** Text of a page without its tags and scripts, spaces made one. */
  const read = async (path: string, asked: Asked = {}): Promise<string> => {
    const response = await ask(path, asked);
    expect(response.status, path).toBe(200);
    return (await response.text())
      .replace(/<script\b[\s\S]*?<\/script>/g, ' ')
      .replace(/<!-- -->/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#x27;/g, "'")
      .replace(/\s+/g, ' ');
  };
  const code = async (response: Response) => ((await response.json()) as { code: string }).code;

  it('was built with every page and the door before them', () => {
    for (const route of ['/sign-in', '/productions/[id]', '/api/productions/[id]/events', 'Proxy'])
      expect(built.output).toContain(route);
  });

  it('sends whoever is not signed in to the door, and back where they wanted to go', async () => {
    const home = await ask('/', { token: null });
    expect([home.status, home.headers.get('location')]).toEqual([307, '/sign-in']);
    const deep = await ask(`/productions/${WAITING}`, { token: null });
    expect(deep.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(`/productions/${WAITING}`)}`);
    const entered = await signIn({ token: api.tokens.physician, next: `/productions/${WAITING}` });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, `/productions/${WAITING}`]);
    const cookie = entered.headers.get('set-cookie') ?? '';
    for (const part of ['HttpOnly', 'SameSite=strict', 'Path=/', `caseloom_session=${api.tokens.physician}`])
      expect(cookie).toContain(part);
    for (const elsewhere of ['//evil.example', 'https://evil.example', '/\\evil.example', '/api/session/end'])
      expect((await signIn({ token: api.tokens.physician, next: elsewhere })).headers.get('location')).toBe('/');
  });

  it('says in both languages that a token is none, keeps none, and leads back to the door when one has ended', async () => {
    for (const token of ['x'.repeat(32), 'short', '', 'bad token\r\nwith: header']) {
      const refused = await signIn({ token });
      expect(refused.headers.get('location')).toBe('/sign-in?refused=UNAUTHENTICATED&next=%2F');
      expect(refused.headers.get('set-cookie')).toBeNull();
    }
    expect(await read('/sign-in?refused=UNAUTHENTICATED', { token: null })).toContain('没有账号用这个令牌');
    expect(await read('/sign-in?refused=UNAUTHENTICATED', { token: null, language: 'en' })).toContain(
      'No account has this token',
    );
    const ended = await ask('/', { token: 'y'.repeat(32) });
    expect(ended.headers.get('location')).toBe('/sign-in?reason=ended&next=%2F');
  });

  it('answers in the language the browser prefers until the reader chooses one', async () => {
    const lang = async (headers: Record<string, string>) =>
      /<html lang="([^"]+)"/.exec(await (await fetch(`${pages.address}/sign-in`, { headers })).text())?.[1];
    expect(await lang({ 'accept-language': 'en-GB,en;q=0.9' })).toBe('en');
    expect(await lang({ 'accept-language': 'fr,de;q=0.8' })).toBe('zh-CN');
    const chosen = await ask('/api/language', {
      method: 'POST',
      body: new URLSearchParams({ language: 'en', back: '/' }),
      headers: { origin: pages.address },
    });
    expect(chosen.headers.get('set-cookie')).toContain('caseloom_language=en');
  });

  it('shows on the desk first what waits for a person, then what runs, then films', async () => {
    const zh = await read('/');
    const order = ['需要处理', '去审核', '查看原因', '进行中', '渲染 · 50%', '已结束', '已完成 ·'];
    expect(order.map((text) => zh.indexOf(text))).toEqual(order.map((text) => zh.indexOf(text)).sort((a, b) => a - b));
    expect(zh.indexOf('需要处理')).toBeGreaterThan(0);
    expect(zh).toContain('配音失败');
    const en = await read('/', { language: 'en', token: api.tokens.researcher });
    for (const text of ['Needs a person', 'Speech failed', 'Render · 50%', 'about 2 min left in this step'])
      expect(en).toContain(text);
    // Only who may decide is asked to.
    expect(en).not.toContain('Review');
  });

  it('shows a failure as what stopped, why, what next, and what is kept', async () => {
    const zh = await read(`/productions/${FAILED}`, { token: api.tokens.editor });
    const why = (language: Language) => errorText('SPEECH_ENGINE', { detail: 'no voice' }, language);
    for (const text of [
      '在配音这一步停下了',
      why('zh-CN'),
      '再试一次',
      '代码 SPEECH_ENGINE',
      '不会重做 影像、分析、脚本',
    ])
      expect(zh).toContain(text);
    const en = await read(`/productions/${FAILED}`, { token: api.tokens.researcher, language: 'en' });
    expect(en).toContain(why('en'));
    expect(en).not.toContain('Try again');
  });

  it('puts every page under a strict policy, says nothing of the token, and keeps nothing', async () => {
    for (const path of ['/sign-in', '/', `/productions/${RUNNING}`, '/productions/p99999999999']) {
      const response = await ask(path);
      const html = await response.text();
      const csp = response.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(csp)?.[1];
      expect(csp).not.toMatch(/unsafe|https?:|\*/);
      expect(csp).toContain("default-src 'none'");
      expect(
        [...html.matchAll(/<script\b([^>]*)>/g)].filter(([, mark]) => !mark?.includes(`nonce="${nonce}"`)),
      ).toEqual([]);
      expect(html).not.toMatch(/\sstyle="/);
      expect(html).not.toContain(api.tokens.physician);
      expect(html.match(/(?:src|href)="(?:https?:)?\/\/[^"]+"/g)).toBeNull();
      expect(response.headers.get('cache-control')).toContain('no-store');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect((await ask('/productions/p99999999999')).status).toBe(404);
  });

  it('refuses every change that another address asks for, or nobody', async () => {
    const doors = ['cancel', 'rerender', 'decision'].map((door) => `/api/productions/${WAITING}/${door}`);
    for (const door of [...doors, '/api/session', '/api/session/end', '/api/language'])
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: pages.address, 'sec-fetch-site': 'same-site' },
        {},
      ] as Record<string, string>[]) {
        const response = await ask(door, { method: 'POST', headers, body: '{}' });
        expect([response.status, await code(response)], door).toEqual([403, 'FORBIDDEN']);
        expect(response.headers.get('set-cookie')).toBeNull();
      }
    for (const door of doors) {
      expect(await code(await post(door, {}, { token: null }))).toBe('UNAUTHENTICATED');
      expect(await code(await post(door, {}, { token: api.tokens.researcher }))).toBe('FORBIDDEN');
    }
  });

  it('passes progress on as it comes, and from where a lost line ended', async () => {
    const stop = new AbortController();
    const listen = (path: string, headers: Record<string, string> = {}) =>
      ask(path, { headers: { 'accept-encoding': 'gzip', ...headers }, signal: stop.signal });
    const done = async (path: string, headers?: Record<string, string>) =>
      [...(await (await listen(path, headers)).text()).matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));
    expect(await done(`/api/productions/${DONE}/events`)).toEqual([1, 2, 3]);
    expect(await done(`/api/productions/${DONE}/events?after=1`)).toEqual([2, 3]);
    expect(await done(`/api/productions/${DONE}/events?after=0`, { 'last-event-id': '2' })).toEqual([3]);

    const live = await listen(`/api/productions/${RUNNING}/events?after=1`);
    expect(live.headers.get('content-type')).toContain('text/event-stream');
    expect(live.headers.get('content-encoding')).toBeNull();
    const reader = live.body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const hear = async (text: string) => {
      while (!heard.includes(text)) heard += (await reader.read()).value ?? '';
    };
    await state.progress(RUNNING, { status: 'running', stage: 'render', stageFraction: 0.75 });
    await hear('id: 2\n');
    expect(heard).toContain('"stageFraction":0.75');
    stop.abort();
    const refused = await ask(`/api/productions/${RUNNING}/events`, { token: null });
    expect([refused.status, await code(refused)]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('sends the film whole, in ranges and for keeping; nobody caches it, and a page among the files can do nothing', async () => {
    const film = `/api/productions/${DONE}/outputs/film.mp4`;
    const whole = await ask(film);
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    expect(whole.headers.get('cache-control')).toContain('no-store');
    expect(Buffer.from(await whole.arrayBuffer()).equals(FILM)).toBe(true);
    const part = await ask(film, { headers: { range: 'bytes=990-' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      'bytes 990-999/1000',
      '0123456789',
    ]);
    expect(part.headers.get('accept-ranges')).toBe('bytes');
    expect((await ask(film, { headers: { range: 'bytes=5000-' } })).status).toBe(416);
    expect((await ask(`${film}?download`)).headers.get('content-disposition')).toBe(
      `attachment; filename="${DONE}-film.mp4"`,
    );
    const page = await ask(`/api/productions/${DONE}/outputs/transcript.html`);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect((await ask(film, { token: null })).status).toBe(401);
    expect((await ask(`/api/productions/${DONE}/outputs/..%2f..%2ftokens.json`)).status).toBe(404);
    const shown = await read(`/productions/${DONE}`);
    for (const text of ['0:00 病例', '0:08 看片', '产物']) expect(shown).toContain(text);
  });

  it('carries a physician’s decision on what was shown to the workflow, and every refusal back', async () => {
    const workflow = await openWorkflow(api, state);
    try {
      const order = await api.ask('POST', '/api/productions', { body: { source: '/nowhere/at/all' } });
      const { id } = (await order.json()) as { id: string };
      const status = async () => (await api.db.production.findUniqueOrThrow({ where: { id } })).status;
      await until('it waits', async () => (await status()) === 'waiting-approval');
      const html = await (await ask(`/productions/${id}`)).text();
      const { digest } = await api.db.scriptVersion.findFirstOrThrow({ where: { productionId: id } });
      expect(html).toContain(digest);
      expect(await read(`/productions/${id}`)).toContain(`${digest.slice(0, 4)}-${digest.slice(4, 8)}`.toUpperCase());
      expect(await read(`/productions/${id}`, { token: api.tokens.editor })).toContain('只有医生账号可以审核');

      const decide = (decision: string, body: object, asked?: Asked) =>
        post(`/api/productions/${id}/decision`, { decision, comment: '', ...body }, asked);
      expect(await code(await decide('approve', { digest: 'a'.repeat(64) }))).toBe('APPROVAL_DIGEST');
      expect(await code(await decide('request-changes', { digest }))).toBe('APPROVAL_COMMENT');
      expect(await code(await decide('approve', { digest: 'short' }))).toBe('INPUT_INVALID');
      expect(await code(await decide('approve', { digest }, { token: api.tokens.editor }))).toBe('FORBIDDEN');
      expect(await status()).toBe('waiting-approval');
      const approved = await decide('approve', { digest });
      expect(approved.status).toBe(200);
      expect(await approved.json()).toMatchObject({ decision: 'approve', digest, actor: { id: 'test-physician' } });
      await until('the film is there', async () => (await status()) === 'done');
      expect(await (await ask(`/api/productions/${id}/outputs/film.mp4`)).text()).toBe('a film');
      expect(await code(await post(`/api/productions/${id}/cancel`, {}))).toBe('INPUT_INVALID');
    } finally {
      await workflow.stop();
    }
  }, 120_000);

  it('says that the API is away, instead of an empty desk', async () => {
    const alone = await built.serve('http://127.0.0.1:9');
    try {
      const html = await (
        await fetch(alone.address, { headers: { cookie: `caseloom_session=${api.tokens.physician}` } })
      ).text();
      expect(html).toContain('连接不上工作室的服务');
      const refused = await fetch(`${alone.address}/api/session`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: alone.address },
        body: new URLSearchParams({ token: api.tokens.physician }),
      });
      expect(refused.headers.get('location')).toContain('refused=SERVER_GONE');
    } finally {
      await alone.stop();
    }
  });
});

/** One production in each state that the tests read. */
async function fill(state: DeskState): Promise<void> {
  await state.production(DONE);
  await state.script(DONE);
  await state.progress(DONE, { status: 'queued', stage: 'images' });
  await state.progress(DONE, { status: 'running', stage: 'package', stageFraction: 0.5 });
  await state.outputs(DONE, [
    ['film.mp4', 'video/mp4', FILM],
    ['transcript.html', 'text/html', Buffer.from('<!doctype html><p>text</p>')],
    ['chapters.txt', 'text/plain', Buffer.from('0:00 病例\n0:08 看片\n')],
  ]);
  await state.progress(DONE, { status: 'done', stage: 'package', stageFraction: 1, waitsFor: 'nobody' });
  await state.production(RUNNING);
  await state.script(RUNNING);
  await state.progress(RUNNING, {
    ...{ status: 'running', stage: 'render', stageFraction: 0.5, note: 'scroll' },
    estimateSeconds: 130,
  });
  await state.production(FAILED);
  await state.script(FAILED);
  await state.steps(FAILED, 'speech', ['s01', 's02'], 'done');
  await state.fail(FAILED, 'speech', 'SPEECH_ENGINE', { detail: 'no voice' });
  await state.production(WAITING);
  await state.script(WAITING);
  await state.progress(WAITING, { status: 'waiting-approval', stage: 'approval', waitsFor: 'physician' });
}
