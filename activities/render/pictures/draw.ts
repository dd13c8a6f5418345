import sharp from 'sharp';
import type { WindowPreset } from '#domain/film/pictures';
import { type Plane, resample, type Sampling } from './resample.ts';

/**
 * Display value 0..255 of Hounsfield units on a window, DICOM PS3.3 C.11.2.1.2.1 LINEAR:
 * ((x − (c − 0.5)) / (w − 1) + 0.5) · 255, held to the range.
 */
export function windowed(hu: number, { level, width }: WindowPreset): number {
  const value = ((hu - (level - 0.5)) / (width - 1) + 0.5) * 255;
  return value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value);
}

/**
 * Grey and alpha, two bytes a pixel: the plane resampled in Hounsfield units, then windowed; the mask's half-way level is the
 * edge, one to two picture pixels wide; nothing lies outside the plane itself.
 */
export function drawPlane(plane: Plane, mask: Plane, where: Sampling, window: WindowPreset): Buffer {
  const hu = resample(plane, where);
  const body = resample(mask, where, 'tent');
  const out = Buffer.alloc(where.width * where.height * 2);
  // The softened mask climbs about 255/3 a voxel, so this ramp is about 1.5 picture pixels.
  const slope = Math.max(1, 3 / Math.max(where.step[0], where.step[1]) / 1.5) / 255;
  const inside = (at: number, size: number) => at >= -0.5 && at <= size - 0.5;
  for (let y = 0; y < where.height; y++) {
    if (!inside(where.start[1] + (y + 0.5) * where.step[1], plane.height)) continue;
    for (let x = 0; x < where.width; x++) {
      if (!inside(where.start[0] + (x + 0.5) * where.step[0], plane.width)) continue;
      const i = y * where.width + x;
      const alpha = (body[i]! - 127.5) * slope + 0.5;
      if (alpha <= 0) continue;
      out[2 * i] = windowed(hu[i]!, window);
      out[2 * i + 1] = alpha >= 1 ? 255 : Math.round(alpha * 255);
    }
  }
  return out;
}

/** Lossless and without metadata: equal pixels are equal bytes. */
export const encode = (pixels: Buffer, { width, height }: Sampling): Promise<Buffer> =>
  sharp(pixels, { raw: { width, height, channels: 2 } })
    .png({ compressionLevel: 4, adaptiveFiltering: true })
    .toBuffer();
