import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frameTimes, probeFile } from '#activities/media/probe';
import { assembleVideo } from '#activities/render/assemble';
import { RenderBrowser } from '#activities/render/browser';
import type { FilmBundle } from '#activities/render/bundle';
import { sceneKey } from '#activities/render/chunk-key';
import { drawByRemotion } from '#activities/render/draw-by-remotion';
import { drawOnDemand } from '#activities/render/draw-on-demand';
import { renderKeyed } from '#activities/render/render-scene';
import { quietStep, type Step } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
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

const draw = (more: Partial<FixtureScene> = {}, step: Step = quietStep, tabs = 1, on = browser) => {
  const { scene, keys } = fixtureScene(more);
  return renderKeyed(scene, keys, { store, bundle, browser: on, step, tabs });
};

/** All frames of a video as raw RGB, one digest each, and a way to ask for pixels. */
function decode(file: string, width = 640, height = 360) {
  const raw = execFileSync(
    'ffmpeg',
    ['-v', 'error', '-i', file, '-vf', 'zscale=matrix=gbr:range=full,format=gbrp,format=rgb24', '-f', 'rawvideo', '-'],
    { maxBuffer: 1 << 30 },
  );
  const size = width * height * 3;
  const frames = Array.from({ length: raw.length / size }, (_, i) => raw.subarray(i * size, (i + 1) * size));
  const pixel = (frame: number, x: number, y: number) => [
    ...frames[frame]!.subarray((y * width + x) * 3).subarray(0, 3),
  ];
  return { count: frames.length, digests: frames.map((f) => createHash('md5').update(f).digest('hex')), pixel };
}

/** Programs and temporary folders this process has started and not cleaned up. */
function leftovers(): string[] {
  const mine = readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(parent) === process.pid && state !== 'Z' && /ffmpeg|chrom|setpriv/.test(stat);
    } catch {
      return false;
    }
  });
  const scratch = path.join(store.root, '.scratch');
  return [...mine, ...(existsSync(scratch) ? readdirSync(scratch) : [])];
}

const close = (found: number[], wanted: number[], within = 6) =>
  expect(
    Math.max(...found.map((value, i) => Math.abs(value - wanted[i]!))),
    `${found} ~ ${wanted}`,
  ).toBeLessThanOrEqual(within);

describe('a scene', () => {
  it('has every frame at its place, in the right colours, in one format', async () => {
    const blue = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#3366CC' } })
      .png()
      .toBuffer();
    const image = await store.put(blue, 'image/png', 'picture');
    const fractions: number[] = [];
    const step = { ...quietStep, progress: (fraction: number) => fractions.push(fraction) };
    const chunk = await draw({ image }, step);
    expect([chunk.frames, chunk.distinctFrames]).toEqual([40, 9]);
    const file = store.path(chunk.video);
    const { count, pixel } = decode(file);
    expect(count).toBe(40);
    for (const frame of [0, 1, 4, 7, 8, 20, 39]) {
      const left = 20 + Math.min(frame, 8) * 4;
      close(pixel(frame, left + 40, 160), [242, 181, 68]);
      close(pixel(frame, left - 6, 160), [13, 17, 19], 10);
      close(pixel(frame, left + 86, 160), [13, 17, 19], 10);
    }
    close(pixel(20, 130, 50), [51, 102, 204]);
    const { streams } = await probeFile(file, quietStep.signal);
    expect(streams[0]).toMatchObject({
      ...{ codec_name: 'h264', profile: 'High', pix_fmt: 'yuv420p', color_range: 'tv', color_space: 'bt709' },
      ...{ color_primaries: 'bt709', color_transfer: 'bt709', avg_frame_rate: '25/1', nb_frames: 40 },
    });
    expect([...fractions].sort((a, b) => a - b)).toEqual(fractions);
    expect(fractions.at(-1)).toBe(1);
  });

  it('gives the same bytes again, in one tab and in two', async () => {
    const [first, second] = [await draw(), await draw({}, quietStep, 2)];
    expect(second.video.digest).toBe(first.video.digest);
    expect((await draw({ moving: 5 })).video.digest).not.toBe(first.video.digest);
  });

  it('has the same pixels drawn on demand and by Remotion itself', async () => {
    const { scene, keys } = fixtureScene();
    const deps = { store, bundle, browser, step: quietStep, tabs: 1 };
    const chunks = await Promise.all(
      [drawOnDemand, drawByRemotion].map((painter) => renderKeyed(scene, keys, { ...deps, painter })),
    );
    const [ours, theirs] = chunks.map((chunk) => decode(store.path(chunk.video)).digests);
    expect(ours).toEqual(theirs);
  });

  it('names the frame that is never ready, and what it waits for', async () => {
    const { scene, keys } = fixtureScene({ hang: 5 });
    const deps = { store, bundle, browser, step: quietStep, tabs: 1, frameTimeoutMs: 3_000 };
    await expect(renderKeyed(scene, keys, { ...deps, painter: drawOnDemand })).rejects.toMatchObject({
      code: 'RENDER_FRAME',
      details: { frame: 5, detail: expect.stringContaining('the fixture waits here') },
    });
    expect((await draw()).frames).toBe(40);
  });

  it('keeps every run at its place in a long scene of uneven ones', async () => {
    const keys = Array.from({ length: 160 }, (_, run) => Array.from({ length: 1 + (run % 4) }, () => `${run}`)).flat();
    const moving = keys.length;
    const { scene } = fixtureScene({ durationInFrames: keys.length, moving });
    const chunk = await renderKeyed(scene, keys, { store, bundle, browser, step: quietStep });
    expect([chunk.frames, chunk.distinctFrames]).toEqual([keys.length, 160]);
    const { digests } = decode(store.path(chunk.video));
    const starts = keys.flatMap((key, frame) => (frame === 0 || keys[frame - 1] !== key ? [frame] : []));
    // The encoder may touch a picture that stands still, but one that begins differs from the one before.
    for (const frame of starts.slice(1, 100)) expect(digests[frame]).not.toBe(digests[frame - 1]);
  });

  it('joins with others by stream copy, each frame as it was', async () => {
    const [a, b] = [await draw(), await draw({ moving: 20, durationInFrames: 30 })];
    const one = await draw({ durationInFrames: 1 });
    const joined = await assembleVideo([a, b, one, a], 111, { store, step: quietStep });
    const parts = [a, b, one, a].flatMap((chunk) => decode(store.path(chunk.video)).digests);
    expect(decode(store.path(joined)).digests).toEqual(parts);
    const times = await frameTimes(store.path(joined), quietStep.signal);
    expect(times).toHaveLength(111);
    expect(Math.max(...times.map((time, frame) => Math.abs(time - frame / 25)))).toBeLessThan(1e-5);
    await expect(assembleVideo([a, b], 71, { store, step: quietStep })).rejects.toMatchObject({ code: 'QC_FAILED' });
  });

  it('reports a picture that cannot be drawn, and leaves nothing behind', async () => {
    await expect(draw({ fail: 4 })).rejects.toMatchObject({ code: 'RENDER_FRAME', details: { frame: 4 } });
    await expect(
      draw({ image: { digest: 'f'.repeat(64), mediaType: 'image/png', bytes: 9, role: 'x' } }),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/^RENDER_/),
    });
    expect(leftovers().filter((item) => item.length > 12)).toEqual([]);
  });

  it('stops within five seconds when cancelled, with browser and encoder gone', async () => {
    const own = new RenderBrowser(60_000);
    const abort = new AbortController();
    let started = 0;
    const step: Step = {
      signal: abort.signal,
      progress: (fraction) => {
        if (fraction > 0.05 && !started) {
          started = Date.now();
          abort.abort();
        }
      },
    };
    const before = leftovers();
    await expect(draw({ moving: 600, durationInFrames: 600 }, step, 1, own)).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(started).toBeGreaterThan(0);
    expect(Date.now() - started).toBeLessThan(5000);
    expect(leftovers()).toEqual(before);
    await expect(draw({}, step, 1, own)).rejects.toMatchObject({ code: 'CANCELLED' });
    await own.close();
  });

  it('gets a fresh browser after the old one was killed', async () => {
    const own = new RenderBrowser(60_000);
    const lease = await own.frames.lease();
    await lease.release(true);
    const group = readdirSync('/proc').filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        return (
          Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === process.pid && /chrom|setpriv/.test(stat)
        );
      } catch {
        return false;
      }
    });
    let killed = false;
    const step = {
      ...quietStep,
      progress: (fraction: number) => {
        if (fraction > 0.05 && !killed) {
          killed = true;
          process.kill(-Number(group.at(-1)), 'SIGKILL');
        }
      },
    };
    await expect(draw({ moving: 600, durationInFrames: 600 }, step, 1, own)).rejects.toMatchObject({
      code: 'RENDER_BROWSER',
    });
    expect((await draw({}, quietStep, 1, own)).frames).toBe(40);
    await own.close();
  }, 120_000);

  it('has a key that follows from its props, its code and the encoder', () => {
    const { scene } = fixtureScene();
    expect(sceneKey(scene, 'v1')).toBe(sceneKey({ ...scene }, 'v1'));
    expect(sceneKey(scene, 'v1')).not.toBe(sceneKey(scene, 'v2'));
    expect(sceneKey(scene, 'v1')).not.toBe(sceneKey({ ...scene, durationInFrames: 41 }, 'v1'));
  });
});

it.each(['on demand', 'by itself'])('leaves no profile behind of a browser that draws %s', async (how) => {
  const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('puppeteer_dev_chrome_profile'));
  const own = new RenderBrowser();
  const before = profiles();
  const lease = how === 'on demand' ? await own.frames.lease() : await own.lease();
  expect(profiles().length).toBeGreaterThan(before.length);
  await lease.release(false);
  expect(profiles().filter((name) => !before.includes(name))).toEqual([]);
});
