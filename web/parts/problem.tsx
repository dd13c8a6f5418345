'use client';
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { asRefusal } from '../client/refusal.ts';

/** A refusal beside what was tried: what happened and what to do. Nothing while there is none. */
export function Problem({ error }: { error: unknown }): ReactElement | null {
  const t = useTranslations('common.refused');
  const locale = useLocale();
  if (!error) return null;
  return (
    <Alert role="alert" color="bad" variant="light" icon={<IconAlertTriangle size={18} />} title={t('title')}>
      {asRefusal(error).say(locale)}
    </Alert>
  );
}
