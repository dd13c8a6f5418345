import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { BlobStore } from '#activities/store/blob-store';
import type { ArtifactRef } from '#domain/artifact';
import { StudioError } from '#domain/errors';

export interface OutputFile {
  readonly name: string;
  readonly artifact: ArtifactRef;
}

const exists = (error: unknown): boolean => (error as NodeJS.ErrnoException).code !== 'ENOENT';

/** What stands at the output place: nothing, an empty folder, an earlier output of this production, or something else. */
async function occupant(folder: string, productionId: string): Promise<'free' | 'empty' | 'own' | 'other'> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    return exists(error) ? 'other' : 'free';
  }
  if (names.length === 0) return 'empty';
  try {
    const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'));
    return manifest.run?.productionId === productionId ? 'own' : 'other';
  } catch {
    return 'other';
  }
}

async function writeAll(files: readonly OutputFile[], store: BlobStore, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, artifact } of files) {
    if (name !== path.basename(name)) throw new TypeError(`publishOutputs: ${name} is no plain file name`);
    if (!(await store.has(artifact))) throw new StudioError('STORE_MISSING', { role: artifact.role });
    const place = path.join(folder, name);
    await copyFile(store.path(artifact), place);
    const handle = await open(place, 'r');
    await handle.sync().finally(() => handle.close());
  }
}

/**
 * Puts the finished files under the output name, all or none: they are written beside it under a temporary name and renamed at the end.
 * An empty folder or an earlier output of the same production is replaced; anything else is left alone.
 * @throws StudioError OUTPUT_EXISTS, DISK_FULL, STORE_MISSING
 */
export async function publishOutputs(
  outDir: string,
  files: readonly OutputFile[],
  deps: { store: BlobStore; productionId: string },
): Promise<void> {
  const place = path.resolve(outDir);
  const beside = path.join(path.dirname(place), `.${path.basename(place)}.${randomUUID().slice(0, 8)}`);
  const [fresh, old] = [`${beside}.part`, `${beside}.old`];
  const there = await occupant(place, deps.productionId);
  if (there === 'other') throw new StudioError('OUTPUT_EXISTS', { name: path.basename(place) });
  try {
    await writeAll(files, deps.store, fresh);
    if (there === 'empty') await rmdir(place);
    if (there === 'own') await rename(place, old);
    try {
      await rename(fresh, place);
    } catch (cause) {
      if (there === 'own') await rename(old, place);
      throw cause;
    }
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') throw new StudioError('DISK_FULL', {}, { cause });
    if (code === 'ENOTEMPTY' || code === 'EEXIST')
      throw new StudioError('OUTPUT_EXISTS', { name: path.basename(place) }, { cause });
    throw cause;
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}
