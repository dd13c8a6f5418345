'use client';
import { ActionIcon } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';

/** What happened that concerns me. */
export function Bell(): ReactElement {
  const t = useTranslations('shell');
  return (
    <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('notices')}>
      <IconBell size={18} stroke={1.6} />
    </ActionIcon>
  );
}
