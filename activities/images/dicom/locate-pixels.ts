import type { DataSet } from 'dicom-parser';
import { PIXEL_DATA } from './parse-dicom.ts';

/** Where the pixel bytes of each frame lie inside the file. */
export interface LocatedPixels {
  readonly encapsulated: boolean;
  /** True for value representation OW, whose 16-bit words are swapped as a whole in big endian files. */
  readonly words: boolean;
  /** For every frame the byte ranges that make it up, in order. */
  readonly frames: readonly (readonly ByteRange[])[];
  /** False when the file ends before its pixel data does. */
  readonly complete: boolean;
}

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const ITEM = 0xfffee000;
const SEQUENCE_END = 0xfffee0dd;
const UNDEFINED_LENGTH = 0xffffffff;

/**
 * Finds the pixel data of a parsed file. `frameBits` = bits of one frame when native. Null when the file holds no pixel data.
 * Fragments are assigned to frames as PS3.5 A.4 allows: one frame takes all; as many fragments as frames go one to one; otherwise the
 * basic offset table decides, and without it the fragments that begin a new codestream.
 */
export function locatePixels(dataSet: DataSet, frameCount: number, frameBits: number): LocatedPixels | null {
  const element = dataSet.elements[PIXEL_DATA];
  if (element === undefined || element.length === 0) return null;
  const words = element.vr === 'OW' || element.vr === undefined;
  const encapsulated = element.hadUndefinedLength === true || element.length === UNDEFINED_LENGTH;
  if (!encapsulated) return nativeFrames(element.dataOffset, element.length, dataSet, frameCount, frameBits, words);
  const { table, fragments, complete } = readFragments(dataSet.byteArray, element.dataOffset);
  const frames = assign(dataSet.byteArray, table, fragments, frameCount);
  return { encapsulated, words, frames, complete: complete && frames.length >= frameCount };
}

function nativeFrames(
  start: number,
  length: number,
  dataSet: DataSet,
  frameCount: number,
  frameBits: number,
  words: boolean,
): LocatedPixels {
  const end = Math.min(start + length, dataSet.byteArray.length);
  const needed = Math.ceil((frameBits * frameCount) / 8);
  const frameBytes = frameBits / 8;
  const frames = Array.from({ length: frameCount }, (_, frame) => [
    // The last frame keeps its padding byte: 8-bit pixels in big endian words are swapped together with it.
    {
      start: start + Math.floor(frame * frameBytes),
      end: frame === frameCount - 1 ? end : Math.min(end, start + Math.ceil((frame + 1) * frameBytes)),
    },
  ]);
  return { encapsulated: false, words, frames, complete: end - start >= needed };
}

interface Fragment extends ByteRange {
  /** Offset of the item tag from the first fragment's item tag, as the basic offset table counts. */
  readonly offset: number;
}

function readFragments(
  bytes: Uint8Array,
  begin: number,
): { table: number[]; fragments: Fragment[]; complete: boolean } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tagAt = (at: number): number => view.getUint16(at, true) * 0x10000 + view.getUint16(at + 2, true);
  const table: number[] = [];
  const fragments: Fragment[] = [];
  let at = begin;
  let first = -1;
  for (let item = 0; at + 8 <= bytes.length; item += 1) {
    const tag = tagAt(at);
    if (tag === SEQUENCE_END) return { table, fragments, complete: true };
    const length = view.getUint32(at + 4, true);
    const start = at + 8;
    if (tag !== ITEM || start + length > bytes.length) return { table, fragments, complete: false };
    if (item === 0) {
      for (let entry = 0; entry + 4 <= length; entry += 4) table.push(view.getUint32(start + entry, true));
      first = start + length;
    } else {
      fragments.push({ start, end: start + length, offset: at - first });
    }
    at = start + length;
  }
  // Some writers leave the closing tag out; that alone loses no pixel.
  return { table, fragments, complete: at === bytes.length && fragments.length > 0 };
}

function assign(bytes: Uint8Array, table: number[], fragments: Fragment[], frameCount: number): ByteRange[][] {
  if (frameCount === 1) return fragments.length === 0 ? [] : [fragments];
  if (fragments.length === frameCount) return fragments.map((fragment) => [fragment]);
  const starts = new Set(table.length === frameCount ? table : codestreamStarts(bytes, fragments));
  const frames: Fragment[][] = [];
  for (const fragment of fragments) {
    const current = frames.at(-1);
    if (starts.has(fragment.offset) || current === undefined) frames.push([fragment]);
    else current.push(fragment);
  }
  return frames;
}

/** Fragments that open with a JPEG (FFD8) or JPEG 2000 (FF4F) start marker. */
function codestreamStarts(bytes: Uint8Array, fragments: Fragment[]): number[] {
  return fragments
    .filter(({ start }) => bytes[start] === 0xff && (bytes[start + 1] === 0xd8 || bytes[start + 1] === 0x4f))
    .map(({ offset }) => offset);
}

/** The bytes of one frame in a fresh, aligned array. */
export function frameBytes(bytes: Uint8Array, ranges: readonly ByteRange[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(ranges.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0));
  let at = 0;
  for (const { start, end } of ranges) {
    if (end <= start) continue;
    out.set(bytes.subarray(start, end), at);
    at += end - start;
  }
  return out;
}
