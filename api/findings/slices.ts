import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import type { BlobStore } from '#activities/store/blob-store';
import type { Analysis } from '#domain/analysis';
import { StudioError } from '#domain/errors';
import type { PlaneAxis } from '#domain/findings-view';

/** Reads planes out of a stored volume without holding the volume: Hounsfield units, Int16 little endian, row by row. */
export class SliceReader {
  constructor(private readonly store: BlobStore) {}

  /** One axial slice. @throws StudioError NOT_FOUND, IMAGES_HU_NEEDED, STORE_MISSING */
  async axial(analysis: Analysis, slice: number): Promise<Buffer> {
    const { columns, rows, slices } = analysis.study.geometry;
    inside(slice, slices);
    const size = columns * rows * 2;
    return this.#reading(analysis, (read) => read(slice * size, size));
  }

  /** A plane across the stack; its rows are the slices from the head end, its columns the image's columns (coronal) or rows (sagittal). */
  async across(analysis: Analysis, axis: PlaneAxis, index: number): Promise<Buffer> {
    const { columns, rows, slices } = analysis.study.geometry;
    inside(index, axis === 'coronal' ? rows : columns);
    return this.#reading(analysis, async (read) => {
      const lines: Buffer[] = [];
      for (let slice = 0; slice < slices; slice++) {
        const start = slice * columns * rows * 2;
        if (axis === 'coronal') lines.push(await read(start + index * columns * 2, columns * 2));
        else lines.push(columnOf(await read(start, columns * rows * 2), columns, rows, index));
      }
      return Buffer.concat(lines);
    });
  }

  /** Pixels of one slice with the lungs in it, for findings added by hand. */
  async pixels(analysis: Analysis, slice: number): Promise<{ hu: Int16Array; lung: Uint8Array }> {
    const { columns, rows } = analysis.study.geometry;
    const bytes = Buffer.from(await this.axial(analysis, slice));
    const mask = await promisify(inflateRaw)(await this.store.read(analysis.lungMask));
    const at = slice * columns * rows;
    return {
      hu: new Int16Array(bytes.buffer, bytes.byteOffset, columns * rows),
      lung: new Uint8Array(mask.subarray(at, at + columns * rows)),
    };
  }

  async #reading<T>(analysis: Analysis, work: (read: (at: number, size: number) => Promise<Buffer>) => Promise<T>) {
    const { volume } = analysis.study;
    if (!volume) throw new StudioError('IMAGES_HU_NEEDED');
    const file = await open(this.store.path(volume), 'r').catch((cause: unknown) => {
      throw new StudioError('STORE_MISSING', { role: volume.role }, { cause });
    });
    try {
      return await work(async (at, size) => {
        const bytes = Buffer.alloc(size);
        const { bytesRead } = await file.read(bytes, 0, size, at);
        if (bytesRead !== size) throw new StudioError('STORE_MISSING', { role: volume.role });
        return bytes;
      });
    } finally {
      await file.close();
    }
  }
}

function inside(index: number, count: number): void {
  if (!Number.isInteger(index) || index < 0 || index >= count) throw new StudioError('NOT_FOUND', { what: 'slice' });
}

function columnOf(slice: Buffer, columns: number, rows: number, index: number): Buffer {
  const line = Buffer.alloc(rows * 2);
  for (let row = 0; row < rows; row++) line.writeInt16LE(slice.readInt16LE((row * columns + index) * 2), row * 2);
  return line;
}
