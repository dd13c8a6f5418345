import { getTranslations } from 'next-intl/server';
import type { ReactElement, ReactNode } from 'react';
import css from '../../../../parts/settings/settings.module.css';
import { SettingsTabs } from '../../../../parts/settings/tabs.tsx';
import { Words } from '../../../../parts/words.tsx';

/** Settings: one address a page. */
export default async function SettingsLayout({ children }: { children: ReactNode }): Promise<ReactElement> {
  const t = await getTranslations('settings');
  return (
    <Words spaces={['settings', 'sign-in']}>
      <h1 className="said">{t('title')}</h1>
      <SettingsTabs />
      <div className={css.page}>{children}</div>
    </Words>
  );
}
