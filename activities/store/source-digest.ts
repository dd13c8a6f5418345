import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Step } from '#activities/step';
import { StudioError } from '#domain/errors';

/**
 * Digest of a source folder or file by contents alone: names and order do not count, so a copy under other names is the same study and no
 * name leaks into a key. @throws StudioError IMAGES_NOT_FOUND
 */
export async function sourceDigest(source: string, step: Step): Promise<string> {
  const digests: string[] = [];
  for (const file of await filesUnder(source)) {
    step.signal.throwIfAborted();
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
    digests.push(hash.digest('hex'));
  }
  return createHash('sha256').update(digests.sort().join('\n')).digest('hex');
}

async function filesUnder(source: string): Promise<string[]> {
  const info = await stat(source).catch(() => null);
  if (!info) throw new StudioError('IMAGES_NOT_FOUND');
  if (info.isFile()) return [source];
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
