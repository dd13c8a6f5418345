'use client';
import '@mantine/spotlight/styles.layer.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useTranslations } from 'next-intl';
import { type ReactElement, useEffect } from 'react';

const [store, spotlight] = createSpotlight();

/** The search over everything; opened anew whenever `opened` changes. */
export function Search({ opened }: { opened: number }): ReactElement {
  const t = useTranslations('shell');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each count is one opening
  useEffect(spotlight.open, [opened]);
  return (
    <Spotlight.Root store={store} shortcut={null}>
      <Spotlight.Search placeholder={t('search')} aria-label={t('search')} />
    </Spotlight.Root>
  );
}
