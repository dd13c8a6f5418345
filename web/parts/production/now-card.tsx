'use client';
import { Progress as Bar } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { ProductionDetail } from '#domain/production';
import type { Progress } from '#domain/progress';
import { stageAfter } from '../../state/knots.ts';
import { noteText } from '../../state/note.ts';
import { clockOf, remaining } from '../../state/time.ts';
import card from '../card.module.css';
import { LinkButton } from '../link-button.tsx';
import { useClock } from '../use-now.ts';
import css from './production.module.css';

interface Props {
  readonly detail: ProductionDetail;
  readonly progress: Progress | null;
}

/** What happens now, and what comes then. */
export function NowCard({ detail, progress }: Props): ReactElement | null {
  const tc = useTranslations('common');
  if (progress?.status === 'running') return <Running progress={progress} />;
  const status = progress?.status ?? detail.status;
  return (
    <section className={`${card.card} ${css.now}`} aria-labelledby="now">
      <h2 id="now">{tc(`status.${status}`)}</h2>
      <Standing detail={detail} progress={progress} />
    </section>
  );
}

/** While it stands still: why, and the way on. */
function Standing({ detail, progress }: Props): ReactElement {
  const t = useTranslations('production');
  const tc = useTranslations('common');
  const root = `/productions/${detail.id}`;
  const version = detail.script?.version ?? 1;
  const last = detail.decisions.at(-1);
  switch (progress?.status ?? detail.status) {
    case 'waiting-approval':
      return (
        <>
          <p>{t('now.waitScript', { version })}</p>
          <LinkButton href={`${root}/review`}>{t('review')}</LinkButton>
        </>
      );
    case 'waiting-final':
      return (
        <>
          <p>{t('now.waitFilm', { who: tc(`roles.${detail.filmGate}`) })}</p>
          <LinkButton href={`${root}/review`}>{t('final')}</LinkButton>
        </>
      );
    case 'returned':
      return (
        <>
          <p>{t('now.returned')}</p>
          {last?.comment && (
            <blockquote>{t('now.comment', { name: last.by.displayName, text: last.comment })}</blockquote>
          )}
          <LinkButton href={`${root}/script`}>{t('edit')}</LinkButton>
        </>
      );
    case 'done':
      return (
        <>
          <p>{t('now.released')}</p>
          <LinkButton href={`${root}/outputs`}>{t('watch')}</LinkButton>
        </>
      );
    case 'paused':
      return <p>{t('now.paused')}</p>;
    case 'cancelled':
      return <p>{t('now.cancelled')}</p>;
    default:
      return <p>{t('now.queued')}</p>;
  }
}

function Running({ progress }: { progress: Progress }): ReactElement {
  const t = useTranslations('production');
  const tc = useTranslations('common');
  const making = useTranslations('making');
  const { now, timeZone } = useClock();
  const { stage, stageFraction, estimateSeconds } = progress;
  const after = stageAfter(stage);
  const percent = Math.floor(stageFraction * 100);
  const left = remaining(estimateSeconds, tc as never);
  return (
    <section className={`${card.card} ${css.now}`} aria-labelledby="now">
      <div className={css.nowLine}>
        <h2 id="now">{tc(`stages.${stage}`)}</h2>
        <span className={card.meta}>{noteText(stage, progress.note, making)}</span>
        <span className={card.spread} />
        <span className={card.meta}>
          {left
            ? t('now.finish', {
                clock: clockOf(new Date(now.getTime() + (estimateSeconds ?? 0) * 1000).toISOString(), timeZone),
                time: left,
              })
            : making('percent', { percent })}
        </span>
      </div>
      <Bar value={stageFraction * 100} size={6} aria-label={tc(`stages.${stage}`)} />
      <p className={css.nowLine}>
        <span className={card.small}>{after ? making('next', { stage: tc(`stages.${after}`) }) : making('last')}</span>
        <span className={card.spread} />
        <span className={card.small}>{t('now.closable')}</span>
      </p>
    </section>
  );
}
