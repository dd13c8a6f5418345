'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Refused } from '../parts/refused.tsx';

/** A page whose making failed: says so, keeps the way open. */
export default function Failed({
  reset,
  error,
}: {
  reset: () => void;
  error: Error & { digest?: string };
}): ReactElement {
  return (
    <Refused kind="error" {...(error.digest ? { code: error.digest } : {})}>
      <Button onClick={reset}>{useTranslations('common')('again')}</Button>
    </Refused>
  );
}
