'use client';
import type { ReactElement } from 'react';
import type { Desk } from '#domain/desk';
import { StaleBar } from '../stale-bar.tsx';
import { useDesk } from '../use-desk.ts';
import { EmptyDesk } from './empty-desk.tsx';
import css from './home.module.css';
import { Needs } from './needs.tsx';
import { RecentFilms } from './recent-films.tsx';
import { RunningList } from './running-list.tsx';

/** The desk, alive: read again every few seconds, so that two windows agree. */
export function DeskView({ initial }: { initial: Desk }): ReactElement {
  const { data, isError, dataUpdatedAt } = useDesk(initial);
  const desk = data ?? initial;
  return (
    <>
      <StaleBar stale={isError} since={dataUpdatedAt} />
      <div className={css.columns}>
        <div className={css.main}>
          {desk.counts.all === 0 ? (
            <EmptyDesk />
          ) : (
            <>
              <Needs desk={desk} />
              <RunningList rows={desk.running} />
            </>
          )}
        </div>
        <RecentFilms films={desk.films} />
      </div>
    </>
  );
}
