/** From stored values to the modality's unit: a line (PS3.3 C.11.1.1.2) or a table (C.11.1.1.1). */
export type ModalityTransform =
  | { readonly kind: 'linear'; readonly slope: number; readonly intercept: number }
  | { readonly kind: 'table'; readonly table: LookupTable };

/** A DICOM look-up table. Values below `first` take the first entry, values beyond the end the last (C.11.1.1.1). */
export interface LookupTable {
  readonly first: number;
  readonly values: ArrayLike<number>;
  /** Bits of each entry. */
  readonly bits: number;
}

export function lookUp(table: LookupTable, value: number): number {
  const index = Math.min(Math.max(Math.trunc(value) - table.first, 0), table.values.length - 1);
  return table.values[index] ?? 0;
}

/** One stored value in the modality's unit (HU for CT). */
export function applyModality(transform: ModalityTransform, stored: number): number {
  return transform.kind === 'linear' ? stored * transform.slope + transform.intercept : lookUp(transform.table, stored);
}
