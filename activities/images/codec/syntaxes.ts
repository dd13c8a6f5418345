/** How a transfer syntax stores its pixels (PS3.5 annex A). */
export type PixelEncoding = 'native' | 'deflated-frames' | 'rle' | 'library' | 'unknown';

export const BIG_ENDIAN = '1.2.840.10008.1.2.2';

const NATIVE: ReadonlySet<string> = new Set([
  '1.2.840.10008.1.2', // implicit little endian
  '1.2.840.10008.1.2.1', // explicit little endian
  '1.2.840.10008.1.2.1.99', // deflated data set: inflated by the parser
  BIG_ENDIAN,
]);

/** Syntaxes whose codestreams go to the codec library. */
const LIBRARY: ReadonlySet<string> = new Set([
  '1.2.840.10008.1.2.4.50', // JPEG baseline, 8 bit
  '1.2.840.10008.1.2.4.57', // JPEG lossless
  '1.2.840.10008.1.2.4.70', // JPEG lossless, first-order prediction
  '1.2.840.10008.1.2.4.80', // JPEG-LS lossless
  '1.2.840.10008.1.2.4.81', // JPEG-LS near-lossless
  '1.2.840.10008.1.2.4.90', // JPEG 2000 lossless
  '1.2.840.10008.1.2.4.91', // JPEG 2000
  '1.2.840.10008.1.2.4.201', // HTJ2K lossless
  '1.2.840.10008.1.2.4.202', // HTJ2K lossless, RPCL
  '1.2.840.10008.1.2.4.203', // HTJ2K
]);

export function pixelEncoding(syntax: string): PixelEncoding {
  if (NATIVE.has(syntax)) return 'native';
  if (syntax === '1.2.840.10008.1.2.5') return 'rle';
  if (syntax === '1.2.840.10008.1.2.8.1') return 'deflated-frames';
  return LIBRARY.has(syntax) ? 'library' : 'unknown';
}
