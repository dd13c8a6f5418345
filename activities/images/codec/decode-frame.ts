import { inflateRawSync } from 'node:zlib';
import { StudioError } from '#domain/errors';
import { interleave } from '../pixel/interleave.ts';
import type { PixelFormat, Samples } from '../pixel/pixel-format.ts';
import { samplesOfBytes, swapCells } from '../pixel/samples-of-bytes.ts';
import { keepStoredBits } from '../pixel/stored-values.ts';
import { codestreamEnds, codestreamSize } from './codestream-size.ts';
import { decodeRle } from './decode-rle.ts';
import { runCodec } from './library-decoders.ts';
import { BIG_ENDIAN, codecOf, pixelEncoding } from './syntaxes.ts';

/** One frame as it lies in the file. */
export interface EncodedFrame {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly syntax: string;
  /** Value representation OW: in big endian files even 8-bit cells are swapped in pairs. */
  readonly words: boolean;
  /** Order number of the file for error texts, from 1. */
  readonly index: number;
}

/**
 * Stored values of one frame, whatever the transfer syntax, masked and with their sign.
 * @throws StudioError IMAGES_SYNTAX (no decoder), IMAGES_TRUNCATED (bytes missing or damaged), IMAGES_COLOUR (odd cell width)
 */
export async function decodeFrame(frame: EncodedFrame, format: PixelFormat): Promise<Samples> {
  const raw = await decodeBytes(frame, format);
  const count = format.rows * format.columns * format.samplesPerPixel;
  if (![8, 16, 32].includes(format.bitsAllocated))
    throw new StudioError('IMAGES_COLOUR', { detail: `${format.bitsAllocated}-bit` });
  if (raw.byteLength < (count * format.bitsAllocated) / 8)
    throw new StudioError('IMAGES_TRUNCATED', { index: frame.index });
  const samples = samplesOfBytes(raw, format)!.subarray(0, count);
  // Compressed colour comes interleaved from its decoder; only native pixels lie in planes.
  const byPixel = pixelEncoding(frame.syntax) === 'native' ? interleave(samples, format) : samples;
  return keepStoredBits(byPixel, format);
}

async function decodeBytes(frame: EncodedFrame, format: PixelFormat): Promise<Uint8Array<ArrayBuffer>> {
  const damaged = (): StudioError => new StudioError('IMAGES_TRUNCATED', { index: frame.index });
  switch (pixelEncoding(frame.syntax)) {
    case 'native':
      if (frame.syntax === BIG_ENDIAN) swapNative(frame, format);
      return frame.bytes;
    case 'deflated-frames':
      return inflate(frame.bytes, format) ?? raise(damaged());
    case 'rle':
      return decodeRle(frame.bytes, format) ?? raise(damaged());
    case 'library':
      return decodeWithLibrary(frame, format);
    default:
      throw new StudioError('IMAGES_SYNTAX', { syntax: /^[\d.]{1,64}$/.test(frame.syntax) ? frame.syntax : '?' });
  }
}

function raise(error: StudioError): never {
  throw error;
}

function swapNative({ bytes, words }: EncodedFrame, format: PixelFormat): void {
  const bits = format.bitsAllocated === 8 && words ? 16 : format.bitsAllocated;
  if (bits > 8) swapCells(bytes, bits);
}

function inflate(bytes: Uint8Array, format: PixelFormat): Uint8Array<ArrayBuffer> | null {
  const needed = Math.ceil((format.rows * format.columns * format.samplesPerPixel * format.bitsAllocated) / 8);
  try {
    return new Uint8Array(inflateRawSync(bytes, { maxOutputLength: needed + 8 }));
  } catch {
    return null;
  }
}

async function decodeWithLibrary(frame: EncodedFrame, format: PixelFormat): Promise<Uint8Array<ArrayBuffer>> {
  const size = codestreamSize(frame.bytes);
  const fits =
    size !== null &&
    size.rows === format.rows &&
    size.columns === format.columns &&
    size.components === format.samplesPerPixel;
  if (!fits || !codestreamEnds(frame.bytes)) throw new StudioError('IMAGES_TRUNCATED', { index: frame.index });
  try {
    const codec = codecOf(frame.syntax)!;
    const bytes = await runCodec(codec, frame.bytes, size.precision);
    return codec !== 'jpeg-12' && size.precision <= 8 && format.bitsAllocated === 16 ? widen(bytes, format) : bytes;
  } catch {
    // Codecs throw numbers, strings and errors; none of them is for people, and none may carry bytes of the file.
    throw new StudioError('IMAGES_TRUNCATED', { index: frame.index });
  }
}

/** Codestreams of 8 bits or fewer decode to one byte a sample, whatever the header allocates. */
function widen(bytes: Uint8Array<ArrayBuffer>, format: PixelFormat): Uint8Array<ArrayBuffer> {
  if (bytes.length !== format.rows * format.columns * format.samplesPerPixel) return bytes;
  const wide = new Int16Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) wide[at] = format.signed ? (bytes[at]! << 24) >> 24 : bytes[at]!;
  return new Uint8Array(wide.buffer);
}
