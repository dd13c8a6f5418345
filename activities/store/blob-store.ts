import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ArtifactRef } from '#domain/artifact';
import { StudioError } from '#domain/errors';

/**
 * Content-addressed bytes: `<root>/<first two hex>/<sha256>`. Writing is temp file, fsync, rename, so a crash leaves either the whole file or
 * nothing; writing the same bytes twice is one file.
 */
export class BlobStore {
  constructor(readonly root: string) {}

  /** Keeps bytes; idempotent. @throws StudioError DISK_FULL */
  async put(bytes: Uint8Array, mediaType: string, role: string): Promise<ArtifactRef> {
    const digest = createHash('sha256').update(bytes).digest('hex');
    const ref: ArtifactRef = { digest, mediaType, bytes: bytes.byteLength, role };
    if (!(await this.has(ref))) await this.#settle(digest, (temp) => writeFile(temp, bytes));
    return ref;
  }

  /** Keeps a file's bytes (copied). @throws StudioError DISK_FULL */
  async putFile(file: string, mediaType: string, role: string): Promise<ArtifactRef> {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
    const digest = hash.digest('hex');
    const ref: ArtifactRef = { digest, mediaType, bytes: (await stat(file)).size, role };
    if (!(await this.has(ref))) await this.#settle(digest, (temp) => copyFile(file, temp));
    return ref;
  }

  async putJson(value: unknown, role: string): Promise<ArtifactRef> {
    return this.put(Buffer.from(JSON.stringify(value)), 'application/json', role);
  }

  /** Where the bytes lie. The file exists when `has` said so. */
  path(ref: Pick<ArtifactRef, 'digest'>): string {
    return path.join(this.root, ref.digest.slice(0, 2), ref.digest);
  }

  async has(ref: Pick<ArtifactRef, 'digest' | 'bytes'>): Promise<boolean> {
    try {
      return (await stat(this.path(ref))).size === ref.bytes;
    } catch {
      return false;
    }
  }

  /** @throws StudioError STORE_MISSING */
  async read(ref: ArtifactRef): Promise<Buffer> {
    try {
      return await readFile(this.path(ref));
    } catch (cause) {
      throw new StudioError('STORE_MISSING', { role: ref.role }, { cause });
    }
  }

  async readJson(ref: ArtifactRef): Promise<unknown> {
    return JSON.parse((await this.read(ref)).toString('utf8'));
  }

  async #settle(digest: string, write: (temp: string) => Promise<void>): Promise<void> {
    const place = this.path({ digest });
    const temp = `${place}.${randomUUID()}.part`;
    try {
      await mkdir(path.dirname(place), { recursive: true });
      await write(temp);
      const handle = await open(temp, 'r');
      await handle.sync().finally(() => handle.close());
      await rename(temp, place);
    } catch (cause) {
      await rm(temp, { force: true });
      if ((cause as NodeJS.ErrnoException).code === 'ENOSPC') throw new StudioError('DISK_FULL', {}, { cause });
      throw cause;
    }
  }
}
