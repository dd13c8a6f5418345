import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import type { BlobStore } from '#activities/store/blob-store';
import { StudioError } from '#domain/errors';

/** Half-made files live beside the store, on its own file system, under a name that nothing else uses. */
const scratchRoot = (store: BlobStore): string => path.join(store.root, '.scratch');

/**
 * Gives `work` an empty folder of its own and removes it afterwards, however the work ended.
 * @throws StudioError DISK_FULL when the disk has no room; else whatever `work` throws
 */
export async function withScratch<T>(store: BlobStore, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = path.join(scratchRoot(store), `${hostname()}.${process.pid}.${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
    return await work(folder);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') throw new StudioError('DISK_FULL', {}, { cause });
    throw cause;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes what killed processes of this machine left; others may work on the same store. Call when a worker starts. */
export async function sweepScratch(store: BlobStore): Promise<void> {
  const own = `${hostname()}.`;
  for (const name of await readdir(scratchRoot(store)).catch(() => [])) {
    const pid = Number(name.slice(own.length).split('.')[0]);
    // A restarted container has its predecessor's host name and often its pid.
    if (name.startsWith(own) && (pid === process.pid || !isAlive(pid)))
      await rm(path.join(scratchRoot(store), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
