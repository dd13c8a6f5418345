import { DamagedScan, type EntropyBits, type HuffmanTable } from './entropy-bits.ts';

/** Natural index of each coefficient of the zig-zag order (ISO 10918-1 figure A.6). */
export const ZIGZAG = Uint8Array.from([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47,
  55, 62, 63,
]);

/** What one scan adds to the coefficients: a band (`first`..`last`) at a bit position (annex G.1.1.1). */
export interface ScanBand {
  readonly first: number;
  readonly last: number;
  /** Bit position of the scan before this one, 0 for a first scan. */
  readonly high: number;
  readonly low: number;
}

/** Decodes the blocks of one scan of a grey image, sequential or progressive, into coefficients in natural order. */
export class BlockScanner {
  #predicted = 0;
  #endOfBandRun = 0;

  constructor(
    readonly bits: EntropyBits,
    readonly band: ScanBand,
    readonly progressive: boolean,
    readonly dc: HuffmanTable | undefined,
    readonly ac: HuffmanTable | undefined,
  ) {}

  restart(): void {
    this.bits.restart();
    this.#predicted = 0;
    this.#endOfBandRun = 0;
  }

  block(out: Int32Array): void {
    if (!this.progressive) {
      this.#dcFirst(out);
      this.#sequentialAc(out);
    } else if (this.band.first === 0) {
      if (this.band.high === 0) this.#dcFirst(out);
      else if (this.bits.bit() === 1) out[0]! |= 1 << this.band.low;
    } else if (this.band.high === 0) this.#acFirst(out);
    else this.#acRefine(out);
  }

  #dcFirst(out: Int32Array): void {
    this.#predicted += this.bits.signed(this.bits.symbol(known(this.dc)));
    out[0] = this.#predicted * (1 << this.band.low);
  }

  #sequentialAc(out: Int32Array): void {
    for (let at = 1; at < 64; at += 1) {
      const symbol = this.bits.symbol(known(this.ac));
      const size = symbol & 15;
      if (size === 0 && symbol >> 4 < 15) return;
      at += symbol >> 4;
      if (size === 0) continue;
      if (at > 63) throw new DamagedScan();
      out[ZIGZAG[at]!] = this.bits.signed(size);
    }
  }

  /** G.1.2.2: like sequential, but an end of band may hold for many blocks. */
  #acFirst(out: Int32Array): void {
    if (this.#endOfBandRun > 0) {
      this.#endOfBandRun -= 1;
      return;
    }
    for (let at = this.band.first; at <= this.band.last; at += 1) {
      const symbol = this.bits.symbol(known(this.ac));
      const run = symbol >> 4;
      const size = symbol & 15;
      if (size === 0 && run < 15) {
        this.#endOfBandRun = (1 << run) - 1 + this.bits.bits(run);
        return;
      }
      at += run;
      if (size === 0) continue;
      if (at > 63) throw new DamagedScan();
      out[ZIGZAG[at]!] = this.bits.signed(size) * (1 << this.band.low);
    }
  }

  /** G.1.2.3: one more bit for coefficients that are known, and those that appear now. */
  #acRefine(out: Int32Array): void {
    let at = this.band.first;
    if (this.#endOfBandRun === 0) {
      for (; at <= this.band.last; at += 1) {
        const symbol = this.bits.symbol(known(this.ac));
        const run = symbol >> 4;
        let fresh = 0;
        if ((symbol & 15) === 0) {
          if (run < 15) {
            this.#endOfBandRun = (1 << run) + this.bits.bits(run);
            break;
          }
        } else fresh = (this.bits.bit() === 1 ? 1 : -1) * (1 << this.band.low);
        at = this.#skipZeros(out, at, run);
        if (fresh !== 0 && at <= 63) out[ZIGZAG[at]!] = fresh;
      }
    }
    if (this.#endOfBandRun > 0) {
      this.#skipZeros(out, at, 64);
      this.#endOfBandRun -= 1;
    }
  }

  /** Refines what is there and steps over `zeros` empty places; gives the place after them. */
  #skipZeros(out: Int32Array, from: number, zeros: number): number {
    let left = zeros;
    let at = from;
    for (; at <= this.band.last; at += 1) {
      const index = ZIGZAG[at]!;
      const value = out[index]!;
      if (value === 0) {
        if (left === 0) break;
        left -= 1;
      } else if (this.bits.bit() === 1 && (Math.abs(value) & (1 << this.band.low)) === 0)
        out[index] = value + Math.sign(value) * (1 << this.band.low);
    }
    return at;
  }
}

function known(table: HuffmanTable | undefined): HuffmanTable {
  if (table === undefined) throw new DamagedScan();
  return table;
}
