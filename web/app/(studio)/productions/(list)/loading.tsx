import { getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import css from '../../../../parts/list/list.module.css';
import { ListSkeleton } from '../../../../parts/list/list-skeleton.tsx';

export default async function Loading(): Promise<ReactElement> {
  const t = await getTranslations('list');
  return (
    <div className={css.page}>
      <h1 className={css.top}>{t('title')}</h1>
      <ListSkeleton label={t('loading')} />
    </div>
  );
}
