'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { NOTHING_SEEN, read, Seen, watch } from '#domain/seen';
import type { FilmClock } from './clock.ts';

/** Staying so long on a sentence is looking at it. */
const STAY_MS = 800;
/** Faster than this nobody watches. */
const WATCHABLE = 2;
const KEEP_MS = 1500;

interface Seeing {
  readonly seen: Seen;
  /** The person went to this sentence; if they stay, they have seen it. */
  stay(id: string): void;
  /** They read these. */
  note(ids: readonly string[]): void;
}

/** What this person has looked at of one digest; kept in this browser, so that a closed tab costs nothing. Holds frames and ids only. */
export function useSeen(productionId: string, digest: string, clock: FilmClock): Seeing {
  const key = `caseloom.seen.${productionId}.${digest.slice(0, 16)}`;
  const [seen, setSeen] = useState<Seen>(NOTHING_SEEN);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => setSeen(recall(key)), [key]);
  useEffect(() => {
    const later = setTimeout(() => keep(key, seen), KEEP_MS);
    return () => {
      clearTimeout(later);
      keep(key, seen);
    };
  }, [key, seen]);
  useEffect(() => followWatching(clock, (from, end) => setSeen((now) => watch(now, from, end))), [clock]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const note = useCallback((ids: readonly string[]) => setSeen((now) => read(now, ids)), []);
  const stay = useCallback(
    (id: string) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        if (document.visibilityState === 'visible') note([id]);
      }, STAY_MS);
    },
    [note],
  );
  return useMemo(() => ({ seen, stay, note }), [seen, stay, note]);
}

/** Reports stretches that played before the person, a second or so at a time. */
function followWatching(clock: FilmClock, report: (from: number, end: number) => void): () => void {
  let start: number | null = null;
  let last = 0;
  const close = () => {
    if (start !== null && last > start) report(start, last + 1);
    start = null;
  };
  const stop = clock.subscribe(() => {
    const { frame, rate } = clock.state();
    const onward = rate > 0 && rate <= WATCHABLE && document.visibilityState === 'visible';
    const jumped = frame < last || frame - last > clock.fps;
    if (!onward || jumped) close();
    if (onward && start === null) start = frame;
    last = frame;
    if (start !== null && frame - start >= clock.fps) {
      close();
      start = frame;
    }
  });
  return () => {
    stop();
    close();
  };
}

function recall(key: string): Seen {
  try {
    const kept = Seen.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
    return kept.success ? kept.data : NOTHING_SEEN;
  } catch {
    return NOTHING_SEEN;
  }
}

function keep(key: string, seen: Seen): void {
  if (seen === NOTHING_SEEN) return;
  try {
    localStorage.setItem(key, JSON.stringify(seen));
  } catch {
    // A browser that keeps nothing only makes the person look again.
  }
}
