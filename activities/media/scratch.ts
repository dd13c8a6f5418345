import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
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
  const folder = path.join(scratchRoot(store), randomUUID());
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

/** Removes what a killed process left. Call once when a worker starts, before it takes work. */
export async function sweepScratch(store: BlobStore): Promise<void> {
  await rm(scratchRoot(store), { recursive: true, force: true });
}
