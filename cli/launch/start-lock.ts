import { mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './process-tree.mjs';

/**
 * Runs `work` while no other process runs it under the same lock file. A lock whose owner is dead is taken over, so a
 * kill -9 in the middle of a start blocks nobody.
 */
export async function withStartLock<T>(lockFile: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  await mkdir(path.dirname(lockFile), { recursive: true });
  for (;;) {
    signal?.throwIfAborted();
    try {
      const file = await open(lockFile, 'wx', 0o600);
      await file.writeFile(String(process.pid));
      await file.close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      await dropStaleLock(lockFile);
      await sleep(50);
    }
  }
  try {
    return await work();
  } finally {
    await rm(lockFile, { force: true });
  }
}

async function dropStaleLock(lockFile: string): Promise<void> {
  const owner = Number(await readFile(lockFile, 'utf8').catch(() => ''));
  // Empty: its owner is between creating and writing it, or died there; a second look decides.
  if (!owner) {
    await sleep(200);
    if (Number(await readFile(lockFile, 'utf8').catch(() => '1'))) return;
    await rm(lockFile, { force: true });
  } else if (owner !== process.pid && !isAlive(owner)) {
    await rm(lockFile, { force: true });
  }
}
