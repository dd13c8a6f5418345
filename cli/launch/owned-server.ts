import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, isSameProcess, processIdentity } from './process-tree.mjs';

/** Notes in `home` that this process has started the server there and will end it. */
export async function claimServer(home: string): Promise<void> {
  const file = ownerFile(home);
  await writeFile(`${file}.new`, processIdentity(process.pid));
  await rename(`${file}.new`, file);
}

/**
 * True when the process that started the server in `home` is alive. Otherwise that server is about to be ended by its
 * reaper, and must not be used.
 */
export async function serverHasOwner(home: string): Promise<boolean> {
  return isSameProcess(await readFile(ownerFile(home), 'utf8').catch(() => ''));
}

/** Ends a server whose owner is gone and waits until it is, at most `graceMs` before it is killed. */
export async function endServer(pid: number, signal: NodeJS.Signals, graceMs: number): Promise<void> {
  const deadline = Date.now() + graceMs;
  send(pid, signal);
  while (isAlive(pid)) {
    if (Date.now() > deadline) send(pid, 'SIGKILL');
    await sleep(50);
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}

const ownerFile = (home: string): string => path.join(home, 'owner');
