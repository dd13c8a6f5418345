'use client';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { type ErrorDetails, errorText, isErrorCode, type Language } from '#domain/errors';
import type { ProductionDetail } from '#domain/production';
import type { Progress } from '#domain/progress';
import { STAGES } from '#domain/stages';
import { listed } from '../../state/listed.ts';
import { maySteer } from '../../state/may.ts';
import { stepsByStage } from '../../state/steps.ts';
import card from '../card.module.css';
import { LinkButton } from '../link-button.tsx';
import { Problem } from '../problem.tsx';
import { useSession } from '../session.tsx';
import css from './production.module.css';
import { useSteer } from './use-steer.ts';

/** What stopped and where, why, the one way on, and what is kept. */
export function FailureCard(props: { detail: ProductionDetail; progress: Progress }): ReactElement {
  const { detail, progress } = props;
  const t = useTranslations('production.failure');
  const tc = useTranslations('common');
  const locale = useLocale() as Language;
  const { code = 'INTERNAL', details = {} } = progress.error ?? {};
  const text = isErrorCode(code) ? errorText(code, details as ErrorDetails, locale) : code;
  const stages = stepsByStage(detail.steps);
  const attempts = stages.find(({ stage }) => stage === progress.stage)?.attempts ?? 1;
  const before = STAGES.slice(0, STAGES.indexOf(progress.stage)).map((stage) => tc(`stages.${stage}`));
  const list = listed(before, locale);
  const stage = tc(`stages.${progress.stage}`);
  return (
    <section className={`${card.card} ${css.failure}`} aria-labelledby="failure">
      <header className={css.failed}>
        <IconAlertTriangle size={20} stroke={1.8} aria-hidden />
        <div>
          <h2 id="failure">{t('title', { stage })}</h2>
          <p>
            {text}
            {attempts > 1 ? ` ${t('again', { count: attempts })}` : ''}
          </p>
        </div>
      </header>
      <div className={css.nextStep}>
        <h3>{t('next')}</h3>
        <NextStep detail={detail} progress={progress} stage={stage} />
      </div>
      <dl className={css.kept}>
        <div>
          <dt>{t('keptTitle')}</dt>
          <dd>{before.length > 0 ? t('kept', { stages: list }) : t('nothingKept')}</dd>
        </div>
        <div>
          <dt>{t('notAgainTitle')}</dt>
          <dd>{before.length > 0 ? list : '—'}</dd>
        </div>
        <div>
          <dt>{t('thenTitle')}</dt>
          <dd>{t('then', { stage })}</dd>
        </div>
        <div>
          <dt>{tc('refused.code', { code: '' })}</dt>
          <dd>
            <code>{code}</code>
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** Try again where that can help; without readable images only another order does. */
function NextStep(props: { detail: ProductionDetail; progress: Progress; stage: string }): ReactElement | null {
  const { detail, progress, stage } = props;
  const t = useTranslations('production');
  const th = useTranslations('home');
  const { actor } = useSession();
  const retry = useSteer(detail.id);
  if (!maySteer(actor.roles)) return null;
  const noImages = progress.stage === 'images' && (progress.error?.code ?? '').startsWith('IMAGES_');
  if (noImages)
    return (
      <>
        <p className={card.meta}>{t('failure.orderAgain')}</p>
        <LinkButton href="/productions/new">{th('new')}</LinkButton>
      </>
    );
  return (
    <>
      <div className={css.ways}>
        <Button leftSection={<IconRefresh size={16} />} loading={retry.isPending} onClick={() => retry.mutate('retry')}>
          {t('retry', { stage })}
        </Button>
        {detail.script && (
          <LinkButton variant="default" href={`/productions/${detail.id}/script`}>
            {t('edit')}
          </LinkButton>
        )}
      </div>
      <p className={card.meta}>{t('ask.retryCost')}</p>
      <Problem error={retry.error} />
    </>
  );
}
