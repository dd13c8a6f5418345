'use client';
import { useCallback, useSyncExternalStore } from 'react';
import type { ClockState, FilmClock } from './clock.ts';

/** What a part needs of the clock; it is drawn again only when that changes. `pick` gives a plain value. */
export function useClock<T extends string | number | boolean | null>(
  clock: FilmClock,
  pick: (state: ClockState) => T,
): T {
  const look = useCallback(() => pick(clock.state()), [clock, pick]);
  return useSyncExternalStore(clock.subscribe, look, look);
}

export const frameOf = (state: ClockState): number => state.frame;
export const rateOf = (state: ClockState): number => state.rate;
export const inOf = (state: ClockState): number | null => state.from;
export const outOf = (state: ClockState): number | null => state.end;
