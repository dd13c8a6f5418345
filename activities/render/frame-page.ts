import type { Browser, CDPSession } from 'puppeteer-core';
import { StudioError } from '#domain/errors';
import type { Drawn } from '#domain/film/changes';
import type { Shot } from './shots.ts';

/** What the page must know of the scene it will draw. */
export interface DrawnScene {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly durationInFrames: number;
}

/** A browser page that holds one scene and draws its frames when told to. */
export interface FramePage {
  /**
   * Pictures of a stretch of frames: the first whole, then what changes, many frames' changes on one sheet; every frame whole where the bundle does
   * not know how. `alive` hears of each frame that is looked at. @throws StudioError RENDER_FRAME, RENDER_BROWSER
   */
  changes(frames: readonly number[], alive: (frame: number) => void): Promise<Shot[]>;
  /** Every frame whole. */
  wholes(frames: readonly number[], alive: (frame: number) => void): Promise<Shot[]>;
  /** JPEG of one frame. */
  frame(frame: number): Promise<Buffer>;
  close(): Promise<void>;
}

export interface FramePageOptions {
  readonly props: Record<string, unknown>;
  /** Address of the film's bundle. */
  readonly address: string;
  readonly quality: number;
  /** Longest wait for one frame to become ready, ms. */
  readonly timeoutMs: number;
}

const COMPOSITION = 'scene';
/** Ticks without a pause while a page gets ready; after that it waits for something from outside and is asked less often. */
const EAGER_TICKS = 24;
const REST_MS = 4;
/** Times one frame may say that it waits, though it was ready in between. */
const MOST_WAITS = 20;

/**
 * Opens the film's bundle in a page whose clock is ours: Chrome draws a frame when it is told to (`HeadlessExperimental.beginFrame`) and hands
 * the picture back in the same call, which is twice as fast as asking for screenshots of a page that runs by itself. The calls are the
 * ones Remotion's own renderer makes to its bundle (4.0.529: `set-props-and-env`, `make-page`, `seek-to-frame`), so the version is pinned and
 * a test holds both renderers to equal pixels. The browser must have been started with `--enable-begin-frame-control`.
 */
export async function openFramePage(
  browser: Browser,
  scene: DrawnScene,
  options: FramePageOptions,
): Promise<FramePage> {
  const root = await browser.target().createCDPSession();
  const { width, height } = scene;
  const { targetId } = await root.send('Target.createTarget', {
    ...{ url: 'about:blank', width, height, enableBeginFrameControl: true },
  });
  const target = await browser.waitForTarget((each) => idOf(each) === targetId, { timeout: options.timeoutMs });
  const page = new Page(await target.createCDPSession(), options.timeoutMs);
  await page.load(scene, options);
  return {
    wholes: (frames, alive) => page.wholes(frames, options.quality, alive),
    changes: (frames, alive) => page.changes(frames, options.quality, alive),
    frame: (frame) => page.frame(frame, options.quality),
    close: async () => {
      await root.send('Target.closeTarget', { targetId });
      await root.detach();
    },
  };
}

/** Puppeteer knows a target's id and does not say it. */
const idOf = (target: unknown): string | undefined => (target as { _targetId?: string })._targetId;

class Page {
  /** What the page's own code threw. */
  #thrown: string | null = null;

  constructor(
    private readonly cdp: CDPSession,
    private readonly timeoutMs: number,
  ) {
    cdp.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      this.#thrown ??= firstLine(exceptionDetails.exception?.description ?? exceptionDetails.text);
    });
  }

  async load(scene: DrawnScene, { props, address }: FramePageOptions): Promise<void> {
    const { width, height } = scene;
    const serialized = JSON.stringify(JSON.stringify(props));
    await this.cdp.send('Page.enable');
    await this.cdp.send('Runtime.enable');
    await this.cdp.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    await this.cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: beforeLoad(serialized, this.timeoutMs) });
    await this.cdp.send('Page.navigate', { url: address });
    await this.#until("typeof window.remotion_setBundleMode === 'function'", null);
    await this.#evaluate(`window.remotion_setBundleMode(${bundleMode(scene, serialized)})`);
    await this.#until(READY, null);
  }

  async frame(frame: number, quality: number): Promise<Buffer> {
    await this.#evaluate(`window.remotion_setFrame(${frame}, '${COMPOSITION}', 1)`);
    await this.#until(READY, frame);
    await this.#evaluate('document.fonts.ready.then(() => true)');
    return this.#picture(frame, quality);
  }

  async wholes(frames: readonly number[], quality: number, alive: (frame: number) => void): Promise<Shot[]> {
    const shots: Shot[] = [];
    for (const frame of frames) {
      alive(frame);
      shots.push({ kind: 'whole', frame, jpeg: await this.frame(frame, quality) });
    }
    return shots;
  }

  async changes(frames: readonly number[], quality: number, alive: (frame: number) => void): Promise<Shot[]> {
    const shots: Shot[] = [];
    alive(frames[0]!);
    if (!(await this.#evaluate(`window.caseloom_changes?.begin(${JSON.stringify(frames)}) ?? false`)))
      return this.wholes(frames, quality, alive);
    for (let waits = 0; ; ) {
      const drawn = (await this.#evaluate('window.caseloom_changes.next()')) as Drawn;
      const frame = drawn.kind === 'sheet' ? drawn.frames.at(-1)!.frame : drawn.kind === 'end' ? null : drawn.frame;
      if (frame !== null) alive(frame);
      if (this.#thrown !== null) throw this.#failed(frame, this.#thrown);
      if (drawn.kind === 'end') return shots;
      if (drawn.kind === 'waiting') {
        if (waits++ > MOST_WAITS) throw this.#failed(frame, 'never ready');
        await this.#until(READY, drawn.frame);
        await this.#evaluate('document.fonts.ready.then(() => true)');
        continue;
      }
      waits = 0;
      if (drawn.kind === 'whole') shots.push({ ...drawn, jpeg: await this.#picture(drawn.frame, quality) });
      else {
        const empty = drawn.frames.every(({ patches }) => patches.length === 0);
        if (!empty) await this.#until(DECODED, frame);
        shots.push({ ...drawn, jpeg: empty ? null : await this.#picture(drawn.frames[0]!.frame, quality) });
      }
    }
  }

  async #picture(frame: number, quality: number): Promise<Buffer> {
    const { screenshotData } = await this.cdp.send('HeadlessExperimental.beginFrame', {
      screenshot: { format: 'jpeg', quality },
    });
    if (!screenshotData) throw new StudioError('RENDER_FRAME', { frame, detail: 'the browser gave no picture' });
    return Buffer.from(screenshotData, 'base64');
  }

  /** Lets the page live, tick by tick, until an expression holds. */
  async #until(expression: string, frame: number | null): Promise<void> {
    const end = Date.now() + this.timeoutMs;
    for (let ticks = 0; ; ticks++) {
      const ready = await this.#evaluate(expression);
      if (this.#thrown !== null) throw this.#failed(frame, this.#thrown);
      if (ready === true) return;
      if (typeof ready === 'string') throw this.#failed(frame, ready);
      if (Date.now() > end) throw this.#failed(frame, `not ready in ${this.timeoutMs} ms${await this.#waitsFor()}`);
      if (ticks > EAGER_TICKS) await new Promise((resolve) => setTimeout(resolve, REST_MS));
      await this.cdp.send('HeadlessExperimental.beginFrame', { noDisplayUpdates: true });
    }
  }

  async #waitsFor(): Promise<string> {
    const labels = 'Object.values(window.remotion_delayRenderTimeouts ?? {}).map((each) => each.label).join(", ")';
    const waiting = await this.#evaluate(labels).catch(() => '');
    return waiting ? `, waiting for ${String(waiting)}` : '';
  }

  async #evaluate(expression: string): Promise<unknown> {
    const answer = await this.cdp.send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    if (answer.exceptionDetails)
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer.result.value;
  }

  #failed(frame: number | null, detail: string): StudioError {
    return frame === null
      ? new StudioError('RENDER_BROWSER', { detail })
      : new StudioError('RENDER_FRAME', { frame, detail: detail.slice(0, 200) });
  }
}

/** True when the frame may be drawn; the words of an error that the page has given up on; else false. */
const READY =
  'window.remotion_cancelledError !== undefined ? String(window.remotion_cancelledError).split("\\n")[0] : window.remotion_renderReady === true';

/** True when every picture on the page, copies as well, can be painted. */
const DECODED = '[...document.images].every((image) => image.complete)';

const beforeLoad = (serializedProps: string, timeoutMs: number): string => `
  window.remotion_puppeteerTimeout = ${timeoutMs};
  window.remotion_isMainTab = true;
  window.remotion_mediaCacheSizeInBytes = null;
  window.remotion_initialMemoryAvailable = 1e9;
  window.remotion_sampleRate = 48000;
  window.process = { env: { NODE_ENV: 'production' } };
  window.remotion_broadcastChannel = new BroadcastChannel('remotion-video-frame-extraction');
  window.remotion_inputProps = ${serializedProps};
  window.remotion_initialFrame = 0;
  window.remotion_attempt = 1;
  window.remotion_proxyPort = 0;
  window.remotion_audioEnabled = false;
  window.remotion_videoEnabled = true;
  window.remotion_logLevel = 'error';`;

const bundleMode = ({ width, height, fps, durationInFrames }: DrawnScene, serializedProps: string): string => `{
  type: 'composition', compositionName: '${COMPOSITION}', serializedResolvedPropsWithSchema: ${serializedProps},
  compositionDurationInFrames: ${durationInFrames}, compositionFps: ${fps}, compositionHeight: ${height}, compositionWidth: ${width},
  compositionDefaultCodec: null, compositionDefaultOutName: null, compositionDefaultVideoImageFormat: null,
  compositionDefaultPixelFormat: null, compositionDefaultProResProfile: null, compositionDefaultSampleRate: null,
}`;

const firstLine = (text: string): string => text.split('\n')[0]?.slice(0, 200) ?? '';
