import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { analyse } from '#activities/analysis/analyse';
import { readStudy } from '#activities/images/read-study';
import { quietStep } from '#activities/step';
import type { Analysis } from '#domain/analysis';
import { projectRoot } from '../../cli/setup/places.mjs';
import { withStore } from './made-study.ts';

const DATA = path.resolve(projectRoot, '../shared/data/chest-ct-lidc');
const isThere = existsSync(path.join(DATA, 'LIDC-IDRI-0001.tar.xz'));
if (!isThere) console.log(`LIDC-IDRI cases are not at ${DATA}: their tests are skipped`);

/** Unpacks a case, reads it as the studio does, and analyses it. */
async function analysed(archive: string): Promise<Analysis> {
  return withStore(async (store, root) => {
    const folder = path.join(root, 'case');
    await mkdir(folder);
    await promisify(execFile)('tar', ['xJf', path.join(DATA, archive), '-C', folder]);
    const input = {
      path: folder,
      series: null,
      spacingMm: null,
      purpose: 'diagnostic',
      provenance: 'lidc-idri',
    } as const;
    return analyse(await readStudy(input, store, quietStep), store, quietStep);
  });
}

describe.skipIf(!isThere)('LIDC-IDRI', () => {
  it('0001: the mass of 32.8 mm in the left lower lobe comes first', async () => {
    const analysis = await analysed('LIDC-IDRI-0001.tar.xz');
    const truth = JSON.parse(await readFile(path.join(DATA, 'ground_truth.json'), 'utf8'))['LIDC-IDRI-0001'];
    const [mass] = truth.nodules_ge_3mm_clusters;
    const { spacingMm } = analysis.study.geometry;
    const first = analysis.findings[0]!;
    const slice = (truth.z_range_mm[1] - mass.centroid_z_mm) / spacingMm[2];
    const away = [mass.centroid_xy_px[0], mass.centroid_xy_px[1], slice].map(
      (voxel, axis) => (voxel - first.centreVoxel[axis]!) * spacingMm[axis]!,
    );
    expect(Math.hypot(...away)).toBeLessThan(10);
    expect(Math.abs(first.features.longAxisMm.value / mass.mean_max_diameter_mm - 1)).toBeLessThan(0.2);
    expect(first.features).toMatchObject({ type: { value: 'solid' }, side: { value: 'left' }, lobe: { value: 'LLL' } });
    expect(analysis.findings.length).toBeLessThanOrEqual(3);
    expect(analysis.ratings[0]).toMatchObject({
      system: 'lung-rads-2022',
      applicable: false,
      reason: 'diagnostic-exam',
    });
  }, 300_000);

  it('0002 (part): the wide non-solid nodule two of four readers saw is found', async () => {
    const analysis = await analysed('LIDC-IDRI-0002-part.tar.xz');
    const first = analysis.findings[0]!;
    const { spacingMm, originMm } = analysis.study.geometry;
    const slice = (originMm[2] + 102.3) / spacingMm[2];
    const away = [344.9, 361.5, slice].map((voxel, axis) => (voxel - first.centreVoxel[axis]!) * spacingMm[axis]!);
    expect(Math.hypot(...away)).toBeLessThan(10);
    expect(first.features).toMatchObject({ type: { value: 'non-solid' }, side: { value: 'left' } });
    expect(analysis.findings.length).toBeLessThanOrEqual(3);
  }, 300_000);
});
