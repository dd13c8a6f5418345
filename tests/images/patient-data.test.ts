import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectSource } from '#activities/images/inspect-source';
import { readStudy } from '#activities/images/read-study';
import type { Step } from '#activities/step';
import { BlobStore } from '#activities/store/blob-store';
import { errorText, StudioError } from '#domain/errors';
import { type SeriesOptions, steps, writeSeries } from './ct-series.ts';
import { DATA, hasData, openWorkspace } from './workspace.ts';
import type { Elements } from './write-dicom.ts';
import { zipFolder } from './zip-folder.ts';

const space = openWorkspace();

/** What must never be found again, in any spelling a file could hold it. */
const SECRETS = [
  'ZhangSan',
  '张三',
  'ZS-0099887',
  '19551231',
  '1955-12-31',
  '31012319551231',
  '仁心医院',
  'WangWei',
  '王伟',
  'ACC-445566',
  '2.25.778899',
  'MOBILE-13800138000',
  '胸痛三天',
];
const gb18030 = (text: string): Uint8Array => new Uint8Array(GB18030[text]!);
/** 张三, 王伟 and 仁心医院 in GB18030. */
const GB18030: Readonly<Record<string, number[]>> = {
  张三: [0xd5, 0xc5, 0xc8, 0xfd],
  王伟: [0xcd, 0xf5, 0xce, 0xb0],
  仁心医院: [0xc8, 0xca, 0xd0, 0xc4, 0xd2, 0xbd, 0xd4, 0xba],
};
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

const planted: Elements = {
  '00080005': ['CS', 'GB18030'],
  '00080020': ['DA', '20240105'],
  '00080050': ['SH', 'ACC-445566'],
  '00080080': ['LO', gb18030('仁心医院')],
  '00080090': ['PN', gb18030('王伟')],
  '00081030': ['LO', 'ZhangSan LDCT screening 13800138000'],
  '0008103E': ['LO', 'ZhangSan ZS-0099887'],
  '00081155': ['UI', '2.25.778899'],
  '00090010': ['LO', 'ZhangSan private'],
  '00091001': ['LO', 'ZS-0099887'],
  '00100010': ['PN', gb18030('张三')],
  '00100020': ['LO', 'ZS-0099887'],
  '00100030': ['DA', '19551231'],
  '00100040': ['CS', 'M'],
  '00101001': ['PN', 'ZhangSan'],
  '00102154': ['SH', 'MOBILE-13800138000'],
  '001021B0': ['LT', utf8('胸痛三天 ZhangSan')],
  '00104000': ['LT', 'ZhangSan 1955-12-31'],
  '00180010': ['LO', 'ZhangSan Iohexol'],
  '00181030': ['LO', 'ZhangSan chest'],
  '00181210': ['SH', 'LUNG ZhangSan'],
  '00204000': ['LT', 'WangWei'],
  '00321064': ['SQ', [{ '00080104': ['LO', 'ZhangSan'], '00400275': ['SQ', [{ '00100010': ['PN', 'ZhangSan'] }]] }]],
  '00400244': ['DA', '19551231'],
  '0040A730': ['SQ', [{ '0040A160': ['UT', utf8('张三 ZS-0099887')] }]],
  '60003000': ['OW', utf8('ZhangSan ZS-0099887 burned overlay!!')],
};

const series = (extra: Elements = {}): SeriesOptions => ({
  zMm: steps(6),
  series: '2.25.778899',
  extra: { ...planted, ...extra },
  name: (at) => `张三_ZhangSan_19551231_${at}.dcm`,
});
const HOME = '仁心医院 张三 ZS-0099887';

function listeningStep(heard: string[]): Step {
  return { signal: new AbortController().signal, progress: (_, note) => heard.push(note ?? '') };
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

function expectClean(bytes: Buffer | string): void {
  const haystack = Buffer.from(bytes);
  for (const secret of SECRETS) {
    expect(haystack.includes(secret), secret).toBe(false);
    expect(haystack.includes(Buffer.from(secret, 'utf16le')), secret).toBe(false);
    const raw = GB18030[secret];
    if (raw !== undefined) expect(haystack.includes(Buffer.from(raw)), secret).toBe(false);
  }
}

const input = (place: string) =>
  ({ path: place, series: null, spacingMm: null, purpose: null, provenance: 'hospital' }) as const;

describe('patient data', () => {
  test.each(['folder', 'zip'])(
    'nothing planted in headers, sequences, private elements and names comes through: %s',
    async (kind) => {
      const folder = space.place(`${HOME} ${kind}`);
      await writeSeries(folder, series());
      expect((await filesBelow(folder)).length).toBe(6);
      if (kind === 'zip') await zipFolder(folder, `${folder}.zip`);
      const place = kind === 'zip' ? `${folder}.zip` : folder;
      const store = new BlobStore(space.place(`store-${kind}`));
      const heard: string[] = [];
      const study = await readStudy(input(place), store, listeningStep(heard));
      expectClean(JSON.stringify([study, heard, await inspectSource(place, listeningStep(heard))]));
      for (const file of await filesBelow(store.root)) {
        expectClean(await readFile(file));
        expectClean(file.slice(store.root.length));
      }
      // What may pass did pass, generalised.
      expect(study).toMatchObject({
        ageYears: 68,
        ageCapped: false,
        sex: 'male',
        acquisition: { purpose: 'diagnostic', purposeSource: 'header', contrast: true, kernel: 'lung' },
      });
      expect(study.deidentification.droppedCount).toBeGreaterThanOrEqual(28);
      expect(study.deidentification.methodCodes).toEqual(['113100', '113105', '113108']);
      expect(study.deidentification.kept).not.toContain('PatientName');
    },
  );

  test('errors name nobody either: text, details, stack, cause', async () => {
    const tries: [string, SeriesOptions | null][] = [
      ['gap', { ...series(), zMm: [0, -2, -4, -9, -11] }],
      ['modality', series({ '00080060': ['CS', 'ZhangSan'] })],
      ['syntax', { ...series(), syntax: 'ZhangSan' }],
      ['rgb', series({ '00280002': ['US', 3], '00280004': ['CS', 'ZhangSan'] })],
      ['cut', { ...series(), change: (file) => file.subarray(0, file.length - 40) }],
      ['header', { ...series(), change: (file) => file.subarray(0, 420) }],
      ['burned', series({ '00080008': ['CS', 'ZhangSan SCREEN SAVE'] })],
      ['missing', null],
    ];
    for (const [name, options] of tries) {
      const place = space.place(`${HOME} ${name}`);
      if (options !== null) await writeSeries(place, options);
      const error = await readStudy(input(place), new BlobStore(space.place('none')), listeningStep([])).catch(
        (e) => e,
      );
      expect(error, name).toBeInstanceOf(StudioError);
      const { code, details, cause } = error as StudioError;
      expect(cause, name).toBeUndefined();
      expectClean(
        `${error} ${(error as Error).message} ${JSON.stringify(details)} ${errorText(code, details, 'zh-CN')}`,
      );
      // A stack holds this test's own lines and paths of the code, none of the data.
      expectClean((error as Error).stack!.replaceAll(space.root, ''));
    }
  });

  test('picture metadata and names stay behind', async () => {
    const { default: sharp } = await import('sharp');
    const place = space.place(`${HOME} pictures`);
    await writeSeries(place, { zMm: [] });
    const noise = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, at) => (Math.floor(at / 3) * 7) & 0xff));
    for (const name of ['张三1.jpg', '张三2.jpg'])
      await writeFile(
        path.join(place, name),
        await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
          .withExif({ IFD0: { Copyright: 'ZhangSan ZS-0099887', ImageDescription: 'ZhangSan' } })
          .jpeg()
          .toBuffer(),
      );
    const store = new BlobStore(space.place('store-pictures'));
    const study = await readStudy(input(place), store, listeningStep([]));
    expectClean(JSON.stringify(study));
    for (const file of await filesBelow(store.root)) expectClean(await readFile(file));
  });

  test.runIf(hasData('dicom-deid'))('public samples with synthetic names: none comes through', async () => {
    const truth = JSON.parse(await readFile(path.join(DATA, 'dicom-deid/ground_truth.json'), 'utf8')) as {
      file: string;
      header: Record<string, string>;
      burned_in_text: string[] | null;
    }[];
    for (const { file, header, burned_in_text } of truth) {
      const place = path.join(DATA, 'dicom-deid', file);
      const error = await readStudy(input(place), new BlobStore(space.place('none')), listeningStep([])).catch(
        (e) => e,
      );
      expect(error, file).toBeInstanceOf(StudioError);
      expect(['IMAGES_BURNED_IN', 'IMAGES_MODALITY', 'IMAGES_COLOUR', 'IMAGES_TRUNCATED']).toContain(error.code);
      const shown = `${error} ${JSON.stringify(error.details)}`;
      for (const secret of [...Object.values(header), ...(burned_in_text ?? [])])
        if (!['YES', 'M', 'L'].includes(secret)) expect(shown.includes(secret), file).toBe(false);
    }
  });
});
