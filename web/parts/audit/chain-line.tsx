'use client';
import { Button } from '@mantine/core';
import { IconDownload, IconLink, IconLinkOff, IconShieldCheck } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactElement, useTransition } from 'react';
import type { AuditState } from '#domain/audit';
import { ago } from '../../state/time.ts';
import { useClock } from '../use-now.ts';
import css from './audit.module.css';

/** Title, whether the chain holds, and the two things to do: walk it again, take it away. */
export function ChainLine({ state, csv }: { state: AuditState | null; csv: string }): ReactElement {
  const t = useTranslations('audit');
  const router = useRouter();
  const [pending, start] = useTransition();
  return (
    <div className={css.top}>
      <div>
        <h1>{t('heading')}</h1>
        <p className={css.chain} aria-live="polite">
          {state ? <Standing state={state} /> : t('own')}
        </p>
      </div>
      <div className={css.actions}>
        {state && (
          <Button
            variant="default"
            loading={pending}
            leftSection={<IconShieldCheck size={16} aria-hidden />}
            onClick={() => start(() => router.refresh())}
          >
            {t('check')}
          </Button>
        )}
        <Button
          variant="default"
          component="a"
          href={csv}
          download
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('export')}
        </Button>
      </div>
    </div>
  );
}

function Standing({ state }: { state: AuditState }): ReactElement {
  const t = useTranslations('audit');
  const tc = useTranslations('common');
  const format = useFormatter();
  const { now, timeZone } = useClock();
  if (state.brokenAt !== null)
    return (
      <span className={css.broken}>
        <IconLinkOff size={14} aria-hidden /> {t('broken', { seq: state.brokenAt })}
      </span>
    );
  const count = format.number(state.count);
  return (
    <>
      <IconLink size={14} aria-hidden className={css.holds ?? ''} />{' '}
      {t('holds', { count, when: ago(state.checkedAt, now, timeZone, tc as never) })}
    </>
  );
}
