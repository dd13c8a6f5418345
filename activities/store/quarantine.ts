import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { StudioError } from '#domain/errors';
import { type UploadFile, UploadFileId, UploadId } from '#domain/upload';

const Meta = z.object({ size: z.int().nonnegative() });

/**
 * Where uploads wait: `<data>/quarantine/<upload>/files`, readable by the studio's own account only. Files are named by their place and
 * kind; the names they had are not kept anywhere.
 */
export class Quarantine {
  readonly root: string;
  constructor(dataDir: string) {
    this.root = path.join(dataDir, 'quarantine');
  }

  /** The folder that is read as a source. */
  files(id: string): string {
    return path.join(this.folder(id), 'files');
  }

  /** What the resumable protocol must know of each file over a restart. */
  meta(id: string): string {
    return path.join(this.folder(id), 'meta');
  }

  montage(id: string, key: string): string {
    return path.join(
      this.folder(id),
      'montage',
      `${z
        .string()
        .regex(/^[A-Z]{1,2}$/)
        .parse(key)}.jpg`,
    );
  }

  folder(id: string): string {
    return path.join(this.root, UploadId.parse(id));
  }

  /** @throws StudioError DISK_FULL */
  async open(id: string): Promise<void> {
    try {
      await mkdir(this.root, { recursive: true, mode: 0o700 });
      for (const folder of [this.folder(id), this.files(id), this.meta(id)])
        await mkdir(folder, { recursive: true, mode: 0o700 });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOSPC') throw new StudioError('DISK_FULL', {}, { cause });
      throw cause;
    }
  }

  async has(id: string): Promise<boolean> {
    return (await stat(this.files(id)).catch(() => null))?.isDirectory() ?? false;
  }

  /** The files announced for an upload and how much of each has arrived, in their order. */
  async list(id: string): Promise<UploadFile[]> {
    const names = await readdir(this.meta(id)).catch(() => [] as string[]);
    const files: UploadFile[] = [];
    for (const name of names.sort()) {
      const file = await this.#file(id, name.replace(/\.json$/, ''));
      if (file) files.push(file);
    }
    return files.sort((a, b) => a.index - b.index);
  }

  async remove(id: string): Promise<void> {
    await rm(this.folder(id), { recursive: true, force: true });
  }

  /** Ids of the folders that are there. */
  async ids(): Promise<string[]> {
    const names = await readdir(this.root).catch(() => [] as string[]);
    return names.filter((name) => UploadId.safeParse(name).success);
  }

  async #file(upload: string, id: string): Promise<UploadFile | null> {
    if (!UploadFileId.safeParse(id).success) return null;
    const meta = Meta.safeParse(
      await readFile(path.join(this.meta(upload), `${id}.json`), 'utf8').then(JSON.parse, () => null),
    );
    const bytes = await stat(path.join(this.files(upload), id)).catch(() => null);
    if (!meta.success || !bytes) return null;
    return { id, index: Number(id.slice(4, 10)), size: meta.data.size, received: bytes.size };
  }
}
