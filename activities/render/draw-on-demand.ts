import { VIDEO_ENCODER } from '#activities/media/argv-video';
import { StudioError } from '#domain/errors';
import type { DrawOrder } from './draw-order.ts';
import { openFramePage } from './frame-page.ts';

/** Draws frames in pages whose clock is ours, each page in a process of its own. @throws StudioError RENDER_FRAME, RENDER_BROWSER */
export async function drawOnDemand(order: DrawOrder): Promise<void> {
  let next = 0;
  const take = (): number | undefined => order.frames[next++];
  const tabs = Math.min(order.tabs, order.frames.length);
  const stop = new AbortController();
  const results = await Promise.allSettled(
    Array.from({ length: tabs }, () =>
      drawInOnePage(order, take, AbortSignal.any([order.signal, stop.signal])).catch((error: unknown) => {
        // One page's failure is the scene's; the others need not go on.
        stop.abort();
        throw error;
      }),
    ),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function drawInOnePage(order: DrawOrder, take: () => number | undefined, signal: AbortSignal): Promise<void> {
  const { scene, props, address, frameTimeoutMs } = order;
  const lease = await order.browser.frames.lease();
  let current: number | undefined;
  let healthy = false;
  // Killing is the one way to stop a page at once: a call that waits for a frame does not listen.
  const onAbort = () => void lease.release(false);
  signal.addEventListener('abort', onAbort, { once: true });
  const hung = new Watch(frameTimeoutMs + 5_000, onAbort);
  try {
    signal.throwIfAborted();
    const options = { props, address, quality: VIDEO_ENCODER.pictureQuality, timeoutMs: frameTimeoutMs };
    const page = await openFramePage(lease.browser, scene, options);
    for (current = take(); current !== undefined; current = take()) {
      hung.again();
      const picture = await page.frame(current);
      hung.rest();
      await order.take(current, picture);
      signal.throwIfAborted();
    }
    await page.close();
    healthy = true;
  } catch (cause) {
    if (signal.aborted || cause instanceof StudioError) throw cause;
    if (hung.barked)
      throw new StudioError('RENDER_FRAME', { frame: current ?? 0, detail: 'the browser hangs' }, { cause });
    throw lease.browser.connected
      ? cause
      : new StudioError('RENDER_BROWSER', { detail: 'the browser ended' }, { cause });
  } finally {
    hung.rest();
    signal.removeEventListener('abort', onAbort);
    await lease.release(healthy);
  }
}

/** Barks once when nothing has happened for too long. */
class Watch {
  barked = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly ms: number,
    private readonly bark: () => void,
  ) {
    this.again();
  }

  again(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.barked = true;
      this.bark();
    }, this.ms);
  }

  rest(): void {
    clearTimeout(this.#timer);
  }
}
