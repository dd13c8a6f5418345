import { randomBytes } from 'node:crypto';
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '#domain/errors';
import type { StudioClient } from './client.ts';

/**
 * Brings a finished film's files into a folder: all of them under a name beside it first, then renamed in one go, so the folder either holds the
 * whole film or does not exist. An existing folder is replaced only when it holds a film of ours.
 * @throws StudioError OUTPUT_EXISTS
 */
export async function collectOutputs(client: StudioClient, id: string, folder: string): Promise<string[]> {
  const target = path.resolve(folder);
  await refuseForeign(target);
  const { outputs } = await client.read(id);
  const part = `${target}.${randomBytes(4).toString('hex')}.part`;
  await mkdir(part, { recursive: true });
  try {
    for (const { name } of outputs) await client.download(id, name, path.join(part, path.basename(name)));
    const old = `${part}.old`;
    const replaced = await rename(target, old).then(
      () => true,
      () => false,
    );
    await rename(part, target);
    if (replaced) await rm(old, { recursive: true, force: true });
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new StudioError('DISK_FULL', {}, { cause: error });
    throw error;
  }
  return outputs.map(({ name }) => path.join(folder, name));
}

/** @throws StudioError OUTPUT_EXISTS when something is there that is not a film of ours */
export async function refuseForeign(target: string): Promise<void> {
  const exists = await access(target).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  const manifest = await readFile(path.join(target, 'manifest.json'), 'utf8').catch(() => '');
  if (!manifest.includes('caseloom')) throw new StudioError('OUTPUT_EXISTS', { name: path.basename(target) });
}
