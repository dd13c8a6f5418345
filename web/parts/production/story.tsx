'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { LogEntry } from '#domain/production';
import { api, taken } from '../../client/api.ts';
import { partsOf } from '../../state/time.ts';
import card from '../card.module.css';
import { useClock } from '../use-now.ts';
import css from './story.module.css';
import { writerOf } from './use-knot-notes.ts';

const SHOWN = 6;
const EVERY_MS = 6_000;
type Tone = 'plain' | 'ok' | 'warn' | 'bad';
const TONE: Partial<Record<LogEntry['what'], Tone>> = {
  approved: 'ok',
  released: 'ok',
  returned: 'warn',
  paused: 'warn',
  voided: 'bad',
  failed: 'bad',
  cancelled: 'bad',
};

/** The production's story, newest first; part of it with the way to the rest, or all of it. */
export function useStory(id: string, initial?: readonly LogEntry[]) {
  return useQuery({
    queryKey: ['production', id, 'log'],
    queryFn: async () =>
      z.array(LogEntry).parse(await taken(api.GET('/api/productions/{id}/log', { params: { path: { id } } }))),
    refetchInterval: EVERY_MS,
    ...(initial ? { initialData: [...initial] } : {}),
  });
}

/** 经过: the last few lines. */
export function Story({ id }: { id: string }): ReactElement {
  const t = useTranslations('production.log');
  const { data = [] } = useStory(id);
  return (
    <section className={`${card.card} ${css.frame}`} aria-labelledby="story">
      <div className={css.head}>
        <h2 id="story">{t('title')}</h2>
        <Link href={`/productions/${id}/log`}>{t('all')}</Link>
      </div>
      <StoryLines entries={data.slice(-SHOWN)} />
    </section>
  );
}

/** The thread, upright: newest first. */
export function StoryLines({ entries, days = false }: { entries: readonly LogEntry[]; days?: boolean }): ReactElement {
  const t = useTranslations('production.log');
  if (entries.length === 0) return <p className={card.meta}>{t('none')}</p>;
  return (
    <ol className={css.lines}>
      {entries.toReversed().map((entry) => (
        <Line key={`${entry.at}${entry.what}`} entry={entry} days={days} />
      ))}
    </ol>
  );
}

function Line({ entry, days }: { entry: LogEntry; days: boolean }): ReactElement {
  const t = useTranslations('production');
  const tc = useTranslations('common');
  const { timeZone } = useClock();
  const { month, date, clock } = partsOf(new Date(entry.at), timeZone);
  const key = storyKey(entry);
  const by = writerOf(entry.by) ?? t('template');
  return (
    <li className={css.line} data-tone={TONE[entry.what] ?? 'plain'}>
      <time dateTime={entry.at}>{days ? tc('time.dayClock', { month, day: date, clock }) : clock}</time>
      <span className={css.text}>
        {t(`story.${key}`, { by, version: entry.version ?? 1 })}
        {entry.comment && <span className={css.comment}>{entry.comment}</span>}
      </span>
    </li>
  );
}

function storyKey({ what, gate, by }: LogEntry): 'approved' {
  if (gate === 'film' && (what === 'approved' || what === 'returned')) return `${what}Film` as 'approved';
  if (what === 'findings' && by.id === 'engine') return 'found' as 'approved';
  return what as 'approved';
}
