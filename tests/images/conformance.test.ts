import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeFrame } from '#activities/images/codec/decode-frame';
import { Attributes } from '#activities/images/dicom/attributes';
import { frameBytes } from '#activities/images/dicom/locate-pixels';
import { parseDicom } from '#activities/images/dicom/parse-dicom';
import { type Instance, readInstance } from '#activities/images/dicom/read-instance';
import { isErrorCode, StudioError } from '#domain/errors';
import { DATA, hasData } from './workspace.ts';

interface Expected {
  readonly file: string;
  readonly transfer_syntax: string | null;
  readonly has_pixel_data: boolean;
  readonly SamplesPerPixel?: number;
  readonly BitsAllocated?: number;
  readonly dtype?: string;
  readonly sha256_pixels_le?: string;
  readonly min?: number;
  readonly max?: number;
  readonly mean?: number;
}

const there = hasData('dicom-conformance/expected.json');
const root = path.join(DATA, 'dicom-conformance');
const expected: Expected[] = there ? JSON.parse(readFileSync(path.join(root, 'expected.json'), 'utf8')) : [];

interface Decoded {
  readonly instance: Instance;
  readonly digest: string;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
}

/** @throws StudioError and nothing else */
async function decodeFile(file: string): Promise<Decoded> {
  const parsed = parseDicom(await readFile(path.join(root, file)), 1e9);
  if (parsed.kind !== 'dataset') throw new StudioError('IMAGES_NOT_DICOM');
  const instance = readInstance(new Attributes(parsed.dataSet), parsed.syntax, parsed.broken, 1);
  const { format, pixels, syntax } = instance;
  if (instance.truncated || format === null || pixels === null) throw new StudioError('IMAGES_TRUNCATED', { index: 1 });
  const hash = createHash('sha256');
  let [min, max, sum, count] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  for (const ranges of pixels.frames) {
    const bytes = frameBytes(parsed.dataSet.byteArray, ranges);
    const samples = await decodeFrame({ bytes, syntax, words: pixels.words, index: 1 }, format);
    for (const value of samples) {
      if (value < min) min = value;
      if (value > max) max = value;
      sum += value;
    }
    count += samples.length;
    hash.update(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
  }
  return { instance, digest: hash.digest('hex'), min, max, mean: sum / count };
}

/**
 * Colour that only a full colour pipeline could reproduce bit by bit (chroma up-sampling, YBR to RGB, interleave modes). Colour is refused
 * by the import; these files must decode to their size or fail with a code, no more.
 */
const COLOUR_PIPELINE = /YBR|SC_|JLS._RGB_ILV0|examples_ybr/;
/**
 * Lossy at 12 bits: integer and double arithmetic may differ by one grey value in a pixel, so range and mean are compared. (The note beside
 * the data calls the hashes of .53 and .55 unreliable as well.)
 */
const TWELVE_BITS: ReadonlySet<string | null> = new Set(['51', '53', '55'].map((end) => `1.2.840.10008.1.2.4.${end}`));

describe.runIf(there)('conformance images', () => {
  const grey = expected.filter(
    (image) =>
      image.sha256_pixels_le &&
      image.SamplesPerPixel === 1 &&
      [8, 16, 32].includes(image.BitsAllocated ?? 0) &&
      !image.dtype?.startsWith('float'),
  );

  test('one image in every lossless syntax is the same image', async () => {
    const original = (await decodeFile('cornerstone/CTImage.dcm')).digest;
    const lossless = expected.filter(
      ({ file, sha256_pixels_le }) => /CTImage/.test(file) && sha256_pixels_le === original,
    );
    expect(lossless.map(({ transfer_syntax }) => transfer_syntax!.slice(17) || 'implicit').sort()).toEqual(
      ['.1', '.2', '.4.57', '.4.80', '.4.90', '.5', 'implicit', 'implicit'].sort(),
    );
    for (const { file } of lossless) expect((await decodeFile(file)).digest, file).toBe(original);
  });

  test.each(grey.map((image) => [image.file, image] as const))('%s', async (file, image) => {
    if (/truncated/i.test(file)) return expect(decodeFile(file)).rejects.toMatchObject({ code: 'IMAGES_TRUNCATED' });
    const outcome = await decodeFile(file);
    const { format } = outcome.instance;
    expect(format).toMatchObject({ samplesPerPixel: 1, bitsAllocated: image.BitsAllocated });
    expect([outcome.min, outcome.max]).toEqual([image.min, image.max]);
    expect(Math.abs(outcome.mean - image.mean!)).toBeLessThan(0.005);
    if (TWELVE_BITS.has(image.transfer_syntax)) return;
    expect(outcome.digest).toBe(image.sha256_pixels_le);
  });

  test('colour without a colour pipeline is exact too', async () => {
    const colour = expected.filter(
      ({ file, SamplesPerPixel, sha256_pixels_le }) =>
        sha256_pixels_le && SamplesPerPixel === 3 && !COLOUR_PIPELINE.test(file),
    );
    expect(colour.length).toBeGreaterThan(15);
    for (const { file, sha256_pixels_le } of colour)
      expect((await decodeFile(file)).digest, file).toBe(sha256_pixels_le);
  });

  test('every other file fails with a code, never with a stray exception', async () => {
    for (const { file } of expected) {
      const error = await decodeFile(file).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      if (error !== null) expect(isErrorCode((error as StudioError).code), `${file}: ${error}`).toBe(true);
    }
  });

  test.each([
    'pydicom/JPEG2000-embedded-sequence-delimiter.dcm',
    'pydicom/meta_missing_tsyntax.dcm',
    'pydicom/nested_priv_SQ.dcm',
  ])('%s: a clean error is the right answer', async (file) => {
    await expect(decodeFile(file)).rejects.toMatchObject({ code: 'IMAGES_TRUNCATED' });
  });
});
