'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { ProductionSummary } from '#domain/production';
import { knotsOf } from '../../state/knots.ts';
import { ago } from '../../state/time.ts';
import card from '../card.module.css';
import { StatusBadge } from '../status-badge.tsx';
import { RowThread } from '../thread.tsx';
import { Thumb } from '../thumb.tsx';
import { useClock } from '../use-now.ts';
import { useRowKeys } from '../use-row-keys.ts';
import css from './list.module.css';

/** Productions as rows: J and K move, Enter opens. */
export function Rows({ rows }: { rows: readonly ProductionSummary[] }): ReactElement {
  const list = useRowKeys<HTMLUListElement>();
  return (
    <ul ref={list} className={card.card}>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </ul>
  );
}

function Row({ row }: { row: ProductionSummary }): ReactElement {
  const tc = useTranslations('common');
  const { now, timeZone } = useClock();
  const { request, progress, status } = row;
  const series = request.filmSeries ?? '';
  return (
    <li>
      <Link className={css.row} href={`/productions/${row.id}`} data-row>
        <Thumb id={row.id} />
        <span className={css.what}>
          <span className={css.title}>{row.title ?? row.caseCode ?? tc('untitled')}</span>
          <span className={css.sub}>
            {[row.title ? row.caseCode : null, series, row.id].filter(Boolean).join('　')}
          </span>
        </span>
        <span className={css.thread}>
          <RowThread knots={knotsOf(progress)} />
        </span>
        <span className={css.badge}>
          <StatusBadge status={status} stage={progress?.stage ?? null} />
        </span>
        <time className={css.when} dateTime={progress?.at ?? row.createdAt}>
          {ago(progress?.at ?? row.createdAt, now, timeZone, tc as never)}
        </time>
      </Link>
    </li>
  );
}
