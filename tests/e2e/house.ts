import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from '#activities/render/find-browser';
import { startStack } from '#cli/stack';
import { type Person, settlePeople } from '#tests/e2e/people';

export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
}

export interface E2eHouse {
  /** http://127.0.0.1:port, the one address of pages and API. */
  readonly address: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly browser: Browser;
  /** Every address any window asked that is not the studio's own. */
  readonly strangers: string[];
  pid(part: 'api' | 'worker' | 'postgres' | 'temporal'): number | undefined;
  /** A window of a person who has signed in through the page. */
  window(login: string, options?: Parameters<Browser['newContext']>[0]): Promise<Window>;
  close(): Promise<void>;
}

export const PASSWORD = 'Prüfung-der-Bilder-7';

/** The people of the stories: one of each kind, a second physician, and somebody of another department. */
export const PEOPLE: readonly Person[] = [
  { login: 'shen', name: '沈知夏', roles: ['publicity'], department: 'house' },
  { login: 'chen', name: '陈一诺', roles: ['editor'], department: 'house' },
  { login: 'zhou', name: '周明远', roles: ['physician'], department: 'house' },
  { login: 'li', name: '李安', roles: ['physician'], department: 'house' },
  { login: 'wu', name: '吴越', roles: ['researcher'], department: 'house' },
  { login: 'admin', name: '管理员', roles: ['admin'], department: 'house' },
  { login: 'other', name: '外科室', roles: ['publicity', 'editor', 'physician'], department: 'elsewhere' },
];

const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The whole studio as real processes, with its pages as built for hospitals, and a real browser. */
export async function openHouse(): Promise<E2eHouse> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'caseloom-e2e-'));
  const studio = await startStack({ dataDir, port: null, pages: true, say: () => {} });
  await studio.pagesUp;
  await settlePeople(studio.databaseUrl, { elsewhere: '外科' }, PEOPLE, PASSWORD);
  const executablePath = (await findBrowser())!;
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
  const strangers: string[] = [];
  return {
    address: studio.address,
    dataDir,
    databaseUrl: studio.databaseUrl,
    browser,
    strangers,
    pid: studio.pid,
    async window(login, options = {}) {
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 }, ...options });
      context.on('request', (request) => {
        const url = request.url();
        if (!/^(data|blob|about):/.test(url) && !url.startsWith(`${studio.address}/`)) strangers.push(url);
      });
      const page = await context.newPage();
      await signIn(page, studio.address, login);
      return { page, context };
    },
    async close() {
      await browser.close();
      await studio.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Signs in as a person does: by the form. */
export async function signIn(page: Page, address: string, login: string): Promise<void> {
  await page.goto(`${address}/login`);
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
}

/** What axe has against a page as it stands: rule and place, one line each. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}
