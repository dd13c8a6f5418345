'use client';
import { useEffect } from 'react';
import { addressOf } from '#domain/frames';
import type { FilmClock } from './clock.ts';

const SETTLE_MS = 400;

/** Keeps the address pointing at what is on screen, so that it can be sent to somebody. */
export function useAddress(clock: FilmClock, open: string | null, pair: boolean): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = () => {
      const address = new URL(window.location.href);
      const { frame } = clock.state();
      put(address, 't', frame > 0 ? addressOf(frame, clock.fps) : null);
      put(address, 'c', open);
      put(address, 'view', pair ? 'pair' : null);
      if (address.href !== window.location.href) window.history.replaceState(window.history.state, '', address);
    };
    const later = () => {
      // While it plays the address would be out of date at once.
      if (clock.state().rate !== 0) return;
      clearTimeout(timer);
      timer = setTimeout(write, SETTLE_MS);
    };
    later();
    const stop = clock.subscribe(later);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [clock, open, pair]);
}

function put(address: URL, name: string, value: string | null): void {
  if (value === null) address.searchParams.delete(name);
  else address.searchParams.set(name, value);
}
