import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { inspectSource } from '#activities/images/inspect-source';
import { readStudy } from '#activities/images/read-study';
import { quietStep, type Step } from '#activities/step';
import { ctSlice, steps, writeSeries } from './ct-series.ts';
import { openWorkspace, read, refusal } from './workspace.ts';
import { zipFolder } from './zip-folder.ts';

const space = openWorkspace();
const huAt = async (place: string, index: number): Promise<number> => {
  const study = await read(place, space.store);
  return (await space.store.read(study.volume!)).readInt16LE(index * 2);
};

describe('reading a CT series', () => {
  test('sorts by position, head end first, whatever the files are called', async () => {
    const place = space.place('shuffled');
    const zMm = steps(12, 2.5, 300);
    await writeSeries(place, { zMm, stored: (_r, _c, at) => 1024 + at, name: (at) => `${(at * 7) % 12}.x` });
    const study = await read(place, space.store);
    expect(study.geometry.slices).toBe(12);
    expect(study.geometry.spacingMm).toEqual([0.7, 0.8, 2.5]);
    expect(study.geometry.originMm).toEqual([-100, -90, 300]);
    expect(study.geometry.sliceAxis).toEqual([0, 0, -1]);
    const volume = await space.store.read(study.volume!);
    const centre = (slice: number): number => volume.readInt16LE((slice * 256 + 100) * 2);
    expect(Array.from({ length: 12 }, (_, slice) => centre(slice))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('file names and order of writing do not change the digest; a ZIP gives the same study as its folder', async () => {
    const zMm = steps(8);
    await writeSeries(space.place('one'), { zMm });
    await writeSeries(space.place('two/a b/影像'), { zMm: [...zMm].reverse(), name: (at) => `${9 - at}-张三` });
    await zipFolder(space.place('one'), space.place('one.zip'));
    const one = await read(space.place('one'), space.store);
    const two = await read(space.place('two'), space.store);
    expect(two.volume).toEqual(one.volume);
    expect(await read(space.place('one.zip'), space.store)).toEqual(one);
    expect(one.caseCode).toBe(`CL-${one.volume!.digest.slice(0, 4).toUpperCase()}`);
  });

  test('turns images that run the other way, and the axes stay true', async () => {
    const size = 16;
    const mark = (row: number, column: number): number => 1024 + row * size + column;
    await writeSeries(space.place('plain'), { zMm: steps(4), stored: mark });
    await writeSeries(space.place('turned'), {
      zMm: steps(4),
      orientation: [-1, 0, 0, 0, -1, 0],
      // The corner that comes first in a turned file is the one at the other end of both axes.
      position: (z) => [-100 + 15 * 0.7, -90 + 15 * 0.8, z],
      stored: (row, column) => mark(15 - row, 15 - column),
    });
    const plain = await read(space.place('plain'), space.store);
    const turned = await read(space.place('turned'), space.store);
    expect(turned.volume).toEqual(plain.volume);
    expect(turned.geometry.columnAxis).toEqual([1, 0, 0]);
    expect(turned.geometry.rowAxis).toEqual([0, 1, 0]);
    for (const [axis, mm] of plain.geometry.originMm.entries())
      expect(turned.geometry.originMm[axis]).toBeCloseTo(mm, 9);
  });

  test('makes Hounsfield units: slope, intercept, sign, stored bits, padding, clipping', async () => {
    const bits = { '00280101': ['US', 12], '00280102': ['US', 11], '00280103': ['US', 1] } as const;
    const stored = (_row: number, column: number): number => [0xf000 | 0x0801, 0x07ff, 0x0000, 0x0bad][column % 4]!;
    await writeSeries(space.place('hu'), {
      zMm: steps(3),
      stored,
      extra: { ...bits, '00281052': ['DS', '-10.4'], '00281053': ['DS', '0.5'], '00280120': ['SS', 0] },
    });
    expect(await huAt(space.place('hu'), 0)).toBe(-1024); // -2047 * 0.5 - 10.4 = -1033.9, clipped
    expect(await huAt(space.place('hu'), 1)).toBe(1013); // 2047 * 0.5 - 10.4
    expect(await huAt(space.place('hu'), 2)).toBe(-1024); // padding
    expect(await huAt(space.place('hu'), 3)).toBe(-564); // 0xbad is -1107 in 12 bits
  });

  test('reads a modality LUT sequence', async () => {
    const table = Buffer.from(Uint16Array.from([100, 200, 300]).buffer);
    const item = { '00283002': ['US', [3, 1024, 16]], '00283004': ['LO', 'HU'], '00283006': ['OW', table] } as const;
    await writeSeries(space.place('lut'), {
      zMm: steps(3),
      stored: (_r, column) => 1023 + column,
      extra: { '00281052': ['DS', ''], '00281053': ['DS', ''], '00283000': ['SQ', [item]] },
    });
    expect(await huAt(space.place('lut'), 0)).toBe(100);
    expect(await huAt(space.place('lut'), 2)).toBe(200);
    expect(await huAt(space.place('lut'), 9)).toBe(300);
  });

  test('reads enhanced multi-frame CT from its functional groups', async () => {
    const frame = (z: number) => ({
      '00209113': ['SQ', [{ '00200032': ['DS', [-100, -90, z]] }]] as const,
      '00289145': ['SQ', [{ '00281052': ['DS', -1000 - z], '00281053': ['DS', 1] }]] as const,
    });
    const shared = {
      '00209116': ['SQ', [{ '00200037': ['DS', [1, 0, 0, 0, 1, 0]] }]] as const,
      '00289110': ['SQ', [{ '00280030': ['DS', [0.5, 0.5]], '00180050': ['DS', 3] }]] as const,
    };
    const file = ctSlice(0, {
      zMm: [0],
      extra: {
        '00080016': ['UI', '1.2.840.10008.5.1.4.1.1.2.1'],
        '00200032': ['DS', ''],
        '00200037': ['DS', ''],
        '00280008': ['IS', 3],
        '00280030': ['DS', ''],
        '00281052': ['DS', ''],
        '00281053': ['DS', ''],
        '52009229': ['SQ', [shared]],
        '52009230': ['SQ', [frame(0), frame(4), frame(2)]],
        '7FE00010': ['OW', Buffer.from(new Uint16Array(3 * 256).fill(1000).buffer)],
      },
    });
    await writeFile(space.place('enhanced.dcm'), file);
    const study = await read(space.place('enhanced.dcm'), space.store);
    expect(study.geometry).toMatchObject({ slices: 3, spacingMm: [0.5, 0.5, 2], originMm: [-100, -90, 4] });
    const volume = await space.store.read(study.volume!);
    expect([0, 1, 2].map((slice) => volume.readInt16LE(slice * 512))).toEqual([-4, -2, 0]);
  });

  test('leaves scouts, other modalities and notes aside, follows no link, ignores DICOMDIR', async () => {
    const place = space.place('mixed-bag');
    await writeSeries(place, { zMm: steps(9) });
    await writeSeries(place, {
      zMm: [50],
      name: () => 'scout',
      size: 32,
      extra: { '00080008': ['CS', 'ORIGINAL\\PRIMARY\\LOCALIZER'] },
    });
    await writeSeries(place, {
      zMm: steps(2, 5),
      series: '5.5',
      name: (at) => `report${at}`,
      extra: { '00080016': ['UI', '1.2.840.10008.5.1.4.1.1.7'], '00080060': ['CS', 'OT'] },
    });
    await writeFile(`${place}/notes.txt`, 'not an image');
    await writeFile(`${place}/empty`, '');
    const study = await read(place, space.store);
    expect(study.geometry.slices).toBe(9);
    expect(study.warnings).toEqual(expect.arrayContaining(['other-files-left-aside:2', 'series-left-aside:2']));
    expect(await inspectSource(place, quietStep)).toMatchObject({
      kind: 'dicom',
      leftAside: 2,
      series: [{ key: 'A', slices: 9 }],
    });
  });

  test('reads files without preamble, and drops slices exported twice with a word', async () => {
    const place = space.place('twice');
    await writeSeries(place, { zMm: steps(6), change: (file) => file.subarray(132) });
    await writeFile(`${place}/copy`, ctSlice(2, { zMm: steps(6) }));
    const study = await read(place, space.store);
    expect(study.geometry.slices).toBe(6);
    expect(study.warnings).toContain('copies-dropped:1');
  });

  test('small irregularities are warnings', async () => {
    const zMm = steps(8).map((z, at) => (at === 3 ? z + 0.1 : z));
    await writeSeries(space.place('wobbly'), { zMm });
    expect((await read(space.place('wobbly'), space.store)).warnings).toEqual(['spacing-varies:0.10mm']);
  });

  test('orientations that differ by rounding stay one series', async () => {
    const orientation = (at: number): string =>
      at % 2 === 0 ? '1\\0.0005\\0\\-0.0005\\1\\0' : '1\\0.00049\\0\\-0.00049\\1\\0';
    await writeSeries(space.place('jitter'), {
      zMm: steps(8),
      extra: (at) => ({ '00200037': ['DS', orientation(at)] }),
    });
    expect((await read(space.place('jitter'), space.store)).geometry.slices).toBe(8);
  });

  test('takes a person at their word, and our own phantom at its header', async () => {
    await writeSeries(space.place('phantom'), { zMm: steps(5), extra: { '00080070': ['LO', 'Caseloom phantom'] } });
    const study = await read(space.place('phantom'), space.store, { purpose: 'screening-follow-up' });
    expect(study.provenance).toBe('simulated');
    expect(study.acquisition).toMatchObject({ purpose: 'screening-follow-up', purposeSource: 'person' });
  });

  test('tells progress that never falls, ends at 1, and stops between files', async () => {
    const place = space.place('progress');
    await writeSeries(place, { zMm: steps(10) });
    const input = { path: place, series: null, spacingMm: null, purpose: null, provenance: 'hospital' } as const;
    const seen: number[] = [];
    await readStudy(input, space.store, { signal: quietStep.signal, progress: (fraction) => seen.push(fraction) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    const stop = new AbortController();
    const step: Step = {
      signal: stop.signal,
      progress: (fraction) => {
        if (fraction > 0.5) stop.abort();
      },
    };
    expect((await refusal(readStudy(input, space.store, step))).code).toBe('CANCELLED');
  });

  test('does not change the source', async () => {
    const place = space.place('untouched');
    await writeSeries(place, { zMm: steps(5) });
    const file = `${place}/IM0002`;
    await utimes(file, 1_000_000, 1_000_000);
    const before = await readFile(file);
    await read(place, space.store);
    expect(await readFile(file)).toEqual(before);
    expect((await stat(file)).mtimeMs).toBe(1_000_000_000);
  });
});
