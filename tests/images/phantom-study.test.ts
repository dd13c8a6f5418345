import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { quietStep } from '#activities/step';
import { ensurePhantom } from '#samples/chest-phantom/ensure-phantom';
import { openWorkspace, read } from './workspace.ts';

const space = openWorkspace();

test('the phantom is read as what it says it is, with its nodule where it says', async () => {
  // Kept between runs where the other tests keep theirs.
  const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'caseloom', 'phantoms');
  const { studyDir, truth } = await ensurePhantom(cache, { slices: 24 }, quietStep);
  const study = await read(studyDir, space.store);
  expect(study).toMatchObject({
    provenance: 'simulated',
    ageYears: 58,
    sex: 'male',
    warnings: [],
    acquisition: {
      purpose: 'screening-baseline',
      purposeSource: 'header',
      contrast: null,
      kvp: 120,
      ctdiVolMgy: 1.2,
      kernel: 'soft',
    },
  });
  expect(study.geometry.slices).toBe(24);
  for (const axis of [0, 1, 2]) expect(study.geometry.spacingMm[axis]).toBeCloseTo(truth.spacingMm[axis]!, 3);
  const { originMm, spacingMm, columnAxis, rowAxis, sliceAxis } = study.geometry;
  const [column, row, slice] = truth.nodules[0]!.centreVoxel;
  for (const axis of [0, 1, 2]) {
    const mm =
      originMm[axis]! +
      column * spacingMm[0] * columnAxis[axis]! +
      row * spacingMm[1] * rowAxis[axis]! +
      slice * spacingMm[2] * sliceAxis[axis]!;
    expect(mm).toBeCloseTo(truth.nodules[0]!.centreMm[axis]!, 2);
  }
}, 120_000);
