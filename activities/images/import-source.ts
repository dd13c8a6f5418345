import { open, stat } from 'node:fs/promises';
import { StudioError } from '#domain/errors';
import { DEFAULT_LIMITS, type ImportLimits } from './limits.ts';
import { openFolder, openSingleFile } from './source/folder-source.ts';
import type { Source } from './source/source.ts';
import { withArchives } from './source/with-archives.ts';
import { openZip } from './source/zip-source.ts';

const ZIP_LOCAL_FILE = 0x04034b50;
const ZIP_EMPTY = 0x06054b50;

/**
 * Opens what a person pointed at: a folder (searched through, ZIPs in it too), a ZIP, or one file. Files are read in place; the original bytes are
 * neither changed nor copied anywhere. The caller closes the source.
 * @throws StudioError IMAGES_NOT_FOUND, IMAGES_EMPTY, IMAGES_TOO_LARGE, IMAGES_UNREADABLE, IMAGES_ZIP_*, CANCELLED
 */
export async function importSource(
  place: string,
  signal: AbortSignal,
  limits: ImportLimits = DEFAULT_LIMITS,
): Promise<Source> {
  // The system's error names the path, and paths name patients: it is dropped on purpose, here and below.
  const facts = await stat(place).catch(() => null);
  if (facts === null || !(facts.isDirectory() || facts.isFile())) throw new StudioError('IMAGES_NOT_FOUND');
  const source = facts.isDirectory()
    ? await withArchives(await openFolder(place, limits, signal), place, limits, signal)
    : (await isZip(place))
      ? await openZip(place, limits, signal)
      : await openSingleFile(place, limits);
  if (source.files.length === 0) {
    await source.close();
    throw new StudioError('IMAGES_EMPTY');
  }
  return source;
}

async function isZip(place: string): Promise<boolean> {
  try {
    const handle = await open(place, 'r');
    try {
      const head = Buffer.alloc(4);
      await handle.read(head, 0, 4, 0);
      const signature = head.readUInt32LE(0);
      return signature === ZIP_LOCAL_FILE || signature === ZIP_EMPTY;
    } finally {
      await handle.close();
    }
  } catch {
    throw new StudioError('IMAGES_UNREADABLE', { index: 1 });
  }
}
