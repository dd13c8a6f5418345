import { spawn } from 'node:child_process';

const KEPT_CHARACTERS = 4000;
const running = new Set();
let stopped = false;

/**
 * Runs a program without showing its output. Resolves to `{ code, tail, timedOut }`; `tail` is the end of what it
 * wrote. `quietLimitMs` ends it when `isMoving()` has not changed its answer for that long.
 */
export function run(command, args, { quietLimitMs, moved, ...options } = {}) {
  if (stopped) return Promise.resolve({ code: 130, tail: 'stopped', timedOut: false });
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options });
    let tail = '';
    let timedOut = false;
    running.add(child);
    const keep = (chunk) => {
      tail = (tail + chunk).slice(-KEPT_CHARACTERS);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const stopWatching = quietLimitMs
      ? watch(quietLimitMs, moved, () => {
          timedOut = true;
          killGroup(child, 'SIGKILL');
        })
      : () => undefined;
    const end = (code) => {
      stopWatching();
      running.delete(child);
      resolve({ code, tail: tail.trim(), timedOut });
    };
    child.on('error', (error) => {
      tail += String(error.message);
      end(127);
    });
    child.on('close', (code, signal) => end(code ?? (signal ? 128 : 1)));
  });
}

/** Ends what is running and starts nothing more: after a failure elsewhere, or Ctrl-C. */
export function stopRunning() {
  stopped = true;
  for (const child of running) killGroup(child, 'SIGTERM');
}

export const isStopped = () => stopped;

function killGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Gone already.
  }
}

function watch(limitMs, moved, stop) {
  let last = moved();
  let since = Date.now();
  const timer = setInterval(() => {
    const now = moved();
    if (now !== last) {
      last = now;
      since = Date.now();
    } else if (Date.now() - since > limitMs) stop();
  }, 500);
  return () => clearInterval(timer);
}
