import type { Step } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import type { Analysis } from '#domain/analysis';
import { StudioError } from '#domain/errors';
import { LUNG_WINDOW, type WindowPreset } from '#domain/film/pictures';
import type { Geometry } from '#domain/study';
import { bodyMask, maskBox } from './body-mask.ts';
import type { Plane } from './resample.ts';

/** The volume with its body masks; index (slice*rows+row)*columns+column. */
export interface Scan {
  readonly geometry: Geometry;
  readonly hu: Int16Array;
  readonly masks: readonly Uint8Array[];
  /** How its values become grey. */
  readonly window: WindowPreset;
}

export interface Body {
  min: [number, number];
  max: [number, number];
}

/** Share of this stage's progress that reading and masking take. */
const SHARE = 0.3;

/**
 * Reads the volume and masks every slice; a stack of pictures is read as grey values and keeps its whole frame.
 * @throws StudioError INPUT_INVALID without either or with one of the wrong size; STORE_MISSING; CANCELLED
 */
export async function readScan(analysis: Analysis, store: BlobStore, step: Step): Promise<Scan> {
  const { geometry, volume, pictures } = analysis.study;
  const source = volume ?? pictures;
  if (!source) throw new StudioError('INPUT_INVALID', { detail: 'the study has no images' });
  const bytes = await store.read(source);
  const area = geometry.rows * geometry.columns;
  const hu = new Int16Array(area * geometry.slices);
  if (bytes.byteLength !== hu.length * (volume ? 2 : 1)) {
    throw new StudioError('INPUT_INVALID', { detail: 'the volume does not have the size its geometry says' });
  }
  for (let i = 0; i < hu.length; i++) hu[i] = volume ? bytes.readInt16LE(2 * i) : bytes[i]!;
  const whole = volume ? null : new Uint8Array(area).fill(255);
  const masks: Uint8Array[] = [];
  for (let slice = 0; slice < geometry.slices; slice++) {
    await breathe(step);
    const data = hu.subarray(slice * area, (slice + 1) * area);
    masks.push(whole ?? bodyMask({ data, width: geometry.columns, height: geometry.rows }, geometry.spacingMm[0]));
    step.progress((SHARE * (slice + 1)) / geometry.slices);
  }
  return { geometry, hu, masks, window: volume ? LUNG_WINDOW : GREY };
}

/** 0..255 as they are. */
const GREY: WindowPreset = { name: 'none', level: 128, width: 256 };

/** Gives way to other work, and stops when the production was cancelled. @throws StudioError CANCELLED */
export async function breathe(step: Step): Promise<void> {
  if (step.signal.aborted) throw new StudioError('CANCELLED');
  await new Promise((resolve) => setImmediate(resolve));
}

/** Columns and rows that hold the patient on any of the slices; the whole plane where no patient was found. */
export function bodyBox({ geometry, masks }: Scan, firstSlice: number, lastSlice: number): Body {
  const chosen = masks.slice(Math.max(0, firstSlice), lastSlice + 1);
  const boxes = chosen.map((mask) => maskBox(mask, geometry.columns)).filter((box) => box !== null);
  if (boxes.length === 0) return { min: [0, 0], max: [geometry.columns - 1, geometry.rows - 1] };
  const of = (pick: (...values: number[]) => number, end: 'min' | 'max'): [number, number] => [
    pick(...boxes.map((box) => box[end][0])),
    pick(...boxes.map((box) => box[end][1])),
  ];
  return { min: of(Math.min, 'min'), max: of(Math.max, 'max') };
}

export function huSlice({ geometry, hu }: Scan, slice: number): Plane {
  const area = geometry.rows * geometry.columns;
  return { data: hu.subarray(slice * area, (slice + 1) * area), width: geometry.columns, height: geometry.rows };
}

export const maskSlice = ({ geometry, masks }: Scan, slice: number): Plane => ({
  data: masks[slice]!,
  width: geometry.columns,
  height: geometry.rows,
});

/** One row of every slice: columns across, slices down. */
export function coronalPlane({ geometry, hu, masks }: Scan, row: number): { hu: Plane; mask: Plane } {
  const { columns, rows, slices } = geometry;
  const values = new Int16Array(columns * slices);
  const mask = new Uint8Array(columns * slices);
  for (let slice = 0; slice < slices; slice++) {
    const start = (slice * rows + row) * columns;
    values.set(hu.subarray(start, start + columns), slice * columns);
    mask.set(masks[slice]!.subarray(row * columns, (row + 1) * columns), slice * columns);
  }
  return { hu: { data: values, width: columns, height: slices }, mask: { data: mask, width: columns, height: slices } };
}
