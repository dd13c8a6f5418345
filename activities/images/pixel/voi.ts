import { type LookupTable, lookUp } from './modality-lut.ts';

export type VoiFunction = 'LINEAR' | 'LINEAR_EXACT' | 'SIGMOID';

/** A display window: centre (level) and width, in the modality's unit. */
export interface Window {
  readonly center: number;
  readonly width: number;
}

/**
 * Display value in 0..1 of a modality value under a window.
 * LINEAR is PS3.3 C.11.2.1.2.1: with x <= c-0.5-(w-1)/2 -> 0, x > c-0.5+(w-1)/2 -> 1, else ((x-(c-0.5))/(w-1)+0.5); its half and its
 * one come from integer pixels and belong to the standard. LINEAR_EXACT is C.11.2.1.3.2, SIGMOID C.11.2.1.3.1.
 * @throws RangeError when the width is below 1 (LINEAR) or not above 0 (the others)
 */
export function applyWindow(kind: VoiFunction, { center, width }: Window, value: number): number {
  if (!(kind === 'LINEAR' ? width >= 1 : width > 0)) throw new RangeError('window width too small');
  if (kind === 'SIGMOID') return 1 / (1 + Math.exp((-4 * (value - center)) / width));
  if (kind === 'LINEAR_EXACT') return Math.min(1, Math.max(0, (value - center) / width + 0.5));
  const middle = center - 0.5;
  const span = width - 1;
  if (value <= middle - span / 2) return 0;
  if (value > middle + span / 2) return 1;
  return (value - middle) / span + 0.5;
}

/** Display value in 0..1 of a modality value under a VOI look-up table (C.11.2.1.1). */
export function applyVoiTable(table: LookupTable, value: number): number {
  return lookUp(table, value) / (2 ** table.bits - 1);
}
