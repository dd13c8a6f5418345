import { type HeadlessBrowser, openBrowser } from '@remotion/renderer';
import { StudioError } from '#domain/errors';
import { CHROMIUM_OPTIONS, findBrowser } from './find-browser.ts';
import { FrameBrowsers } from './frame-browsers.ts';

async function start(): Promise<HeadlessBrowser> {
  const browserExecutable = await findBrowser();
  try {
    return await openBrowser('chrome', { browserExecutable, chromiumOptions: CHROMIUM_OPTIONS, logLevel: 'error' });
  } catch (cause) {
    throw new StudioError('RENDER_BROWSER', { detail: (cause as Error).message.slice(0, 200) }, { cause });
  }
}

/** A scene's hold on the shared browser. */
export interface BrowserLease {
  readonly browser: HeadlessBrowser;
  /** `healthy: false` retires the browser: nobody gets it any more and it closes with its last lease. Resolves when that is done. */
  release(healthy: boolean): Promise<void>;
}

interface Running {
  readonly browser: Promise<HeadlessBrowser>;
  leases: number;
}

/** Closing kills the whole process group and removes the profile folder. */
const shut = (running: Running): Promise<void> =>
  running.browser.then((browser) => browser.close({ silent: true })).catch(() => {});

/** One browser shared by many scenes: opened at first use, closed when nobody has used it for a while, replaced after a failure. */
export class RenderBrowser {
  #running: Running | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** Browsers that draw when told to, one a tab. */
  readonly frames: FrameBrowsers;

  constructor(readonly idleMs = 5000) {
    this.frames = new FrameBrowsers(idleMs);
  }

  /** @throws StudioError RENDER_BROWSER, TOOL_MISSING */
  async lease(): Promise<BrowserLease> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#running ??= { browser: start(), leases: 0 };
    const running = this.#running;
    running.leases++;
    try {
      const browser = await running.browser;
      let released = false;
      return {
        browser,
        release: async (healthy) => {
          if (released) return;
          released = true;
          await this.#release(running, healthy);
        },
      };
    } catch (error) {
      await this.#release(running, false);
      throw error;
    }
  }

  /** Closes the browser now, whoever uses it. */
  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    const running = this.#running;
    this.#running = null;
    await Promise.all([running && shut(running), this.frames.close()]);
  }

  async #release(running: Running, healthy: boolean): Promise<void> {
    running.leases--;
    if (!healthy && this.#running === running) this.#running = null;
    if (running.leases > 0) return;
    if (this.#running !== running) {
      await shut(running);
      return;
    }
    this.#timer = setTimeout(() => void this.close(), this.idleMs);
    this.#timer.unref();
  }
}
