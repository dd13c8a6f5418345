import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HOUSE = path.join(import.meta.dirname, '..', '..');
const MAIN = path.join(HOUSE, 'web', 'main.mjs');

export interface BuiltPages {
  /** What the build said. */
  readonly output: string;
  readonly seconds: number;
  /** Serves this build on a port for an API; several may run at once. */
  serve(api: string, port: number): Promise<ServedPages>;
  drop(): Promise<void>;
}

export interface ServedPages {
  readonly address: string;
  stop(): Promise<void>;
}

/** Builds the studio's pages for real, in a folder of their own beside the kept builds. @throws with the build's words */
export async function buildPages(): Promise<BuiltPages> {
  const dist = path.join('.next', `test-${process.pid}`);
  const env = { ...process.env, NODE_ENV: 'production' as const, CASELOOM_WEB_DIST: dist };
  const start = Date.now();
  const { code, output } = await run([MAIN, 'build'], env);
  if (code !== 0) throw new Error(`next build failed\n${output}`);
  return {
    output,
    seconds: (Date.now() - start) / 1000,
    serve: (api, port) => serve({ ...env, CASELOOM_API: api, CASELOOM_WEB_PORT: String(port) }, port),
    drop: () => rm(path.join(HOUSE, 'web', dist), { recursive: true, force: true }),
  };
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: HOUSE, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

async function serve(env: NodeJS.ProcessEnv, port: number): Promise<ServedPages> {
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [MAIN], { cwd: HOUSE, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await Promise.race([ended, sleep(10_000).then(() => child.kill('SIGKILL'))]);
  };
  for (let waited = 0; waited < 60_000; waited += 200) {
    const up = await fetch(`${address}/icon.svg`).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return { address, stop };
    await sleep(200);
  }
  await stop();
  throw new Error('the pages did not come up');
}
