import { endianness } from 'node:os';
import type { PixelFormat, Samples } from './pixel-format.ts';

/**
 * Views little endian bytes as stored values. The array must start at offset 0 of its buffer (see `frameBytes`).
 * Null for cells that are not 8, 16 or 32 bits wide.
 */
export function samplesOfBytes(bytes: Uint8Array<ArrayBuffer>, format: PixelFormat): Samples | null {
  const { buffer, byteLength } = bytes;
  const { bitsAllocated, signed } = format;
  if (bitsAllocated === 8) return signed ? new Int8Array(buffer, 0, byteLength) : bytes;
  if (endianness() === 'BE') swapCells(bytes, bitsAllocated);
  if (bitsAllocated === 16)
    return signed ? new Int16Array(buffer, 0, byteLength >> 1) : new Uint16Array(buffer, 0, byteLength >> 1);
  if (bitsAllocated === 32)
    return signed ? new Int32Array(buffer, 0, byteLength >> 2) : new Uint32Array(buffer, 0, byteLength >> 2);
  return null;
}

/** Turns the bytes of each cell round, in place. A tail shorter than a cell is left alone. */
export function swapCells(bytes: Uint8Array<ArrayBuffer>, bits: number): void {
  const cell = bits / 8;
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength - (bytes.byteLength % cell));
  if (bits === 16) whole.swap16();
  else if (bits === 32) whole.swap32();
  else if (bits === 64) whole.swap64();
}
