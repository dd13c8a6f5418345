import type { CodecName } from './library-decoders.ts';

/** How a transfer syntax stores its pixels (PS3.5 annex A). */
export type PixelEncoding = 'native' | 'deflated-frames' | 'rle' | 'library' | 'unknown';

export const BIG_ENDIAN = '1.2.840.10008.1.2.2';

const NATIVE: ReadonlySet<string> = new Set([
  '1.2.840.10008.1.2', // implicit little endian
  '1.2.840.10008.1.2.1', // explicit little endian
  '1.2.840.10008.1.2.1.99', // deflated data set: inflated by the parser
  BIG_ENDIAN,
]);

/** Syntaxes whose codestreams go to a codec library. */
const LIBRARY: ReadonlyMap<string, CodecName> = new Map([
  ['1.2.840.10008.1.2.4.50', 'jpeg'], // JPEG baseline, 8 bit
  ['1.2.840.10008.1.2.4.51', 'jpeg-12'], // JPEG extended, 8 or 12 bit
  ['1.2.840.10008.1.2.4.53', 'jpeg-12'], // spectral selection, retired
  ['1.2.840.10008.1.2.4.55', 'jpeg-12'], // full progression, retired
  ['1.2.840.10008.1.2.4.57', 'jpeg-lossless'],
  ['1.2.840.10008.1.2.4.70', 'jpeg-lossless'], // first-order prediction
  ['1.2.840.10008.1.2.4.80', 'jpeg-ls'], // lossless
  ['1.2.840.10008.1.2.4.81', 'jpeg-ls'], // near-lossless
  ['1.2.840.10008.1.2.4.90', 'jpeg-2000'], // lossless
  ['1.2.840.10008.1.2.4.91', 'jpeg-2000'],
  ['1.2.840.10008.1.2.4.201', 'htj2k'], // lossless
  ['1.2.840.10008.1.2.4.202', 'htj2k'], // lossless, RPCL
  ['1.2.840.10008.1.2.4.203', 'htj2k'],
]);

/** The library codec of a syntax, null when it needs none or has none. */
export function codecOf(syntax: string): CodecName | null {
  return LIBRARY.get(syntax) ?? null;
}

export function pixelEncoding(syntax: string): PixelEncoding {
  if (NATIVE.has(syntax)) return 'native';
  if (syntax === '1.2.840.10008.1.2.5') return 'rle';
  if (syntax === '1.2.840.10008.1.2.8.1') return 'deflated-frames';
  return LIBRARY.has(syntax) ? 'library' : 'unknown';
}
