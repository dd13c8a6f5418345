import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Supervisor } from './supervisor.ts';

const HOUSE = fileURLToPath(new URL('../../', import.meta.url));
/** A build takes under a minute on an idle machine; a busy one gets its time. */
const WITHIN_MS = 600_000;
const SAY_AFTER_MS = 5_000;

export interface WebOptions {
  readonly supervisor: Supervisor;
  /** http://127.0.0.1:port of the API. */
  readonly api: string;
  /** Where they listen on loopback. */
  readonly port: number;
  /** Ends the waiting when the studio ends. */
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/**
 * Starts the studio's pages on loopback and waits until they answer. They are built first when their source has changed
 * since the last build. False when they do not come up: what is wrong stands in the log, and the API works without them.
 */
export async function startWeb({ supervisor, api, port, signal, say }: WebOptions): Promise<boolean> {
  const address = `http://127.0.0.1:${port}`;
  const child = supervisor.start({
    name: 'web',
    command: process.execPath,
    args: [path.join(HOUSE, 'web', 'main.mjs')],
    cwd: HOUSE,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      CASELOOM_API: api,
      CASELOOM_WEB_HOST: '127.0.0.1',
      CASELOOM_WEB_PORT: String(port),
    },
    // A build that fails will fail again.
    maxRestarts: 2,
  });
  const start = Date.now();
  let said = false;
  while (Date.now() - start < WITHIN_MS && !child.gaveUp()) {
    if (await answers(address)) return true;
    if (!said && Date.now() - start > SAY_AFTER_MS) {
      said = true;
      say("building the studio's pages; only the first time, and after a change of them ...");
    }
    await sleep(300);
    if (signal.aborted) return false;
  }
  await child.stop();
  say(`the studio's pages did not come up; see ${child.logFile}`);
  return false;
}

const answers = (address: string): Promise<boolean> =>
  fetch(`${address}/login`, { signal: AbortSignal.timeout(10_000) }).then(
    (response) => response.ok,
    () => false,
  );
