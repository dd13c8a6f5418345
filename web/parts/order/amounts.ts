'use client';
import { useTranslations } from 'next-intl';

/** Bytes as people read them. */
export function megabytes(bytes: number): string {
  if (bytes >= 1024 ** 3) return `${(bytes / 1024 ** 3).toFixed(1)} GB`;
  if (bytes >= 10 * 1024 ** 2) return `${Math.round(bytes / 1024 ** 2)} MB`;
  if (bytes >= 1024 ** 2) return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
  return `${Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / 1024))} KB`;
}

/** A duration in words, no finer than anybody wants to know. */
export function useSpan(): (seconds: number) => string {
  const t = useTranslations('order');
  return (seconds) =>
    seconds < 90
      ? t('seconds', { count: Math.max(5, Math.round(seconds / 5) * 5) })
      : t('minutes', { count: Math.round(seconds / 60) });
}
