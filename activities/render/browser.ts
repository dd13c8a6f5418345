import { access, constants, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type HeadlessBrowser, openBrowser } from '@remotion/renderer';
import { StudioError } from '#domain/errors';

const NAMES = ['chromium-headless-shell', 'chrome-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** `gl: null` was twice as fast as software GL on machines without a GPU. */
export const CHROMIUM_OPTIONS = { gl: null } as const;

const executable = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );

/**
 * Debian's command is a shell script that starts the real program as its child: killed, the script leaves the browser running.
 * So the program itself is used where the script says plainly which one it is.
 */
async function behindWrapper(file: string): Promise<string> {
  const head = (await readFile(file)).subarray(0, 4096);
  if (head.subarray(0, 2).toString('latin1') !== '#!') return file;
  const program = /^\s*(?:exec\s+)?"?(\/[^\s"$]+)"?\s+"\$@"/m.exec(head.toString('utf8'))?.[1];
  return program && (await executable(program)) ? program : file;
}

/**
 * The browser to render with: `CASELOOM_CHROMIUM`, else one on the PATH, else null (Remotion then uses or fetches its own).
 * @throws StudioError TOOL_MISSING when `CASELOOM_CHROMIUM` names no program
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const wished = env.CASELOOM_CHROMIUM;
  if (wished) {
    if (await executable(wished)) return behindWrapper(wished);
    throw new StudioError('TOOL_MISSING', { tool: 'CASELOOM_CHROMIUM', how: 'It names no program.' });
  }
  for (const name of NAMES)
    for (const folder of (env.PATH ?? '').split(path.delimiter))
      if (folder && (await executable(path.join(folder, name)))) return behindWrapper(path.join(folder, name));
  return null;
}

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

  constructor(readonly idleMs = 5000) {}

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
    if (running) await shut(running);
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
