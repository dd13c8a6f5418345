import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { codestreamEnds, codestreamSize } from '#activities/images/codec/codestream-size';
import { decodeFrame } from '#activities/images/codec/decode-frame';
import { decodeRle } from '#activities/images/codec/decode-rle';
import { Attributes } from '#activities/images/dicom/attributes';
import { frameBytes } from '#activities/images/dicom/locate-pixels';
import { parseDicom } from '#activities/images/dicom/parse-dicom';
import { readInstance } from '#activities/images/dicom/read-instance';
import type { PixelFormat } from '#activities/images/pixel/pixel-format';
import { StudioError } from '#domain/errors';
import { ctSlice, type SeriesOptions, steps, writeSeries } from './ct-series.ts';
import { DATA, hasData, openWorkspace, read, refusal } from './workspace.ts';

const space = openWorkspace();
const META_END = (file: Buffer): number => 144 + file.readUInt32LE(140);

/** Native pixels of a written slice replaced by an encapsulated codestream. */
function encapsulate(file: Buffer, codestream: Uint8Array): Buffer {
  const at = file.lastIndexOf(Buffer.from([0xe0, 0x7f, 0x10, 0x00]));
  const padded = codestream.length % 2 === 0 ? codestream : Buffer.concat([codestream, Buffer.alloc(1)]);
  const item = (length: number): Buffer =>
    Buffer.from([0xfe, 0xff, 0x00, 0xe0, ...new Uint8Array(Uint32Array.of(length).buffer)]);
  const head = Buffer.from([0xe0, 0x7f, 0x10, 0x00, 0x4f, 0x42, 0, 0, 0xff, 0xff, 0xff, 0xff]);
  const end = Buffer.from([0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0]);
  return Buffer.concat([file.subarray(0, at), head, item(0), item(padded.length), padded, end]);
}

/** RLE by literal runs and repeats, as PS3.5 G.3.1 allows. */
function encodeRle(pixels: Uint16Array): Buffer {
  const plane = (shift: number): Buffer => {
    const bytes = Array.from(pixels, (value) => (value >> shift) & 0xff);
    const out: number[] = [];
    for (let at = 0; at < bytes.length; ) {
      let run = 1;
      while (run < 128 && bytes[at + run] === bytes[at]) run += 1;
      if (run > 2) out.push(257 - run, bytes[at]!);
      else {
        run = 1;
        out.push(0, bytes[at]!);
      }
      at += run;
    }
    return Buffer.from(out.length % 2 === 0 ? out : [...out, 0x80]);
  };
  const [high, low] = [plane(8), plane(0)];
  const header = Buffer.alloc(64);
  header.writeUInt32LE(2, 0);
  header.writeUInt32LE(64, 4);
  header.writeUInt32LE(64 + high.length, 8);
  return Buffer.concat([header, high, low]);
}

const stored = (row: number, column: number, at: number): number => 900 + at * 300 + (column < 8 ? 0 : row * column);
const pixelsOf = (at: number): Uint16Array => Uint16Array.from({ length: 256 }, (_, i) => stored(i >> 4, i & 15, at));
const base: SeriesOptions = { zMm: steps(4), stored };

describe('a series is the same study in every syntax', () => {
  const variants: [string, Partial<SeriesOptions>][] = [
    ['RLE', { syntax: '1.2.840.10008.1.2.5', change: (file, at) => encapsulate(file, encodeRle(pixelsOf(at))) }],
    [
      'deflated',
      {
        syntax: '1.2.840.10008.1.2.1.99',
        change: (file) =>
          Buffer.concat([file.subarray(0, META_END(file)), deflateRawSync(file.subarray(META_END(file)))]),
      },
    ],
    [
      'deflated frames',
      {
        syntax: '1.2.840.10008.1.2.8.1',
        change: (file, at) => encapsulate(file, deflateRawSync(Buffer.from(pixelsOf(at).buffer))),
      },
    ],
    ['no preamble', { change: (file) => file.subarray(132) }],
    ['data set alone', { change: (file) => file.subarray(META_END(file)) }],
  ];
  test.each(variants)('%s', async (name, more) => {
    await writeSeries(space.place('native'), base);
    await writeSeries(space.place(name), { ...base, ...more });
    const native = await read(space.place('native'), space.store);
    expect((await read(space.place(name), space.store)).volume).toEqual(native.volume);
  });

  test('a deflated data set that would inflate without end is refused', () => {
    const file = ctSlice(0, { ...base, syntax: '1.2.840.10008.1.2.1.99' });
    const bomb = Buffer.concat([file.subarray(0, META_END(file)), deflateRawSync(Buffer.alloc(64 * 1024 * 1024))]);
    expect(parseDicom(bomb, 1024 * 1024)).toMatchObject({ broken: true });
  });
});

const format: PixelFormat = {
  rows: 16,
  columns: 16,
  samplesPerPixel: 1,
  planarConfiguration: 0,
  photometric: 'MONOCHROME2',
  bitsAllocated: 16,
  bitsStored: 16,
  highBit: 15,
  signed: false,
};

describe('damaged codestreams', () => {
  test('RLE that is short, long or points outside is refused, never filled with air', () => {
    const whole = encodeRle(pixelsOf(1));
    expect(decodeRle(whole, format)).not.toBeNull();
    expect(decodeRle(whole.subarray(0, whole.length - 6), format)).toBeNull();
    expect(decodeRle(whole.subarray(0, 40), format)).toBeNull();
    const outside = Buffer.from(whole);
    outside.writeUInt32LE(9_999, 8);
    expect(decodeRle(outside, format)).toBeNull();
    expect(decodeRle(whole, { ...format, rows: 17 })).toBeNull();
  });

  test('a JPEG 2000 header that claims billions of pixels never reaches the decoder', async () => {
    const header = Buffer.alloc(60);
    header.writeUInt32BE(0xff4fff51, 0);
    header.writeUInt32BE(0x7fffffff, 8);
    header.writeUInt32BE(0x7fffffff, 12);
    header.writeUInt16BE(1, 40);
    header.writeUInt16BE(0xffd9, 58);
    expect(codestreamSize(header)).toMatchObject({ rows: 0x7fffffff, columns: 0x7fffffff, components: 1 });
    const frame = { bytes: new Uint8Array(header), syntax: '1.2.840.10008.1.2.4.90', words: false, index: 7 };
    expect(await refusal(decodeFrame(frame, format))).toMatchObject({
      code: 'IMAGES_TRUNCATED',
      details: { index: 7 },
    });
  });

  test('end markers are looked for behind padding only', () => {
    expect(codestreamEnds(Uint8Array.of(0xff, 0xd8, 1, 2, 0xff, 0xd9))).toBe(true);
    expect(codestreamEnds(Uint8Array.of(0xff, 0xd8, 1, 2, 0xff, 0xd9, 0))).toBe(true);
    expect(codestreamEnds(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9, 1, 2, 3, 4))).toBe(false);
  });
});

/** Small deterministic generator (mulberry32), so that a failing case can be found again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function readAll(bytes: Buffer): Promise<void> {
  const parsed = parseDicom(bytes, 1e8);
  if (parsed.kind !== 'dataset') return;
  const {
    format: found,
    pixels,
    syntax,
  } = readInstance(new Attributes(parsed.dataSet), parsed.syntax, parsed.broken, 1);
  if (found === null || pixels === null || found.rows * found.columns > 1e7) return;
  for (const ranges of pixels.frames.slice(0, 3))
    await decodeFrame(
      { bytes: frameBytes(parsed.dataSet.byteArray, ranges), syntax, words: pixels.words, index: 1 },
      found,
    );
}

async function expectOnlyCodes(file: Buffer, rounds: number, seed: number): Promise<void> {
  const next = random(seed);
  for (let round = 0; round < rounds; round += 1) {
    const bytes = Buffer.from(file.subarray(0, round % 3 === 0 ? Math.floor(next() * file.length) : file.length));
    for (let flip = 0; flip < 8 && bytes.length > 0; flip += 1) {
      // Half of the faults go where the header is.
      const reach = flip % 2 === 0 ? Math.min(bytes.length, 2000) : bytes.length;
      bytes[Math.floor(next() * reach)] = Math.floor(next() * 256);
    }
    const thrown = await readAll(bytes).then(
      () => null,
      (error: unknown) => error,
    );
    if (thrown !== null) expect(thrown, `round ${round}`).toBeInstanceOf(StudioError);
  }
}

test('damage at random places ends in a value or a code, never in a crash', async () => {
  await expectOnlyCodes(ctSlice(1, base), 400, 1);
  const rle = ctSlice(1, { ...base, syntax: '1.2.840.10008.1.2.5' });
  await expectOnlyCodes(encapsulate(rle, encodeRle(pixelsOf(1))), 400, 2);
});

test.runIf(hasData('dicom-conformance'))('the same in every compressed syntax', async () => {
  const names = [
    'pydicom/MR_small_jp2klossless.dcm',
    'pydicom/MR_small_jpeg_ls_lossless.dcm',
    'pydicom/MR_small_RLE.dcm',
    'pydicom/JPGExtended.dcm',
    'pydicom-data/JLSL_16_15_1_1F.dcm',
    'pydicom-data/emri_small_jpeg_2k_lossless.dcm',
    'pydicom-data/JPEG-LL.dcm',
    'pydicom/SC_rgb_small_odd_jpeg.dcm',
    'pydicom-data/HTJ2KLossless_08_RGB.dcm',
  ];
  for (const [seed, name] of names.entries())
    await expectOnlyCodes(await readFile(path.join(DATA, 'dicom-conformance', name)), 12, seed);
});
