import path from 'node:path';
import { StudioError } from '#domain/errors';
import { type ImportLimits, readableBytes } from '../limits.ts';
import { byNaturalName, type Source } from './source.ts';
import { openZip } from './zip-source.ts';

/**
 * A folder's files with those of the ZIPs in it in their place: archives often come several to a study. An archive inside an archive stays shut.
 * @throws StudioError IMAGES_ZIP_*, IMAGES_TOO_LARGE, CANCELLED
 */
export async function withArchives(
  folder: Source,
  root: string,
  limits: ImportLimits,
  signal: AbortSignal,
): Promise<Source> {
  const isZip = ({ name }: { name: string }) => name.toLowerCase().endsWith('.zip');
  const packed = folder.files.filter(isZip);
  if (packed.length === 0) return folder;
  const archives: Source[] = [];
  const close = async () => void (await Promise.all([folder, ...archives].map((source) => source.close())));
  try {
    const files = folder.files.filter((file) => !isZip(file));
    for (const { name } of packed) {
      const archive = await openZip(path.join(root, name), limits, signal);
      archives.push(archive);
      files.push(...archive.files.map((file) => ({ ...file, name: `${name}/${file.name}` })));
      if (files.length > limits.files) throw new StudioError('IMAGES_ZIP_BOMB', { limit: `${limits.files} files` });
    }
    if (files.reduce((sum, { bytes }) => sum + bytes, 0) > limits.totalBytes)
      throw new StudioError('IMAGES_ZIP_BOMB', { limit: readableBytes(limits.totalBytes) });
    return { files: files.sort(byNaturalName), skippedLinks: folder.skippedLinks, close };
  } catch (error) {
    await close();
    throw error;
  }
}
