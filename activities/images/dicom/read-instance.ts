import { type HeaderFacts, readHeaderFacts } from '../deid/header-facts.ts';
import type { ModalityTransform } from '../pixel/modality-lut.ts';
import type { PixelFormat } from '../pixel/pixel-format.ts';
import { Attributes } from './attributes.ts';
import { type LocatedPixels, locatePixels } from './locate-pixels.ts';

export type Vector = readonly [number, number, number];

/** Place and scale of one frame. Null = the header does not say. */
export interface FrameFacts {
  readonly position: Vector | null;
  /** Direction cosines: along a row (increasing column), then down a column (increasing row). */
  readonly orientation: readonly [Vector, Vector] | null;
  /** Between rows, between columns, mm (PS3.3 10.7.1.3). */
  readonly pixelSpacing: readonly [number, number] | null;
  readonly sliceThicknessMm: number | null;
  readonly transform: ModalityTransform | null;
  readonly kernel: string;
  readonly kvp: number | null;
  readonly ctdiVolMgy: number | null;
  readonly localizer: boolean;
}

/** One file of an image series, in memory only; parts of it name patients and never leave the import. */
export interface Instance {
  /** Order number of the file for error texts, from 1. */
  readonly index: number;
  readonly syntax: string;
  readonly seriesUid: string;
  readonly sopClass: string;
  readonly modality: string;
  readonly imageType: readonly string[];
  readonly burnedIn: boolean;
  readonly rescaleType: string;
  /** Splits phases and reconstructions that share a series. */
  readonly phase: string;
  readonly lossy: boolean;
  readonly format: PixelFormat | null;
  readonly padding: readonly [number, number] | null;
  readonly frames: readonly FrameFacts[];
  readonly pixels: LocatedPixels | null;
  /** The file ends inside its header (`broken`) or inside its pixels. */
  readonly truncated: boolean;
  readonly broken: boolean;
  /** Already generalised: nothing in it names a person. */
  readonly header: HeaderFacts;
}

const MAX_FRAMES = 20_000;

/**
 * Reads what series building needs from a parsed header. Enhanced multi-frame images give one entry of `frames` for each frame, from the
 * shared and per-frame functional groups (PS3.3 C.7.6.16); classic images give one.
 */
export function readInstance(attributes: Attributes, syntax: string, broken: boolean, index: number): Instance {
  const a = attributes;
  const format = readFormat(a);
  const frameCount = Math.min(Math.max(a.decimal('x00280008') ?? 1, 1), MAX_FRAMES);
  const frameBits = format === null ? 0 : format.rows * format.columns * format.samplesPerPixel * format.bitsAllocated;
  const pixels = broken || format === null ? null : locatePixels(a.dataSet, frameCount, frameBits);
  const shared = a.items('x52009229')[0];
  const perFrame = a.items('x52009230');
  return {
    index,
    syntax,
    seriesUid: a.code('x0020000e'),
    sopClass: a.code('x00080016'),
    modality: a.code('x00080060'),
    imageType: a.codes('x00080008'),
    burnedIn: a.code('x00280301') === 'YES',
    rescaleType: a.code('x00281054'),
    phase: [a.code('x00200012'), a.code('x00200100'), a.code('x00181210')].join('|'),
    lossy: a.code('x00282110') === '01',
    format,
    padding: readPadding(a, format),
    frames: Array.from({ length: frameCount }, (_, frame) => readFrame(a, shared, perFrame[frame], format)),
    pixels,
    broken,
    truncated: broken || (pixels !== null && !pixels.complete),
    header: readHeaderFacts(a),
  };
}

function readFormat(a: Attributes): PixelFormat | null {
  const rows = a.unsigned16('x00280010');
  const columns = a.unsigned16('x00280011');
  const bitsAllocated = a.unsigned16('x00280100');
  if (!rows || !columns || !bitsAllocated) return null;
  const bitsStored = a.unsigned16('x00280101') ?? bitsAllocated;
  return {
    rows,
    columns,
    samplesPerPixel: a.unsigned16('x00280002') ?? 1,
    planarConfiguration: a.unsigned16('x00280006') ?? 0,
    photometric: a.code('x00280004'),
    bitsAllocated,
    bitsStored,
    highBit: a.unsigned16('x00280102') ?? bitsStored - 1,
    signed: a.unsigned16('x00280103') === 1,
  };
}

/** Stored values that stand for "no image here" (PS3.3 C.7.5.1.1.2): one value, or everything between it and the range limit. */
function readPadding(a: Attributes, format: PixelFormat | null): readonly [number, number] | null {
  const read = (tag: string): number | null => {
    const raw = a.unsigned16(tag);
    return raw !== null && format?.signed ? (raw << 16) >> 16 : raw;
  };
  const value = read('x00280120');
  if (value === null) return null;
  const limit = read('x00280121') ?? value;
  return [Math.min(value, limit), Math.max(value, limit)];
}

function readFrame(
  a: Attributes,
  shared: Attributes | undefined,
  perFrame: Attributes | undefined,
  format: PixelFormat | null,
): FrameFacts {
  /** The item of a functional group, or the data set itself for classic images. */
  const group = (sequence: string): Attributes => perFrame?.items(sequence)[0] ?? shared?.items(sequence)[0] ?? a;
  const orientation = group('x00209116').decimals('x00200037');
  const measures = group('x00289110');
  const spacing = measures.decimals('x00280030');
  return {
    position: vector(group('x00209113').decimals('x00200032')),
    orientation: orientation === null ? null : axes(orientation),
    pixelSpacing: spacing?.length === 2 && spacing.every((mm) => mm > 0) ? [spacing[0]!, spacing[1]!] : null,
    sliceThicknessMm: measures.decimal('x00180050'),
    transform: readTransform(group('x00289145'), format),
    kernel: group('x00189314').text('x00181210'),
    kvp: group('x00189325').decimal('x00180060'),
    ctdiVolMgy: group('x00189321').double('x00189345'),
    localizer: group('x00189329').codes('x00089007').concat(a.codes('x00080008')).includes('LOCALIZER'),
  };
}

function readTransform(a: Attributes, format: PixelFormat | null): ModalityTransform | null {
  const slope = a.decimal('x00281053');
  const intercept = a.decimal('x00281052');
  if (slope !== null && slope !== 0 && intercept !== null) return { kind: 'linear', slope, intercept };
  const item = a.items('x00283000')[0];
  const description = item?.bytes('x00283002');
  const data = item?.bytes('x00283006');
  if (!description || description.length < 6 || !data) return null;
  const little = a.dataSet.byteArrayParser.readUint16(new Uint8Array([1, 0]), 0) === 1;
  const word = (bytes: Uint8Array, at: number): number =>
    little ? bytes[at]! | (bytes[at + 1]! << 8) : (bytes[at]! << 8) | bytes[at + 1]!;
  const entries = word(description, 0) || 65_536;
  const first = word(description, 2);
  const bits = word(description, 4);
  if (data.length < entries * 2) return null;
  const values = Uint16Array.from({ length: entries }, (_, entry) => word(data, entry * 2));
  return {
    kind: 'table',
    table: { first: format?.signed ? (first << 16) >> 16 : first, values, bits },
  };
}

function vector(values: number[] | null): Vector | null {
  return values?.length === 3 ? [values[0]!, values[1]!, values[2]!] : null;
}

/** Two unit vectors at right angles, or null: writers round, so up to a thousandth is forgiven and mended. */
function axes(values: number[]): readonly [Vector, Vector] | null {
  if (values.length !== 6) return null;
  const row = unit([values[0]!, values[1]!, values[2]!]);
  const column = unit([values[3]!, values[4]!, values[5]!]);
  if (row === null || column === null) return null;
  const dot = row[0] * column[0] + row[1] * column[1] + row[2] * column[2];
  return Math.abs(dot) > 1e-3 ? null : [row, column];
}

function unit(v: Vector): Vector | null {
  const length = Math.hypot(...v);
  return Math.abs(length - 1) > 1e-2 ? null : [v[0] / length, v[1] / length, v[2] / length];
}
