/**
 * Looks at a phantom: writes PNG montages (axial lung and soft-tissue windows, coronal and sagittal cuts, the nodule enlarged).
 *
 *   npx tsx samples/chest-phantom/preview.ts OUT_DIR [SEED] [KIND[:DIAMETER] ...]      KIND: part-solid solid non-solid calcified juxtapleural, or none
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { NoduleKind, NoduleSpec } from './options.ts';
import { buildPhantomVolume, type PhantomVolume } from './phantom-volume.ts';

type Window = readonly [width: number, centre: number];
const LUNG: Window = [1500, -600];
const SOFT: Window = [400, 40];
const BONE: Window = [2500, 480];

interface Tile {
  pixels: Buffer;
  width: number;
  height: number;
}

function grey(hu: number, [width, centre]: Window): number {
  return Math.max(0, Math.min(255, Math.round(((hu - centre + width / 2) / width) * 255)));
}

function axial(v: PhantomVolume, slice: number, window: Window): Tile {
  const size = v.cols * v.rows;
  const pixels = Buffer.from(
    Uint8Array.from(v.hu.subarray(slice * size, (slice + 1) * size), (hu) => grey(hu, window)),
  );
  return { pixels, width: v.cols, height: v.rows };
}

/** A coronal (fixed row) or sagittal (fixed column) cut, stretched to square pixels. */
function upright(v: PhantomVolume, cut: { row: number } | { column: number }, window: Window): Tile {
  const width = 'row' in cut ? v.cols : v.rows;
  const height = Math.round((v.slices * v.spacingMm[2]) / v.spacingMm[0]);
  const pixels = Buffer.alloc(width * height);
  for (let y = 0; y < height; y++) {
    const at = Math.min(v.slices - 1.001, (y * v.spacingMm[0]) / v.spacingMm[2]);
    const k = Math.floor(at);
    for (let x = 0; x < width; x++) {
      const i = 'row' in cut ? cut.row * v.cols + x : x * v.cols + cut.column;
      const a = v.hu[k * v.cols * v.rows + i]!;
      const b = v.hu[(k + 1) * v.cols * v.rows + i]!;
      pixels[y * width + x] = grey(a + (b - a) * (at - k), window);
    }
  }
  return { pixels, width, height };
}

async function montage(file: string, tiles: Tile[], columns: number): Promise<void> {
  const { width, height } = tiles[0]!;
  const rows = Math.ceil(tiles.length / columns);
  const sheet = sharp({
    create: { width: width * columns, height: height * rows, channels: 3, background: '#202020' },
  });
  const composed = sheet.composite(
    tiles.map((t, i) => ({
      input: t.pixels,
      raw: { width: t.width, height: t.height, channels: 1 as const },
      left: (i % columns) * width,
      top: Math.floor(i / columns) * height,
    })),
  );
  await composed.png().toFile(file);
}

async function enlarged(v: PhantomVolume, nodule: number, window: Window): Promise<Tile[]> {
  const [column, row, slice] = v.truth.nodules[nodule]!.centreVoxel.map(Math.round) as [number, number, number];
  const side = 96;
  const left = Math.max(0, Math.min(v.cols - side, column - side / 2));
  const top = Math.max(0, Math.min(v.rows - side, row - side / 2));
  const tiles: Tile[] = [];
  for (const k of [slice - 2, slice - 1, slice, slice + 1, slice + 2]) {
    const whole = axial(v, Math.max(0, Math.min(v.slices - 1, k)), window);
    const image = sharp(whole.pixels, { raw: { width: v.cols, height: v.rows, channels: 1 } }).extract({
      left,
      top,
      width: side,
      height: side,
    });
    const pixels = await image.resize(384, 384, { kernel: 'cubic' }).toColourspace('b-w').raw().toBuffer();
    tiles.push({ pixels, width: 384, height: 384 });
  }
  return tiles;
}

function parseNodules(words: string[]): NoduleSpec[] | undefined {
  if (words.length === 0) return undefined;
  return words
    .filter((word) => word !== 'none')
    .map((word) => {
      const [type, size] = word.split(':');
      return { type: type as NoduleKind, ...(size ? { diameterMm: Number(size) } : {}) };
    });
}

const [out = 'phantom-preview', seed = '1', ...words] = process.argv.slice(2);
await mkdir(out, { recursive: true });
const started = performance.now();
const nodules = parseNodules(words);
const volume = buildPhantomVolume({ seed: Number(seed), ...(nodules ? { nodules } : {}) });
console.log(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
const levels = [6, 16, 25, 34, 43, 50, 58, 66, 74, 82, 94, 106];
for (const [name, window] of [
  ['lung', LUNG],
  ['soft', SOFT],
  ['bone', BONE],
] as const) {
  await montage(
    path.join(out, `axial-${name}.png`),
    levels.map((k) => axial(volume, k, window)),
    4,
  );
  await montage(
    path.join(out, `coronal-${name}.png`),
    [190, 225, 260, 300].map((row) => upright(volume, { row }, window)),
    2,
  );
  await montage(
    path.join(out, `sagittal-${name}.png`),
    [150, 190, 256, 340].map((column) => upright(volume, { column }, window)),
    2,
  );
}
for (let n = 0; n < volume.truth.nodules.length; n++) {
  const tiles = [...(await enlarged(volume, n, LUNG)), ...(await enlarged(volume, n, SOFT))];
  await montage(path.join(out, `nodule-${n + 1}.png`), tiles, 5);
}
console.log(JSON.stringify(volume.truth.nodules, null, 2));
