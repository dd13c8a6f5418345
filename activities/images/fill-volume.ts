import type { Step } from '#activities/step';
import { StudioError } from '#domain/errors';
import { decodeFrame } from './codec/decode-frame.ts';
import { frameBytes } from './dicom/locate-pixels.ts';
import { parseDicom } from './dicom/parse-dicom.ts';
import { type ImportLimits, readableBytes } from './limits.ts';
import { applyModality } from './pixel/modality-lut.ts';
import type { Samples } from './pixel/pixel-format.ts';
import type { Stack } from './series/build-stack.ts';
import type { Slice } from './series/group-series.ts';
import type { Source } from './source/source.ts';
import { throwIfCancelled } from './source/throw-if-cancelled.ts';

/** Air, and whatever scanners write outside their field of view. */
export const LOWEST_HU = -1024;
const HIGHEST_INT16 = 32_767;
const PROGRESS_BEFORE = 0.35;
const PROGRESS_AFTER = 0.97;

/**
 * Hounsfield units of the whole stack in one Int16Array, index (slice*rows+row)*columns+column, clipped to [-1024, 32767]. One file is in
 * memory at a time beside the volume; a multi-frame file is read once.
 * @throws StudioError IMAGES_TOO_LARGE, IMAGES_TRUNCATED, IMAGES_SYNTAX, CANCELLED
 */
export async function fillVolume(
  stack: Stack,
  source: Source,
  limits: ImportLimits,
  step: Step,
): Promise<Int16Array<ArrayBuffer>> {
  const { rows, columns, slices } = stack.geometry;
  if (rows * columns * slices > limits.voxels)
    throw new StudioError('IMAGES_TOO_LARGE', { limit: readableBytes(limits.voxels * 2) });
  const truncated = stack.slices.find(({ instance }) => instance.truncated);
  if (truncated !== undefined) throw new StudioError('IMAGES_TRUNCATED', { index: truncated.instance.index });
  const volume = new Int16Array(rows * columns * slices);
  let done = 0;
  for (const [index, members] of byFile(stack.slices)) {
    throwIfCancelled(step.signal);
    const bytes = await readData(source, index, limits, step.signal);
    for (const { slice, at } of members) {
      throwIfCancelled(step.signal);
      const samples = await decodeSlice(slice, bytes);
      writeSlice(volume.subarray(at * rows * columns, (at + 1) * rows * columns), samples, slice, stack);
      done += 1;
      const share = PROGRESS_BEFORE + (done / slices) * (PROGRESS_AFTER - PROGRESS_BEFORE);
      step.progress(share, `${done}/${slices}`);
    }
  }
  return volume;
}

function byFile(slices: readonly Slice[]): Map<number, { slice: Slice; at: number }[]> {
  const files = new Map<number, { slice: Slice; at: number }[]>();
  for (const [at, slice] of slices.entries()) {
    const members = files.get(slice.instance.index) ?? [];
    members.push({ slice, at });
    files.set(slice.instance.index, members);
  }
  return files;
}

/** The file as the parser lays it out: deflated data sets are inflated, a missing preamble is put back. */
async function readData(source: Source, index: number, limits: ImportLimits, signal: AbortSignal): Promise<Uint8Array> {
  const parsed = parseDicom(await source.files[index - 1]!.read(signal), limits.fileBytes);
  if (parsed.kind !== 'dataset') throw new StudioError('IMAGES_TRUNCATED', { index });
  return parsed.dataSet.byteArray;
}

async function decodeSlice({ instance, frame }: Slice, bytes: Uint8Array): Promise<Samples> {
  const ranges = instance.pixels?.frames[frame];
  if (ranges === undefined) throw new StudioError('IMAGES_TRUNCATED', { index: instance.index });
  return decodeFrame(
    {
      bytes: frameBytes(bytes, ranges),
      syntax: instance.syntax,
      words: instance.pixels!.words,
      index: instance.index,
    },
    instance.format!,
  );
}

function writeSlice(out: Int16Array, samples: Samples, slice: Slice, stack: Stack): void {
  const { rows, columns } = stack.geometry;
  const transform = slice.facts.transform!;
  const linear = transform.kind === 'linear';
  const slope = linear ? transform.slope : 0;
  const intercept = linear ? transform.intercept : 0;
  const [paddingFrom, paddingTo] = slice.instance.padding ?? [1, 0];
  for (let row = 0; row < rows; row += 1) {
    const from = (stack.flipRows ? rows - 1 - row : row) * columns;
    const to = row * columns;
    for (let column = 0; column < columns; column += 1) {
      const stored = samples[from + (stack.flipColumns ? columns - 1 - column : column)]!;
      const hu = linear ? Math.round(stored * slope + intercept) : Math.round(applyModality(transform, stored));
      const padded = stored >= paddingFrom && stored <= paddingTo;
      out[to + column] = padded || hu < LOWEST_HU ? LOWEST_HU : Math.min(hu, HIGHEST_INT16);
    }
  }
}
