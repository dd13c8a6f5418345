import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { analyse } from '#activities/analysis/analyse';
import { quietStep } from '#activities/step';
import { Analysis } from '#domain/analysis';
import { plainChest, studyOf, withStore } from './made-study.ts';

const BALL = { centreMm: [84, 112, 70], radiusMm: 6, hu: 40 } as const;

describe('analyse', () => {
  it('measures a ball in a plain chest, the same way twice, with honest progress', async () => {
    await withStore(async (store) => {
      const study = await studyOf(plainChest([BALL]), store);
      const seen: number[] = [];
      const first = await analyse(study, store, { ...quietStep, progress: (fraction) => seen.push(fraction) });
      const second = await analyse(study, store, quietStep, { threads: 1 });
      expect(JSON.stringify(second)).toBe(JSON.stringify(first));
      expect(Analysis.parse(JSON.parse(JSON.stringify(first)))).toEqual(first);
      expect(seen.every((fraction, i) => i === 0 || fraction >= seen[i - 1]! - 1e-9)).toBe(true);
      expect(seen.at(-1)).toBe(1);

      expect(first.findings).toHaveLength(1);
      const finding = first.findings[0]!;
      const f = finding.features;
      expect(finding).toMatchObject({ id: 'F1', rank: 1 });
      expect(Math.abs(f.meanDiameterMm.value - 12)).toBeLessThan(0.8);
      expect(Math.abs(f.volumeMm3.value / ((4 / 3) * Math.PI * 216) - 1)).toBeLessThan(0.15);
      expect(f.sphericity.value).toBeGreaterThan(0.9);
      expect(f).toMatchObject({ type: { value: 'solid' }, side: { value: 'right' }, calcification: { value: 'none' } });
      for (const [name, value] of Object.entries(f)) {
        expect(value.method, name).not.toBe('');
        expect(value.source, name).toMatchObject({
          model: 'lung-nodule-filter-bank',
          rule: expect.stringMatching(/^[a-z-]+$/),
        });
      }
      // A voxel centre (84, 112, 70) mm from the corner, half a voxel less in coordinates of voxel centres.
      expect(finding.centreMm.map(Math.round)).toEqual([83, 111, -69]);
      expect(first.contralateral[0]).toMatchObject({ findingId: 'F1' });
      expect(first.contralateral[0]!.centre[0]).toBeGreaterThan(90);
      expect(Math.abs(first.contralateral[0]!.meanHu.value + 850)).toBeLessThan(15);

      const mask = await promisify(inflateRaw)(await store.read(first.lungMask));
      expect(mask.length).toBe(180 * 140 * 56);
      const at = (x: number) => mask[(28 * 140 + 70) * 180 + x];
      expect([at(50), at(90), at(130)]).toEqual([1, 0, 2]);
      expect(first.lungs.warp.length).toBeGreaterThan(8);
    });
  }, 120_000);

  it('parts lungs that touch and keeps right and left', async () => {
    await withStore(async (store) => {
      const study = await studyOf(plainChest([], { gapMm: -6 }), store);
      const analysis = await analyse(study, store, quietStep);
      const mask = await promisify(inflateRaw)(await store.read(analysis.lungMask));
      const at = (x: number) => mask[(40 * 140 + 70) * 180 + x];
      expect([at(50), at(130)]).toEqual([1, 2]);
      expect(analysis.findings).toEqual([]);
      expect(analysis.ratings).toEqual([expect.objectContaining({ category: '1', findingId: null })]);
    });
  }, 120_000);

  it('refuses pictures, and images without lungs', async () => {
    await withStore(async (store) => {
      const study = await studyOf(plainChest([]), store);
      await expect(analyse({ ...study, volume: null }, store, quietStep)).rejects.toMatchObject({
        code: 'IMAGES_HU_NEEDED',
      });
      const block = { hu: new Int16Array(64 * 64 * 30).fill(40), size: [64, 64, 30], spacingMm: [2, 2, 2] } as const;
      await expect(analyse(await studyOf(block, store), store, quietStep)).rejects.toMatchObject({
        code: 'ANALYSIS_NO_LUNGS',
      });
    });
  });

  it('stops when cancelled', async () => {
    await withStore(async (store) => {
      const study = await studyOf(plainChest([BALL]), store);
      const control = new AbortController();
      const stopped = analyse(study, store, {
        signal: control.signal,
        progress: (fraction) => {
          if (fraction > 0.3) control.abort(new Error('stopped by the test'));
        },
      });
      await expect(stopped).rejects.toThrow('stopped by the test');
    });
  });
});
