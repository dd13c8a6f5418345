import { renameSync, writeFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StudioError } from '#domain/errors';
import { findTemporal } from '../setup/tools.mjs';
import { temporalIsHealthy } from './grpc-health.ts';
import { claimPort, freePort, portIsFree } from './loopback-port.ts';
import { claimServer, endServer, serverHasOwner } from './owned-server.ts';
import { isSameProcess, processIdentity } from './process-tree.mjs';
import { withStartLock } from './start-lock.ts';
import { Supervisor } from './supervisor.ts';

const READY_WITHIN_MS = 60_000;

export interface TemporalOptions {
  /** The studio's data folder; the server's database lives in `temporal/` below it, the log in `logs/temporal.log`. */
  readonly dataDir: string;
  /** A server of the hospital's own (TEMPORAL_ADDRESS): checked, never started or stopped. */
  readonly address?: string | undefined;
  /** Insist on this loopback port. Otherwise the one used last, or a free one. */
  readonly port?: number;
  /** The program, when it is not to be looked for. */
  readonly program?: string;
  readonly supervisor?: Supervisor;
  readonly signal?: AbortSignal;
}

export interface TemporalHandle {
  /** host:port of the gRPC frontend. */
  readonly address: string;
  readonly namespace: 'default';
  readonly source: 'environment' | 'started' | 'already running';
  pid(): number | undefined;
  /** Stops the server if this handle started it; otherwise leaves it alone. */
  stop(): Promise<void>;
}

interface Note {
  readonly port: number;
  /** See processIdentity. */
  readonly server: string;
}

/**
 * A healthy Temporal server: the given one, the one already running on the data folder, or one started there. Its
 * workflows live in one database file and go on after a kill -9; a server that dies is started again on the same port.
 * Errors: PORT_IN_USE, SERVER_GONE, TOOL_MISSING.
 */
export async function startTemporal(options: TemporalOptions): Promise<TemporalHandle> {
  const { address, dataDir, signal } = options;
  if (address) {
    await waitUntilHealthy(address, 5000, signal);
    return { address, namespace: 'default', source: 'environment', pid: () => undefined, stop: async () => undefined };
  }
  const home = path.join(dataDir, 'temporal');
  return withStartLock(path.join(home, 'starting.lock'), () => startInFolder(home, options), signal);
}

async function startInFolder(home: string, options: TemporalOptions): Promise<TemporalHandle> {
  const note = await readNote(home);
  if (note && isSameProcess(note.server)) {
    const pid = Number.parseInt(note.server, 10);
    const address = `127.0.0.1:${note.port}`;
    if ((await serverHasOwner(home)) && (await temporalIsHealthy(address))) {
      return { address, namespace: 'default', source: 'already running', pid: () => pid, stop: async () => undefined };
    }
    await endServer(pid, 'SIGTERM', 10_000);
  }
  const program = options.program ?? findTemporal()?.path;
  if (!program) {
    throw new StudioError('TOOL_MISSING', {
      tool: 'the Temporal server',
      how: 'Run npm run setup, or set TEMPORAL_ADDRESS.',
    });
  }
  await mkdir(home, { recursive: true });
  const port = await choosePort(options.port, note?.port);
  await claimServer(home);
  return launch(program, port, home, options);
}

async function launch(program: string, port: number, home: string, options: TemporalOptions): Promise<TemporalHandle> {
  const own = options.supervisor ? undefined : new Supervisor({ logDir: path.join(options.dataDir, 'logs') });
  const supervisor = options.supervisor ?? own!;
  const address = `127.0.0.1:${port}`;
  const place = ['--ip', '127.0.0.1', '--port', String(port), '--db-filename', path.join(home, 'temporal.db')];
  const child = supervisor.start({
    name: 'temporal',
    command: program,
    args: ['server', 'start-dev', '--headless', '--log-level', 'warn', ...place],
    cwd: home,
    maxRestarts: 5,
    onStart: (pid) => writeNote(home, { port, server: processIdentity(pid) }),
  });
  const stop = async () => {
    await child.stop();
    await own?.stop();
  };
  try {
    await waitUntilHealthy(address, READY_WITHIN_MS, options.signal, () => child.gaveUp());
  } catch (error) {
    await stop();
    throw error;
  }
  options.signal?.addEventListener('abort', () => void stop(), { once: true });
  return { address, namespace: 'default', source: 'started', pid: () => child.pid(), stop };
}

async function waitUntilHealthy(
  address: string,
  withinMs: number,
  signal: AbortSignal | undefined,
  hopeless = () => false,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await temporalIsHealthy(address))) {
    signal?.throwIfAborted();
    if (hopeless() || Date.now() > deadline) throw new StudioError('SERVER_GONE', { server: 'Temporal' });
    await sleep(50);
  }
}

async function choosePort(asked: number | undefined, last: number | undefined): Promise<number> {
  if (asked !== undefined) return claimPort(asked);
  if (last !== undefined && (await portIsFree(last))) return last;
  return freePort();
}

async function readNote(home: string): Promise<Note | undefined> {
  const text = await readFile(path.join(home, 'server.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Note);
}

/** In one go and before anything else happens: whoever restarts the server may be killed at any moment. */
function writeNote(home: string, note: Note): void {
  const file = path.join(home, 'server.json');
  writeFileSync(`${file}.new`, JSON.stringify(note));
  renameSync(`${file}.new`, file);
}
