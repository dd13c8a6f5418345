#!/usr/bin/env node
/**
 * Everything the studio needs, found or brought, then the command asked for. Plain JavaScript without dependencies:
 * it runs before node_modules exists.
 *
 *   node cli/setup.mjs [--then demo|test|studio|check|bench] [arguments of that command]
 *
 * CASELOOM_OFFLINE=1 downloads nothing but packages from the configured registries.
 * Exit codes: that of the command; 2 when something is missing that cannot be brought here; 130 after Ctrl-C.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { bringBrowser } from './setup/browser.mjs';
import { bringPrismaClient, bringTree } from './setup/npm-tree.mjs';
import { cacheDir, projectRoot } from './setup/places.mjs';
import { SetupProblem, say } from './setup/progress.mjs';
import { stopRunning } from './setup/run.mjs';
import { bringSystemPackages } from './setup/system-packages.mjs';
import { bringTemporal } from './setup/temporal-server.mjs';

const tsx = ['--import', pathToFileURL(path.join(projectRoot, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href];
const inProject = (...parts) => path.join(projectRoot, ...parts);

/** Node arguments of each command. */
const COMMANDS = {
  studio: [...tsx, inProject('cli', 'studio.ts')],
  demo: [...tsx, inProject('cli', 'studio.ts'), 'demo'],
  check: [...tsx, inProject('cli', 'check.ts')],
  bench: [...tsx, inProject('bench', 'run.ts')],
  test: [inProject('node_modules', 'vitest', 'vitest.mjs'), 'run', '--root', projectRoot],
};

try {
  requireNode(20, 19);
  const { command, rest } = readArguments(process.argv.slice(2));
  stopSetupOnSignals();
  const browser = await oneAtATime(bringEverything);
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
  if (command) process.exitCode = await handOver(COMMANDS[command], rest, { CASELOOM_CHROMIUM: browser.path });
  else say('everything is in place');
} catch (error) {
  say(error instanceof SetupProblem ? error.message : error.stack);
  process.exitCode ||= error instanceof SetupProblem ? 2 : 1;
}

/** Slow steps side by side. The first that fails ends the others, so that what hinders everything is said at once. */
async function bringEverything() {
  const packages = bringSystemPackages();
  const tree = bringTree(projectRoot);
  const client = tree.then(() => bringPrismaClient(projectRoot));
  const temporal = bringTemporal(tree);
  const browser = Promise.all([packages, tree]).then(() => bringBrowser());
  const steps = [packages, client, temporal, browser];
  try {
    await Promise.all(steps);
    return await browser;
  } catch (error) {
    stopRunning();
    await Promise.allSettled(steps);
    throw error;
  }
}

/** Two commands started together: the second waits and then finds everything in place. */
async function oneAtATime(work) {
  const name = createHash('sha256').update(projectRoot).digest('hex').slice(0, 12);
  const lock = path.join(cacheDir(), `setup-${name}.lock`);
  mkdirSync(cacheDir(), { recursive: true });
  let told = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!lockIsHeld(lock)) rmSync(lock, { force: true });
      else if (!told) say('another set-up of this folder is running, waiting for it');
      told = true;
      await sleep(300);
    }
  }
  const unlock = () => rmSync(lock, { force: true });
  process.once('exit', unlock);
  try {
    return await work();
  } finally {
    unlock();
    process.off('exit', unlock);
  }
}

function lockIsHeld(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')) || -1, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs the command in our place: its output, its input, its exit code; signals that reach us go on to it. */
function handOver(nodeArguments, rest, extraEnv) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeArguments, ...rest], {
      stdio: 'inherit',
      env: { ...process.env, ...extraEnv, CASELOOM_SETUP_PID: String(process.pid) },
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
    // A terminal sends Ctrl-C to both of us; the child decides when it is over.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    process.on('SIGHUP', () => child.kill('SIGHUP'));
  });
}

function readArguments(all) {
  const at = all.indexOf('--then');
  if (at === -1) {
    if (all.length > 0)
      throw new SetupProblem(`unknown argument ${all[0]}. Usage: node cli/setup.mjs [--then COMMAND] [arguments]`);
    return { command: undefined, rest: [] };
  }
  const command = all[at + 1];
  if (!Object.hasOwn(COMMANDS, command ?? '')) {
    throw new SetupProblem(`--then needs one of ${Object.keys(COMMANDS).join(', ')}`);
  }
  const rest = all.slice(at + 2);
  return { command, rest: rest[0] === '--' ? rest.slice(1) : rest };
}

function requireNode(major, minor) {
  const [a, b] = process.versions.node.split('.').map(Number);
  if (a > major || (a === major && b >= minor)) return;
  throw new SetupProblem(
    `Node.js ${major}.${minor} or newer is needed; this is ${process.versions.node}. See nodejs.org.`,
  );
}

/** The step that was running fails, cleans up after itself, and so ends the set-up. */
function stopSetupOnSignals() {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]) {
    process.on(signal, () => {
      process.exitCode = code;
      stopRunning();
    });
  }
}
