import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StudioError } from '#domain/errors';
import { claimPort, freePort, portIsFree } from './loopback-port.ts';
import { claimServer, endServer, serverHasOwner } from './owned-server.ts';
import {
  type Access,
  type Cluster,
  dropStaleNote,
  newPassword,
  POSTGRES_USER,
  prepareCluster,
  readAccess,
  runningServer,
  writeAccess,
} from './postgres-cluster.ts';
import { withStartLock } from './start-lock.ts';
import { Supervisor } from './supervisor.ts';

const DATABASE = 'caseloom';
const READY_WITHIN_MS = 60_000;
/** PostgreSQL's fast shutdown: sessions are ended, nothing is lost, no recovery at the next start. */
const STOP_SIGNAL = 'SIGINT';

export interface PostgresOptions {
  /** The studio's data folder; the cluster lives in `postgres/` below it, the log in `logs/postgres.log`. */
  readonly dataDir: string;
  /** A database of the hospital's own (DATABASE_URL): checked, never started or stopped. */
  readonly databaseUrl?: string | undefined;
  /** Insist on this loopback port. Otherwise the one used last, or a free one. */
  readonly port?: number;
  /** Who restarts it when it dies. Without one, a private supervisor does. */
  readonly supervisor?: Supervisor;
  /** Aborting it stops the start, and later the server when it is ours. */
  readonly signal?: AbortSignal;
}

export interface PostgresHandle {
  readonly url: string;
  readonly source: 'environment' | 'started' | 'already running';
  /** The server process, when it is on this machine and known. */
  pid(): number | undefined;
  /** Stops the server cleanly if this handle started it; otherwise leaves it alone. */
  stop(): Promise<void>;
}

/**
 * A ready PostgreSQL: the given one, the one already running in the data folder, or one started there. A server that
 * dies is started again on the same port, so the URL stays valid while the handle lives.
 * Errors: PORT_IN_USE, SERVER_GONE (not reachable or not ready in time), TOOL_MISSING.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresHandle> {
  const { databaseUrl, dataDir, signal } = options;
  if (databaseUrl) {
    await waitUntilReady(databaseUrl, 5000, signal);
    return { url: databaseUrl, source: 'environment', pid: () => undefined, stop: async () => undefined };
  }
  const home = path.join(dataDir, 'postgres');
  return withStartLock(path.join(home, 'starting.lock'), () => startInFolder(home, options), signal);
}

async function startInFolder(home: string, options: PostgresOptions): Promise<PostgresHandle> {
  const { signal } = options;
  const known = await readAccess(home);
  const running = await runningServer(path.join(home, 'cluster'));
  if (running && known && (await serverHasOwner(home))) {
    const url = urlFor({ ...known, port: running.port });
    await ensureDatabase(url, signal);
    return { url, source: 'already running', pid: () => running.pid, stop: async () => undefined };
  }
  if (running) await endServer(running.pid, STOP_SIGNAL, 10_000);
  const password = known?.password ?? newPassword();
  const access = { port: await choosePort(options.port, known?.port), password };
  await writeAccess(home, access);
  const cluster = await prepareCluster(home, password);
  await dropStaleNote(cluster.folder);
  await claimServer(home);
  return launch(cluster, access, options);
}

async function launch(cluster: Cluster, access: Access, options: PostgresOptions): Promise<PostgresHandle> {
  const logDir = path.join(options.dataDir, 'logs');
  const own = options.supervisor ? undefined : new Supervisor({ logDir });
  const supervisor = options.supervisor ?? own!;
  const [command, ...prefix] = [...cluster.runAs.prefix, cluster.programs.postgres];
  const child = supervisor.start({
    name: 'postgres',
    command: command!,
    args: [...prefix, '-D', cluster.folder, '-p', String(access.port), ...serverSettings()],
    cwd: '/',
    stopSignal: STOP_SIGNAL,
  });
  const stop = async () => {
    await child.stop();
    await own?.stop();
  };
  const url = urlFor(access);
  try {
    await ensureDatabase(url, options.signal, () => child.gaveUp());
  } catch (error) {
    await stop();
    throw error;
  }
  options.signal?.addEventListener('abort', () => void stop(), { once: true });
  return { url, source: 'started', pid: () => child.pid(), stop };
}

/** Loopback only, small memory, and no row values in the log: they may be a patient's. */
function serverSettings(): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '32MB',
    max_connections: '60',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    // An unclean death of the supervisor's machine must not lose an approval.
    synchronous_commit: 'on',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function choosePort(asked: number | undefined, last: number | undefined): Promise<number> {
  if (asked !== undefined) return claimPort(asked);
  if (last !== undefined && (await portIsFree(last))) return last;
  return freePort();
}

async function ensureDatabase(url: string, signal: AbortSignal | undefined, hopeless = () => false): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const create = async (client: pg.Client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  };
  await waitUntilReady(maintenance.href, READY_WITHIN_MS, signal, create, hopeless);
}

async function waitUntilReady(
  url: string,
  withinMs: number,
  signal: AbortSignal | undefined,
  then: (client: pg.Client) => Promise<void> = async () => undefined,
  hopeless = () => false,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    signal?.throwIfAborted();
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await then(client);
      return;
    } catch (cause) {
      if (!isTransient(cause) || hopeless() || Date.now() > deadline) {
        throw new StudioError('SERVER_GONE', { server: 'PostgreSQL' }, { cause });
      }
    } finally {
      await client.end().catch(() => undefined);
    }
    await sleep(50);
  }
}

/** Refused, cut off, still starting (57P03) or shutting down (57P01): worth another try. A wrong password is not. */
function isTransient(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  if (code === undefined) return true;
  return ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'].includes(code);
}

function urlFor({ port, password }: Access): string {
  return `postgresql://${POSTGRES_USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
}
