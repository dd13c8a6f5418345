import { cpus } from 'node:os';
import path from 'node:path';
import { type HeadlessBrowser, makeCancelSignal, renderFrames } from '@remotion/renderer';
import type { VideoConfig } from 'remotion';
import { VIDEO_ENCODER } from '#activities/media/argv-video';
import { countFrames } from '#activities/media/probe';
import { withScratch } from '#activities/media/scratch';
import type { Step } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import { StudioError } from '#domain/errors';
import { frameKey, type SceneProps } from '#domain/film/film';
import type { SceneChunk } from '#domain/release';
import { type AssetServer, artifactsIn, serveAssets } from './asset-server.ts';
import { CHROMIUM_OPTIONS, type RenderBrowser } from './browser.ts';
import type { FilmBundle } from './bundle.ts';
import { sceneKey } from './chunk-key.ts';
import { type SceneEncoder, startEncoder } from './encode.ts';
import { type FramePlan, planFrames } from './frame-plan.ts';

export interface RenderDeps {
  readonly store: BlobStore;
  readonly bundle: FilmBundle;
  readonly browser: RenderBrowser;
  readonly step: Step;
  /**
   * Browser tabs for this scene; by default half the cores, for two scenes at once: one scene's page loads while the other draws, which was
   * 1.4 times as fast on two cores as one scene in two tabs. More tabs than cores are refused by Remotion.
   */
  readonly tabs?: number;
  /** Longest wait for one frame to become ready, ms. */
  readonly frameTimeoutMs?: number;
}

/** What `renderFrames` must know of the composition; asking the page for it would cost a second a scene. */
function composition(scene: SceneProps, props: Record<string, unknown>): VideoConfig {
  const { width, height, fps, durationInFrames } = scene;
  return {
    ...{ id: 'scene', width, height, fps, durationInFrames, props, defaultProps: {} },
    ...{ defaultCodec: null, defaultOutName: null, defaultVideoImageFormat: null, defaultPixelFormat: null },
    ...{ defaultProResProfile: null, defaultSampleRate: null },
  };
}

function renderError(cause: unknown, signal: AbortSignal): StudioError {
  if (signal.aborted) return new StudioError('CANCELLED', {}, { cause });
  if (cause instanceof StudioError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  // Remotion's page errors carry the frame they came from.
  const frame = (cause as { frame?: unknown } | null)?.frame;
  const detail = message.split('\n')[0]?.slice(0, 200) ?? '';
  return typeof frame === 'number'
    ? new StudioError('RENDER_FRAME', { frame, detail }, { cause })
    : new StudioError('RENDER_BROWSER', { detail }, { cause });
}

/**
 * After a crash Remotion closes the browser it was given and starts another that nobody would ever close. Asking for that is taken as the
 * crash it is: the scene fails, and its next try gets a fresh browser. (A missing `browserExecutable` would not do: one failed look for a
 * browser makes every later one in the same process fail.)
 */
function withoutReplacement(browser: HeadlessBrowser, onCrash: () => void): HeadlessBrowser {
  return new Proxy(browser, {
    get(target, name) {
      if (name === 'close') {
        return () => {
          onCrash();
          return new Promise<void>(() => {});
        };
      }
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

/** Draws the plan's distinct frames and hands them to the encoder as they come. */
async function drawFrames(
  scene: SceneProps,
  plan: FramePlan,
  assets: AssetServer,
  encoder: SceneEncoder,
  deps: RenderDeps,
): Promise<void> {
  const lease = await deps.browser.lease();
  const { cancelSignal, cancel } = makeCancelSignal();
  deps.step.signal.addEventListener('abort', cancel, { once: true });
  let healthy = false;
  let crashed = false;
  try {
    deps.step.signal.throwIfAborted();
    const props = { scene, assetBase: assets.base, frames: null };
    await renderFrames({
      composition: composition(scene, props),
      inputProps: props,
      serveUrl: deps.bundle.dir,
      frames: [...plan.distinct],
      outputDir: null,
      puppeteerInstance: withoutReplacement(lease.browser, () => {
        crashed = true;
        cancel();
      }),
      chromiumOptions: CHROMIUM_OPTIONS,
      imageFormat: VIDEO_ENCODER.picture,
      jpegQuality: VIDEO_ENCODER.pictureQuality,
      concurrency: deps.tabs ?? Math.max(1, cpus().length >> 1),
      muted: true,
      logLevel: 'error',
      timeoutInMilliseconds: deps.frameTimeoutMs ?? 60_000,
      cancelSignal,
      onStart: () => {},
      onFrameUpdate: () => {},
      onFrameBuffer: async (picture, frame) => {
        await encoder.take(frame, picture);
        deps.step.progress((0.99 * encoder.framesDone) / plan.durationInFrames, scene.id);
      },
    });
    healthy = true;
  } catch (cause) {
    throw crashed ? new StudioError('RENDER_BROWSER', { detail: 'the browser ended' }, { cause }) : cause;
  } finally {
    deps.step.signal.removeEventListener('abort', cancel);
    // Closed tabs are enough after a cancel, but an idle browser must not outlive it.
    await lease.release(healthy);
  }
}

/**
 * Draws one scene and encodes it: each distinct frame is drawn once, repeats are the encoder's, and both work at the same time.
 * The same scene, code and browser give the same bytes.
 * @returns the chunk, kept in the store; exactly `scene.durationInFrames` frames
 * @throws StudioError RENDER_BROWSER, RENDER_FRAME, FFMPEG_FAILED, DISK_FULL, CANCELLED
 */
export function renderScene(scene: SceneProps, deps: RenderDeps): Promise<SceneChunk> {
  const keys = Array.from({ length: scene.durationInFrames }, (_, frame) => frameKey(scene, frame));
  return renderKeyed(scene, keys, deps);
}

/** `renderScene` for given frame keys: equal keys stand for equal pictures. */
export async function renderKeyed(scene: SceneProps, keys: readonly string[], deps: RenderDeps): Promise<SceneChunk> {
  const { store, step } = deps;
  const plan = planFrames(keys);
  return withScratch(store, async (folder) => {
    const output = path.join(folder, 'chunk.mp4');
    const assets = await serveAssets(store, artifactsIn(scene).values());
    const encoder = startEncoder(plan, scene.fps, output, step.signal);
    try {
      // Whichever fails first ends the other: a dead encoder must not leave tabs waiting, nor a dead browser the encoder.
      await Promise.all([drawFrames(scene, plan, assets, encoder, deps), encoder.finished]);
    } catch (cause) {
      encoder.abort(cause as Error);
      await encoder.finished.catch(() => {});
      throw renderError(cause, step.signal);
    } finally {
      await assets.close();
    }
    const frames = await countFrames(output, step.signal);
    if (frames !== scene.durationInFrames)
      throw new StudioError('RENDER_FRAME', { frame: frames, detail: `${scene.durationInFrames} frames expected` });
    const video = await store.putFile(output, 'video/mp4', 'scene-chunk');
    step.progress(1, scene.id);
    return {
      sceneId: scene.id,
      key: sceneKey(scene, deps.bundle.version),
      video,
      frames,
      distinctFrames: plan.distinct.length,
    };
  });
}
