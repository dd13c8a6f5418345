import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Elements, writeDicom } from './write-dicom.ts';

export interface SeriesOptions {
  readonly zMm: readonly number[];
  readonly size?: number;
  readonly series?: string;
  readonly orientation?: readonly number[];
  /** Where slice `at` lies; default: straight up. */
  readonly position?: (zMm: number, at: number) => readonly number[];
  readonly stored?: (row: number, column: number, at: number) => number;
  readonly extra?: Elements | ((at: number) => Elements);
  readonly name?: (at: number) => string;
  readonly syntax?: string;
  readonly change?: (file: Buffer, at: number) => Buffer;
}

export const CT_CLASS = '1.2.840.10008.5.1.4.1.1.2';
const AXIAL = [1, 0, 0, 0, 1, 0];

/** One CT slice with everything a good console writes. Stored values are HU + 1024. */
export function ctSlice(at: number, options: SeriesOptions): Buffer {
  const { zMm, size = 16, series = '1.2.3.4', orientation = AXIAL } = options;
  const z = zMm[at]!;
  const pixels = new Uint16Array(size * size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      pixels[row * size + column] = options.stored?.(row, column, at) ?? (z * 10 + row + 2000) & 0xffff;
  const extra = typeof options.extra === 'function' ? options.extra(at) : options.extra;
  return writeDicom(
    {
      '00080008': ['CS', 'ORIGINAL\\PRIMARY\\AXIAL'],
      '00080016': ['UI', CT_CLASS],
      '00080018': ['UI', `${series}.${at + 1}`],
      '00080060': ['CS', 'CT'],
      '0020000D': ['UI', `${series}.99`],
      '0020000E': ['UI', series],
      '00200013': ['IS', at + 1],
      '00200032': ['DS', options.position?.(z, at) ?? [-100, -90, z]],
      '00200037': ['DS', orientation],
      '00280002': ['US', 1],
      '00280004': ['CS', 'MONOCHROME2'],
      '00280010': ['US', size],
      '00280011': ['US', size],
      '00280030': ['DS', [0.8, 0.7]],
      '00280100': ['US', 16],
      '00280101': ['US', 16],
      '00280102': ['US', 15],
      '00280103': ['US', 0],
      '00281052': ['DS', -1024],
      '00281053': ['DS', 1],
      '7FE00010': ['OW', new Uint8Array(pixels.buffer)],
      ...extra,
    },
    options.syntax,
  );
}

export async function writeSeries(folder: string, options: SeriesOptions): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let at = 0; at < options.zMm.length; at += 1) {
    const file = ctSlice(at, options);
    const name = options.name?.(at) ?? `IM${String(at).padStart(4, '0')}`;
    await writeFile(path.join(folder, name), options.change?.(file, at) ?? file);
  }
}

/** `count` positions from `top` downwards. */
export function steps(count: number, mm = 2.5, top = 0): number[] {
  return Array.from({ length: count }, (_, at) => top - at * mm);
}
