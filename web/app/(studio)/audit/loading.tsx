import { getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import css from '../../../parts/audit/audit.module.css';
import { ListSkeleton } from '../../../parts/list/list-skeleton.tsx';

export default async function Loading(): Promise<ReactElement> {
  const t = await getTranslations('audit');
  return (
    <div className={css.list}>
      <header className={css.head}>
        <h1>{t('title')}</h1>
      </header>
      <ListSkeleton label={t('loading')} />
    </div>
  );
}
