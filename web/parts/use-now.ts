'use client';
import { useNow, useTimeZone } from 'next-intl';

const MINUTE_MS = 30_000;

/** The moment and the hospital's time zone, for times said relative to now; the server's own at first, so that both draw the same. */
export function useClock(): { now: Date; timeZone: string } {
  return { now: useNow({ updateInterval: MINUTE_MS }), timeZone: useTimeZone() ?? 'UTC' };
}
