import { constants } from 'node:fs';
import { open, opendir } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '#domain/errors';
import { type ImportLimits, readableBytes } from '../limits.ts';
import { byNaturalName, type Source, type SourceFile } from './source.ts';
import { throwIfCancelled } from './throw-if-cancelled.ts';

/**
 * All regular files below a folder. Links are not followed: one could lead out of the folder or round in a circle.
 * Errors carry no path, since paths name patients; the operating system's own error is dropped for the same reason.
 * @throws StudioError IMAGES_TOO_LARGE, IMAGES_UNREADABLE, CANCELLED
 */
export async function openFolder(root: string, limits: ImportLimits, signal: AbortSignal): Promise<Source> {
  const found: { name: string; place: string }[] = [];
  let skippedLinks = 0;
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    throwIfCancelled(signal);
    try {
      for await (const entry of await opendir(folder)) {
        const place = path.join(folder, entry.name);
        if (entry.isSymbolicLink()) skippedLinks += 1;
        else if (entry.isDirectory()) waiting.push(place);
        else if (entry.isFile()) found.push({ place, name: path.relative(root, place).split(path.sep).join('/') });
        if (found.length > limits.files) throw new StudioError('IMAGES_TOO_LARGE', { limit: `${limits.files} files` });
      }
    } catch (error) {
      if (error instanceof StudioError) throw error;
      throw new StudioError('IMAGES_UNREADABLE', { index: found.length + 1 });
    }
  }
  found.sort(byNaturalName);
  const files: SourceFile[] = [];
  let total = 0;
  for (const [index, { name, place }] of found.entries()) {
    throwIfCancelled(signal);
    const bytes = await sizeOf(place, index + 1);
    total += bytes;
    if (total > limits.totalBytes)
      throw new StudioError('IMAGES_TOO_LARGE', { limit: readableBytes(limits.totalBytes) });
    files.push({ name, bytes, read: () => readPlain(place, index + 1, limits) });
  }
  return { files, skippedLinks, close: async () => {} };
}

/** A single file as a source of one. */
export async function openSingleFile(place: string, limits: ImportLimits): Promise<Source> {
  const bytes = await sizeOf(place, 1);
  return {
    files: [{ name: path.basename(place), bytes, read: () => readPlain(place, 1, limits) }],
    skippedLinks: 0,
    close: async () => {},
  };
}

async function sizeOf(place: string, index: number): Promise<number> {
  return withFile(place, index, async (handle) => (await handle.stat()).size);
}

async function readPlain(place: string, index: number, limits: ImportLimits): Promise<Buffer> {
  return withFile(place, index, async (handle) => {
    if ((await handle.stat()).size > limits.fileBytes)
      throw new StudioError('IMAGES_TOO_LARGE', { limit: readableBytes(limits.fileBytes) });
    return handle.readFile();
  });
}

/** Opens read-only and without following a link that took the file's place since it was listed. */
async function withFile<T>(
  place: string,
  index: number,
  use: (handle: Awaited<ReturnType<typeof open>>) => Promise<T>,
): Promise<T> {
  try {
    const handle = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      return await use(handle);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof StudioError) throw error;
    throw new StudioError('IMAGES_UNREADABLE', { index });
  }
}
