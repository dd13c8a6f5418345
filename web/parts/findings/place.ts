import { WINDOW_KEYS, type WindowKey } from './image/windows.ts';

/** Where the reader is: finding, slice (from 0), window. Kept in the address, so that it can be sent to somebody. */
export interface Place {
  readonly finding: string | null;
  readonly slice: number;
  readonly window: WindowKey;
}

/** The place an address names; slices are counted from 1 there, as people count them. */
export function placeFrom(
  query: { f?: string | undefined; z?: string | undefined; w?: string | undefined },
  otherwise: Place,
  slices: number,
): Place {
  const slice = Number(query.z) - 1;
  return {
    finding: query.f ?? otherwise.finding,
    slice: Number.isInteger(slice) && slice >= 0 && slice < slices ? slice : otherwise.slice,
    window: WINDOW_KEYS.find((key) => key === query.w) ?? otherwise.window,
  };
}
