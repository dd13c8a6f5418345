import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '#cli/launch/loopback-port';
import { errorText } from '#domain/errors';
import type { Language } from '#domain/script';
import { openTestApi, type TestApi } from '#tests/api/open-api';
import { Browser, keepPerson } from '#tests/session/browser';
import { DeskState } from './desk-state.ts';
import { type BuiltPages, buildPages, type ServedPages } from './open-web.ts';

const RUNNING = 'p00000000run';
const WAITING = 'p00000000way';
const FAILED = 'p00000000bad';
const DONE = 'p00000000don';
const NOBODYS = 'p99999999999';
const FILM = Buffer.from('0123456789'.repeat(100));
/** Compressed script of the first page a person sees. */
const FIRST_LOAD_BYTES = 300_000;

type Login = 'zhou' | 'shen' | 'wu' | 'outsider';

/** The studio's pages, really built and served through the one front door, before the real API on a real database. */
describe('the studio in a browser', () => {
  let api: TestApi;
  let state: DeskState;
  let built: BuiltPages;
  let pages: ServedPages;
  const people = {} as Record<Login, Browser>;

  beforeAll(async () => {
    const port = await freePort();
    [api, built] = await Promise.all([openTestApi({ pages: `http://127.0.0.1:${port}` }), buildPages()]);
    pages = await built.serve(api.address, port);
    state = new DeskState(api.db, api.house.dataDir);
    await fill(state);
    await keepPerson(api, 'zhou', ['physician']);
    await keepPerson(api, 'shen', ['publicity']);
    await keepPerson(api, 'wu', ['researcher']);
    await keepPerson(api, 'outsider', ['physician', 'admin'], ['elsewhere']);
    for (const login of ['zhou', 'shen', 'wu', 'outsider'] as const) {
      people[login] = new Browser(api);
      await people[login].signIn(login);
    }
  }, 600_000);
  afterAll(async () => {
    await pages?.stop();
    await built?.drop();
    await api?.stop();
  }, 60_000);

  const open = (path: string, login: Login, language: Language = 'zh-CN'): Promise<Response> => {
    people[login].jar.set('caseloom_language', language);
    return people[login].ask('GET', path);
  };
  /** Text of a page without its tags and scripts, spaces made one. */
  const read = async (path: string, login: Login = 'zhou', language: Language = 'zh-CN'): Promise<string> => {
    const response = await open(path, login, language);
    expect(response.status, path).toBe(200);
    return (await response.text())
      .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#x27;/g, "'")
      .replace(/&#x2F;/g, '/')
      .replace(/\s+/g, ' ');
  };
  const inOrder = (text: string, parts: readonly string[]) => {
    const places = parts.map((part) => text.indexOf(part));
    expect(
      parts.filter((_, at) => places[at]! < 0),
      text.slice(0, 2000),
    ).toEqual([]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  };

  it('was built with every page and the door before them', () => {
    for (const route of ['/login', '/productions/[id]', '/productions/[id]/outputs', '/films', '/search', 'Proxy'])
      expect(built.output).toContain(route);
  });

  it('sends whoever is not signed in to the door, and remembers where they wanted to go', async () => {
    const nobody = new Browser(api);
    const home = await nobody.ask('GET', '/');
    expect([home.status, new URL(home.headers.get('location') ?? '', api.address).pathname]).toEqual([307, '/login']);
    const deep = await nobody.ask('GET', `/productions/${WAITING}?v=2`);
    const door = new URL(deep.headers.get('location') ?? '', api.address);
    expect([door.pathname, door.searchParams.get('next')]).toEqual(['/login', `/productions/${WAITING}?v=2`]);
    const ended = new Browser(api);
    ended.jar.set('caseloom_session', 'y'.repeat(43));
    const refused = await ended.ask('GET', '/films');
    const to = new URL(refused.headers.get('location') ?? '', api.address);
    expect([to.pathname, to.searchParams.get('next')]).toEqual(['/login', '/films']);
    expect((await nobody.ask('GET', '/login')).status).toBe(200);
  });

  it('answers in the language the browser prefers until the reader chooses one', async () => {
    const lang = async (headers: Record<string, string>) =>
      /<html[^>]* lang="([^"]+)"/.exec(await (await fetch(`${api.address}/login`, { headers })).text())?.[1];
    expect(await lang({ 'accept-language': 'en-GB,en;q=0.9' })).toBe('en');
    expect(await lang({ 'accept-language': 'fr,de;q=0.8' })).toBe('zh-CN');
    expect(await lang({ 'accept-language': 'zh', cookie: 'caseloom_language=en' })).toBe('en');
  });

  it('draws the first page in the colours that were chosen', async () => {
    const scheme = async (cookie: string) =>
      /data-mantine-color-scheme="(\w+)"/.exec(
        await (await fetch(`${api.address}/login`, { headers: { cookie } })).text(),
      )?.[1];
    expect(await scheme('caseloom_scheme=dark')).toBe('dark');
    expect(await scheme('caseloom_scheme=light')).toBe('light');
  });

  it('shows on the desk first what waits for this person, then what runs, then films', async () => {
    inOrder(await read('/', 'zhou'), [
      '需要我处理',
      '待审核',
      '去审核',
      '进行中',
      '渲染',
      '50%',
      '约 2 分钟',
      '最近成片',
    ]);
    const mending = await read('/', 'shen');
    inOrder(mending, ['需要我处理', '失败', '停在配音', '查看原因', '进行中']);
    expect(mending).toContain('取决于医生');
    const reading = await read('/', 'wu', 'en');
    inOrder(reading, ['Needs me', 'Nothing needs you', 'Running', '50%']);
    expect(reading).not.toContain('New production');
    expect(await read('/', 'outsider')).toContain('还没有制作');
  });

  it('narrows the list by its address', async () => {
    const all = await read('/productions', 'shen');
    for (const id of [DONE, RUNNING, WAITING, FAILED]) expect(all).toContain(id);
    const failed = await read('/productions?status=failed', 'shen');
    expect([failed.includes(FAILED), failed.includes(RUNNING)]).toEqual([true, false]);
    expect(await read('/productions?text=nothing-like-it', 'shen')).toContain('没有符合的制作');
    expect(await read('/productions?mine=1', 'shen', 'en')).toContain('No production matches');
  });

  it('shows a failure as what stopped, why, what next, and what is kept', async () => {
    const why = (language: Language) => errorText('SPEECH_ENGINE', { detail: 'no voice' }, language);
    const zh = await read(`/productions/${FAILED}`, 'shen');
    inOrder(zh, [
      '在配音这一步停下了',
      why('zh-CN'),
      '从配音重试',
      '影像、分析、脚本、审核的结果',
      '不会重做',
      'SPEECH_ENGINE',
    ]);
    const en = await read(`/productions/${FAILED}`, 'wu', 'en');
    expect(en).toContain(why('en'));
    expect(en).not.toContain('Retry from Speech');
  });

  it('says how a production stands, and never done before it is', async () => {
    const running = await read(`/productions/${RUNNING}`);
    inOrder(running, ['渲染中', '时间线 已完成', '渲染 进行中', '封装 未开始', '终审 未开始', '发布 未开始']);
    expect(running).toContain('完成后自动进入封装');
    expect(running).not.toContain('已发布');
    expect(await read(`/productions/${WAITING}`)).toContain('等医生审核');
    expect(await read(`/productions/${RUNNING}/outputs`)).toContain('还没有成片');
    const done = await read(`/productions/${DONE}/outputs`);
    for (const text of ['0:08', '看片', '成片', '讲解词全文', '1 KB']) expect(done).toContain(text);
  });

  it('looks the same for what does not exist and what belongs to another department', async () => {
    for (const [path, login] of [
      [`/productions/${NOBODYS}`, 'zhou'],
      [`/productions/${DONE}`, 'outsider'],
    ] as const) {
      const answer = await open(path, login);
      expect([answer.status, (await answer.text()).includes('CL-7F3A')]).toEqual([404, false]);
    }
  });

  it('puts every page under a strict policy, names no other address, and keeps nothing', async () => {
    for (const path of [
      '/login',
      '/',
      '/productions',
      '/films',
      '/notices',
      '/search?q=mm',
      `/productions/${RUNNING}`,
    ]) {
      const response = await open(path, 'zhou');
      const html = await response.text();
      const csp = response.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(csp)?.[1];
      expect(csp).toContain("default-src 'none'");
      expect(csp.replace("style-src-attr 'unsafe-inline'", '').replace("'wasm-unsafe-eval'", '')).not.toMatch(
        /unsafe|https?:|\*/,
      );
      for (const tag of ['script', 'style']) {
        const bare = [...html.matchAll(new RegExp(`<${tag}\\b([^>]*)>`, 'g'))].filter(
          ([, marks]) => !marks?.includes(`nonce="${nonce}"`),
        );
        expect(
          bare.map(([mark]) => mark),
          `${path} ${tag}`,
        ).toEqual([]);
      }
      expect(html).not.toContain(people.zhou.jar.get('caseloom_session'));
      expect(html.match(/(?:src|href)="(?:https?:)?\/\/[^"]+"/g)).toBeNull();
      expect(response.headers.get('cache-control')).toContain('no-store');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('sends no more script for the first page than the house allows', async () => {
    const html = await (await open('/', 'zhou')).text();
    // What is marked `nomodule` is for browsers of another age; those of today do not ask for it.
    const tags = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag));
    const scripts = [...new Set(tags.map((match) => match[1] as string))];
    const sizes = await Promise.all(
      scripts.map(async (source) => {
        const bytes = Buffer.from(await (await fetch(new URL(source, api.address))).arrayBuffer());
        return gzipSync(bytes, { level: 6 }).length;
      }),
    );
    expect(scripts.length).toBeGreaterThan(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(FIRST_LOAD_BYTES);
  });

  it('says that the API is away, instead of an empty desk', async () => {
    const port = await freePort();
    const alone = await built.serve('http://127.0.0.1:9', port);
    try {
      const answer = await fetch(alone.address, { headers: { cookie: `caseloom_session=${'x'.repeat(43)}` } });
      const html = await answer.text();
      expect([html.includes('连接不上服务'), html.includes('需要我处理')]).toEqual([true, false]);
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
  await state.progress(DONE, { status: 'done', stage: 'release', stageFraction: 1, waitsFor: 'nobody' });
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
