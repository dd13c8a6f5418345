'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { ProductionSummary } from '#domain/production';
import { knotsOf, stageAfter } from '../../state/knots.ts';
import { personOf } from '../../state/next-page.ts';
import { noteText } from '../../state/note.ts';
import { lasting, remaining } from '../../state/time.ts';
import card from '../card.module.css';
import { RowThread } from '../thread.tsx';
import { useClock } from '../use-now.ts';
import css from './home.module.css';

/** What the studio is making now: where each thread is, what happens next, how long where there is a basis. */
export function RunningList({ rows }: { rows: readonly ProductionSummary[] }): ReactElement {
  const t = useTranslations('home');
  return (
    <section className={card.card} aria-labelledby="running">
      <header className={card.head}>
        <h2 id="running">{t('running')}</h2>
        <span className={card.meta}>{rows.length}</span>
        <span className={card.spread} />
        <Link href="/productions">{t('all')}</Link>
      </header>
      {rows.length === 0 ? (
        <p className={css.nothing}>{t('noneRunning')}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <RunningRow key={row.id} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}

function RunningRow({ row }: { row: ProductionSummary }): ReactElement {
  const tc = useTranslations('common');
  const { progress } = row;
  const { now, next, left } = useStanding(row);
  return (
    <li className={css.running}>
      <Link className={css.what} href={`/productions/${row.id}`}>
        <span className={css.title}>{row.title ?? row.caseCode ?? tc('untitled')}</span>
        <span className={card.small}>{row.title ? (row.caseCode ?? row.id) : row.id}</span>
      </Link>
      <span className={css.thread}>
        <RowThread knots={knotsOf(progress)} />
      </span>
      <span className={css.state}>
        <span className={css.now}>
          <span className={css.stage}>{tc(`stages.${progress?.stage ?? 'images'}`)}</span> {now}
        </span>
        <span className={card.small}>{next}</span>
      </span>
      <span className={css.left}>{left}</span>
    </li>
  );
}

/** What a row says: what is being done, what comes then, how long still (never for the wait for people). */
function useStanding({ status, progress }: ProductionSummary): { now: string; next: string; left: string } {
  const t = useTranslations('home');
  const tc = useTranslations('common');
  const making = useTranslations('making');
  const { now } = useClock();
  if (!progress || status === 'queued') return { now: t('queued'), next: '', left: '' };
  const person = personOf(progress.waitsFor);
  if (status === 'paused') return { now: t('paused'), next: '', left: '' };
  if (status !== 'running') {
    const seconds = (now.getTime() - Date.parse(progress.at)) / 1000;
    const waited = t('waitingSince', { time: lasting(Math.max(60, seconds), tc as never, true) });
    return { now: tc(`status.${status}`), next: waited, left: person ? tc(`depends.${person}`) : '' };
  }
  const after = stageAfter(progress.stage);
  const left = remaining(progress.estimateSeconds, tc as never);
  const percent = making('percent', { percent: Math.floor(progress.stageFraction * 100) });
  const note = noteText(progress.stage, progress.note, making);
  return {
    now: note ? `${percent}　${note}` : percent,
    next: after ? making('next', { stage: tc(`stages.${after}`) }) : making('last'),
    left: left ? tc('time.about', { time: left }) : '',
  };
}
