import { VIDEO_ENCODER } from '#activities/media/argv-video';
import { StudioError } from '#domain/errors';
import type { DrawOrder } from './draw-order.ts';
import { openFramePage } from './frame-page.ts';
import { startDecoder } from './jpeg-decoder.ts';
import { eachFrame } from './shots.ts';

/**
 * Frames that are drawn one after another in one page, the first of them whole: who draws them does not change them, and a fault in one stretch
 * does not reach the next.
 */
const STRETCH = 64;

/** What was made of a scene's changes is not what the browser draws: the scene must be drawn with every frame whole. */
export class NotProven extends Error {}

/** Draws frames in pages whose clock is ours, each page in a process of its own. @throws StudioError RENDER_FRAME, RENDER_BROWSER; NotProven */
export async function drawOnDemand(order: DrawOrder): Promise<void> {
  let next = 0;
  const take = (): readonly number[] | undefined => {
    const stretch = order.frames.slice(next, next + STRETCH);
    next += STRETCH;
    return stretch.length > 0 ? stretch : undefined;
  };
  const tabs = Math.min(order.tabs, Math.ceil(order.frames.length / STRETCH));
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
  const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  // A page that was stopped because another failed says nothing of its own.
  const own = (reason: unknown) => reason instanceof StudioError || reason instanceof NotProven;
  if (reasons.length > 0) throw reasons.find(own) ?? reasons[0];
}

async function drawInOnePage(
  order: DrawOrder,
  take: () => readonly number[] | undefined,
  signal: AbortSignal,
): Promise<void> {
  const { scene, props, address, frameTimeoutMs } = order;
  const lease = await order.browser.frames.lease();
  let current = 0;
  let healthy = false;
  // Killing is the one way to stop a page at once: a call that waits for a frame does not listen.
  const onAbort = () => void lease.release(false);
  signal.addEventListener('abort', onAbort, { once: true });
  const hung = new Watch(frameTimeoutMs + 5_000, onAbort);
  const decoder = startDecoder(order.pool, signal);
  try {
    signal.throwIfAborted();
    const options = { props, address, quality: VIDEO_ENCODER.pictureQuality, timeoutMs: frameTimeoutMs };
    const page = await openFramePage(lease.browser, scene, options);
    const alive = (frame: number): void => {
      current = frame;
      hung.again();
    };
    let handingOver: Promise<void> = Promise.resolve();
    for (let stretch = take(); stretch !== undefined; stretch = take()) {
      const shots = order.whole ? await page.wholes(stretch, alive) : await page.changes(stretch, alive);
      hung.rest();
      // The next stretch is drawn while this one goes to the encoder.
      await handingOver;
      handingOver = eachFrame(shots, { size: scene, pool: order.pool, decoder }, order.take).then((proven) => {
        if (!proven) throw new NotProven();
      });
      handingOver.catch(() => {});
      signal.throwIfAborted();
    }
    await handingOver;
    await page.close();
    healthy = true;
  } catch (cause) {
    if (signal.aborted || cause instanceof StudioError || cause instanceof NotProven) throw cause;
    if (hung.barked) throw new StudioError('RENDER_FRAME', { frame: current, detail: 'the browser hangs' }, { cause });
    throw lease.browser.connected
      ? cause
      : new StudioError('RENDER_BROWSER', { detail: 'the browser ended' }, { cause });
  } finally {
    hung.rest();
    signal.removeEventListener('abort', onAbort);
    await decoder.close();
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
