import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '#domain/errors';
import { Manifest } from '#domain/release';
import type { StudioClient } from './client.ts';

/** Which film of ours at the output place may be replaced: e.g. an earlier one of the same production. */
export type Replaceable = (earlier: Manifest) => boolean;

/** What stands at the output place. */
async function occupant(folder: string, replaceable: Replaceable): Promise<'free' | 'empty' | 'own' | 'other'> {
  try {
    if ((await readdir(folder)).length === 0) return 'empty';
    const manifest = Manifest.parse(JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')));
    return replaceable(manifest) ? 'own' : 'other';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && !(await entries(folder)) ? 'free' : 'other';
  }
}

const entries = (folder: string): Promise<boolean> =>
  readdir(folder).then(
    (names) => names.length > 0,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );

/** @throws StudioError OUTPUT_EXISTS when something is there that may not be replaced */
export async function refuseForeign(folder: string, replaceable: Replaceable): Promise<void> {
  if ((await occupant(path.resolve(folder), replaceable)) === 'other')
    throw new StudioError('OUTPUT_EXISTS', { name: path.basename(folder) });
}

/**
 * Brings a finished film's files into a folder, all or none: they are written beside it under a temporary name and renamed at the end, so the
 * folder holds the whole film, or what it held before.
 * @throws StudioError OUTPUT_EXISTS, DISK_FULL
 */
export async function collectOutputs(
  client: Pick<StudioClient, 'read' | 'download'>,
  id: string,
  folder: string,
  replaceable: Replaceable,
): Promise<string[]> {
  const place = path.resolve(folder);
  const there = await occupant(place, replaceable);
  if (there === 'other') throw new StudioError('OUTPUT_EXISTS', { name: path.basename(place) });
  const beside = path.join(path.dirname(place), `.${path.basename(place)}.${randomUUID().slice(0, 8)}`);
  const [fresh, old] = [`${beside}.part`, `${beside}.old`];
  const { outputs } = await client.read(id);
  try {
    await mkdir(fresh, { recursive: true });
    for (const { name } of outputs) {
      if (name !== path.basename(name)) throw new TypeError(`${name} is no plain file name`);
      await client.download(id, name, path.join(fresh, name));
    }
    if (there === 'empty') await rmdir(place);
    if (there === 'own') await rename(place, old);
    await rename(fresh, place).catch(async (error) => {
      if (there === 'own') await rename(old, place);
      throw error;
    });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) throw new StudioError('DISK_FULL', {}, { cause });
    throw cause;
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
  return outputs.map(({ name }) => path.join(folder, name));
}
