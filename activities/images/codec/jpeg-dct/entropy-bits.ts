/** A Huffman table as ISO 10918-1 annex F.2.2.3 decodes it: per code length the smallest and largest code and where its symbols begin. */
export interface HuffmanTable {
  readonly largest: Int32Array;
  readonly offset: Int32Array;
  readonly symbols: Uint8Array;
}

/** @param counts how many codes have 1..16 bits */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const largest = new Int32Array(17).fill(-1);
  const offset = new Int32Array(17);
  let code = 0;
  let at = 0;
  for (let bits = 1; bits <= 16; bits += 1) {
    offset[bits] = at - code;
    at += counts[bits - 1]!;
    code += counts[bits - 1]!;
    if (counts[bits - 1]! > 0) largest[bits] = code - 1;
    code <<= 1;
  }
  return { largest, offset, symbols };
}

/** Raised when the scan ends before its image does, or holds a code that no table knows. */
export class DamagedScan extends Error {}

/** Bits of an entropy-coded segment, most significant first; stuffed zero bytes are skipped and markers stop the stream. */
export class EntropyBits {
  #byte = 0;
  #left = 0;

  constructor(
    readonly bytes: Uint8Array,
    public position: number,
  ) {}

  bit(): number {
    if (this.#left === 0) {
      const next = this.bytes[this.position];
      if (next === undefined) throw new DamagedScan();
      if (next === 0xff) {
        if (this.bytes[this.position + 1] !== 0) throw new DamagedScan();
        this.position += 1;
      }
      this.position += 1;
      this.#byte = next;
      this.#left = 8;
    }
    this.#left -= 1;
    return (this.#byte >> this.#left) & 1;
  }

  bits(count: number): number {
    let value = 0;
    for (let bit = 0; bit < count; bit += 1) value = (value << 1) | this.bit();
    return value;
  }

  /** A signed number of `count` bits (F.2.2.1, EXTEND). */
  signed(count: number): number {
    if (count === 0) return 0;
    const value = this.bits(count);
    return value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
  }

  symbol(table: HuffmanTable): number {
    let code = 0;
    for (let bits = 1; bits <= 16; bits += 1) {
      code = (code << 1) | this.bit();
      if (code <= table.largest[bits]!) return table.symbols[code + table.offset[bits]!]!;
    }
    throw new DamagedScan();
  }

  /** Drops the rest of a byte and steps over a restart marker. */
  restart(): void {
    this.#left = 0;
    const marker = this.bytes[this.position + 1] ?? 0;
    if (this.bytes[this.position] !== 0xff || marker < 0xd0 || marker > 0xd7) throw new DamagedScan();
    this.position += 2;
  }
}
