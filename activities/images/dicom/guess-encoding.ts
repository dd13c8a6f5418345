export const IMPLICIT_LITTLE = '1.2.840.10008.1.2';
export const EXPLICIT_LITTLE = '1.2.840.10008.1.2.1';
export const EXPLICIT_BIG = '1.2.840.10008.1.2.2';

export type Guess = { readonly kind: 'meta' } | { readonly kind: 'dataset'; readonly syntax: string };

const FIRST_GROUPS: ReadonlySet<number> = new Set([0x0008, 0x0010]);

/**
 * How a file without the 128-byte preamble begins: with its meta header, or straight with the data set (PS3.10 wants neither, old
 * archives write both). Null when it does not look like DICOM.
 */
export function guessEncoding(bytes: Buffer): Guess | null {
  if (bytes.length < 16) return null;
  const explicit = /^[A-Z]{2}$/.test(bytes.toString('latin1', 4, 6));
  if (bytes.readUInt16LE(0) === 0x0002 && explicit) return { kind: 'meta' };
  if (FIRST_GROUPS.has(bytes.readUInt16BE(0)) && explicit) return { kind: 'dataset', syntax: EXPLICIT_BIG };
  if (!FIRST_GROUPS.has(bytes.readUInt16LE(0))) return null;
  if (explicit) return { kind: 'dataset', syntax: EXPLICIT_LITTLE };
  return bytes.readUInt32LE(4) <= bytes.length - 8 ? { kind: 'dataset', syntax: IMPLICIT_LITTLE } : null;
}

/** The same bytes with the preamble and `DICM` that the parser insists on. */
export function withPreamble(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM', 'latin1'), bytes]);
}
