'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { settingsTabs } from '../../state/settings-tabs.ts';
import css from '../production/tabs.module.css';
import { useSession } from '../session.tsx';

/** The pages of the settings this reader has. */
export function SettingsTabs(): ReactElement {
  const t = useTranslations('settings');
  const pathname = usePathname();
  const { actor } = useSession();
  return (
    <nav className={css.tabs} aria-label={t('tabsLabel')}>
      {settingsTabs(actor.roles).map((tab) => (
        <Link
          key={tab}
          className={css.tab}
          href={`/settings/${tab}`}
          aria-current={pathname === `/settings/${tab}` ? 'page' : undefined}
        >
          {t(`tabs.${tab}`)}
        </Link>
      ))}
    </nav>
  );
}
