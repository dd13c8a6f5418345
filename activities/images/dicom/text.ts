/** Escape sequences of ISO 2022 (PS3.3 C.12.1.1.2): ESC, intermediate bytes, final byte. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: ESC is what is being looked for
const ESCAPES = /\x1b[\x20-\x2f]*[\x30-\x7e]/g;

/**
 * Free text of a header in whatever character set it claims or really has. Used only to look for keywords: the text itself never
 * leaves the import. Never throws; what cannot be read becomes replacement characters.
 */
export function decodeText(raw: Uint8Array, characterSets: readonly string[]): string {
  const bytes = Buffer.from(Buffer.from(raw).toString('latin1').replace(ESCAPES, ''), 'latin1');
  const declared = characterSets.join(' ').toUpperCase();
  if (/GB18030|GBK|IR 58/.test(declared)) return decode(bytes, 'gb18030');
  if (/IR 149/.test(declared)) return decode(bytes, 'euc-kr');
  if (/IR 13|IR 87|IR 159/.test(declared)) return decode(bytes, 'shift_jis');
  // Chinese consoles often write UTF-8 or GBK under a western or missing declaration.
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decode(bytes, 'gb18030');
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
