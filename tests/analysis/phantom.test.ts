import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '#activities/analysis/analyse';
import { readStudy } from '#activities/images/read-study';
import { quietStep } from '#activities/step';
import type { Analysis } from '#domain/analysis';
import type { Finding } from '#domain/finding';
import { ensurePhantom } from '#samples/chest-phantom/ensure-phantom';
import type { NoduleTruth, PhantomOptions, PhantomTruth } from '#samples/chest-phantom/options';
import { cacheDir } from '../../cli/setup/places.mjs';
import { withStore } from './made-study.ts';

/** From DICOM files to findings, as the studio does it. The phantom is kept in the per-user cache. */
async function analysed(options: PhantomOptions): Promise<{ analysis: Analysis; truth: PhantomTruth }> {
  const { studyDir, truth } = await ensurePhantom(path.join(cacheDir(), 'phantoms'), options, quietStep);
  return withStore(async (store) => {
    const input = { path: studyDir, series: null, spacingMm: null, purpose: null, provenance: 'simulated' } as const;
    const study = await readStudy(input, store, quietStep);
    return { analysis: await analyse(study, store, quietStep), truth };
  });
}

const apart = (finding: Finding, truth: NoduleTruth): number =>
  Math.hypot(...finding.centreMm.map((mm, axis) => mm - truth.centreMm[axis]!));

const found = (analysis: Analysis, truth: NoduleTruth): Finding | undefined =>
  analysis.findings.find((finding) => apart(finding, truth) <= 2);

/** The limits of the task: diameter within 10 % or 0.8 mm, volume within 20 %, type right, solid part within 1 mm. */
function expectMeasured(finding: Finding, truth: NoduleTruth): void {
  const f = finding.features;
  const name = `${truth.type} of ${truth.meanMm.toFixed(1)} mm`;
  expect(f.type.value, name).toBe(truth.type);
  expect(f.side.value, name).toBe(truth.side);
  expect(
    Math.abs(f.meanDiameterMm.value - truth.meanMm),
    `${name}: mean diameter ${f.meanDiameterMm.value}`,
  ).toBeLessThan(Math.max(0.8, 0.1 * truth.meanMm));
  expect(Math.abs(f.volumeMm3.value / truth.volumeMm3 - 1), `${name}: volume ${f.volumeMm3.value}`).toBeLessThan(0.2);
  expect(Math.abs(f.solidDiameterMm.value - truth.solidMm), `${name}: solid ${f.solidDiameterMm.value}`).toBeLessThan(
    1,
  );
  expect(f.juxtapleural.value, name).toBe(truth.juxtapleural);
  expect(f.calcification.value !== 'none', name).toBe(truth.calcified);
  expect(f.fat.value, name).toBe(false);
}

describe('the demo phantom', () => {
  let analysis: Analysis;
  let truth: PhantomTruth;
  beforeAll(async () => {
    ({ analysis, truth } = await analysed({}));
  }, 400_000);

  it('has its one nodule found and nothing else', () => {
    expect(analysis.findings).toHaveLength(1);
    expect(apart(analysis.findings[0]!, truth.nodules[0]!)).toBeLessThan(2);
    expectMeasured(analysis.findings[0]!, truth.nodules[0]!);
  });

  it('is Lung-RADS 3 by its solid part, never 4B', () => {
    const rating = analysis.ratings.find((item) => item.system === 'lung-rads-2022')!;
    expect(rating).toMatchObject({ applicable: true, category: '3', management: 'ldct-6-months', findingId: 'F1' });
    expect(analysis.ratings.find((item) => item.system === 'fleischner-2017')).toMatchObject({
      applicable: false,
      reason: 'screening-exam',
    });
  });

  it('lies in the right lobe and reads as smooth', () => {
    const f = analysis.findings[0]!.features;
    expect(f.lobe.value).toBe(truth.nodules[0]!.lobe);
    expect(f.spiculation.value).toBeLessThan(0.2);
    expect(f.lobulation.value).toBeLessThan(0.2);
    expect(Math.abs(f.pleuraDistanceMm.value - truth.nodules[0]!.distanceToPleuraMm)).toBeLessThan(2.5);
  });

  it('has lungs of a plausible size and a place in the other lung to compare with', () => {
    expect(analysis.lungs.volumeMl).toBeGreaterThan(2500);
    expect(analysis.lungs.volumeMl).toBeLessThan(8000);
    expect(analysis.contralateral).toHaveLength(1);
    expect(analysis.contralateral[0]!.centre[0]).toBeGreaterThan(256);
    expect(analysis.contralateral[0]!.meanHu.value).toBeLessThan(-750);
  });
});

describe('other phantoms', () => {
  it('reports nothing where there is nothing', async () => {
    const { analysis } = await analysed({ seed: 6, nodules: [] });
    expect(analysis.findings).toEqual([]);
    expect(analysis.ratings).toEqual([expect.objectContaining({ category: '1' })]);
  }, 400_000);

  it('measures solid, non-solid, calcified, juxtapleural and part-solid nodules in one chest', async () => {
    const types = ['solid', 'non-solid', 'calcified', 'juxtapleural', 'part-solid'] as const;
    const { analysis, truth } = await analysed({ seed: 3, nodules: types.map((type) => ({ type })) });
    for (const nodule of truth.nodules) {
      const finding = found(analysis, nodule);
      expect(finding, `${nodule.type} of ${nodule.meanMm.toFixed(1)} mm in ${nodule.lobe}`).toBeDefined();
      expectMeasured(finding!, nodule);
    }
    expect(analysis.findings.length - truth.nodules.length).toBeLessThanOrEqual(0);
  }, 400_000);
});
