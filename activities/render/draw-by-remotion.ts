import { type HeadlessBrowser, makeCancelSignal, renderFrames } from '@remotion/renderer';
import type { VideoConfig } from 'remotion';
import { VIDEO_ENCODER } from '#activities/media/argv-video';
import { StudioError } from '#domain/errors';
import type { DrawOrder } from './draw-order.ts';
import { CHROMIUM_OPTIONS } from './find-browser.ts';
import { startDecoder } from './jpeg-decoder.ts';

/** What `renderFrames` must know of the composition; asking the page for it would cost a second a scene. */
function composition(scene: DrawOrder['scene'], props: Record<string, unknown>): VideoConfig {
  const { width, height, fps, durationInFrames } = scene;
  return {
    ...{ id: 'scene', width, height, fps, durationInFrames, props, defaultProps: {} },
    ...{ defaultCodec: null, defaultOutName: null, defaultVideoImageFormat: null, defaultPixelFormat: null },
    ...{ defaultProResProfile: null, defaultSampleRate: null },
  };
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

async function onlyOf<T>(items: AsyncIterable<T>): Promise<T> {
  let only: T | undefined;
  for await (const item of items) only ??= item;
  return only!;
}

/** Draws frames with Remotion's own `renderFrames`: for browsers that cannot be told when to draw. */
export async function drawByRemotion(order: DrawOrder): Promise<void> {
  const { scene, frames, props, browser, bundle, tabs, frameTimeoutMs, signal } = order;
  const lease = await browser.lease();
  const { cancelSignal, cancel } = makeCancelSignal();
  signal.addEventListener('abort', cancel, { once: true });
  let healthy = false;
  let crashed = false;
  const decoder = startDecoder(order.pool, signal);
  let decoding: Promise<unknown> = Promise.resolve();
  const hand = async (jpeg: Buffer, frame: number): Promise<void> => {
    const decoded = decoding.then(() => onlyOf(decoder.decode([jpeg])));
    decoding = decoded.catch(() => {});
    const picture = await decoded;
    await order.take(frame, picture);
    picture.drop();
  };
  try {
    signal.throwIfAborted();
    await renderFrames({
      composition: composition(scene, props),
      inputProps: props,
      serveUrl: bundle.dir,
      frames: [...frames],
      outputDir: null,
      puppeteerInstance: withoutReplacement(lease.browser, () => {
        crashed = true;
        cancel();
      }),
      chromiumOptions: CHROMIUM_OPTIONS,
      imageFormat: VIDEO_ENCODER.picture,
      jpegQuality: VIDEO_ENCODER.pictureQuality,
      concurrency: tabs,
      muted: true,
      logLevel: 'error',
      timeoutInMilliseconds: frameTimeoutMs,
      cancelSignal,
      onStart: () => {},
      onFrameUpdate: () => {},
      onFrameBuffer: hand,
    });
    healthy = true;
  } catch (cause) {
    throw crashed ? new StudioError('RENDER_BROWSER', { detail: 'the browser ended' }, { cause }) : cause;
  } finally {
    signal.removeEventListener('abort', cancel);
    await decoder.close();
    // Closed tabs are enough after a cancel, but an idle browser must not outlive it.
    await lease.release(healthy);
  }
}
