'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Reads the page again at intervals while somebody looks at it. */
export function Keep({ everyMs }: { everyMs: number }): null {
  const router = useRouter();
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && router.refresh();
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [router, everyMs]);
  return null;
}
