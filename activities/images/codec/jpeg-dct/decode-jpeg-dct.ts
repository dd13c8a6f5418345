import { DamagedScan, EntropyBits, type HuffmanTable, huffmanTable } from './entropy-bits.ts';
import { inverseDct } from './inverse-dct.ts';
import { BlockScanner, ZIGZAG } from './scan-blocks.ts';

interface Frame {
  readonly rows: number;
  readonly columns: number;
  readonly precision: number;
  readonly progressive: boolean;
  readonly blocksAcross: number;
  readonly blocksDown: number;
  readonly quantiser: number;
  readonly coefficients: Int32Array;
}

interface Tables {
  readonly quantisers: Map<number, Float64Array>;
  /** Key: class (0 DC, 1 AC) * 16 + identifier. */
  readonly huffman: Map<number, HuffmanTable>;
  restartInterval: number;
}

/**
 * Grey JPEG with Huffman coding and DCT, sequential or progressive, 8 or 12 bits (ISO 10918-1): transfer syntaxes 1.2.840.10008.1.2.4.51,
 * .53 and .55, which no maintained codec for Node decodes at 12 bits. 16-bit cells come back. The DCT is done in double precision, so a
 * value may differ by one from decoders with integer arithmetic.
 * @throws DamagedScan, RangeError for anything that does not hold together
 */
export function decodeJpegDct(bytes: Uint8Array): Uint16Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables: Tables = { quantisers: new Map(), huffman: new Map(), restartInterval: 0 };
  let frame: Frame | null = null;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) throw new DamagedScan();
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const end = at + 2 + view.getUint16(at + 2);
    const segment = bytes.subarray(at + 4, end);
    if (marker === 0xdb) readQuantisers(segment, tables);
    else if (marker === 0xc4) readHuffman(segment, tables);
    else if (marker === 0xdd) tables.restartInterval = view.getUint16(at + 4);
    else if (marker <= 0xc2 && marker >= 0xc0) frame = readFrame(segment, marker === 0xc2);
    at = end;
    if (marker === 0xda) {
      if (frame === null) throw new DamagedScan();
      at = readScan(bytes, end, segment, frame, tables);
    }
  }
  if (frame === null) throw new DamagedScan();
  return rebuild(frame, tables);
}

function readFrame(segment: Uint8Array, progressive: boolean): Frame {
  const word = (at: number): number => (segment[at]! << 8) | segment[at + 1]!;
  const [rows, columns] = [word(1), word(3)];
  if (segment[5] !== 1 || rows === 0 || columns === 0) throw new DamagedScan();
  const blocksAcross = Math.ceil(columns / 8);
  const blocksDown = Math.ceil(rows / 8);
  return {
    rows,
    columns,
    precision: segment[0]!,
    progressive,
    blocksAcross,
    blocksDown,
    quantiser: segment[8]!,
    coefficients: new Int32Array(blocksAcross * blocksDown * 64),
  };
}

function readQuantisers(segment: Uint8Array, { quantisers }: Tables): void {
  for (let at = 0; at < segment.length; ) {
    const wide = segment[at]! >> 4 > 0;
    const table = new Float64Array(64);
    for (let index = 0; index < 64; index += 1) {
      const from = at + 1 + index * (wide ? 2 : 1);
      table[ZIGZAG[index]!] = wide ? (segment[from]! << 8) | segment[from + 1]! : segment[from]!;
    }
    quantisers.set(segment[at]! & 15, table);
    at += wide ? 129 : 65;
  }
}

function readHuffman(segment: Uint8Array, { huffman }: Tables): void {
  for (let at = 0; at + 17 <= segment.length; ) {
    const counts = segment.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    huffman.set(segment[at]!, huffmanTable(counts, segment.subarray(at + 17, at + 17 + total)));
    at += 17 + total;
  }
}

/** Decodes one scan; gives the place of the marker after it. */
function readScan(bytes: Uint8Array, start: number, header: Uint8Array, frame: Frame, tables: Tables): number {
  const selectors = header[2]!;
  const band = { first: header[3]!, last: header[4]!, high: header[5]! >> 4, low: header[5]! & 15 };
  const bits = new EntropyBits(bytes, start);
  const dc = tables.huffman.get(selectors >> 4);
  const ac = tables.huffman.get(16 + (selectors & 15));
  const low = frame.progressive ? band : { first: 0, last: 63, high: 0, low: 0 };
  const scanner = new BlockScanner(bits, low, frame.progressive, dc, ac);
  const blocks = frame.blocksAcross * frame.blocksDown;
  for (let block = 0; block < blocks; block += 1) {
    if (tables.restartInterval > 0 && block > 0 && block % tables.restartInterval === 0) scanner.restart();
    scanner.block(frame.coefficients.subarray(block * 64, block * 64 + 64));
  }
  // The next marker is the first FF that is followed by neither a stuffed zero nor a restart.
  let at = bits.position;
  while (at + 1 < bytes.length && !(bytes[at] === 0xff && bytes[at + 1] !== 0 && (bytes[at + 1]! & 0xf8) !== 0xd0))
    at += 1;
  return at;
}

function rebuild(frame: Frame, { quantisers }: Tables): Uint16Array<ArrayBuffer> {
  const quantiser = quantisers.get(frame.quantiser);
  if (quantiser === undefined) throw new DamagedScan();
  const { rows, columns, blocksAcross, blocksDown, precision } = frame;
  const out = new Uint16Array(rows * columns);
  const block = new Float64Array(64);
  const pixels = new Float64Array(64);
  const level = 2 ** (precision - 1);
  const top = 2 ** precision - 1;
  for (let index = 0; index < blocksAcross * blocksDown; index += 1) {
    for (let at = 0; at < 64; at += 1) block[at] = frame.coefficients[index * 64 + at]! * quantiser[at]!;
    inverseDct(block, pixels);
    const x0 = (index % blocksAcross) * 8;
    const y0 = Math.floor(index / blocksAcross) * 8;
    for (let y = 0; y < 8 && y0 + y < rows; y += 1)
      for (let x = 0; x < 8 && x0 + x < columns; x += 1)
        out[(y0 + y) * columns + x0 + x] = Math.min(top, Math.max(0, Math.round(pixels[y * 8 + x]! + level)));
  }
  return out;
}
