'use client';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { ProductionDetail } from '#domain/production';
import { knotsOf } from '../../state/knots.ts';
import card from '../card.module.css';
import { StaleBar } from '../stale-bar.tsx';
import { PhoneThread, Thread } from '../thread.tsx';
import { FailureCard } from './failure-card.tsx';
import { Files } from './files.tsx';
import { ProductionHead } from './head.tsx';
import { NowCard } from './now-card.tsx';
import css from './production.module.css';
import { SceneGrid } from './scene-grid.tsx';
import { Story } from './story.tsx';
import { useKnotNotes } from './use-knot-notes.ts';
import { useProduction } from './use-production.ts';

/** A production as it stands: thread, what happens now, what happened, what there is to take away. */
export function Overview({ initial }: { initial: ProductionDetail }): ReactElement {
  const tc = useTranslations('common');
  const t = useTranslations('production');
  const { detail, progress, lost, since, ended } = useProduction(initial);
  const knots = knotsOf(progress);
  const notes = useKnotNotes(detail, progress);
  return (
    <div className={css.page}>
      <StaleBar stale={lost} since={since} />
      <ProductionHead detail={detail} progress={progress} />
      <section className={`${card.card} ${css.thread}`}>
        <div className={css.wide}>
          <Thread knots={knots} notes={notes} />
        </div>
        <div className={css.phone}>
          <PhoneThread knots={knots} notes={notes} />
        </div>
      </section>
      <p className="said" role="status" aria-live="polite">
        {ended ? t('ended', { stage: tc(`stages.${ended}`) }) : ''}
      </p>
      <div className={css.columns}>
        <div className={css.main}>
          {progress?.status === 'failed' ? (
            <FailureCard detail={detail} progress={progress} />
          ) : (
            <NowCard detail={detail} progress={progress} />
          )}
          <SceneGrid detail={detail} progress={progress} />
        </div>
        <div className={css.main}>
          <Story id={detail.id} />
          <Files detail={detail} />
        </div>
      </div>
    </div>
  );
}
