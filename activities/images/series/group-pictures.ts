import type { SourceFile } from '../source/source.ts';
import { type SeriesChoice, seriesKey } from './series-choice.ts';

export interface PictureGroup {
  readonly choice: SeriesChoice;
  readonly pictures: readonly SourceFile[];
}

/** A single picture beside a stack is a title page or a key image. */
const LEAST = 2;

/**
 * Stacks among pictures: files whose names differ only in their last number belong together, so that `brain_01…` and `bone_01…` of one folder do
 * not become one impossible stack. Groups in natural order of names; lone pictures are left out where there are stacks.
 */
export function groupPictures(pictures: readonly SourceFile[]): PictureGroup[] {
  const groups = new Map<string, SourceFile[]>();
  for (const picture of pictures) {
    const key = picture.name.toLowerCase().replace(/\d+(?=\D*$)/, '#');
    groups.set(key, [...(groups.get(key) ?? []), picture]);
  }
  const stacks = [...groups.values()].filter(({ length }) => length >= LEAST);
  // Names without any pattern are still one stack in the order a person sees them.
  const found = stacks.length > 0 ? stacks : [[...pictures]];
  return found.map((members, index) => ({
    choice: { key: seriesKey(index), slices: members.length, spacingMm: null, rows: 0, columns: 0, kernel: 'unknown' },
    pictures: members,
  }));
}
