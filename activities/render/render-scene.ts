import { cpus } from 'node:os';
import path from 'node:path';
import { countFrames } from '#activities/media/probe';
import { withScratch } from '#activities/media/scratch';
import type { Step } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import { StudioError } from '#domain/errors';
import { frameKey, type SceneProps } from '#domain/film/film';
import type { SceneChunk } from '#domain/release';
import { type AssetServer, artifactsIn, serveAssets } from './asset-server.ts';
import type { RenderBrowser } from './browser.ts';
import type { FilmBundle } from './bundle.ts';
import { sceneKey } from './chunk-key.ts';
import { drawByRemotion } from './draw-by-remotion.ts';
import { drawOnDemand, NotProven } from './draw-on-demand.ts';
import type { DrawOrder } from './draw-order.ts';
import { startEncoder } from './encode.ts';
import { drawsOnDemand, findBrowser } from './find-browser.ts';
import { type FramePlan, planFrames } from './frame-plan.ts';
import { PicturePool } from './planes.ts';

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
  /** Who draws; by default whoever the browser allows, and both give the same pixels. */
  readonly painter?: (order: DrawOrder) => Promise<void>;
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
    const assets = await serveAssets(store, artifactsIn(scene).values(), deps.bundle.dir);
    try {
      await drawAndEncode(scene, plan, assets, output, deps, false).catch((cause: unknown) => {
        if (cause instanceof NotProven) return drawAndEncode(scene, plan, assets, output, deps, true);
        throw cause;
      });
    } catch (cause) {
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

/** The painter and the encoder of one scene, at the same time. `whole`: every frame is drawn whole. */
async function drawAndEncode(
  scene: SceneProps,
  plan: FramePlan,
  assets: AssetServer,
  output: string,
  deps: RenderDeps,
  whole: boolean,
): Promise<void> {
  const { step } = deps;
  const encoder = startEncoder(plan, scene, output, step.signal);
  const order: DrawOrder = {
    ...{ scene, frames: plan.distinct, whole, bundle: deps.bundle, address: assets.film, browser: deps.browser },
    props: { scene, assetBase: assets.base, frames: null },
    tabs: deps.tabs ?? Math.max(1, cpus().length >> 1),
    frameTimeoutMs: deps.frameTimeoutMs ?? 60_000,
    pool: new PicturePool(scene),
    signal: step.signal,
    take: async (frame, picture) => {
      await encoder.take(frame, picture);
      step.progress((0.99 * encoder.framesDone) / plan.durationInFrames, scene.id);
    },
  };
  try {
    const painter = deps.painter ?? (drawsOnDemand(await findBrowser()) ? drawOnDemand : drawByRemotion);
    // Whichever fails first ends the other: a dead encoder must not leave tabs waiting, nor a dead browser the encoder.
    await Promise.all([painter(order), encoder.finished]);
  } catch (cause) {
    encoder.abort(cause as Error);
    await encoder.finished.catch(() => {});
    throw cause;
  }
}
