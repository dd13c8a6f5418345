import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveAssets } from '#activities/render/asset-server';
import { RenderBrowser } from '#activities/render/browser';
import type { FilmBundle } from '#activities/render/bundle';
import { openFramePage } from '#activities/render/frame-page';
import { alike, paste } from '#activities/render/planes';
import { renderKeyed } from '#activities/render/render-scene';
import { quietStep } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import { changedBlocks, SheetRows } from '#domain/film/changes';
import type { FixtureScene } from './fixture/index.tsx';
import { emptyStore, fixtureBundle, fixtureScene } from './fixture/scene.ts';

let bundle: FilmBundle;
let store: BlobStore;
const browser = new RenderBrowser(60_000);
beforeAll(async () => {
  bundle = await fixtureBundle();
  store = await emptyStore();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await rm(store.root, { recursive: true, force: true });
});

/** The pictures a page offers for a number of frames. */
async function shotsOf(more: Partial<FixtureScene>, count: number) {
  const { scene } = fixtureScene({ moving: 999, durationInFrames: count, ...more });
  const assets = await serveAssets(store, [], bundle.dir);
  const lease = await browser.frames.lease();
  try {
    const props = { scene, assetBase: assets.base, frames: null };
    const page = await openFramePage(lease.browser, scene, {
      ...{ props, address: assets.film, quality: 92, timeoutMs: 10_000 },
    });
    const frames = Array.from({ length: count }, (_, frame) => frame);
    const shots = await page.changes(frames, () => {});
    await page.close();
    return shots;
  } finally {
    await lease.release(true);
    await assets.close();
  }
}

describe('a scene drawn by its changes', () => {
  it('takes few pictures for many frames: the first and the last whole, the rest on sheets', async () => {
    const shots = await shotsOf({}, 60);
    expect(shots.flatMap((shot) => (shot.kind === 'whole' ? [shot.frame] : []))).toEqual([0, 59]);
    expect(shots.flatMap((shot) => (shot.kind === 'sheet' ? shot.frames.map(({ frame }) => frame) : []))).toEqual(
      Array.from({ length: 59 }, (_, i) => i + 1),
    );
    expect(shots.length).toBeLessThan(20);
  });

  it('is drawn whole when its changes do not make up the picture', async () => {
    const { scene, keys } = fixtureScene({ secret: 6, moving: 0, durationInFrames: 40 });
    const own = keys.map((_, frame) => `${Math.min(frame, 8)}`);
    const chunk = await renderKeyed(scene, own, { store, bundle, browser, step: quietStep });
    const place = 'crop=2:2:60:160,format=rgb24';
    const bytes = (frame: number) =>
      execFileSync('ffmpeg', [
        ...['-v', 'error', '-i', store.path(chunk.video), '-vf', `select=eq(n\\,${frame}),${place}`],
        ...['-frames:v', '1', '-f', 'rawvideo', '-'],
      ]);
    expect(bytes(2)[0]).toBeGreaterThan(200);
    expect(bytes(20)[0]).toBeLessThan(90);
  });
});

describe('changed blocks', () => {
  const frame = { width: 1920, height: 1080 };
  it('cover what changed, on whole blocks, near ones together and far ones apart', () => {
    const boxes = changedBlocks(
      [
        { x: 20, y: 20, width: 10, height: 10 },
        { x: 40, y: 20, width: 10, height: 10 },
        { x: 1500, y: 900, width: 40, height: 10 },
      ],
      frame,
    );
    expect(boxes).toEqual([
      { x: 16, y: 16, width: 48, height: 16 },
      { x: 1488, y: 896, width: 64, height: 16 },
    ]);
    expect(changedBlocks([{ x: -50, y: 3000, width: 20, height: 20 }], frame)).toEqual([]);
  });

  it('are none where the frame had better be drawn whole', () => {
    expect(changedBlocks([{ x: 0, y: 0, width: 1900, height: 900 }], frame)).toBeNull();
    // The lowest half block shares its colours with what lies under the frame.
    expect(changedBlocks([{ x: 0, y: 1060, width: 20, height: 20 }], frame)).toBeNull();
  });

  it('stand beside one another on a sheet, and never on each other', () => {
    const rows = new SheetRows({ width: 64, height: 40 });
    const box = { x: 160, y: 160, width: 32, height: 16 };
    expect(rows.place([box, box, box])?.map(({ at }) => [at.x, at.y])).toEqual([
      [0, 0],
      [32, 0],
      [0, 16],
    ]);
    expect(rows.place([box, box])).toBeNull();
    expect(rows.place([box])?.[0]?.at).toEqual({ x: 32, y: 16 });
  });
});

describe('planes', () => {
  const size = { width: 64, height: 32 };
  const grey = (value: number) => Buffer.alloc((64 * 32 * 3) / 2, value);

  it('take a piece of a sheet to its place and leave the rest', () => {
    const picture = grey(10);
    paste(picture, grey(200), size, { box: { x: 32, y: 16, width: 16, height: 16 }, at: { x: 0, y: 0 } });
    const at = (x: number, y: number) => picture[y * 64 + x];
    expect([at(31, 16), at(32, 16), at(47, 31), at(48, 31)]).toEqual([10, 200, 200, 10]);
    expect(picture.filter((value) => value === 200)).toHaveLength(16 * 16 + 2 * 8 * 8);
  });

  it('are alike with a finer edge, not with a missing letter', () => {
    const [a, b] = [grey(20), grey(20)];
    for (let x = 0; x < 16; x++) b[5 * 64 + x] = 80;
    expect(alike(a, b, size)).toBe(true);
    for (let y = 4; y < 12; y++) for (let x = 4; x < 8; x++) b[y * 64 + x] = 220;
    expect(alike(a, b, size)).toBe(false);
  });
});
