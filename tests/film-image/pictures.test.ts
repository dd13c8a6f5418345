import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preparePictures } from '#activities/render/pictures';
import { windowed } from '#activities/render/pictures/draw';
import { quietStep } from '#activities/step';
import { BlobStore } from '#activities/store/blob-store';
import type { Analysis } from '#domain/analysis';
import { CUT_FOR } from '#domain/film/image-layouts';
import { lesionCuts } from '#domain/film/picture-cuts';
import { type FilmPictures, LUNG_WINDOW, type Picture, FilmPictures as Schema } from '#domain/film/pictures';
import { pictureRect, stageView } from '#domain/film/placement';
import { CENTRE, LUNG_HU, TABLE_VOXEL, tinyChest } from './tiny-chest.ts';

let folder: string;
let store: BlobStore;
let analysis: Analysis;
let pictures: FilmPictures;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'caseloom-pictures-'));
  store = new BlobStore(folder);
  analysis = await tinyChest(store);
  pictures = await preparePictures(analysis, store, quietStep);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Pixels {
  readonly grey: (voxel: readonly [number, number]) => number;
  readonly alpha: (voxel: readonly [number, number]) => number;
}

/** Asks a picture by voxel, through its own origin and step. */
async function pixels(picture: Picture): Promise<Pixels> {
  const { data, info } = await sharp(await store.read(picture.image))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([picture.width, picture.height]);
  const at = (voxel: readonly [number, number], channel: number): number => {
    const [x, y] = [0, 1].map((i) => Math.floor((voxel[i]! - picture.origin[i]!) / picture.voxelsPerPixel[i]!)) as [
      number,
      number,
    ];
    if (x < 0 || y < 0 || x >= info.width || y >= info.height) return 0;
    return data[(y * info.width + x) * info.channels + channel]!;
  };
  return { grey: (voxel) => at(voxel, 0), alpha: (voxel) => at(voxel, info.channels - 1) };
}

describe('windowing', () => {
  it('follows PS3.3 C.11.2.1.2.1 LINEAR', () => {
    expect(windowed(-600 - 0.5, LUNG_WINDOW)).toBe(128);
    expect(windowed(-600.5 - 749.5, LUNG_WINDOW)).toBe(0);
    expect(windowed(-600.5 + 749.5, LUNG_WINDOW)).toBe(255);
    expect(windowed(-5000, LUNG_WINDOW)).toBe(0);
    expect(windowed(3000, LUNG_WINDOW)).toBe(255);
    expect([0, 1, 127, 254, 255].map((grey) => windowed(grey, { name: 'none', level: 128, width: 256 }))).toEqual([
      0, 1, 127, 254, 255,
    ]);
  });
});

describe('the pictures of a scan', () => {
  it('are one per slice, exactly as large as the stage shows them', () => {
    expect(Schema.parse(pictures)).toEqual(pictures);
    expect(pictures.axial).toHaveLength(analysis.study.geometry.slices);
    const { stage } = CUT_FOR.scroll;
    for (const picture of pictures.axial) {
      expect(pictureRect(picture, stageView(picture, stage))).toEqual(stage);
      expect([picture.width, picture.height]).toEqual([stage.width, stage.height]);
    }
    const { panel } = CUT_FOR.zoom;
    expect([pictures.lesion!.width, pictures.lesion!.height]).toEqual([panel.width, panel.height]);
    const { rect } = lesionCuts(analysis)!.other;
    expect([pictures.contralateral!.width, pictures.contralateral!.height]).toEqual([rect.width, rect.height]);
  });

  it('show the values of their slice, the nodule where the finding says', async () => {
    const on = await pixels(pictures.axial[CENTRE[2]]!);
    const off = await pixels(pictures.axial[2]!);
    expect(on.grey([CENTRE[0], CENTRE[1]])).toBe(windowed(40, LUNG_WINDOW));
    expect(off.grey([CENTRE[0], CENTRE[1]])).toBe(windowed(LUNG_HU, LUNG_WINDOW));
    expect(on.grey([90, 46])).toBe(windowed(LUNG_HU, LUNG_WINDOW));
    for (const picture of [pictures.lesion!, pictures.lesionWide!]) {
      const crop = await pixels(picture);
      expect(crop.grey([CENTRE[0], CENTRE[1]])).toBe(windowed(40, LUNG_WINDOW));
      expect(crop.grey([CENTRE[0] + 8, CENTRE[1]])).toBe(windowed(LUNG_HU, LUNG_WINDOW));
    }
  });

  it('leave table and air out, and keep the lungs', async () => {
    const slice = await pixels(pictures.axial[5]!);
    expect(slice.alpha(TABLE_VOXEL)).toBe(0);
    expect(slice.alpha([4, 4])).toBe(0);
    expect(slice.alpha([38, 46])).toBe(255);
    expect(slice.alpha([64, 46])).toBe(255);
  });

  it('have coronal planes in square millimetres that reach from the first slice to the last', () => {
    const { slices } = analysis.study.geometry;
    for (const { mmPerPixel, origin, height, voxelsPerPixel } of pictures.coronal) {
      expect(mmPerPixel[0]).toBeCloseTo(mmPerPixel[1], 9);
      expect(origin[1]).toBe(-0.5);
      expect(height * voxelsPerPixel[1]).toBeCloseTo(slices, 0);
    }
    const digests = pictures.coronal.map((picture) => picture.image.digest);
    expect(new Set(digests).size).toBeGreaterThan(1);
  });

  it('are the same bytes every time', async () => {
    const again = await mkdtemp(path.join(tmpdir(), 'caseloom-pictures-'));
    try {
      const other = new BlobStore(again);
      expect(await preparePictures(await tinyChest(other), other, quietStep)).toEqual(pictures);
    } finally {
      await rm(again, { recursive: true, force: true });
    }
  });

  it('exist without a finding, without its crops', async () => {
    const none = await preparePictures(await tinyChest(store, false), store, quietStep);
    expect([none.lesion, none.lesionWide, none.contralateral]).toEqual([null, null, null]);
    expect(none.axial).toHaveLength(pictures.axial.length);
  });

  it('stop when the production is cancelled', async () => {
    const cancelled = { signal: AbortSignal.abort(), progress: () => {} };
    await expect(preparePictures(analysis, store, cancelled)).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('refuse a volume of the wrong size', async () => {
    const study = { ...analysis.study, geometry: { ...analysis.study.geometry, slices: 21 } };
    await expect(preparePictures({ ...analysis, study }, store, quietStep)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });
});
