'use client';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { ProductionDetail } from '#domain/production';
import type { Progress } from '#domain/progress';
import { StatusBadge } from '../status-badge.tsx';
import { Thumb } from '../thumb.tsx';
import { Actions } from './actions.tsx';
import css from './production.module.css';

/** What it is called and what may be done with it. */
export function ProductionHead(props: { detail: ProductionDetail; progress: Progress | null }): ReactElement {
  const { detail, progress } = props;
  const t = useTranslations('production');
  const tc = useTranslations('common');
  const { filmSeries, episode, template } = detail.request;
  const facts = [
    detail.caseCode,
    detail.id,
    filmSeries && (episode ? t('series', { name: filmSeries, episode }) : filmSeries),
    template,
    detail.scenes.length > 0 ? t('scenesCount', { count: detail.scenes.length }) : null,
    t('by', { name: detail.createdByName }),
  ].filter(Boolean);
  return (
    <header className={css.head}>
      <Thumb id={detail.id} size="head" />
      <div className={css.name}>
        <div className={css.titleLine}>
          <h1>{detail.title ?? detail.caseCode ?? tc('untitled')}</h1>
          <StatusBadge status={progress?.status ?? detail.status} stage={progress?.stage ?? null} />
        </div>
        <p className={css.facts}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      <Actions detail={detail} progress={progress} />
    </header>
  );
}
