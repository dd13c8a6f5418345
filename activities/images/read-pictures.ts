import sharp, { type OutputInfo } from 'sharp';
import type { Step } from '#activities/step';
import { StudioError } from '#domain/errors';
import { type ImportLimits, readableBytes } from './limits.ts';
import type { SourceFile } from './source/source.ts';
import { throwIfCancelled } from './source/throw-if-cancelled.ts';

/** A stack of pictures as 8-bit grey, in the order of their names. */
export interface PictureStack {
  readonly rows: number;
  readonly columns: number;
  readonly slices: number;
  readonly grey: Uint8Array<ArrayBuffer>;
}

/** Channels of a grey picture saved as colour differ by JPEG rounding only; real colour differs by far more. */
const GREY_TOLERANCE = 24;
const COLOURED_SHARE = 0.002;

/**
 * Decodes PNG and JPEG slices. Their metadata (EXIF, comments) stays behind: only pixels are read.
 * @throws StudioError IMAGES_ONE_SLICE, IMAGES_PICTURE_SIZE, IMAGES_COLOUR, IMAGES_TRUNCATED, IMAGES_TOO_LARGE, CANCELLED
 */
export async function readPictures(
  files: readonly SourceFile[],
  limits: ImportLimits,
  step: Step,
): Promise<PictureStack> {
  if (files.length < 2) throw new StudioError('IMAGES_ONE_SLICE', { count: files.length });
  let stack: { rows: number; columns: number; grey: Uint8Array<ArrayBuffer> } | null = null;
  for (const [at, file] of files.entries()) {
    throwIfCancelled(step.signal);
    const picture = await decodePicture(await file.read(step.signal), at + 1, limits);
    const size = picture.width * picture.height;
    if (size * files.length > limits.voxels)
      throw new StudioError('IMAGES_TOO_LARGE', { limit: readableBytes(limits.voxels) });
    stack ??= { rows: picture.height, columns: picture.width, grey: new Uint8Array(size * files.length) };
    if (picture.width !== stack.columns || picture.height !== stack.rows)
      throw new StudioError('IMAGES_PICTURE_SIZE', { index: at + 1 });
    stack.grey.set(picture.grey, at * size);
    step.progress(0.35 + ((at + 1) / files.length) * 0.62, `${at + 1}/${files.length}`);
  }
  return { ...stack!, slices: files.length };
}

async function decodePicture(
  bytes: Buffer,
  index: number,
  limits: ImportLimits,
): Promise<{ width: number; height: number; grey: Uint8Array }> {
  let decoded: { data: Buffer; info: OutputInfo };
  try {
    decoded = await sharp(bytes, { failOn: 'truncated', limitInputPixels: limits.picturePixels })
      .removeAlpha()
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
  } catch {
    throw new StudioError('IMAGES_TRUNCATED', { index });
  }
  const { data, info } = decoded;
  const pixels = info.width * info.height;
  if (info.channels === 1) return { width: info.width, height: info.height, grey: data };
  const grey = new Uint8Array(pixels);
  let coloured = 0;
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const at = pixel * info.channels;
    const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > GREY_TOLERANCE) coloured += 1;
    grey[pixel] = green;
  }
  if (coloured > pixels * COLOURED_SHARE) throw new StudioError('IMAGES_COLOUR', { detail: 'RGB' });
  return { width: info.width, height: info.height, grey };
}
