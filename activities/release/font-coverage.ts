import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** The fonts every text of a film may fall back on, in the renderer's order; their subsets are what the browser loads. */
const STYLE_SHEETS = ['@fontsource-variable/inter/wght.css', '@fontsource-variable/noto-sans-sc/index.css'];

interface Subset {
  readonly file: string;
  readonly ranges: readonly (readonly [number, number])[];
}

let subsets: Subset[] | undefined;

/** The subsets with the ranges a browser picks them by. */
function bundledSubsets(): Subset[] {
  subsets ??= STYLE_SHEETS.flatMap((sheet) => {
    const file = createRequire(import.meta.url).resolve(sheet);
    const faces = readFileSync(file, 'utf8').matchAll(/url\(\.\/([^)]+\.woff2)\)[^}]*?unicode-range:\s*([^;}]+)/g);
    return [...faces].map(([, name = '', ranges = '']) => ({
      file: path.join(path.dirname(file), name),
      ranges: ranges.split(',').map((range) => {
        const [from = '', to = from] = range.trim().slice(2).split('-');
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
      }),
    }));
  });
  return subsets;
}

const bad = (detail: string): Error => new Error(`bundled font: ${detail}`);

/** A number of WOFF2's UIntBase128 and the place after it (WOFF2, 4.1). */
function base128(bytes: Buffer, at: number): [value: number, next: number] {
  let value = 0;
  for (let i = 0; i < 5; i++) {
    const byte = bytes[at + i] ?? 0;
    value = value * 128 + (byte & 127);
    if ((byte & 128) === 0) return [value, at + i + 1];
  }
  throw bad('a length');
}

/** Numbers of the known table tags `cmap`, `glyf` and `loca` (WOFF2, 4.1), and the one before a tag written out. */
const [CMAP, GLYF, LOCA, WRITTEN] = [0, 10, 11, 63];

/** The `cmap` table of a WOFF2 file: its tables lie one after another in one Brotli stream (WOFF2, 4.1 and 4.2). */
function cmapOf(file: string): Buffer {
  const bytes = readFileSync(file);
  if (bytes.toString('latin1', 0, 4) !== 'wOF2') throw bad('not WOFF2');
  let at = 48;
  let offset = 0;
  let place: { offset: number; length: number } | null = null;
  for (let table = 0; table < bytes.readUInt16BE(12); table++) {
    const flags = bytes[at++] ?? 0;
    const tag = flags & 63;
    const written = tag === WRITTEN ? bytes.toString('latin1', at, at + 4) : '';
    if (tag === WRITTEN) at += 4;
    const [plain, after] = base128(bytes, at);
    at = after;
    const version = flags >> 6;
    const transformed = tag === GLYF || tag === LOCA ? version !== 3 : version !== 0;
    let length = plain;
    if (transformed) [length, at] = base128(bytes, at);
    if (tag === CMAP || written === 'cmap') place = { offset, length };
    offset += length;
  }
  const tables = brotliDecompressSync(bytes.subarray(at, at + bytes.readUInt32BE(20)));
  if (!place) throw bad('no cmap');
  return tables.subarray(place.offset, place.offset + place.length);
}

/** Code points of a format 4 subtable that have a glyph (OpenType, cmap). */
function* segments(table: Buffer): Generator<number> {
  const count = table.readUInt16BE(6) / 2;
  for (let i = 0; i < count; i++) {
    const end = table.readUInt16BE(14 + i * 2);
    const start = table.readUInt16BE(16 + count * 2 + i * 2);
    const delta = table.readUInt16BE(16 + count * 4 + i * 2);
    const rangeAt = 16 + count * 6 + i * 2;
    const range = table.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const own = range === 0 ? code : table.readUInt16BE(rangeAt + range + (code - start) * 2);
      if (own !== 0 && ((own + delta) & 0xffff) !== 0) yield code;
    }
  }
}

/** Code points of a format 12 subtable that have a glyph. */
function* groups(table: Buffer): Generator<number> {
  for (let i = 0; i < table.readUInt32BE(12); i++) {
    const [start, end, glyph] = [0, 4, 8].map((at) => table.readUInt32BE(16 + i * 12 + at)) as [number, number, number];
    for (let code = start; code <= end; code++) if (glyph + code - start !== 0) yield code;
  }
}

const known = new Map<string, ReadonlySet<number>>();

/** Code points a font file has glyphs for; read once. */
export function codePointsOf(file: string): ReadonlySet<number> {
  const before = known.get(file);
  if (before) return before;
  const cmap = cmapOf(file);
  const found = new Set<number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4));
    const format = table.readUInt16BE(0);
    const codes = format === 4 ? segments(table) : format === 12 ? groups(table) : [];
    for (const code of codes) found.add(code);
  }
  known.set(file, found);
  return found;
}

/** Characters that no bundled text font draws, as a browser would look for them. Control characters are not drawn. */
export function uncoveredIn(chars: Iterable<string>): string[] {
  return [...chars].filter((char) => {
    const code = char.codePointAt(0) ?? 0;
    if (code < 32) return false;
    const offered = bundledSubsets().filter(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to));
    return !offered.some(({ file }) => codePointsOf(file).has(code));
  });
}
