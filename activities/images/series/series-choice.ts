import { z } from 'zod';
import { kernelClass } from '../deid/kernel-class.ts';
import { describeStack } from './describe-stack.ts';
import type { SliceGroup } from './group-series.ts';

/** A series as a person may choose it: a letter and plain facts, no identifier and no text of the header. */
export const SeriesChoice = z.object({
  key: z.string(),
  slices: z.int().positive(),
  spacingMm: z.number().nullable(),
  rows: z.int(),
  columns: z.int(),
  kernel: z.enum(['soft', 'lung', 'bone', 'unknown']),
});
export type SeriesChoice = z.infer<typeof SeriesChoice>;

/** `A`, `B` … `Z`, `AA`. */
export function seriesKey(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : seriesKey(Math.floor(index / 26) - 1) + letter;
}

export function describeChoice(group: SliceGroup, key: string): SeriesChoice {
  const first = group.slices[0]!;
  const { orientation } = first.facts;
  const positions = group.slices.flatMap(({ facts }) => (facts.position === null ? [] : [facts.position]));
  const spacing = orientation === null ? 0 : describeStack(positions, orientation).spacingMm;
  return {
    key,
    slices: group.slices.length,
    spacingMm: spacing > 0 ? Math.round(spacing * 100) / 100 : null,
    rows: first.instance.format?.rows ?? 0,
    columns: first.instance.format?.columns ?? 0,
    kernel: kernelClass(first.facts.kernel),
  };
}

/** `A: 133 × 2.5 mm, soft` — the same in every language. */
export function choiceText(choice: SeriesChoice): string {
  const step = choice.spacingMm === null ? '' : ` × ${choice.spacingMm} mm`;
  const kernel = choice.kernel === 'unknown' ? '' : `, ${choice.kernel}`;
  return `${choice.key}: ${choice.slices}${step}${kernel}`;
}
