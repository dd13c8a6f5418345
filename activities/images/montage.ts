import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Step } from '#activities/step';
import type { Montage } from '#domain/upload';
import { fillVolume } from './fill-volume.ts';
import type { ImportLimits } from './limits.ts';
import type { Stack } from './series/build-stack.ts';
import type { Source } from './source/source.ts';

const COLUMNS = 4;
const MOST = 12;
const LEAST = 8;
const THUMB = 256;
const GAP = 4;
/** Lung window: centre -600, width 1500 HU. */
const LUNG = { low: -1350, high: 150 };

/** Which slices stand for a stack: evenly from the head end, in whole rows where there are enough. */
function montageSlices(slices: number): number[] {
  const count = slices >= MOST ? MOST : slices >= LEAST ? LEAST : slices;
  return Array.from({ length: count }, (_, at) =>
    Math.min(slices - 1, Math.round(((at + 0.5) * slices) / count - 0.5)),
  );
}

/**
 * A contact sheet of a stack in the lung window, as a JPEG in a private folder: it lives no longer than the upload it was made of.
 * @throws StudioError IMAGES_SYNTAX, IMAGES_TRUNCATED, CANCELLED
 */
export async function makeMontage(
  stack: Stack,
  source: Source,
  place: string,
  limits: ImportLimits,
  step: Step,
): Promise<Montage> {
  const chosen = montageSlices(stack.slices.length);
  const { rows, columns } = stack.geometry;
  const few = { ...stack, slices: chosen.map((at) => stack.slices[at]!) };
  const volume = await fillVolume({ ...few, geometry: { ...stack.geometry, slices: chosen.length } }, source, limits, {
    ...step,
    progress: () => {},
  });
  const [betweenColumns, betweenRows] = stack.geometry.spacingMm;
  const width = THUMB;
  const height = Math.max(1, Math.round((THUMB * rows * betweenRows) / (columns * betweenColumns)));
  const across = Math.min(COLUMNS, chosen.length);
  const down = Math.ceil(chosen.length / across);
  const thumbs = await Promise.all(
    chosen.map(async (_, at) => ({
      input: await sharp(windowed(volume.subarray(at * rows * columns, (at + 1) * rows * columns)), {
        raw: { width: columns, height: rows, channels: 1 },
      })
        .resize(width, height, { fit: 'fill' })
        .png()
        .toBuffer(),
      left: (at % across) * (width + GAP),
      top: Math.floor(at / across) * (height + GAP),
    })),
  );
  const sheet = { width: across * (width + GAP) - GAP, height: down * (height + GAP) - GAP };
  const bytes = await sharp({ create: { ...sheet, channels: 3, background: '#0A0B0D' } })
    .composite(thumbs)
    .greyscale()
    .jpeg({ quality: 82 })
    .toBuffer();
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  await writeFile(place, bytes, { mode: 0o600 });
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { digest, columns: across, rows: down, ...sheet, slices: chosen.map((at) => at + 1) };
}

function windowed(slice: Int16Array): Uint8Array {
  const grey = new Uint8Array(slice.length);
  const scale = 255 / (LUNG.high - LUNG.low);
  for (let at = 0; at < slice.length; at += 1)
    grey[at] = Math.max(0, Math.min(255, Math.round((slice[at]! - LUNG.low) * scale)));
  return grey;
}
