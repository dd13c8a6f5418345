import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { claimPort, freePort } from '#cli/launch/loopback-port';
import { startPostgres } from '#cli/launch/postgres';
import { Supervisor } from '#cli/launch/supervisor';
import { startTemporal } from '#cli/launch/temporal';
import { startWeb } from '#cli/launch/web';
import { StudioError } from '#domain/errors';
import { applyMigrations } from '#prisma/migrate';
import { accountToken, LOCAL_MAKER } from './accounts.ts';
import { StudioClient } from './client.ts';

export interface Studio {
  /** http://127.0.0.1:port: the API, and the pages where they are served. */
  readonly address: string;
  readonly databaseUrl: string;
  /** Where a browser finds the pages; null when they are not served. */
  readonly web: string | null;
  readonly client: StudioClient;
  /** True when it was running before and will go on running. */
  readonly shared: boolean;
  stop(): Promise<void>;
}

const ROOT = path.resolve(import.meta.dirname, '..');
const TSX = pathToFileURL(path.join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;

interface Note {
  readonly address: string;
  readonly databaseUrl: string;
  readonly web: string | null;
  readonly pid: number;
}

/** The studio that runs on a data folder, or null. */
export async function runningStudio(dataDir: string): Promise<Studio | null> {
  const note = await readFile(noteFile(dataDir), 'utf8').then(
    (text) => JSON.parse(text) as Note,
    () => null,
  );
  if (!note || !isAlive(note.pid)) return null;
  const token = await accountToken(dataDir, note.databaseUrl, LOCAL_MAKER).catch(() => null);
  if (!token) return null;
  const client = new StudioClient(note.address, token);
  const healthy = await client.healthy();
  return healthy
    ? {
        address: note.address,
        databaseUrl: note.databaseUrl,
        web: note.web,
        client,
        shared: true,
        stop: async () => {},
      }
    : null;
}

/** A studio of our own, with the processes it is made of. */
export interface OwnStudio extends Studio {
  readonly temporalAddress: string;
  /** True once the pages answer; false when there are none, or they do not come up. */
  readonly pagesUp: Promise<boolean>;
  pid(part: 'api' | 'worker' | 'postgres' | 'temporal'): number | undefined;
}

export interface StackOptions {
  readonly dataDir: string;
  /** Loopback port of everything; a free one when null. */
  readonly port: number | null;
  /** Also serve the studio's pages. They come up by themselves, later: a browser that looks sooner is told to wait. */
  readonly pages?: boolean;
  readonly say: (line: string) => void;
}

/**
 * Starts everything in one supervised tree: PostgreSQL, Temporal, migrations, worker, API, and the pages when wished. Whatever dies is
 * started again; `stop` ends all and leaves no process behind. @throws StudioError PORT_IN_USE, SERVER_GONE, TOOL_MISSING
 */
export async function startStack({ dataDir, port: wanted, pages = false, say }: StackOptions): Promise<OwnStudio> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const port = wanted === null ? await freePort() : await claimPort(wanted);
  const supervisor = new Supervisor({
    logDir: path.join(dataDir, 'logs'),
    onEvent: (event) => {
      if (event.kind === 'died') say(`${event.name} ended (${event.signal ?? event.code}); starting it again`);
      if (event.kind === 'given-up')
        say(`${event.name} keeps ending and was given up; see ${path.join(dataDir, 'logs', `${event.name}.log`)}`);
    },
  });
  try {
    const [database, temporal] = await Promise.all([
      startPostgres({ dataDir, databaseUrl: process.env.DATABASE_URL, supervisor }),
      startTemporal({ dataDir, address: process.env.TEMPORAL_ADDRESS, supervisor }),
    ]);
    await applyMigrations(database.url);
    const env = {
      ...process.env,
      CASELOOM_DATA: dataDir,
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: temporal.address,
      CASELOOM_PORT: String(port),
      // glibc keeps freed memory in an arena a thread; the worker's threads come and go, and would leave hundreds of MiB behind.
      MALLOC_ARENA_MAX: '2',
    };
    const node = (name: string, entry: string, more: NodeJS.ProcessEnv = {}) =>
      supervisor.start({
        name,
        command: process.execPath,
        args: ['--import', TSX, path.join(ROOT, entry)],
        cwd: ROOT,
        env: { ...env, ...more },
      });
    // Behind the API's door: nobody needs to know this port.
    const hidden = pages ? await freePort() : null;
    const api = node('api', 'api/main.ts', {
      NODE_ENV: 'production',
      ...(hidden === null ? {} : { CASELOOM_PAGES: `http://127.0.0.1:${hidden}` }),
    });
    const worker = node('worker', 'activities/worker/main.ts');
    const parts = { api, worker, postgres: database, temporal };
    const address = `http://127.0.0.1:${port}`;
    const client = new StudioClient(address, await accountToken(dataDir, database.url, LOCAL_MAKER));
    await client.waitUntilUp(60_000);
    const web = pages ? address : null;
    await keepNote(dataDir, { address, databaseUrl: database.url, web, pid: process.pid });
    const ending = new AbortController();
    const { signal } = ending;
    const pagesUp =
      hidden === null ? Promise.resolve(false) : startWeb({ supervisor, api: address, port: hidden, signal, say });
    const stop = async () => {
      ending.abort();
      await rm(noteFile(dataDir), { force: true });
      await supervisor.stop();
    };
    const pid = (part: keyof typeof parts) => parts[part].pid();
    return {
      ...{ address, databaseUrl: database.url, web, temporalAddress: temporal.address },
      ...{ client, shared: false, pid, pagesUp, stop },
    };
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}

const noteFile = (dataDir: string): string => path.join(dataDir, 'run', 'studio.json');

async function keepNote(dataDir: string, note: Note): Promise<void> {
  await mkdir(path.dirname(noteFile(dataDir)), { recursive: true });
  await writeFile(noteFile(dataDir), JSON.stringify(note), { mode: 0o600 });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The studio to work with: the running one, or one of our own for as long as `work` takes. */
export async function withStudio<T>(
  dataDir: string,
  say: (line: string) => void,
  work: (studio: Studio) => Promise<T>,
): Promise<T> {
  const running = await runningStudio(dataDir);
  if (running) return work(running);
  const studio = await startStack({ dataDir, port: null, say });
  const stopped = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => reject(new StudioError('CANCELLED')));
  });
  stopped.catch(() => undefined);
  try {
    return await Promise.race([work(studio), stopped]);
  } finally {
    await studio.stop();
  }
}
