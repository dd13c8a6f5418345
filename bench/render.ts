import { rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser, renderMedia } from '@remotion/renderer';
import { VIDEO_ENCODER } from '#activities/media/argv-video';
import { assembleVideo } from '#activities/render/assemble';
import { artifactsIn, serveAssets } from '#activities/render/asset-server';
import { RenderBrowser } from '#activities/render/browser';
import { bundleFilm, type FilmBundle } from '#activities/render/bundle';
import { CHROMIUM_OPTIONS, findBrowser } from '#activities/render/find-browser';
import { renderScene } from '#activities/render/render-scene';
import { quietStep } from '#activities/step';
import { BlobStore } from '#activities/store/blob-store';
import { composeFilm, type FilmProps } from '#domain/film/film';
import type { SceneChunk } from '#domain/release';
import { sampleInput } from '#tests/film/sample';

export interface RenderFigures {
  readonly frames: number;
  /** Frames that were drawn by the browser; the others repeat one. */
  readonly distinctFrames: number;
  readonly ours: { readonly seconds: number; readonly framesPerSecond: number; readonly bytes: number };
  /** Remotion's `renderMedia` of the same film, same encoder settings, as many tabs as cores; null when not asked for. */
  readonly stock: { readonly seconds: number; readonly framesPerSecond: number } | null;
  /** Stock seconds / ours. */
  readonly ratio: number | null;
  /** Ours / film length. */
  readonly perFilmSecond: number;
}

/** A film of only some scenes, end to end. */
export function shortened(film: FilmProps, sceneIds: readonly string[]): FilmProps {
  let at = 0;
  const scenes = film.scenes
    .filter(({ props }) => sceneIds.length === 0 || sceneIds.includes(props.id))
    .map(({ props }) => {
      const from = at;
      at += props.durationInFrames;
      return { from, props };
    });
  return { ...film, scenes, durationInFrames: at };
}

const SCENES_AT_ONCE = 2;
const seconds = (since: number): number => (performance.now() - since) / 1000;

/** The studio's renderer, two scenes at a time, chunks joined. */
export async function renderOurs(film: FilmProps, store: BlobStore, bundle: FilmBundle) {
  const browser = new RenderBrowser();
  const chunks: SceneChunk[] = [];
  const started = performance.now();
  try {
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let index = next++; index < film.scenes.length; index = next++) {
        const scene = film.scenes[index]!.props;
        chunks[index] = await renderScene(scene, { store, bundle, browser, step: quietStep });
      }
    };
    await Promise.all(Array.from({ length: SCENES_AT_ONCE }, worker));
    const video = await assembleVideo(chunks, film.durationInFrames, { store, step: quietStep });
    return { seconds: seconds(started), bytes: video.bytes, chunks };
  } finally {
    await browser.close();
  }
}

/** Seconds that stock `renderMedia` takes to write a film: as many tabs as cores, same encoder settings. */
export async function renderStock(
  film: FilmProps,
  store: BlobStore,
  bundle: FilmBundle,
  output: string,
): Promise<number> {
  const assets = await serveAssets(store, artifactsIn(film).values());
  const started = performance.now();
  const puppeteerInstance = await openBrowser('chrome', {
    browserExecutable: await findBrowser(),
    chromiumOptions: CHROMIUM_OPTIONS,
    logLevel: 'error',
  });
  const props = { film, assetBase: assets.base };
  const { width, height, fps, durationInFrames } = film;
  try {
    await renderMedia({
      composition: {
        ...{ id: 'film', width, height, fps, durationInFrames, props, defaultProps: {} },
        ...{ defaultCodec: null, defaultOutName: null, defaultVideoImageFormat: null, defaultPixelFormat: null },
        ...{ defaultProResProfile: null, defaultSampleRate: null },
      },
      ...{ inputProps: props, serveUrl: bundle.dir, puppeteerInstance, chromiumOptions: CHROMIUM_OPTIONS },
      ...{ codec: 'h264', crf: VIDEO_ENCODER.crf, x264Preset: VIDEO_ENCODER.preset, pixelFormat: 'yuv420p' },
      ...{ colorSpace: 'bt709', imageFormat: 'jpeg', jpegQuality: VIDEO_ENCODER.pictureQuality, muted: true },
      ...{ concurrency: cpus().length, outputLocation: output, logLevel: 'error', timeoutInMilliseconds: 120_000 },
    });
    return seconds(started);
  } finally {
    await puppeteerInstance.close({ silent: true });
    await assets.close();
  }
}

/** Draws the sample film (or some of its scenes) with the studio's renderer and, in the same run, with stock Remotion. */
export async function benchRender(
  options: { scenes?: readonly string[]; stock?: boolean } = {},
): Promise<RenderFigures> {
  const root = path.join(tmpdir(), `caseloom-bench-${process.pid}`);
  const store = new BlobStore(path.join(root, 'store'));
  try {
    const film = shortened(composeFilm(await sampleInput(store)), options.scenes ?? []);
    const bundle = await bundleFilm(path.join(tmpdir(), 'caseloom-bench-bundles'), quietStep.signal);
    const ours = await renderOurs(film, store, bundle);
    const stock = options.stock === false ? null : await renderStock(film, store, bundle, path.join(root, 'stock.mp4'));
    const frames = film.durationInFrames;
    return {
      frames,
      distinctFrames: ours.chunks.reduce((sum, chunk) => sum + chunk.distinctFrames, 0),
      ours: { seconds: ours.seconds, framesPerSecond: frames / ours.seconds, bytes: ours.bytes },
      stock: stock === null ? null : { seconds: stock, framesPerSecond: frames / stock },
      ratio: stock === null ? null : stock / ours.seconds,
      perFilmSecond: ours.seconds / (frames / film.fps),
    };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

// `tsx bench/render.ts [--no-stock] [scene ids…]`; without ids the whole film.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  const scenes = words.filter((word) => !word.startsWith('--'));
  console.log(JSON.stringify(await benchRender({ scenes, stock: !words.includes('--no-stock') }), null, 2));
}
