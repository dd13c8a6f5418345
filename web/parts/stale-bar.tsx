'use client';
import { useTimeZone, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { clockOf } from '../state/time.ts';
import css from './stale-bar.module.css';

/** A thin bar while the studio cannot be reached: since when what is shown holds. */
export function StaleBar({ stale, since }: { stale: boolean; since: number }): ReactElement {
  const t = useTranslations('common');
  const timeZone = useTimeZone() ?? 'UTC';
  return (
    <div role="status" aria-live="polite">
      {stale && <p className={css.bar}>{t('lost', { clock: clockOf(new Date(since).toISOString(), timeZone) })}</p>}
    </div>
  );
}
