import { createWriteStream } from 'node:fs';
import { open, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import type { Upload } from '@tus/server';
import type { Quarantine } from '#activities/store/quarantine';
import { StudioError } from '#domain/errors';
import { UploadFileId, UploadId, uploadKind } from '#domain/upload';

const HEAD_BYTES = 4096;
/** Enough of a file to know its kind: a DICOM mark ends at 132. */
const TELLING_BYTES = 132;

/** Names a file of an upload inside the resumable protocol: `<upload>/files/<file>`, which is also its place below the quarantine. */
export const tusId = (upload: string, file: string): string =>
  `${UploadId.parse(upload)}/files/${UploadFileId.parse(file)}`;

const partsOf = (id: string): { upload: string; file: string } => {
  const [upload, , file] = id.split('/');
  return { upload: UploadId.parse(upload), file: UploadFileId.parse(file) };
};

/** What is known of a file lies beside it, so that an upload goes on after the API was away. */
const metaStore = (quarantine: Quarantine) => {
  const place = (id: string): string => {
    const { upload, file } = partsOf(id);
    return path.join(quarantine.meta(upload), `${file}.json`);
  };
  return {
    get: async (id: string) =>
      readFile(place(id), 'utf8').then(
        (text) => JSON.parse(text) as Upload,
        () => undefined,
      ),
    set: (id: string, upload: Upload) => writeFile(place(id), JSON.stringify(upload), { mode: 0o600 }),
    delete: (id: string) => rm(place(id), { force: true }),
  };
};

/** Keeps uploaded bytes in quarantine and looks at the first of them: a file that is not what it says is deleted at once. */
export class QuarantineStore extends FileStore {
  readonly #looked = new Set<string>();

  constructor(
    private readonly quarantine: Quarantine,
    private readonly meta = metaStore(quarantine),
  ) {
    super({ directory: quarantine.root, configstore: meta });
    // A length that is not said cannot be held against the limits.
    this.extensions = ['creation', 'creation-with-upload', 'termination'];
  }

  /** @throws StudioError UPLOAD_TYPE, DISK_FULL */
  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const { upload, file } = partsOf(id);
    const place = path.join(this.quarantine.files(upload), file);
    const writing = createWriteStream(place, { flags: 'r+', start: offset });
    try {
      await pipeline(readable, writing);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new StudioError('DISK_FULL');
      throw error;
    }
    const end = offset + writing.bytesWritten;
    await this.#look(id, place, file, end);
    return end;
  }

  async #look(id: string, place: string, file: string, end: number): Promise<void> {
    const size = (await this.meta.get(id))?.size ?? 0;
    if (this.#looked.has(id) || (end < TELLING_BYTES && end < size)) return;
    const handle = await open(place, 'r');
    const head = Buffer.alloc(Math.min(HEAD_BYTES, end));
    await handle.read(head, 0, head.length, 0).finally(() => handle.close());
    if (uploadKind(head) === file.slice(file.indexOf('.') + 1)) {
      this.#looked.add(id);
      return;
    }
    await this.remove(id);
    throw new StudioError('UPLOAD_TYPE', { index: Number(file.slice(4, 10)) });
  }
}
