import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach } from 'vitest';
import { isAlive } from '../../cli/launch/process-tree.mjs';

const folders: string[] = [];

/** A folder that is gone after the test. Its name has a space and Chinese in it on purpose. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'caseloom 试验 '));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Waits until `condition` holds; fails with `what` when it does not in time. */
export async function until(what: string, condition: () => unknown, withinMs = 15_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not in time: ${what}`);
    await sleep(25);
  }
}

export const gone = (pid: number): boolean => !isAlive(pid);
