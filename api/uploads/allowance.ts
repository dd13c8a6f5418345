import { statfs } from 'node:fs/promises';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Quarantine } from '#activities/store/quarantine';
import { StudioError } from '#domain/errors';
import { UPLOAD_LIMITS, UploadFileMeta, uploadFileId } from '#domain/upload';

const GiB = 1024 ** 3;
/** Left free on the disk for everything else. */
const SPARE_BYTES = 0.5 * GiB;

export interface Limits {
  readonly files: number;
  readonly totalBytes: number;
  readonly fileBytes: number;
  /** Requests of one person in ten seconds. */
  readonly requests: number;
}

export const LIMITS: Limits = { ...UPLOAD_LIMITS, requests: 4000 };

/** What a client announces with a new file. */
export interface Announced {
  readonly meta: UploadFileMeta;
  readonly bytes: number;
}

/** Reads the announcement of the resumable protocol: `Upload-Length` and `Upload-Metadata`. @throws StudioError INPUT_INVALID */
export function announced(headers: Record<string, string | string[] | undefined>): Announced {
  const bytes = Number(headers['upload-length']);
  if (!/^\d{1,15}$/.test(String(headers['upload-length'] ?? '')))
    throw new StudioError('INPUT_INVALID', { detail: 'Upload-Length' });
  const pairs = String(headers['upload-metadata'] ?? '')
    .split(',')
    .map((pair) => pair.trim().split(' '))
    .map(([key, value]) => [key, Buffer.from(value ?? '', 'base64').toString('utf8')]);
  const meta = UploadFileMeta.safeParse(Object.fromEntries(pairs));
  if (!meta.success) throw new StudioError('INPUT_INVALID', { detail: 'Upload-Metadata: index, group, kind' });
  return { meta: meta.data, bytes };
}

/** How much of each upload is announced, so that the limits hold before bytes are taken; read from the disk after a restart. */
export class Allowance {
  readonly #known = new Map<string, Promise<Map<string, number>>>();
  readonly #rate: RateLimiterMemory;

  constructor(
    private readonly quarantine: Quarantine,
    private readonly limits: Limits = LIMITS,
  ) {
    this.#rate = new RateLimiterMemory({ points: limits.requests, duration: 10 });
  }

  /** @throws StudioError UPLOAD_RATE */
  async pace(accountId: string): Promise<void> {
    await this.#rate.consume(accountId).catch(() => {
      throw new StudioError('UPLOAD_RATE');
    });
  }

  /** Sets room aside for a file. @throws StudioError UPLOAD_FILES, UPLOAD_BYTES, UPLOAD_FILE_EXISTS, DISK_FULL */
  async reserve(upload: string, { meta, bytes }: Announced): Promise<string> {
    const id = uploadFileId(meta);
    const files = await this.#of(upload);
    // The answer to an announcement may be lost on the way: asked again, the same file begins anew while it is not complete.
    if (files.has(id)) {
      const there = (await this.quarantine.list(upload)).find((file) => file.id === id);
      if (files.get(id) !== bytes || there?.received === bytes)
        throw new StudioError('UPLOAD_FILE_EXISTS', { index: meta.index });
      return id;
    }
    if (files.size + 1 > this.limits.files) throw new StudioError('UPLOAD_FILES', { limit: this.limits.files });
    const sum = [...files.values()].reduce((total, size) => total + size, 0);
    if (bytes > this.limits.fileBytes || sum + bytes > this.limits.totalBytes)
      throw new StudioError('UPLOAD_BYTES', {
        limit: readable(Math.min(this.limits.fileBytes, this.limits.totalBytes)),
      });
    files.set(id, bytes);
    const disk = await statfs(this.quarantine.root).catch(() => null);
    if (disk && disk.bavail * disk.bsize < bytes + SPARE_BYTES) {
      files.delete(id);
      throw new StudioError('DISK_FULL');
    }
    return id;
  }

  /** A file did not come to be, or was taken back. */
  async release(upload: string, id: string): Promise<void> {
    (await this.#of(upload)).delete(id);
  }

  forget(upload: string): void {
    this.#known.delete(upload);
  }

  #of(upload: string): Promise<Map<string, number>> {
    let files = this.#known.get(upload);
    if (!files) {
      files = this.quarantine.list(upload).then((found) => new Map(found.map(({ id, size }) => [id, size])));
      this.#known.set(upload, files);
    }
    return files;
  }
}

const readable = (bytes: number): string =>
  bytes >= GiB ? `${Math.round(bytes / GiB)} GiB` : `${Math.max(1, Math.round(bytes / 1024 / 1024))} MiB`;
