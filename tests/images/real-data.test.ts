import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { inspectSource } from '#activities/images/inspect-source';
import { describeStack } from '#activities/images/series/describe-stack';
import { quietStep } from '#activities/step';
import { DATA, hasData, openWorkspace, read, refusal } from './workspace.ts';

const space = openWorkspace();
const run = promisify(execFile);

describe.runIf(hasData('chest-ct-lidc'))('LIDC-IDRI chest CT', () => {
  beforeAll(async () => {
    for (const name of ['LIDC-IDRI-0001', 'LIDC-IDRI-0002-part'])
      await run('tar', ['xJf', path.join(DATA, `chest-ct-lidc/${name}.tar.xz`), '-C', space.root]);
  });

  test('0001: 133 slices from head to feet, where the readers say the mass is', async () => {
    const truth = JSON.parse(await readFile(path.join(DATA, 'chest-ct-lidc/ground_truth.json'), 'utf8'))[
      'LIDC-IDRI-0001'
    ];
    const started = process.cpuUsage();
    const study = await read(space.place('LIDC-IDRI-0001'), space.store, { provenance: 'lidc-idri' });
    // Processor time, since the wall clock belongs to everybody on the machine.
    const { user, system } = process.cpuUsage(started);
    expect(user + system).toBeLessThan(6_000_000);
    const { geometry } = study;
    expect(geometry).toMatchObject({
      slices: truth.n_slices,
      rows: 512,
      columns: 512,
      spacingMm: [0.703125, 0.703125, 2.5],
    });
    const z = (slice: number): number => geometry.originMm[2] + slice * geometry.sliceAxis[2] * geometry.spacingMm[2];
    expect([z(132), z(0)]).toEqual(truth.z_range_mm);
    expect(study.warnings).toEqual([]);
    expect(study).toMatchObject({
      provenance: 'lidc-idri',
      ageYears: null,
      sex: null,
      acquisition: { contrast: true, kvp: 120 },
    });

    // The mass is soft tissue in lung: its centre is dense, and lung in front of it is air.
    const mass = truth.nodules_ge_3mm_clusters[0];
    const slice = Math.round((geometry.originMm[2] - mass.centroid_z_mm) / geometry.spacingMm[2]);
    expect(slice).toBeGreaterThanOrEqual(mass.slice_index_range[0]);
    expect(slice).toBeLessThanOrEqual(mass.slice_index_range[1]);
    const [x, y] = mass.centroid_xy_px.map(Math.round);
    const bytes = await space.store.read(study.volume!);
    const hu = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
    const around = (column: number, row: number): number => {
      let sum = 0;
      for (let dy = -3; dy <= 3; dy += 1)
        for (let dx = -3; dx <= 3; dx += 1) sum += hu[(slice * 512 + row + dy) * 512 + column + dx]!;
      return sum / 49;
    };
    expect(around(x, y)).toBeGreaterThan(0);
    expect(around(x, y)).toBeLessThan(150);
    // Left lung, in front of the mass: air.
    expect(around(x + 40, y - 80)).toBeLessThan(-600);
    // Values below -1024 (outside the scanner's circle) are air, and the largest stays as it was.
    let [min, max] = [0, 0];
    for (const value of hu) {
      if (value < min) min = value;
      if (value > max) max = value;
    }
    expect([min, max]).toEqual([-1024, 3071]);
  });

  test('0002: 52 slices of 1.25 mm', async () => {
    const { geometry } = await read(space.place('LIDC-IDRI-0002-part'), space.store);
    expect(geometry).toMatchObject({ slices: 52, spacingMm: [0.681641, 0.681641, 1.25] });
    expect(geometry.originMm[2]).toBe(-72);
  });

  test('both at once: asks which', async () => {
    const error = await refusal(read(space.root, space.store));
    expect(error.code).toBe('IMAGES_MIXED_SERIES');
    expect(error.details.choices).toMatch(/^A: 133 × 2.5 mm, soft; B: 52 × 1.25 mm, \w+$/);
    expect((await read(space.root, space.store, { series: 'B' })).geometry.slices).toBe(52);
  });
});

test.runIf(hasData('head-ct/GE-head-CT.zip'))('GE head CT: tilt 18.5 degrees, and the gaps are seen', async () => {
  const place = path.join(DATA, 'head-ct/GE-head-CT.zip');
  const error = await refusal(read(place, space.store));
  expect(error).toMatchObject({ code: 'IMAGES_TILT', details: { degrees: '18.5' } });
  expect((await inspectSource(place, quietStep)).series).toHaveLength(1);
});

test('distances as in the GE head series: 4, 7 and 1.08 mm', () => {
  const zMm = [0, 4, 8, 12, 16, 17.08, 24.08, 28.08];
  const flat = describeStack(
    zMm.map((z) => [0, 0, z] as const),
    [
      [1, 0, 0],
      [0, 1, 0],
    ],
  );
  expect(flat.spacingMm).toBeCloseTo(4, 9);
  expect(flat.gaps).toEqual([{ after: 2, gapMm: expect.closeTo(7, 9) }]);
  expect(flat.distanceMm[0]).toBeCloseTo(1.08, 9);
  expect(flat.order).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
});

test.runIf(hasData('volumes-measured/ct-orientations'))(
  'upright reconstructions are left aside or refused',
  async () => {
    for (const plane of ['coronal', 'sagittal']) {
      const name = plane === 'coronal' ? 'coronal_19001231-076.dcm' : 'sagittal_19001231-080.dcm';
      const error = await refusal(read(path.join(DATA, 'volumes-measured/ct-orientations', name), space.store));
      expect(error).toMatchObject({ code: 'IMAGES_ORIENTATION', details: { plane } });
    }
  },
);

test.runIf(hasData('mr-brain'))('an MR is refused', async () => {
  await run('tar', ['xJf', path.join(DATA, 'mr-brain/studyforrest-T1w.tar.xz'), '-C', space.root]);
  const folder = (await import('node:fs/promises')).readdir(space.root);
  const mr = (await folder).find((name) => !/LIDC|store/.test(name))!;
  expect(await refusal(read(space.place(mr), space.store))).toMatchObject({
    code: 'IMAGES_MODALITY',
    details: { modality: 'MR' },
  });
});
