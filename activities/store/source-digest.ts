import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '#domain/errors';

/**
 * Digest of a source folder or file by contents: names do not count, so a copy under other names is the same study and no name leaks into a key.
 * Pictures carry no position; they are ordered by name, so their order counts. @throws StudioError IMAGES_NOT_FOUND, CANCELLED
 */
export async function sourceDigest(source: string, signal: AbortSignal): Promise<string> {
  const dicom: string[] = [];
  const pictures: string[] = [];
  for (const file of (await filesUnder(source)).sort(byName)) {
    if (signal.aborted) throw new StudioError('CANCELLED');
    const digest = await fileDigest(file);
    (/\.(png|jpe?g)$/i.test(file) ? pictures : dicom).push(digest);
  }
  return createHash('sha256')
    .update([...dicom.sort(), '', ...pictures].join('\n'))
    .digest('hex');
}

/** The order in which a picture stack is read: numbers by value. */
const byName = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

async function fileDigest(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function filesUnder(source: string): Promise<string[]> {
  const info = await stat(source).catch(() => null);
  if (!info) throw new StudioError('IMAGES_NOT_FOUND');
  if (info.isFile()) return [source];
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
