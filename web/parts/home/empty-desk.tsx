'use client';
import { Code } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { knotsOf } from '../../state/knots.ts';
import card from '../card.module.css';
import { Empty } from '../empty.tsx';
import { LinkButton } from '../link-button.tsx';
import { RowThread } from '../thread.tsx';

/** Before the first production: what will be here, and two ways to begin. */
export function EmptyDesk(): ReactElement {
  const t = useTranslations('home');
  return (
    <section className={card.card}>
      <Empty
        title={t('emptyTitle')}
        text={t('emptyText')}
        picture={<RowThread knots={knotsOf({ status: 'running', stage: 'images', stageFraction: 0 })} />}
      >
        <LinkButton href="/productions/new" leftSection={<IconPlus size={16} />}>
          {t('new')}
        </LinkButton>
        <p className={card.small}>
          {t('emptyTry')} <Code>npm run demo</Code>
        </p>
      </Empty>
    </section>
  );
}
