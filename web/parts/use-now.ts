'use client';
import { useNow, useTimeZone } from 'next-intl';
import { useEffect, useState } from 'react';

const EVERY_MS = 20_000;

/** The moment and the hospital's time zone, for times said relative to now; the server's own moment at first, so that both draw the same. */
export function useClock(): { now: Date; timeZone: string } {
  const [now, setNow] = useState(useNow());
  useEffect(() => {
    const tick = () => setNow(new Date());
    tick();
    const again = setInterval(tick, EVERY_MS);
    return () => clearInterval(again);
  }, []);
  return { now, timeZone: useTimeZone() ?? 'UTC' };
}
