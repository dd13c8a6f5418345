import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { Progress } from '#domain/progress';
import { openDatabase } from '#prisma/records/database';

/** What people do in the studio, as they do it: by what is written on the page. Texts are the Chinese interface's. */

const MINUTES = 60_000;

/** Waits until everything has come and has been looked through. */
export async function studyLookedThrough(page: Page): Promise<void> {
  await page.getByLabel('我已看过抽样图，画面中没有身份信息').waitFor({ timeout: 5 * MINUTES });
}

/** Confirms the pictures, names the film and orders it. Returns the production's id. */
export async function orderFilm(page: Page, title: string): Promise<string> {
  await page.getByLabel('我已看过抽样图，画面中没有身份信息').check();
  await page.getByLabel('片名').fill(title);
  await page.getByRole('button', { name: '开始制作' }).click();
  await page.waitForURL(/\/productions\/p[0-9a-z]{11}$/, { timeout: MINUTES });
  return page.url().split('/').at(-1)!;
}

/** Waits until the production's page says a status. */
export async function waitForStatus(page: Page, address: string, id: string, words: string, ms = 10 * MINUTES) {
  if (!page.url().endsWith(`/productions/${id}`)) await page.goto(`${address}/productions/${id}`);
  await page.locator('main').getByText(words, { exact: true }).first().waitFor({ timeout: ms });
}

/** Reads the whole narration (or what changed of it) as a person does: row by row, each long enough in view. */
export async function readThrough(page: Page): Promise<void> {
  const approve = page.getByRole('button', { name: /^通过 v\d+/ });
  const list = page.getByRole('region', { name: /全文|改动/ });
  await list.waitFor({ timeout: MINUTES });
  for (let step = 0; step < 60 && !(await approve.isEnabled()); step++) {
    // The next change, shown at its place; without changes the key does nothing.
    await page.keyboard.press(']');
    await page.waitForTimeout(2_200);
    const atEnd = await list.evaluate((element) => {
      const before = element.scrollTop;
      element.scrollBy(0, Math.max(120, element.clientHeight * 0.6));
      return element.scrollTop === before;
    });
    if (atEnd) await list.evaluate((element) => element.scrollTo(0, 0));
  }
  expect(await approve.isEnabled()).toBe(true);
}

/** Signs what lies open in the review room. */
async function approve(page: Page, password: string): Promise<void> {
  await page.getByRole('button', { name: /^通过 v\d+/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('签名密码').fill(password);
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: '确认通过' }).click();
  await dialog.waitFor({ state: 'hidden', timeout: MINUTES });
}

/** Signs what lies open in the review room without touching the mouse. */
export async function approveByKeyboard(page: Page, password: string): Promise<void> {
  await page.keyboard.press('a');
  await page.getByRole('dialog').getByLabel('签名密码').waitFor();
  await expect.poll(() => focused(page)).toMatch(/password/);
  await page.keyboard.type(password);
  await tabTo(page, /checkbox/);
  await page.keyboard.press('Space');
  await tabTo(page, /确认通过/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden', timeout: MINUTES });
}

/** Type and words of what has the keyboard. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return `${element?.getAttribute('type') ?? ''} ${element?.textContent ?? ''}`;
  });

async function tabTo(page: Page, what: RegExp): Promise<void> {
  for (let step = 0; step < 8 && !what.test(await focused(page)); step++) await page.keyboard.press('Tab');
  expect(await focused(page)).toMatch(what);
}

/** Signs on a phone: watch, read, approve, one step after the other. */
export async function approveOnPhone(page: Page, password: string): Promise<void> {
  await page.getByRole('button', { name: '下一步：看讲解词' }).click();
  const next = page.getByRole('button', { name: '下一步：通过' });
  await next.waitFor();
  const unseen = page.getByRole('region', { name: /改动|全文/ }).getByRole('button', { name: /未看/ });
  for (let left = await unseen.count(); left > 0; left = await unseen.count()) {
    await unseen.first().click();
    await expect.poll(() => unseen.count(), { timeout: 20_000 }).toBeLessThan(left);
  }
  await next.click();
  await approve(page, password);
}

/** Waits until the production's newest progress is at a stage. */
export async function untilStage(house: { databaseUrl: string }, id: string, stage: string): Promise<void> {
  const db = openDatabase(house.databaseUrl);
  try {
    const end = Date.now() + 10 * MINUTES;
    for (;;) {
      const row = await db.production.findUnique({ where: { id }, select: { progress: true } });
      const progress = Progress.parse(row?.progress);
      if (progress.stage === stage && progress.stageFraction > 0.1) return;
      if (Date.now() > end) throw new Error(`still at ${progress.stage}`);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  } finally {
    await db.$disconnect();
  }
}

/** Sends what lies open in the review room back, with a comment. */
export async function requestChanges(page: Page, password: string, comment: string): Promise<void> {
  await page.getByRole('button', { name: /^退回/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('需要改什么').fill(comment);
  await dialog.getByLabel('签名密码').fill(password);
  await dialog.getByRole('button', { name: '退回', exact: true }).click();
  await dialog.waitFor({ state: 'hidden', timeout: MINUTES });
}

/** The text field of the first sentence that says these words, in the script editor. */
export async function fieldSaying(page: Page, words: string) {
  await page.locator('[data-sentence] textarea').first().waitFor({ timeout: MINUTES });
  const id = await page
    .locator('[data-sentence]')
    .evaluateAll(
      (rows, wanted) =>
        rows.find((row) => row.querySelector('textarea')?.value.includes(wanted))?.getAttribute('data-sentence'),
      words,
    );
  expect(id).toBeTruthy();
  return page.locator(`[data-sentence="${id}"] textarea`);
}

/** Writes a sentence anew, as somebody at a keyboard does. */
export async function write(page: Page, field: Awaited<ReturnType<typeof fieldSaying>>, text: string): Promise<void> {
  await field.click();
  await field.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  expect(await field.inputValue()).toBe(text);
}

/** Sends the draft to the physicians. */
export async function submitDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: '送审', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^送审 v\d+/ })
    .click();
  await page.getByRole('dialog').waitFor({ state: 'hidden', timeout: MINUTES });
}

/** Corrects the long axis and the type of the leading finding, with a reason. Returns what the page says it will cost. */
export async function correctFinding(page: Page, longAxisMm: string, type: string): Promise<string> {
  await page.getByRole('button', { name: '更正长径' }).click();
  const length = page.getByRole('textbox', { name: '长径' });
  await length.fill(longAxisMm);
  await length.blur();
  await page.getByRole('button', { name: '更正密度类型' }).click();
  await page.getByRole('combobox', { name: '密度类型' }).click();
  await page.getByRole('option', { name: type, exact: true }).click();
  const bar = page.getByRole('region', { name: '保存更正' });
  await bar.getByLabel('更正原因').fill('径线端点偏离边缘');
  // Saving opens only when what it costs has been said of exactly these corrections.
  const save = bar.getByRole('button', { name: /^存为发现 v\d+/ });
  await expect.poll(() => save.isEnabled(), { timeout: MINUTES }).toBe(true);
  const words = (await bar.getByText(/^保存后：/).textContent()) ?? '';
  await save.click();
  await bar.waitFor({ state: 'hidden', timeout: MINUTES });
  return words;
}
