'use client';
import { useCallback, useEffect, useState } from 'react';
import type { Place } from './place.ts';

const QUIET_MS = 200;

/** The reader's place, written into the address when it has been still for a moment. */
export function usePlace(start: Place): [Place, (change: Partial<Place>) => void] {
  const [place, setPlace] = useState(start);
  useEffect(() => {
    const timer = setTimeout(() => {
      const address = new URL(window.location.href);
      const { finding, slice, window: grey } = place;
      if (finding) address.searchParams.set('f', finding);
      else address.searchParams.delete('f');
      address.searchParams.set('z', String(slice + 1));
      address.searchParams.set('w', grey);
      if (address.href !== window.location.href) window.history.replaceState(null, '', address);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [place]);
  const change = useCallback((part: Partial<Place>) => setPlace((before) => ({ ...before, ...part })), []);
  return [place, change];
}
