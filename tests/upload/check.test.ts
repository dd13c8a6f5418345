import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Quarantine } from '#activities/store/quarantine';
import type { Upload } from '#domain/upload';
import { craftZip } from '#tests/images/craft-zip';
import { ctSlice } from '#tests/images/ct-series';
import { openUploadHouse, type SentFile, type UploadHouse } from './upload-house.ts';

const NAME = 'ZHANG^WEIMING';
const MRN = 'MRN-4471-903';
const PERSON = {
  '00100010': ['PN', NAME],
  '00100020': ['LO', MRN],
  '00100030': ['DA', '19680402'],
  '00100040': ['CS', 'F'],
  '00101010': ['AS', '057Y'],
  '00080020': ['DA', '20250310'],
  '00080080': ['LO', 'ST NOWHERE'],
} as const;

/** A series of its own: `count` slices `step` mm apart. */
function series(number: string, count: number, step: number, kernel: string, from = 1): SentFile[] {
  const zMm = Array.from({ length: count }, (_, at) => at * step);
  const extra = { ...PERSON, '00181210': ['SH', kernel] } as const;
  return zMm.map((_, at) => ({
    bytes: ctSlice(at, { zMm, size: 64, series: `1.2.3.${number}`, extra }),
    index: from + at,
    name: `${NAME} ${MRN}/${at}.dcm`,
  }));
}

describe('uploads are looked through', () => {
  let house: UploadHouse;
  beforeAll(async () => {
    house = await openUploadHouse();
    house.startWorker();
  }, 120_000);
  afterAll(() => house?.stop(), 60_000);

  test('several series: what each is, which is meant, and what of the headers passes', async () => {
    const upload: Upload = await house.checked('maker', [
      ...series('4', 12, 2, 'B70f'),
      ...series('3', 9, 5, 'B30f', 20),
      // A hole in the middle.
      ...series('5', 14, 2, 'B30f', 40).filter((_, at) => at < 5 || at > 7),
    ]);
    expect(upload.state).toBe('ready');
    const report = upload.report!;
    expect(
      report.series.map(({ slices, spacingMm, kernel, reason }) => ({
        slices,
        spacingMm,
        kernel,
        reason: reason?.code,
      })),
    ).toEqual([
      { slices: 12, spacingMm: 2, kernel: 'lung', reason: undefined },
      { slices: 11, spacingMm: 2, kernel: 'soft', reason: 'IMAGES_GAP' },
      { slices: 9, spacingMm: 5, kernel: 'soft', reason: undefined },
    ]);
    expect(report.series.filter(({ recommended }) => recommended).map(({ key }) => key)).toEqual(['A']);
    const kept = Object.fromEntries(report.deidentification!.kept.map(({ name, value }) => [name, value]));
    expect(kept).toMatchObject({ modality: 'CT', sex: 'female', ageYears: 57, kernel: 'lung' });
    expect(report.deidentification!.dropped).toMatchObject({ names: 1, ids: 1, institution: 1 });
    expect(JSON.stringify(upload)).not.toMatch(/ZHANG|MRN-4471|1968|NOWHERE|1\.2\.3/);

    const sheet = await house.raw('maker', 'GET', `/api/uploads/${upload.id}/montage/A`, {});
    expect([sheet.status, sheet.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    const { montage } = report.series[0]!;
    const file = await readFile(new Quarantine(house.house.dataDir).montage(upload.id, 'A'));
    expect(await sharp(file).metadata()).toMatchObject({
      format: 'jpeg',
      width: montage!.width,
      height: montage!.height,
    });
    expect(montage!.slices).toHaveLength(12);
    expect((await house.raw('other', 'GET', `/api/uploads/${upload.id}/montage/A`, {})).status).toBe(404);
  }, 120_000);

  test('an order needs the look at the images, a choice of series, and an upload of one’s own', async () => {
    const upload = await house.checked('maker', [...series('4', 12, 2, 'B70f'), ...series('3', 9, 5, 'B30f', 20)]);
    const order = (more: object, who = 'maker') =>
      house.ask(who, 'POST', '/api/productions', { upload: upload.id, ...more });
    const code = async (more: object, who?: string) => (await order(more, who)).body.code;
    expect(await code({ confirmedNoIdentity: true })).toBe('IMAGES_MIXED_SERIES');
    expect(await code({ confirmedNoIdentity: true, series: 'Q' })).toBe('IMAGES_SERIES_UNKNOWN');
    expect(await code({ series: 'A' })).toBe('UPLOAD_UNCONFIRMED');
    expect(await code({ series: 'A', confirmedNoIdentity: true }, 'other')).toBe('NOT_FOUND');
    expect(await code({ series: 'A', confirmedNoIdentity: true, source: '/tmp/x' })).toBe('INPUT_INVALID');
    const made = await order({
      series: 'B',
      confirmedNoIdentity: true,
      title: '左肺下叶结节',
      filmSeries: '读片十分钟',
    });
    expect([made.status, made.body.request.series, made.body.request.episode]).toEqual([201, 'B', 1]);
    expect(await code({ series: 'A', confirmedNoIdentity: true })).toMatch(/UPLOAD_(STATE|GONE)/);
    // Nothing more can be added to it.
    const late = await house.send('maker', upload.id, series('9', 2, 2, 'x', 90)[0]!);
    expect(late.body.code).toBe('UPLOAD_STATE');
  }, 120_000);

  test.each([
    [
      'an archive that climbs out',
      'IMAGES_ZIP_UNSAFE',
      () => craftZip([{ name: '../../etc/x', bytes: Buffer.from('x') }]),
    ],
    ['a bomb', 'IMAGES_ZIP_BOMB', () => craftZip([{ name: 'a', bytes: Buffer.alloc(300 * 1024 * 1024) }])],
    ['an archive of letters', 'IMAGES_NOT_DICOM', () => craftZip([{ name: 'a.txt', bytes: Buffer.from('hello') }])],
  ])(
    '%s is refused: %s',
    async (_, code, make) => {
      const upload = await house.checked('maker', [{ bytes: make(), index: 1, kind: 'zip' }]);
      expect([upload.state, upload.error?.code]).toEqual(['refused', code]);
      expect(
        (await house.ask('maker', 'POST', '/api/productions', { upload: upload.id, confirmedNoIdentity: true })).body
          .code,
      ).toBe('UPLOAD_NOT_READY');
    },
    120_000,
  );

  test('an archive beside loose files is one study with them', async () => {
    const files = series('4', 12, 2, 'B70f');
    const zip = craftZip(files.slice(6).map(({ bytes }, at) => ({ name: `IM${at}`, bytes })));
    const upload = await house.checked('maker', [...files.slice(0, 6), { bytes: zip, index: 50, kind: 'zip' }]);
    expect(upload.report!.series).toMatchObject([{ slices: 12, reason: null, recommended: true }]);
  }, 120_000);

  test('pictures carry no Hounsfield units: said before anything is ordered', async () => {
    const picture = (grey: number) =>
      sharp({ create: { width: 32, height: 32, channels: 3, background: { r: grey, g: grey, b: grey } } })
        .png()
        .toBuffer();
    const files = await Promise.all(
      [40, 80, 120].map(async (grey, at) => ({ bytes: await picture(grey), index: at + 1 })),
    );
    const upload = await house.checked('maker', files);
    expect([upload.state, upload.error?.code]).toEqual(['refused', 'IMAGES_HU_NEEDED']);
    expect(upload.report).toMatchObject({ kind: 'pictures', series: [{ kind: 'pictures', slices: 3 }] });
  }, 120_000);

  test('nothing of a person is in history, log or database', async () => {
    const rows = JSON.stringify(
      [await house.db.upload.findMany(), await house.db.auditEvent.findMany(), await house.db.production.findMany()],
      (_, value) => (typeof value === 'bigint' ? Number(value) : value),
    );
    const folder = path.join(house.house.dataDir, 'temporal');
    const kept = (await readdir(folder)).filter((name) => name.includes('.db'));
    expect(kept.length).toBeGreaterThan(0);
    const histories = await Promise.all(kept.map((name) => readFile(path.join(folder, name), 'latin1')));
    for (const text of [rows, house.log.join(), ...histories]) {
      expect(text).not.toMatch(/ZHANG|MRN-4471/);
      expect(text).not.toContain('/quarantine/');
    }
  });
});
