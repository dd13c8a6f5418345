import { chmod, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { inspectSource } from '#activities/images/inspect-source';
import { DEFAULT_LIMITS } from '#activities/images/limits';
import { readStudy } from '#activities/images/read-study';
import { quietStep } from '#activities/step';
import { BlobStore } from '#activities/store/blob-store';
import { type ErrorCode, errorText, StudioError } from '#domain/errors';
import { craftZip } from './craft-zip.ts';
import { ctSlice, steps, writeSeries } from './ct-series.ts';
import { openWorkspace, read, refusal } from './workspace.ts';

const space = openWorkspace();

/** The code and both texts a person sees; nothing may be left in the store. */
async function expectRefusal(place: string, code: ErrorCode, en: string, zh: string, more = {}): Promise<void> {
  const store = new BlobStore(space.place(`store-${Math.random()}`));
  const error = await refusal(read(place, store, more));
  expect(error.code).toBe(code);
  expect(errorText(error.code, error.details, 'en')).toBe(en);
  expect(errorText(error.code, error.details, 'zh-CN')).toBe(zh);
  expect(error.retryable).toBe(false);
  expect(error.cause).toBeUndefined();
  await expect(readdir(store.root)).rejects.toThrow();
}

describe('nothing to read', () => {
  test('no such path', async () => {
    await expectRefusal(
      space.place('nowhere'),
      'IMAGES_NOT_FOUND',
      'The image folder or archive was not found. Check the path.',
      '找不到影像文件夹或压缩包。请检查路径。',
    );
  });

  test('empty folder, also one of empty folders', async () => {
    await mkdir(space.place('empty/deep/er'), { recursive: true });
    await expectRefusal(
      space.place('empty'),
      'IMAGES_EMPTY',
      'The folder holds no files. Choose a folder or ZIP with images.',
      '文件夹里没有文件。请选择装有影像的文件夹或 ZIP。',
    );
  });

  test('not DICOM', async () => {
    await mkdir(space.place('notes'));
    await writeFile(space.place('notes/a.dcm'), 'hello, this is only text and nothing else');
    await writeFile(space.place('notes/b.dcm'), Buffer.alloc(500));
    await expectRefusal(
      space.place('notes'),
      'IMAGES_NOT_DICOM',
      'No readable DICOM or picture file was found.',
      '没有可读的 DICOM 或图片文件。',
    );
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    await writeSeries(space.place('locked'), { zMm: steps(3) });
    await chmod(space.place('locked/IM0001'), 0);
    await expectRefusal(
      space.place('locked'),
      'IMAGES_UNREADABLE',
      'File number 2 cannot be read (permission or disk fault).',
      '第 2 个文件无法读取（权限或磁盘故障）。',
    );
  });

  test('links inside a folder are not followed', async () => {
    await writeSeries(space.place('elsewhere'), { zMm: steps(3) });
    await mkdir(space.place('links'));
    await symlink(space.place('elsewhere'), space.place('links/series'));
    await symlink(space.place('elsewhere/IM0000'), space.place('links/IM0000'));
    await expectRefusal(
      space.place('links'),
      'IMAGES_EMPTY',
      'The folder holds no files. Choose a folder or ZIP with images.',
      '文件夹里没有文件。请选择装有影像的文件夹或 ZIP。',
    );
  });
});

describe('series that are no volume', () => {
  test('mixed series: asks which, with a choice that names nobody', async () => {
    const place = space.place('mixed');
    await writeSeries(`${place}/a`, { zMm: steps(20), series: '1.1', extra: { '00181210': ['SH', 'B30f'] } });
    await writeSeries(`${place}/b`, { zMm: steps(30, 1.25), series: '1.2', extra: { '00181210': ['SH', 'LUNG'] } });
    await expectRefusal(
      place,
      'IMAGES_MIXED_SERIES',
      'There are 2 series; choose one: A: 30 × 1.25 mm, lung; B: 20 × 2.5 mm, soft',
      '有 2 个序列，请选择其中一个：A: 30 × 1.25 mm, lung; B: 20 × 2.5 mm, soft',
    );
    expect((await read(place, space.store, { series: 'B' })).geometry.slices).toBe(20);
    expect((await read(place, space.store, { series: 'a' })).geometry.slices).toBe(30);
    expect((await inspectSource(place, quietStep)).series).toEqual([
      { key: 'A', slices: 30, spacingMm: 1.25, rows: 16, columns: 16, kernel: 'lung' },
      { key: 'B', slices: 20, spacingMm: 2.5, rows: 16, columns: 16, kernel: 'soft' },
    ]);
    const choices = 'A: 30 × 1.25 mm, lung; B: 20 × 2.5 mm, soft';
    await expectRefusal(
      place,
      'IMAGES_SERIES_UNKNOWN',
      `No such series: C. Choose one of: ${choices}`,
      `没有这个序列：C。可选：${choices}`,
      { series: 'C' },
    );
    const typed = await refusal(read(place, space.store, { series: 'Zhang San' }));
    expect(JSON.stringify(typed.details)).not.toContain('Zhang');
  });

  test('two phases in one series are two choices', async () => {
    const place = space.place('phases');
    const phase = (number: number) => ({ '00200012': ['IS', number] as const });
    await writeSeries(`${place}/1`, { zMm: steps(6), extra: phase(1) });
    await writeSeries(`${place}/2`, { zMm: steps(6), extra: phase(2) });
    expect((await refusal(read(place, space.store))).code).toBe('IMAGES_MIXED_SERIES');
    expect((await read(place, space.store, { series: 'A' })).geometry.slices).toBe(6);
  });

  test('duplicate positions that differ', async () => {
    const place = space.place('duplicates');
    await writeSeries(place, { zMm: steps(6) });
    await writeFile(`${place}/again`, ctSlice(2, { zMm: steps(6), stored: () => 7 }));
    await expectRefusal(
      place,
      'IMAGES_DUPLICATE_POSITION',
      '2 slices share a position. Choose one phase or reconstruction.',
      '有 2 层位置重复。请选择一个期相或重建。',
    );
  });

  test('a missing slice', async () => {
    await writeSeries(space.place('gap'), { zMm: steps(12).filter((_, at) => at !== 5) });
    await expectRefusal(
      space.place('gap'),
      'IMAGES_GAP',
      'Slices are missing after slice 5 (gap 5.0 mm). Add them and try again.',
      '第 5 层之后缺层，间隔 5.0 mm。请补齐后再试。',
    );
  });

  test('irregular spacing', async () => {
    const zMm = [0, -2, -4, -6, -7, -9, -11];
    await writeSeries(space.place('irregular'), { zMm });
    await expectRefusal(
      space.place('irregular'),
      'IMAGES_SPACING_IRREGULAR',
      'Slice spacing is irregular (1.00-2.00 mm); volumes cannot be measured.',
      '层间距不一致（1.00–2.00 mm），无法做体积测量。',
    );
  });

  test('gantry tilt', async () => {
    const cos = Math.cos(Math.PI / 9);
    const sin = Math.sin(Math.PI / 9);
    await writeSeries(space.place('tilt'), { zMm: steps(8), orientation: [1, 0, 0, 0, cos, -sin] });
    await expectRefusal(
      space.place('tilt'),
      'IMAGES_TILT',
      'The gantry is tilted by 20.0 degrees; volumes cannot be measured yet.',
      '机架倾斜 20.0 度，暂不支持体积测量。',
    );
  });

  test('one slice only', async () => {
    await writeSeries(space.place('single'), { zMm: [0] });
    await expectRefusal(
      space.place('single'),
      'IMAGES_ONE_SLICE',
      'Only 1 slice(s): a volume cannot be analysed.',
      '只有 1 层，无法做体积分析。',
    );
  });

  test('coronal reconstruction', async () => {
    const orientation = [1, 0, 0, 0, 0, -1];
    await writeSeries(space.place('coronal'), { zMm: steps(8), orientation, position: (z) => [0, z, 0] });
    await expectRefusal(
      space.place('coronal'),
      'IMAGES_ORIENTATION',
      'The series is reconstructed in the coronal plane; provide the axial series.',
      '该序列不是横断面（coronal），请提供横断面序列。',
    );
  });

  test('no geometry, no Hounsfield units', async () => {
    await writeSeries(space.place('nowhere-in-space'), { zMm: steps(4), extra: { '00280030': ['DS', ''] } });
    await expectRefusal(
      space.place('nowhere-in-space'),
      'IMAGES_GEOMETRY',
      'The images lack PixelSpacing. Export the original series from the PACS again.',
      '影像缺少位置、方向或像素间距（PixelSpacing）。请从 PACS 重新导出原始序列。',
    );
    await writeSeries(space.place('unscaled'), { zMm: steps(4), extra: { '00281053': ['DS', ''] } });
    await expectRefusal(
      space.place('unscaled'),
      'IMAGES_NO_HU',
      'The images carry no conversion to Hounsfield units; density cannot be measured.',
      '影像没有换算成 CT 值（HU）的参数，不能测量密度。',
    );
  });
});

describe('pixels that are no CT', () => {
  test.each([
    ['BurnedInAnnotation=YES', { '00280301': ['CS', 'YES'] }],
    ['secondary capture', { '00080016': ['UI', '1.2.840.10008.5.1.4.1.1.7.2'] }],
    ['screen save', { '00080008': ['CS', 'DERIVED\\SECONDARY\\SCREEN SAVE'] }],
    ['US', { '00080060': ['CS', 'US'] }],
    ['OT', { '00080060': ['CS', 'OT'] }],
  ] as const)('burned-in text may be there: %s', async (why, extra) => {
    const place = space.place(`burned-${why}`);
    await writeSeries(place, { zMm: steps(4), extra });
    await expectRefusal(
      place,
      'IMAGES_BURNED_IN',
      `The images may carry burned-in text (${why}) and are refused.`,
      `影像可能带有烧录文字（${why}），已拒绝。`,
    );
  });

  test.each([
    ['16-bit RGB', { '00280002': ['US', 3], '00280004': ['CS', 'RGB'], '7FE00010': ['OW', new Uint8Array(1536)] }],
    ['palette', { '00280004': ['CS', 'PALETTE COLOR'] }],
    ['8-bit', { '00280100': ['US', 8], '00280101': ['US', 8], '00280102': ['US', 7] }],
  ] as const)('colour or too few bits: %s', async (detail, extra) => {
    const place = space.place(`colour-${detail}`);
    await writeSeries(place, { zMm: steps(4), extra });
    await expectRefusal(
      place,
      'IMAGES_COLOUR',
      `Colour or ${detail} pixels cannot be analysed as CT.`,
      `彩色或 ${detail} 像素不能当作 CT 分析。`,
    );
  });

  test('wrong modality, whose name is shown only when it is a code', async () => {
    await writeSeries(space.place('mr'), { zMm: steps(4), extra: { '00080060': ['CS', 'MR'] } });
    await expectRefusal(
      space.place('mr'),
      'IMAGES_MODALITY',
      'Modality MR is not supported yet; provide a chest CT.',
      '暂不支持 MR 影像，请提供胸部 CT。',
    );
    await writeSeries(space.place('odd'), { zMm: steps(4), extra: { '00080060': ['CS', 'Li Si 1960'] } });
    expect((await refusal(read(space.place('odd'), space.store))).details).toEqual({ modality: '?' });
  });

  test('a transfer syntax nobody decodes', async () => {
    await writeSeries(space.place('mpeg'), { zMm: steps(4), syntax: '1.2.840.10008.1.2.4.102' });
    await expectRefusal(
      space.place('mpeg'),
      'IMAGES_SYNTAX',
      'Transfer syntax 1.2.840.10008.1.2.4.102 cannot be decoded.',
      '无法解码压缩格式 1.2.840.10008.1.2.4.102。',
    );
  });

  test.each([
    ['inside its pixels', 0.9],
    ['inside its header', 0.3],
  ])('a file cut %s', async (where, share) => {
    const place = space.place(`cut-${where}`);
    const cut = (file: Buffer, at: number): Buffer => (at === 2 ? file.subarray(0, file.length * share) : file);
    await writeSeries(place, { zMm: steps(6), change: cut });
    await expectRefusal(
      place,
      'IMAGES_TRUNCATED',
      'An image file is incomplete (number 3). Export it again.',
      '有影像文件不完整（第 3 个）。请重新导出。',
    );
  });
});

describe('archives', () => {
  const unsafe = ['The archive holds an unsafe path and is refused.', '压缩包含有不安全的路径，已拒绝。'] as const;

  test.each(['../outside.dcm', 'a/../../b', '/etc/passwd', 'C:\\windows\\x', '..\\up'])(
    'ZIP slip: %s',
    async (name) => {
      const place = space.place(`slip-${Math.random()}.zip`);
      await writeFile(place, craftZip([{ name, bytes: Buffer.from('x') }]));
      await expectRefusal(place, 'IMAGES_ZIP_UNSAFE', ...unsafe);
    },
  );

  test('a link in a ZIP', async () => {
    await writeFile(
      space.place('link.zip'),
      craftZip([{ name: 'a', bytes: Buffer.from('/etc/passwd'), mode: 0o120777 }]),
    );
    await expectRefusal(space.place('link.zip'), 'IMAGES_ZIP_UNSAFE', ...unsafe);
  });

  test('ZIP bombs: by ratio, by bytes, by count, by a lying size', async () => {
    const zeros = Buffer.alloc(4 * 1024 * 1024);
    await writeFile(space.place('bomb.zip'), craftZip([{ name: 'a', bytes: zeros }]));
    const input = {
      path: space.place('bomb.zip'),
      series: null,
      spacingMm: null,
      purpose: null,
      provenance: 'hospital',
    } as const;
    const under = async (limits: object): Promise<StudioError> =>
      refusal(readStudy(input, space.store, quietStep, { ...DEFAULT_LIMITS, ...limits }));
    const ratio = await under({ ratioFloorBytes: 1024 * 1024 });
    expect(ratio.code).toBe('IMAGES_ZIP_BOMB');
    expect(errorText(ratio.code, ratio.details, 'zh-CN')).toBe('压缩包解开后过大（上限 120:1），已拒绝。');
    const bytes = await under({ totalBytes: 2 * 1024 * 1024 });
    expect(bytes.code).toBe('IMAGES_ZIP_BOMB');
    expect(errorText(bytes.code, bytes.details, 'en')).toBe('The archive unpacks to more than 2 MiB and is refused.');
    expect((await under({ fileBytes: 1024 })).details).toEqual({ limit: '1 KiB' });
    await writeFile(
      space.place('many.zip'),
      craftZip(Array.from({ length: 40 }, (_, n) => ({ name: `${n}`, bytes: zeros.subarray(0, 9) }))),
    );
    const many = { ...input, path: space.place('many.zip') };
    expect((await refusal(readStudy(many, space.store, quietStep, { ...DEFAULT_LIMITS, files: 39 }))).details).toEqual({
      limit: '39 files',
    });
    await writeFile(space.place('liar.zip'), craftZip([{ name: 'a', bytes: zeros, claimedBytes: 100 }]));
    await expectRefusal(
      space.place('liar.zip'),
      'IMAGES_ZIP_BROKEN',
      'The archive is damaged or encrypted and cannot be opened.',
      '压缩包已损坏或加密，无法打开。',
    );
  });

  test('an empty, a cut and an encrypted ZIP', async () => {
    await writeFile(space.place('empty.zip'), craftZip([]));
    expect((await refusal(read(space.place('empty.zip'), space.store))).code).toBe('IMAGES_EMPTY');
    const whole = craftZip([{ name: 'a', bytes: Buffer.alloc(5000, 7) }]);
    await writeFile(space.place('cut.zip'), whole.subarray(0, whole.length - 30));
    expect((await refusal(read(space.place('cut.zip'), space.store))).code).toBe('IMAGES_ZIP_BROKEN');
    await writeFile(space.place('locked.zip'), craftZip([{ name: 'a', bytes: Buffer.alloc(50), flags: 1 }]));
    expect((await refusal(read(space.place('locked.zip'), space.store))).code).toBe('IMAGES_ZIP_BROKEN');
  });

  test('folders have limits too', async () => {
    await writeSeries(space.place('big'), { zMm: steps(6) });
    const input = {
      path: space.place('big'),
      series: null,
      spacingMm: null,
      purpose: null,
      provenance: 'hospital',
    } as const;
    for (const limits of [{ files: 5 }, { totalBytes: 2000 }, { fileBytes: 500 }, { voxels: 1000 }]) {
      const error = await refusal(readStudy(input, space.store, quietStep, { ...DEFAULT_LIMITS, ...limits }));
      expect(error.code).toBe('IMAGES_TOO_LARGE');
    }
  });
});

describe('pictures', () => {
  const grey = (value: number, width = 20, height = 10, channels: 3 | 4 = 3): Promise<Buffer> =>
    sharp({ create: { width, height, channels, background: { r: value, g: value, b: value, alpha: 1 } } })
      .png()
      .toBuffer();

  test('a stack in natural order; mm only with a person’s spacing', async () => {
    const place = space.place('张三 CT 截图');
    await mkdir(place);
    for (const number of [10, 9, 2, 1]) await writeFile(`${place}/s${number}.png`, await grey(number));
    const study = await read(place, space.store);
    expect(study).toMatchObject({
      modality: 'PICTURES',
      volume: null,
      measurable: false,
      spacingSource: 'none',
      ageYears: null,
    });
    expect(study.geometry).toMatchObject({ columns: 20, rows: 10, slices: 4 });
    const bytes = await space.store.read(study.pictures!);
    expect([0, 1, 2, 3].map((slice) => bytes[slice * 200])).toEqual([1, 2, 9, 10]);
    const measured = await read(place, space.store, { spacingMm: [0.5, 0.6, 5] });
    expect(measured).toMatchObject({
      measurable: true,
      spacingSource: 'person',
      geometry: { spacingMm: [0.5, 0.6, 5] },
    });
    expect((await refusal(read(place, space.store, { spacingMm: [0, 1, 1] }))).code).toBe('INPUT_INVALID');
    expect(JSON.stringify(study)).not.toContain('张三');
  });

  test('two stacks in one folder are two choices, in the order of their names', async () => {
    const place = space.place('windows');
    await mkdir(place);
    for (const number of [1, 2, 3]) await writeFile(`${place}/brain_${number}.png`, await grey(100 + number));
    for (const number of [1, 2]) await writeFile(`${place}/bone_${number}.png`, await grey(number));
    await writeFile(`${place}/title.png`, await grey(0, 99));
    await expectRefusal(
      place,
      'IMAGES_MIXED_SERIES',
      'There are 2 series; choose one: A: 2; B: 3',
      '有 2 个序列，请选择其中一个：A: 2; B: 3',
    );
    expect((await inspectSource(place, quietStep)).series.map(({ key, slices }) => [key, slices])).toEqual([
      ['A', 2],
      ['B', 3],
    ]);
    const brain = await read(place, space.store, { series: 'B' });
    expect((await space.store.read(brain.pictures!))[0]).toBe(101);
  });

  test('colour, other sizes, damage, one alone', async () => {
    const place = space.place('pictures');
    await mkdir(place);
    await writeFile(`${place}/1.png`, await grey(9));
    await expectRefusal(
      place,
      'IMAGES_ONE_SLICE',
      'Only 1 slice(s): a volume cannot be analysed.',
      '只有 1 层，无法做体积分析。',
    );
    await writeFile(`${place}/2.png`, await grey(9, 21));
    await expectRefusal(
      place,
      'IMAGES_PICTURE_SIZE',
      'The pictures differ in size (number 2); one stack must have one size.',
      '图片大小不一致（第 2 张）。同一组图片须同样大小。',
    );
    const red = { width: 20, height: 10, channels: 3, background: 'red' } as const;
    await writeFile(`${place}/2.png`, await sharp({ create: red }).toColourspace('rgb16').png().toBuffer());
    await expectRefusal(
      place,
      'IMAGES_COLOUR',
      'Colour or RGB pixels cannot be analysed as CT.',
      '彩色或 RGB 像素不能当作 CT 分析。',
    );
    await writeFile(`${place}/2.png`, (await grey(9)).subarray(0, 60));
    await expectRefusal(
      place,
      'IMAGES_TRUNCATED',
      'An image file is incomplete (number 2). Export it again.',
      '有影像文件不完整（第 2 个）。请重新导出。',
    );
  });
});

test('a path with spaces and Chinese is as good as any', async () => {
  const place = space.place('胸部 CT （张三）/第 1 次');
  await writeSeries(place, { zMm: steps(4), name: (at) => `影像 ${at}.dcm` });
  expect((await read(place, space.store)).geometry.slices).toBe(4);
});

test('a full disk is said as such', async () => {
  await writeSeries(space.place('full'), { zMm: steps(4) });
  class FullStore extends BlobStore {
    override put(): Promise<never> {
      return Promise.reject(new StudioError('DISK_FULL'));
    }
  }
  expect((await refusal(read(space.place('full'), new FullStore(space.place('x'))))).code).toBe('DISK_FULL');
});
