import { readdir, readFile, truncate } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quietStep } from '#activities/step';
import { Quarantine } from '#activities/store/quarantine';
import { ensurePhantom } from '#samples/chest-phantom/ensure-phantom';
import { openUploadHouse, type SentFile, type UploadHouse } from './upload-house.ts';

const NAME = 'ZHANG^WEIMING';

describe('a film from an upload', () => {
  let house: UploadHouse;
  let quarantine: Quarantine;
  let study: SentFile[];
  beforeAll(async () => {
    house = await openUploadHouse();
    house.startWorker();
    quarantine = new Quarantine(house.house.dataDir);
    const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'caseloom', 'phantoms');
    const { studyDir } = await ensurePhantom(cache, { slices: 24 }, quietStep);
    study = await Promise.all(
      (await readdir(studyDir)).sort().map(async (name, at) => ({
        bytes: await readFile(path.join(studyDir, name)),
        index: at + 1,
        name: `${NAME}/${name}`,
      })),
    );
  }, 240_000);
  afterAll(() => house?.stop(), 60_000);

  const order = (upload: string) =>
    house.ask('maker', 'POST', '/api/productions', {
      ...{ upload, confirmedNoIdentity: true, title: '一例结节怎样看', filmSeries: '读片十分钟', audience: 'students' },
    });
  const until = async (id: string, statuses: readonly string[]) => {
    for (;;) {
      const { body } = await house.ask('maker', 'GET', `/api/productions/${id}`);
      if (statuses.includes(body.status)) return body;
      if (['failed', 'cancelled'].includes(body.status)) throw new Error(JSON.stringify(body.progress));
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };

  test('runs to the script, as ordered; the files go when they are read, and no name went in', async () => {
    const upload = await house.checked('maker', study);
    expect(upload.report).toMatchObject({ simulated: true, series: [{ key: 'A', recommended: true, reason: null }] });
    const { status, body: made } = await order(upload.id);
    expect([status, made.request.episode]).toEqual([201, 1]);
    await until(made.id, ['waiting-approval']);
    const { body: kept } = await house.ask('maker', 'GET', `/api/productions/${made.id}/script`);
    expect(kept.script.title).toBe('一例结节怎样看');
    expect(await quarantine.has(upload.id)).toBe(false);
    expect((await house.ask('maker', 'GET', `/api/uploads/${upload.id}`)).body).toMatchObject({
      state: 'used',
      productionId: made.id,
    });
    expect((await order(upload.id)).body.code).toBe('UPLOAD_STATE');

    const folder = path.join(house.house.dataDir, 'temporal');
    const kept_ = (await readdir(folder)).filter((name) => name.includes('.db'));
    expect(kept_.length).toBeGreaterThan(0);
    const history = await Promise.all(kept_.map((name) => readFile(path.join(folder, name), 'latin1')));
    const rows = JSON.stringify([
      await house.db.production.findMany(),
      await house.db.progressEvent.findMany(),
      await house.db.stepRun.findMany(),
      await house.db.auditEvent.findMany(),
    ]);
    for (const text of [...history, rows, house.log.join()]) {
      expect(text).not.toContain(NAME);
      expect(text).not.toContain('/quarantine/');
    }
  }, 300_000);

  test('what fails in the reading keeps its files, so that it can be ordered again', async () => {
    const upload = await house.checked('maker', study);
    const [first] = (await readdir(quarantine.files(upload.id))).sort();
    await truncate(path.join(quarantine.files(upload.id), first!), 40_000);
    const { body: made } = await order(upload.id);
    expect(made.request.episode).toBe(2);
    const failed = await until(made.id, ['failed']);
    expect(failed.progress.error.code).toBe('IMAGES_TRUNCATED');
    expect(await quarantine.has(upload.id)).toBe(true);
    expect((await order(upload.id)).status).toBe(201);
  }, 180_000);
});
