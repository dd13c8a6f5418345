'use client';
import { Button } from '@mantine/core';
import { IconPencil, IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import type { ProductionDetail } from '#domain/production';
import type { Progress } from '#domain/progress';
import { maySteer } from '../../state/may.ts';
import { hasEnded } from '../../state/status.ts';
import { LinkButton } from '../link-button.tsx';
import { useSession } from '../session.tsx';
import { AskFirst } from './ask-first.tsx';
import css from './production.module.css';
import { type Steer, useSteer } from './use-steer.ts';

/** What may be done with a production now. Quiet, but for the one way on when it stands still. */
export function Actions(props: { detail: ProductionDetail; progress: Progress | null }): ReactElement | null {
  const { detail } = props;
  const t = useTranslations('production');
  const { actor } = useSession();
  const [asked, ask] = useState<Steer | null>(null);
  const resume = useSteer(detail.id);
  const status = props.progress?.status ?? detail.status;
  if (!maySteer(actor.roles)) return null;
  const scripted = detail.script !== null;
  return (
    <div className={css.actions}>
      {status === 'paused' && (
        <Button
          leftSection={<IconPlayerPlay size={16} />}
          loading={resume.isPending}
          onClick={() => resume.mutate('resume')}
        >
          {t('resume')}
        </Button>
      )}
      {!hasEnded(status) && status !== 'paused' && (
        <Button variant="default" leftSection={<IconPlayerPause size={16} />} onClick={() => ask('pause')}>
          {t('pause')}
        </Button>
      )}
      {scripted && (
        <LinkButton variant="default" href={`/productions/${detail.id}/script`} leftSection={<IconPencil size={16} />}>
          {t(status === 'failed' || status === 'returned' ? 'edit' : 'editAgain')}
        </LinkButton>
      )}
      {scripted && (status === 'done' || status === 'cancelled') && (
        <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={() => ask('rerender')}>
          {t('rerender')}
        </Button>
      )}
      {!hasEnded(status) && (
        <Button variant="default" c="bad" onClick={() => ask('cancel')}>
          {t('cancel')}
        </Button>
      )}
      {asked !== null && <Asked detail={detail} what={asked} onClose={() => ask(null)} />}
    </div>
  );
}

function Asked(props: { detail: ProductionDetail; what: Steer; onClose: () => void }): ReactElement | null {
  const { detail, what, onClose } = props;
  const t = useTranslations('production');
  if (what === 'resume' || what === 'retry') return null;
  return (
    <AskFirst
      id={detail.id}
      what={what}
      title={t(`ask.${what}Title`)}
      cost={t(`ask.${what}Cost`, { revision: detail.revision + 1 })}
      does={t(what)}
      onClose={onClose}
    />
  );
}
