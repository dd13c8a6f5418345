'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import css from './tabs.module.css';

const TABS = ['overview', 'findings', 'script', 'timeline', 'review', 'outputs', 'log'] as const;

/** The pages of a production; the review room has the whole height for itself. */
export function ProductionTabs({ id }: { id: string }): ReactElement | null {
  const t = useTranslations('shell.tabs');
  const pathname = usePathname();
  const root = `/productions/${id}`;
  const here = TABS.find((tab) => pathname.startsWith(`${root}/${tab}`)) ?? 'overview';
  if (here === 'review') return null;
  return (
    <nav className={css.tabs} aria-label={t('label')}>
      {TABS.map((tab) => (
        <Link
          key={tab}
          className={css.tab}
          href={tab === 'overview' ? root : `${root}/${tab}`}
          aria-current={tab === here ? 'page' : undefined}
        >
          {t(tab)}
        </Link>
      ))}
    </nav>
  );
}
