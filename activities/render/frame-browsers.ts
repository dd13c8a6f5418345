import { once } from 'node:events';
import puppeteer, { type Browser } from 'puppeteer-core';
import { StudioError } from '#domain/errors';
import { findBrowser } from './find-browser.ts';

/** Scenes one process draws before it is replaced: what a browser leaks stays bounded. */
const SCENES_A_BROWSER = 40;

const ARGS = [
  ...['--no-sandbox', '--no-zygote', '--no-first-run', '--disable-dev-shm-usage', '--hide-scrollbars', '--mute-audio'],
  // The clock of drawing is ours.
  ...['--enable-begin-frame-control', '--run-all-compositor-stages-before-draw'],
  // The same pixels as Remotion's own browser gives.
  ...['--force-color-profile=srgb', '--font-render-hinting=none', '--enable-features=CanvasDrawElement'],
  ...['--ignore-gpu-blocklist', '--disable-site-isolation-trials'],
  // Nothing outside is asked.
  ...['--no-proxy-server', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ...['--disable-quic', '--disable-domain-reliability', '--disable-default-apps', '--disable-extensions'],
];

/** A browser of one's own for a while. */
export interface FrameLease {
  readonly browser: Browser;
  /** `healthy: false` ends the process; otherwise the next scene may have it. Resolves when that is done. */
  release(healthy: boolean): Promise<void>;
}

interface Idle {
  readonly browser: Browser;
  readonly drawn: number;
  readonly timer: NodeJS.Timeout;
}

/**
 * Browsers for `openFramePage`. Two pages of one process share its drawing thread, so every lease is a process of its own: two were 1.6 times as
 * fast as two pages. Idle ones wait some seconds for the next scene.
 */
export class FrameBrowsers {
  readonly #idle: Idle[] = [];

  constructor(readonly idleMs: number) {}

  /** @throws StudioError RENDER_BROWSER, TOOL_MISSING */
  async lease(): Promise<FrameLease> {
    const rested = this.#idle.pop();
    if (rested) clearTimeout(rested.timer);
    const browser = rested?.browser.connected ? rested.browser : await start();
    const drawn = rested?.browser === browser ? rested.drawn : 0;
    let released = false;
    return {
      browser,
      release: async (healthy) => {
        if (released) return;
        released = true;
        if (healthy && browser.connected && drawn + 1 < SCENES_A_BROWSER) this.#rest(browser, drawn + 1);
        else await end(browser);
      },
    };
  }

  /** Ends the browsers that nobody uses. */
  async close(): Promise<void> {
    await Promise.all(
      this.#idle.splice(0).map(({ browser, timer }) => {
        clearTimeout(timer);
        return end(browser);
      }),
    );
  }

  #rest(browser: Browser, drawn: number): void {
    const timer = setTimeout(() => {
      this.#idle.splice(this.#idle.indexOf(idle), 1);
      void end(browser);
    }, this.idleMs);
    timer.unref();
    const idle = { browser, drawn, timer };
    this.#idle.push(idle);
  }
}

async function start(): Promise<Browser> {
  const executablePath = await findBrowser();
  if (!executablePath)
    throw new StudioError('TOOL_MISSING', { tool: 'chromium', how: 'apt-get install chromium-headless-shell' });
  try {
    return await puppeteer.launch({
      ...{
        executablePath,
        args: ARGS,
        headless: 'shell',
        pipe: true,
        defaultViewport: null,
        waitForInitialPage: false,
      },
      // The worker ends its browsers itself when it is told to stop.
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false, protocolTimeout: 120_000 },
    });
  } catch (cause) {
    throw new StudioError('RENDER_BROWSER', { detail: (cause as Error).message.slice(0, 200) }, { cause });
  }
}

/** Kills the process group, whatever it is doing, and removes its profile folder. */
async function end(browser: Browser): Promise<void> {
  const child = browser.process();
  const ended = child && child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
  if (child?.pid !== undefined) {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
  await ended;
  await browser.close().catch(() => {});
}
