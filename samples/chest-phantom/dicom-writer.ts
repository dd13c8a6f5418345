/** A small DICOM Part 10 encoder: explicit VR little endian, flat data sets, native pixels (PS3.5 7.1.2, PS3.10 7.1). */
import { createHash } from 'node:crypto';

export type ElementValue = string | readonly string[] | readonly number[] | number | Uint8Array;

/** One element: group and element as one number (0x00100010), VR, value. */
export type Element = readonly [tag: number, vr: string, value: ElementValue];

export const EXPLICIT_VR_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
const LONG_FORM = new Set(['OB', 'OW', 'OF', 'SQ', 'UT', 'UN', 'UC', 'UR']);

/** A UID under 2.25 from a name: the first 128 bits of its SHA-256 as a decimal number, marked as a version 8 UUID (PS3.5 B.2). */
export function uidFrom(name: string): string {
  const bytes = createHash('sha256').update(name, 'utf8').digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `2.25.${BigInt(`0x${bytes.toString('hex')}`)}`;
}

/** Encodes a whole file: preamble, meta group, data set. Elements may come in any order. Throws RangeError on values that do not fit their VR. */
export function encodeDicomFile(sopClassUid: string, sopInstanceUid: string, elements: readonly Element[]): Buffer {
  const meta: Element[] = [
    [0x00020001, 'OB', Uint8Array.of(0, 1)],
    [0x00020002, 'UI', sopClassUid],
    [0x00020003, 'UI', sopInstanceUid],
    [0x00020010, 'UI', EXPLICIT_VR_LITTLE_ENDIAN],
    [0x00020012, 'UI', uidFrom('caseloom phantom writer')],
    [0x00020013, 'SH', 'CASELOOM_1'],
  ];
  const metaBytes = encodeElements(meta);
  const length = encodeElement([0x00020000, 'UL', metaBytes.length]);
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM', 'latin1'), length, metaBytes, encodeElements(elements)]);
}

function encodeElements(elements: readonly Element[]): Buffer {
  return Buffer.concat([...elements].sort((a, b) => a[0] - b[0]).map(encodeElement));
}

function encodeElement([tag, vr, value]: Element): Buffer {
  const body = encodeValue(tag, vr, value);
  const long = LONG_FORM.has(vr);
  const head = Buffer.alloc(long ? 12 : 8);
  head.writeUInt16LE(tag >>> 16, 0);
  head.writeUInt16LE(tag & 0xffff, 2);
  head.write(vr, 4, 'latin1');
  if (long) head.writeUInt32LE(body.length, 8);
  else head.writeUInt16LE(body.length, 6);
  return Buffer.concat([head, body]);
}

function encodeValue(tag: number, vr: string, value: ElementValue): Buffer {
  if (value instanceof Uint8Array) return padded(Buffer.from(value.buffer, value.byteOffset, value.byteLength), 0);
  if (vr === 'US' || vr === 'UL') {
    const list = typeof value === 'number' ? [value] : (value as readonly number[]);
    const width = vr === 'US' ? 2 : 4;
    const out = Buffer.alloc(width * list.length);
    list.forEach((v, i) => {
      out.writeUIntLE(v, i * width, width);
    });
    return out;
  }
  if (vr === 'FD') {
    const out = Buffer.alloc(8);
    out.writeDoubleLE(value as number);
    return out;
  }
  const parts = Array.isArray(value) ? (value as readonly (string | number)[]) : [value as string | number];
  const text = parts.map((p) => (typeof p === 'number' ? decimalString(p) : p)).join('\\');
  if (text.length > 65534) throw new RangeError(`element ${tag.toString(16)} is too long`);
  return padded(Buffer.from(text, 'latin1'), vr === 'UI' ? 0 : 0x20);
}

/** DS holds at most 16 characters (PS3.5 6.2). */
function decimalString(value: number): string {
  const text = String(Number(value.toFixed(6)));
  if (text.length > 16) throw new RangeError(`${value} does not fit a decimal string`);
  return text;
}

function padded(bytes: Buffer, filler: number): Buffer {
  return bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.from([filler])]);
}
