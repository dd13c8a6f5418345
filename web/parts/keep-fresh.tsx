'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Has the page's server parts read again every few seconds while somebody looks. */
export function KeepFresh({ seconds }: { seconds: number }): null {
  const router = useRouter();
  useEffect(() => {
    const again = setInterval(() => document.visibilityState === 'visible' && router.refresh(), seconds * 1000);
    return () => clearInterval(again);
  }, [router, seconds]);
  return null;
}
