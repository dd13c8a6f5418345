import type { PixelFormat } from '../pixel/pixel-format.ts';

const HEADER_BYTES = 64;

/**
 * DICOM RLE (PS3.5 annex G): PackBits segments, one a byte plane, most significant byte first. Gives little endian cells, colour
 * interleaved. Null when a segment is short, long or out of bounds: a decoder that goes on would fill the lost part with air.
 */
export function decodeRle(bytes: Uint8Array, format: PixelFormat): Uint8Array<ArrayBuffer> | null {
  if (bytes.length < HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pixels = format.rows * format.columns;
  const cellBytes = format.bitsAllocated / 8;
  const segments = view.getUint32(0, true);
  if (segments !== cellBytes * format.samplesPerPixel) return null;
  const out = new Uint8Array(pixels * segments);
  for (let segment = 0; segment < segments; segment += 1) {
    const start = view.getUint32(4 + 4 * segment, true);
    const end = segment + 1 < segments ? view.getUint32(8 + 4 * segment, true) : bytes.length;
    if (start < HEADER_BYTES || end > bytes.length || start > end) return null;
    const sample = Math.floor(segment / cellBytes);
    const byteInCell = cellBytes - 1 - (segment % cellBytes);
    if (!unpackSegment(bytes.subarray(start, end), out, sample * cellBytes + byteInCell, segments, pixels)) return null;
  }
  return out;
}

/** PackBits into every `step`-th byte from `first`. True when exactly `count` bytes came out. */
function unpackSegment(source: Uint8Array, out: Uint8Array, first: number, step: number, count: number): boolean {
  let done = 0;
  let to = first;
  for (let at = 0; at < source.length && done < count; ) {
    const control = source[at++]!;
    if (control === 128) continue;
    const literal = control < 128;
    const run = literal ? control + 1 : 257 - control;
    if (at + (literal ? run : 1) > source.length || done + run > count) return false;
    for (let step_ = 0; step_ < run; step_ += 1, to += step) out[to] = literal ? source[at + step_]! : source[at]!;
    at += literal ? run : 1;
    done += run;
  }
  return done === count;
}
