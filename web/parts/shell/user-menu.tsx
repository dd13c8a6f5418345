'use client';
import { Menu, UnstyledButton, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconKeyboard, IconLogout } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { api } from '../../client/api.ts';
import { LANGUAGE_COOKIE, LANGUAGES, type Language, type Scheme } from '../../state/cookies.ts';
import { useSession } from '../session.tsx';
import { SHOW_KEYS } from './house-keys.tsx';
import css from './shell.module.css';

const NAMES: Record<Language, string> = { 'zh-CN': '中文', en: 'English' };
const SCHEMES: readonly Scheme[] = ['auto', 'light', 'dark'];
const YEAR_S = 365 * 24 * 3600;

/** Who one is, and what one may set for oneself. */
export function UserMenu(): ReactElement {
  const t = useTranslations('shell');
  const tc = useTranslations('common');
  const { actor, departments } = useSession();
  const role = actor.roles.map((one) => tc(`roles.${one}`)).join(' · ');
  return (
    <Menu position="right-end" width={220} shadow="md">
      <Menu.Target>
        <UnstyledButton className={css.me}>
          <VisuallyHidden>{t('account', { name: actor.displayName })}</VisuallyHidden>
          <span className={css.face} aria-hidden>
            {[...actor.displayName][0]}
          </span>
          <span className={css.railHidden} aria-hidden>
            <span className={css.name}>{actor.displayName}</span>
            <span className={css.role}>{departments[0]?.name ?? role}</span>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {actor.displayName} · {role}
          {actor.demo ? ` · ${t('demo')}` : ''}
        </Menu.Label>
        <Languages />
        <Schemes />
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={() => window.dispatchEvent(new Event(SHOW_KEYS))}>
          {t('keys')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

async function signOut(): Promise<void> {
  await api.DELETE('/api/session').catch(() => null);
  // A full load: nothing of this person stays in the page's memory.
  window.location.assign('/login');
}

function Languages(): ReactElement {
  const t = useTranslations('shell');
  const router = useRouter();
  const here = useLocale();
  const choose = (language: Language) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in hospitals' older browsers
    document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=${YEAR_S}; samesite=lax`;
    document.documentElement.lang = language;
    router.refresh();
  };
  return (
    <>
      <Menu.Label>{t('language')}</Menu.Label>
      {LANGUAGES.map((language) => (
        <Menu.Item
          key={language}
          lang={language}
          aria-current={here === language}
          rightSection={here === language ? <IconCheck size={14} /> : null}
          onClick={() => choose(language)}
        >
          {NAMES[language]}
        </Menu.Item>
      ))}
    </>
  );
}

function Schemes(): ReactElement {
  const t = useTranslations('shell');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{t('scheme')}</Menu.Label>
      {SCHEMES.map((scheme) => (
        <Menu.Item
          key={scheme}
          aria-current={colorScheme === scheme}
          rightSection={colorScheme === scheme ? <IconCheck size={14} /> : null}
          onClick={() => setColorScheme(scheme)}
        >
          {t(scheme)}
        </Menu.Item>
      ))}
    </>
  );
}
