'use client';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { ago, partsOf } from '../../state/time.ts';
import { useClock } from '../use-now.ts';

/** A moment in the past, said relative to now. */
export function Ago({ at }: { at: string }): ReactElement {
  const t = useTranslations('common');
  const { now, timeZone } = useClock();
  return <time dateTime={at}>{ago(at, now, timeZone, t as never)}</time>;
}

/** `11 月 20 日 17:30`, for moments still to come. */
export function useDayClock(): (at: string) => string {
  const t = useTranslations('common');
  const { timeZone } = useClock();
  return (at) => {
    const { month, date, clock } = partsOf(new Date(at), timeZone);
    return t('time.dayClock', { month, day: date, clock });
  };
}

/** A moment, written out. */
export function DayClock({ at }: { at: string }): ReactElement {
  return <time dateTime={at}>{useDayClock()(at)}</time>;
}
