/** A small explicit little endian writer, so that tests can make any header, good or bad. */
export type Value = string | number | readonly number[] | Uint8Array | readonly Elements[];
export type Elements = Readonly<Record<string, readonly [vr: string, value: Value]>>;

const LONG_FORM = new Set(['OB', 'OW', 'OF', 'SQ', 'UN', 'UT']);

export function writeDicom(elements: Elements, syntax = '1.2.840.10008.1.2.1', preamble = true): Buffer {
  const meta = writeElements({ '00020010': ['UI', syntax] });
  const length = writeElements({ '00020000': ['UL', meta.length] });
  const head = preamble ? Buffer.concat([Buffer.alloc(128), Buffer.from('DICM')]) : Buffer.alloc(0);
  return Buffer.concat([head, length, meta, writeElements(elements)]);
}

/** The data set alone, as old archives keep it: no preamble, no meta header. */
export function writeElements(elements: Elements): Buffer {
  const parts = Object.entries(elements)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, [vr, value]]) => writeElement(tag, vr, value));
  return Buffer.concat(parts);
}

function writeElement(tag: string, vr: string, value: Value): Buffer {
  const body = encode(vr, value);
  const head = Buffer.alloc(LONG_FORM.has(vr) ? 12 : 8);
  head.writeUInt16LE(Number.parseInt(tag.slice(0, 4), 16), 0);
  head.writeUInt16LE(Number.parseInt(tag.slice(4), 16), 2);
  head.write(vr, 4, 'latin1');
  if (LONG_FORM.has(vr)) head.writeUInt32LE(body.length, 8);
  else head.writeUInt16LE(body.length, 6);
  return Buffer.concat([head, body]);
}

function encode(vr: string, value: Value): Buffer {
  if (vr === 'SQ') return Buffer.concat((value as readonly Elements[]).map(item));
  if (value instanceof Uint8Array) return even(Buffer.from(value), 0);
  if (typeof value === 'string') return even(Buffer.from(value, 'latin1'), vr === 'UI' ? 0 : 0x20);
  const numbers = typeof value === 'number' ? [value] : (value as readonly number[]);
  if (vr === 'US' || vr === 'SS') return Buffer.from(Uint16Array.from(numbers.map((n) => n & 0xffff)).buffer);
  if (vr === 'UL') return Buffer.from(Uint32Array.from(numbers).buffer);
  if (vr === 'FD') return Buffer.from(Float64Array.from(numbers).buffer);
  return even(Buffer.from(numbers.join('\\'), 'latin1'), 0x20);
}

function item(elements: Elements): Buffer {
  const body = writeElements(elements);
  const head = Buffer.from([0xfe, 0xff, 0x00, 0xe0, 0, 0, 0, 0]);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function even(bytes: Buffer, filler: number): Buffer {
  return bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.from([filler])]);
}
