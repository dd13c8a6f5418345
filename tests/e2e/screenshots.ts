/**
 * Pictures of every page in both themes, small, into docs/screenshots. Run by hand on a studio with films in all states:
 *
 *   npx tsx tests/e2e/screenshots.ts http://127.0.0.1:4170 PASSWORD waiting=ID done=ID failed=ID [only=name]
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import sharp from 'sharp';
import { findBrowser } from '#activities/render/find-browser';

interface Shot {
  readonly name: string;
  readonly login: string;
  readonly path: string;
  readonly phone?: boolean;
}

const [address, password, ...rest] = process.argv.slice(2);
if (!address || !password) throw new Error('usage: screenshots.ts ADDRESS PASSWORD waiting=ID done=ID failed=ID');
const named = new Map(rest.map((word) => word.split('=', 2) as [string, string]));
const id = (state: string) => `/productions/${named.get(state)}`;
const OUT = path.join(import.meta.dirname, '..', '..', 'docs', 'screenshots');

const SHOTS: readonly Shot[] = [
  { name: 'login', login: '', path: '/login' },
  { name: 'home', login: 'zhou', path: '/' },
  { name: 'productions', login: 'shen', path: '/productions' },
  { name: 'new', login: 'shen', path: '/productions/new' },
  { name: 'production', login: 'shen', path: id('done') },
  { name: 'production-failed', login: 'shen', path: id('failed') },
  { name: 'findings', login: 'zhou', path: `${id('waiting')}/findings?f=F1` },
  { name: 'script', login: 'chen', path: `${id('waiting')}/script` },
  { name: 'timeline', login: 'chen', path: `${id('waiting')}/timeline` },
  { name: 'review', login: 'zhou', path: `${id('waiting')}/review?t=58` },
  { name: 'outputs', login: 'shen', path: `${id('done')}/outputs` },
  { name: 'log', login: 'shen', path: `${id('done')}/log` },
  { name: 'films', login: 'shen', path: '/films' },
  { name: 'search', login: 'shen', path: '/search?q=结节' },
  { name: 'notices', login: 'zhou', path: '/notices' },
  { name: 'audit', login: 'admin', path: '/audit' },
  { name: 'settings', login: 'admin', path: '/settings' },
  { name: 'phone-home', login: 'zhou', path: '/', phone: true },
  { name: 'phone-review', login: 'zhou', path: `${id('waiting')}/review`, phone: true },
];

async function take(browser: Browser, shot: Shot, colorScheme: 'light' | 'dark'): Promise<void> {
  const viewport = shot.phone ? { width: 390, height: 844 } : { width: 1440, height: 900 };
  const context = await browser.newContext({ viewport, colorScheme, locale: 'zh-CN', deviceScaleFactor: 1 });
  const page = await context.newPage();
  if (shot.login) {
    await page.goto(`${address}/login`);
    await page.locator('input[name=login]').fill(shot.login);
    await page.locator('input[name=password]').fill(password!);
    await page.locator('button[type=submit]').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/login'));
  }
  await page.goto(`${address}${shot.path}`, { waitUntil: 'load' });
  await page.waitForTimeout(/review|findings|script/.test(shot.path) ? 9_000 : 2_500);
  const picture = await page.screenshot({ type: 'png' });
  await sharp(picture)
    .resize({ width: shot.phone ? 390 : 1200, withoutEnlargement: true })
    .webp({ quality: 72 })
    .toFile(path.join(OUT, `${shot.name}-${colorScheme}.webp`));
  await context.close();
}

await mkdir(OUT, { recursive: true });
const executablePath = (await findBrowser())!;
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const shot of SHOTS) {
  if (named.has('only') && named.get('only') !== shot.name) continue;
  for (const scheme of ['light', 'dark'] as const) await take(browser, shot, scheme);
  console.log(shot.name);
}
await browser.close();
