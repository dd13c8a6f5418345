import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import dicomParser from 'dicom-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quietStep } from '#activities/step';
import { ensurePhantom, type KeptPhantom } from '#samples/chest-phantom/ensure-phantom';
import { PhantomRenderer } from '#samples/chest-phantom/phantom-volume';

const OPTIONS = { seed: 4, slices: 24 };

describe('the kept study', { timeout: 180_000 }, () => {
  let cache: string;
  let kept: KeptPhantom;
  const slices: { name: string; data: dicomParser.DataSet; z: number; number: number }[] = [];

  beforeAll(async () => {
    cache = await mkdtemp(path.join(os.tmpdir(), 'phantom-'));
    const started = performance.now();
    const seen: number[] = [];
    kept = await ensurePhantom(cache, OPTIONS, { ...quietStep, progress: (fraction) => seen.push(fraction) });
    console.log(`phantom of ${OPTIONS.slices} slices made in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    expect(seen.at(-1)).toBe(1);
    expect(seen.every((f, i) => i === 0 || f >= seen[i - 1]!)).toBe(true);
    for (const name of (await readdir(kept.studyDir)).sort()) {
      const data = dicomParser.parseDicom(await readFile(path.join(kept.studyDir, name)));
      slices.push({
        name,
        data,
        z: Number(data.string('x00200032')!.split('\\')[2]),
        number: data.intString('x00200013')!,
      });
    }
  }, 240_000);

  afterAll(() => rm(cache, { recursive: true, force: true }));

  it('holds nothing but the slices, under names that are not in spatial order', () => {
    expect(slices).toHaveLength(OPTIONS.slices);
    const heights = slices.map((s) => s.z);
    expect(heights).not.toEqual([...heights].sort((a, b) => a - b));
    expect(heights).not.toEqual([...heights].sort((a, b) => b - a));
    expect(path.dirname(kept.truthPath)).toBe(path.dirname(kept.studyDir));
  });

  it('says in the header what it is: a low-dose screening CT, simulated, of nobody', () => {
    for (const { data } of slices) {
      expect(data.string('x00020010')).toBe('1.2.840.10008.1.2.1');
      expect(data.string('x00080060')).toBe('CT');
      expect(data.string('x00080008')).toBe('DERIVED\\PRIMARY\\AXIAL');
      expect(data.string('x00204000')).toBe('Simulated phantom, not a patient');
      expect(data.string('x00100010')).toBe('PHANTOM^CHEST');
      expect(data.string('x00101010')).toBe('058Y');
      expect(data.string('x00280301')).toBe('NO');
      expect(data.string('x00181030')).toContain('LOW DOSE');
      expect(data.double('x00189345')).toBeCloseTo(1.2);
      expect(data.elements.x00180010).toBeUndefined(); // no contrast agent
    }
  });

  it('gives every slice its own UID under 2.25 within one series', () => {
    const own = slices.map((s) => s.data.string('x00080018')!);
    expect(new Set(own).size).toBe(OPTIONS.slices);
    expect(new Set(slices.map((s) => s.data.string('x0020000e'))).size).toBe(1);
    for (const uid of own) {
      expect(uid).toMatch(/^2\.25\.[1-9]\d*$/);
      expect(uid.length).toBeLessThanOrEqual(64);
    }
    expect(slices.every((s) => s.data.string('x00020003') === s.data.string('x00080018'))).toBe(true);
  });

  it('carries the geometry and the rendered Hounsfield units', () => {
    const sorted = [...slices].sort((a, b) => b.z - a.z);
    sorted.forEach((s, k) => {
      expect(s.number).toBe(k + 1);
      if (k > 0) expect(sorted[k - 1]!.z - s.z).toBeCloseTo(300 / OPTIONS.slices, 4);
    });
    const { data } = sorted[10]!;
    expect(data.string('x00200037')).toBe('1\\0\\0\\0\\1\\0');
    expect(Number(data.string('x00280030')!.split('\\')[0])).toBeCloseTo(0.703125, 5);
    const element = data.elements.x7fe00010!;
    const bytes = data.byteArray.slice(element.dataOffset, element.dataOffset + element.length);
    const stored = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
    const rendered = new PhantomRenderer(OPTIONS).renderSlice(10);
    expect(stored.length).toBe(512 * 512);
    const slope = data.floatString('x00281053')!;
    const intercept = data.floatString('x00281052')!;
    expect(stored.every((v, i) => v * slope + intercept === rendered[i])).toBe(true);
  });

  it('is found again, with the same answer', async () => {
    const again = await ensurePhantom(cache, OPTIONS, quietStep);
    expect(again.reused).toBe(true);
    expect(kept.reused).toBe(false);
    expect(again.truth).toEqual(JSON.parse(await readFile(kept.truthPath, 'utf8')));
    expect(again.truth.simulated).toBe(true);
  });

  it('leaves nothing when it is stopped', async () => {
    const stop = new AbortController();
    const before = await readdir(cache);
    const making = ensurePhantom(
      cache,
      { ...OPTIONS, seed: 5 },
      { signal: stop.signal, progress: (f) => f > 0 && stop.abort() },
    );
    await expect(making).rejects.toThrow();
    expect(await readdir(cache)).toEqual(before);
  });
});
