import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { endTree, killTreeNow, TREE_VARIABLE } from './process-tree.mjs';

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 10_000;
/** A child that lived this long is healthy again: its earlier deaths no longer count. */
const HEALTHY_AFTER_MS = 30_000;
const LONGEST_LOG_BYTES = 10_000_000;

/** What to run. The child gets a process group and a log file of its own; its stdin is closed. */
export interface ChildSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
  /** Signal that asks this program to end cleanly. Default SIGTERM. */
  readonly stopSignal?: NodeJS.Signals;
  /** How long it may take before the whole tree below it is killed. Default 10 000. */
  readonly graceMs?: number;
  /** Deaths in quick succession after which it is given up. Default 8. */
  readonly maxRestarts?: number;
  /** Told of every start, the first included. */
  readonly onStart?: (pid: number) => unknown;
}

export type ChildEvent =
  | { readonly kind: 'started'; readonly name: string; readonly pid: number; readonly restarts: number }
  | { readonly kind: 'died'; readonly name: string; readonly code: number | null; readonly signal: string | null }
  | { readonly kind: 'given-up'; readonly name: string; readonly restarts: number };

export interface ManagedChild {
  readonly name: string;
  readonly logFile: string;
  /** Undefined while it is down. */
  pid(): number | undefined;
  /** How often it has been started again after a death. */
  restarts(): number;
  /** True when it died too often and is not started again. */
  gaveUp(): boolean;
  stop(): Promise<void>;
}

export interface SupervisorOptions {
  readonly logDir: string;
  readonly onEvent?: (event: ChildEvent) => void;
  /** Aborting it stops everything. */
  readonly signal?: AbortSignal;
}

interface Entry {
  readonly spec: ChildSpec;
  readonly mark: string;
  readonly logFile: string;
  process: ChildProcess | undefined;
  startedAt: number;
  deathsInARow: number;
  restarts: number;
  gaveUp: boolean;
  timer: NodeJS.Timeout | undefined;
  cleaning: Promise<void> | undefined;
  stopping: Promise<void> | undefined;
}

/**
 * Keeps child processes running and leaves none behind: a child that dies is started again (waiting longer each time),
 * stop() ends every tree in reverse order of start, and a small reaper process does the same when this process is
 * killed before it can.
 */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #mark = randomUUID();
  readonly #entries: Entry[] = [];
  #reaper: ChildProcess | undefined;
  #stopped: Promise<void> | undefined;
  readonly #onExit = () => this.killNow();

  constructor(options: SupervisorOptions) {
    this.#options = options;
    mkdirSync(options.logDir, { recursive: true });
    process.on('exit', this.#onExit);
    options.signal?.addEventListener('abort', () => void this.stop(), { once: true });
  }

  /** Starts a child and keeps it running until it is stopped. Throws at once when the program cannot be found. */
  start(spec: ChildSpec): ManagedChild {
    if (this.#stopped) throw new Error(`supervisor is stopping, ${spec.name} not started`);
    const entry: Entry = {
      spec,
      mark: `${this.#mark}.${this.#entries.length}`,
      logFile: path.join(this.#options.logDir, `${spec.name}.log`),
      process: undefined,
      startedAt: 0,
      deathsInARow: 0,
      restarts: 0,
      gaveUp: false,
      timer: undefined,
      cleaning: undefined,
      stopping: undefined,
    };
    this.#entries.push(entry);
    this.#spawn(entry);
    return {
      name: spec.name,
      logFile: entry.logFile,
      pid: () => entry.process?.pid,
      restarts: () => entry.restarts,
      gaveUp: () => entry.gaveUp,
      stop: () => this.#stopEntry(entry),
    };
  }

  /** Ends everything, last started first. Safe to call twice. */
  stop(): Promise<void> {
    this.#stopped ??= (async () => {
      for (const entry of [...this.#entries].reverse()) await this.#stopEntry(entry);
      this.#reaper?.stdin?.end();
      process.off('exit', this.#onExit);
    })();
    return this.#stopped;
  }

  /** Kills everything at once, without waiting. For the last moment of a process. */
  killNow(): void {
    for (const entry of this.#entries) {
      const pid = entry.process?.pid;
      if (pid !== undefined) killTreeNow(pid, entry.mark);
    }
  }

  #spawn(entry: Entry): void {
    const { spec } = entry;
    const log = openLog(entry.logFile);
    const inherited = process.env[TREE_VARIABLE];
    const marks = [inherited, this.#mark, entry.mark].filter(Boolean).join(':');
    // Before its birth: killed between the two, we would leave a child nobody knows of.
    this.#tellReaper(expectation(entry));
    const child = spawn(spec.command, [...spec.args], {
      cwd: spec.cwd,
      env: { ...(spec.env ?? process.env), [TREE_VARIABLE]: marks },
      detached: true,
      stdio: ['ignore', log, log],
      ...(spec.uid === undefined ? {} : { uid: spec.uid }),
      ...(spec.gid === undefined ? {} : { gid: spec.gid }),
    });
    closeSync(log);
    entry.process = child;
    entry.startedAt = Date.now();
    child.once('error', () => this.#died(entry, child, null, null));
    child.once('exit', (code, signal) => this.#died(entry, child, code, signal));
    if (child.pid === undefined) return;
    this.#tellReaper(expectation(entry));
    spec.onStart?.(child.pid);
    this.#emit({ kind: 'started', name: spec.name, pid: child.pid, restarts: entry.restarts });
  }

  #died(entry: Entry, child: ChildProcess, code: number | null, signal: string | null): void {
    if (entry.process !== child) return;
    entry.process = undefined;
    // What it left running (a browser, an encoder) must be gone before its successor starts.
    entry.cleaning = this.#clean(entry, child.pid, 2000);
    if (entry.stopping || this.#stopped) return;
    this.#emit({ kind: 'died', name: entry.spec.name, code, signal });
    entry.deathsInARow = Date.now() - entry.startedAt > HEALTHY_AFTER_MS ? 1 : entry.deathsInARow + 1;
    if (entry.deathsInARow > (entry.spec.maxRestarts ?? 8)) {
      entry.gaveUp = true;
      this.#emit({ kind: 'given-up', name: entry.spec.name, restarts: entry.restarts });
      return;
    }
    const delay = Math.min(FIRST_DELAY_MS * 2 ** (entry.deathsInARow - 1), LONGEST_DELAY_MS);
    entry.timer = setTimeout(() => {
      void entry.cleaning?.then(() => {
        if (entry.stopping || this.#stopped) return;
        entry.restarts += 1;
        this.#spawn(entry);
      });
    }, delay);
  }

  async #clean(entry: Entry, pid: number | undefined, grace: number): Promise<void> {
    if (pid === undefined) return;
    await endTree({ group: pid, mark: entry.mark, signal: stopSignal(entry.spec), graceMs: grace });
    this.#tellReaper({ drop: entry.mark });
  }

  #stopEntry(entry: Entry): Promise<void> {
    entry.stopping ??= (async () => {
      clearTimeout(entry.timer);
      await this.#clean(entry, entry.process?.pid, graceMs(entry.spec));
      await entry.cleaning;
    })();
    return entry.stopping;
  }

  #tellReaper(message: object): void {
    if (!this.#reaper || this.#reaper.exitCode !== null || this.#reaper.signalCode !== null) this.#startReaper();
    this.#reaper?.stdin?.write(`${JSON.stringify(message)}\n`);
  }

  /** A reaper that was itself killed is replaced, and told again who is alive. */
  #startReaper(): void {
    const reaper = spawn(process.execPath, [fileURLToPath(new URL('./reaper.mjs', import.meta.url))], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { PATH: process.env.PATH },
    });
    reaper.on('error', () => undefined);
    reaper.stdin.on('error', () => undefined);
    reaper.unref();
    (reaper.stdin as unknown as { unref?: () => void }).unref?.();
    this.#reaper = reaper;
    for (const entry of this.#entries) {
      if (entry.process?.pid !== undefined) reaper.stdin.write(`${JSON.stringify(expectation(entry))}\n`);
    }
  }

  #emit(event: ChildEvent): void {
    this.#options.onEvent?.(event);
  }
}

/**
 * Stops the supervisor on Ctrl-C, SIGTERM, a closed terminal, or when the set-up program that started us is gone; then
 * ends this process with the code that shells expect (128 + signal number). A second signal does not wait any longer.
 */
export function stopOnSignals(supervisor: Supervisor): void {
  let asked = false;
  const stop = (code: number) => {
    if (asked) {
      supervisor.killNow();
      process.exit(code);
    }
    asked = true;
    void supervisor.stop().finally(() => process.exit(code));
  };
  process.on('SIGINT', () => stop(130));
  process.on('SIGTERM', () => stop(143));
  process.on('SIGHUP', () => stop(129));
  whenSetupVanishes(() => stop(129));
}

/** `npm run …` runs us below the set-up program; killed with -9 it can tell nobody, but we get another parent. */
function whenSetupVanishes(then: () => void): void {
  const parent = process.ppid;
  if (Number(process.env.CASELOOM_SETUP_PID) !== parent) return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, 1000);
  timer.unref();
}

/** Appends; a long one is put aside first, so that two together are all the space a child's words ever take. */
function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LONGEST_LOG_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** What the reaper must know of a child: its mark, and its process group once it has one. */
const expectation = ({ mark, process: child, spec }: Entry) => ({
  expect: mark,
  group: child?.pid,
  signal: stopSignal(spec),
  graceMs: graceMs(spec),
});
const stopSignal = (spec: ChildSpec): NodeJS.Signals => spec.stopSignal ?? 'SIGTERM';
const graceMs = (spec: ChildSpec): number => spec.graceMs ?? 10_000;
