import { useEffect, useState } from 'react';
import { Refusal } from '../../client/refusal.ts';

/** Seconds until a locked account may be tried again; 0 when nothing is locked. */
export function useCountdown(error: unknown): number {
  const seconds = error instanceof Refusal && error.code === 'LOCKED' ? Number(error.details.seconds ?? 0) : 0;
  const [left, setLeft] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal counts anew, even with the same seconds
  useEffect(() => {
    setLeft(seconds);
    if (seconds === 0) return;
    const end = Date.now() + seconds * 1000;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000))), 500);
    return () => clearInterval(timer);
  }, [error, seconds]);
  return left;
}
