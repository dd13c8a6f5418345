import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lungSurface } from '#activities/render/pictures/surface';
import { quietStep } from '#activities/step';
import { BlobStore } from '#activities/store/blob-store';
import type { Analysis } from '#domain/analysis';
import { FilmPictures } from '#domain/film/pictures';
import { lesionShape } from '#domain/film/surface';
import { projected, SURFACE_DEGREES, SurfaceViews } from '#domain/film/surface-view';
import { analysisOf, nodule } from '../fixtures/analysis.ts';

const [COLUMNS, ROWS, SLICES] = [96, 80, 40];
const SPACING: [number, number, number] = [3, 3, 5];

/** Two unlike lungs, a bubble of air apart from them, and, when asked for, only a ball at a place. */
function maskOf(flipped: boolean, ball: readonly [number, number, number] | null = null): Uint8Array {
  const mask = new Uint8Array(COLUMNS * ROWS * SLICES);
  const inside = (x: number, y: number, z: number, c: readonly number[], r: readonly number[]) =>
    ((x - c[0]!) / r[0]!) ** 2 + ((y - c[1]!) / r[1]!) ** 2 + ((z - c[2]!) / r[2]!) ** 2 <= 1;
  for (let z = 0; z < SLICES; z++) {
    for (let y = 0; y < ROWS; y++) {
      for (let x = 0; x < COLUMNS; x++) {
        const u = flipped ? COLUMNS - 1 - x : x;
        const lung = ball
          ? inside(u, y, z, ball, [5, 5, 3])
          : inside(u, y, z, [26, 40, 18], [17, 26, 15]) ||
            inside(u, y, z, [70, 44, 20], [14, 22, 12]) ||
            inside(u, y, z, [60, 40, 37], [3, 3, 2]);
        if (lung) mask[(z * ROWS + y) * COLUMNS + x] = u < 48 ? 1 : 2;
      }
    }
  }
  return mask;
}

describe('the lungs in space', () => {
  let folder = '';
  let store: BlobStore;
  const finding = nodule({});
  const surfaceOf = async (mask: Uint8Array): Promise<{ views: SurfaceViews; analysis: Analysis }> => {
    const base = analysisOf({ findings: [finding] });
    const geometry = { ...base.study.geometry, columns: COLUMNS, rows: ROWS, slices: SLICES, spacingMm: SPACING };
    const lungMask = await store.put(await promisify(deflateRaw)(mask), 'application/octet-stream', 'lung-mask');
    const analysis = { ...base, study: { ...base.study, geometry }, lungMask };
    return { views: (await lungSurface(analysis, store, quietStep))!, analysis };
  };
  const alphaOf = async (views: SurfaceViews, i: number): Promise<Buffer> =>
    sharp(await store.read(views.images[i]!))
      .extractChannel('alpha')
      .raw()
      .toBuffer();
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'surface-'));
    store = new BlobStore(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is a picture for every view, the same bytes each time, and nothing without a mask', async () => {
    const { views, analysis } = await surfaceOf(maskOf(false));
    expect(SurfaceViews.parse(views)).toEqual(views);
    expect(views.degrees).toEqual(SURFACE_DEGREES);
    expect(await lungSurface(analysis, store, quietStep)).toEqual(views);
    const none = await store.put(Buffer.from('no mask'), 'application/octet-stream', 'lung-mask');
    expect(await lungSurface({ ...analysis, lungMask: none }, store, quietStep)).toBeNull();
    expect((await surfaceOf(new Uint8Array(COLUMNS * ROWS * SLICES))).views).toBeNull();
    // Pictures stored before there was a surface are read as ever.
    expect(FilmPictures.shape.surface.parse(undefined)).toBeUndefined();
  });

  it('a mirrored study gives the mirrored picture from the mirrored side', async () => {
    const [own, mirrored] = [(await surfaceOf(maskOf(false))).views, (await surfaceOf(maskOf(true))).views];
    expect([mirrored.width, mirrored.height]).toEqual([own.width, own.height]);
    for (const i of [0, 9, 15]) {
      const a = await alphaOf(own, i);
      const b = await alphaOf(mirrored, SURFACE_DEGREES.length - 1 - i);
      let off = 0;
      for (let p = 0; p < a.length; p++) {
        const x = p % own.width;
        if (Math.abs(a[p]! - b[p - x + own.width - 1 - x]!) > 12) off++;
      }
      expect(off / a.length, `view ${i}`).toBeLessThan(0.002);
    }
  });

  it('what lies at a voxel is seen where its projection says, within two pixels, from every side', async () => {
    const at = [30, 22, 14] as const;
    const { views } = await surfaceOf(maskOf(false, at));
    for (const [i, degrees] of views.degrees.entries()) {
      const alpha = await alphaOf(views, i);
      let [sum, sx, sy] = [0, 0, 0];
      alpha.forEach((value, p) => {
        sum += value;
        sx += value * ((p % views.width) + 0.5);
        sy += value * (Math.floor(p / views.width) + 0.5);
      });
      const [u, v] = projected(at, SPACING, views.axisMm, degrees);
      expect(Math.abs(sx / sum - (u - views.originMm[0]) / views.mmPerPixel), `${degrees}`).toBeLessThan(2);
      expect(Math.abs(sy / sum - (v - views.originMm[1]) / views.mmPerPixel), `${degrees}`).toBeLessThan(2);
    }
  });

  it('the lesion is drawn round its own centre, within two pixels', async () => {
    const { views, analysis } = await surfaceOf(maskOf(false));
    const geometry = { ...analysis.study.geometry, spacingMm: [0.7, 0.7, 2.5] as [number, number, number] };
    const view = { scale: 2.4, tx: 500, ty: 100 };
    const shape = lesionShape(finding, geometry, views, view);
    const mean = (k: 0 | 1) => shape.reduce((sum, point) => sum + point[k], 0) / shape.length;
    const [u, v] = projected(finding.centreVoxel, geometry.spacingMm, views.axisMm, 0);
    expect(Math.abs(mean(0) - (u * view.scale + view.tx))).toBeLessThan(2);
    expect(Math.abs(mean(1) - (v * view.scale + view.ty))).toBeLessThan(2);
  });
});
