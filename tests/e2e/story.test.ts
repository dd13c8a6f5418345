import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phantomFolder } from '#tests/durability/harness';
import { axeProblems, type E2eHouse, openHouse, PASSWORD } from './house.ts';
import * as does from './steps.ts';

/**
 * One film's whole life in the browser, by three people, on real parts: uploaded through a broken line and a killed API, its finding corrected,
 * a wrong number mended, returned, approved on a phone, rendered through a killed worker, approved as a film and released.
 */
let house: E2eHouse;
let id = '';
const windows = new Map<string, Page>();
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1 };

beforeAll(async () => {
  house = await openHouse();
}, 900_000);
afterAll(() => house?.close(), 60_000);

/** A person's window, opened at first use. */
async function of(login: string): Promise<Page> {
  const open = windows.get(login) ?? (await house.window(login)).page;
  windows.set(login, open);
  return open;
}

const at = (page: Page, path: string) => page.goto(`${house.address}/productions/${id}${path}`);

describe('a film from upload to release, in the browser', () => {
  it('comes in through a line that breaks and an API that is killed', async () => {
    const shen = await of('shen');
    await shen.goto(`${house.address}/productions/new`);
    await shen.getByTestId('folder').setInputFiles(await phantomFolder());
    await shen.waitForURL(/upload=/, { timeout: 60_000 });
    await shen.context().setOffline(true);
    await sleep(1_500);
    process.kill(house.pid('api')!, 'SIGKILL');
    await sleep(1_500);
    await shen.context().setOffline(false);
    await does.studyLookedThrough(shen);
    id = await does.orderFilm(shen, '右肺上叶结节');
    await does.waitForStatus(shen, house.address, id, '待审核');
  }, 600_000);

  it('is corrected by a physician: class, script and box follow', async () => {
    const zhou = await of('zhou');
    await at(zhou, '/findings?f=F1');
    const cost = await does.correctFinding(zhou, '9.6', '实性');
    expect(cost).toMatch(/Lung-RADS 由 3 变为 4A/);
    expect(cost).toMatch(/第 .*句要改，\d+ 个场景重渲/);
    await does.waitForStatus(zhou, house.address, id, '待审核');
    await at(zhou, '/script');
    await does.fieldSaying(zhou, '长径 9.6 毫米');
    await does.fieldSaying(zhou, 'Lung-RADS 4A');
  }, 300_000);

  it('cannot be sent off with a wrong number; one click mends it', async () => {
    const chen = await of('chen');
    await at(chen, '/script');
    const field = await does.fieldSaying(chen, '长径 9.6 毫米');
    const was = await field.inputValue();
    await does.write(chen, field, was.replace('9.6', '12.5'));
    await chen.getByRole('button', { name: /^改为 9\.6/ }).waitFor({ timeout: 60_000 });
    expect(await chen.getByRole('button', { name: '送审', exact: true }).isDisabled()).toBe(true);
    await chen.getByRole('button', { name: /^改为 9\.6/ }).click();
    expect(await field.inputValue()).toBe(was);
    await does.write(chen, field, was.replace(/。$/, '，先记住。'));
    await does.submitDraft(chen);
  }, 300_000);

  it('goes back with a comment, and comes again as the next version', async () => {
    const zhou = await of('zhou');
    await at(zhou, '/review');
    await does.readThrough(zhou);
    await does.requestChanges(zhou, PASSWORD, '先记住改为请记住。');
    const chen = await of('chen');
    await does.waitForStatus(chen, house.address, id, '已退回');
    await at(chen, '/script');
    const field = await does.fieldSaying(chen, '先记住');
    await does.write(chen, field, (await field.inputValue()).replace('先记住', '请记住'));
    await does.submitDraft(chen);
  }, 300_000);

  it('is approved on a phone; another window sees it', async () => {
    const zhou = await of('zhou');
    await at(zhou, '');
    const { page: phone, context } = await house.window('li', PHONE);
    await at(phone, '/review');
    await does.approveOnPhone(phone, PASSWORD);
    await context.close();
    await zhou.getByText('李安', { exact: false }).first().waitFor({ timeout: 60_000 });
    expect(await zhou.locator('main').getByText('待审核', { exact: true }).count()).toBe(0);
  }, 300_000);

  it('is rendered through a killed worker, approved as a film by keyboard alone, and released', async () => {
    const shen = await of('shen');
    await at(shen, '');
    await shen.getByText('渲染', { exact: true }).first().waitFor();
    await does.untilStage(house, id, 'render');
    process.kill(house.pid('worker')!, 'SIGKILL');
    await does.waitForStatus(shen, house.address, id, '待终审', 1_200_000);
    await at(shen, '/review');
    await does.readThrough(shen);
    await does.approveByKeyboard(shen, PASSWORD);
    await does.waitForStatus(shen, house.address, id, '已发布');
    await shen.goto(`${house.address}/films`);
    await shen.getByText('右肺上叶结节').first().waitFor();
    await at(shen, '/outputs');
    const video = shen.locator('video').first();
    await video.waitFor();
    const seconds = await video.evaluate(async (film: HTMLVideoElement) => {
      const until = Date.now() + 20_000;
      while (!(film.duration > 0) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
      return film.duration;
    });
    expect(seconds).toBeGreaterThan(120);
  }, 1_800_000);

  it('is not there for another department', async () => {
    const other = await of('other');
    const answer = await at(other, '');
    expect(answer?.status()).toBe(404);
    expect(await other.locator('body').textContent()).not.toMatch(/右肺上叶结节/);
  }, 60_000);

  it('reads in English', async () => {
    const { page, context } = await house.window('zhou', { locale: 'en-GB' });
    for (const path of ['/', '/productions', '/films', '/notices', `/productions/${id}`, `/productions/${id}/log`]) {
      await page.goto(`${house.address}${path}`);
      await page.locator('h1, h2').first().waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      // Names and titles are Chinese; the interface around them is not.
      expect(await page.locator('nav').first().textContent()).not.toMatch(/[工作台成片库设置制作]{2}/);
    }
    await context.close();
  }, 120_000);

  it.each(['light', 'dark'] as const)(
    'has nothing that axe finds, in %s',
    async (colorScheme) => {
      const { page, context } = await house.window('zhou', { colorScheme });
      const tabs = ['', '/findings', '/script', '/timeline', '/review', '/outputs', '/log'];
      const paths = ['/', '/productions', '/films', '/notices', '/search?q=结节', '/settings'];
      const found: string[] = [];
      for (const path of [...paths, ...tabs.map((tab) => `/productions/${id}${tab}`)]) {
        await page.goto(`${house.address}${path}`, { waitUntil: 'load' });
        await page.locator('main').first().waitFor();
        await page.waitForTimeout(1_500);
        found.push(...(await axeProblems(page)).map((problem) => `${path}: ${problem}`));
      }
      expect(found).toEqual([]);
      await context.close();
    },
    300_000,
  );

  it('asked nobody outside', () => {
    expect(house.strangers).toEqual([]);
  });
});
