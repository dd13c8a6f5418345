'use client';
import { UnstyledButton } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import type { ReactElement } from 'react';
import { LANGUAGE_COOKIE, type Language } from '../../state/cookies.ts';
import css from './sign-in.module.css';

const YEAR_S = 365 * 24 * 3600;

/** The other language, named in itself. */
export function SignInLanguage(): ReactElement {
  const router = useRouter();
  const other: Language = useLocale() === 'en' ? 'zh-CN' : 'en';
  const choose = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in hospitals' older browsers
    document.cookie = `${LANGUAGE_COOKIE}=${other}; path=/; max-age=${YEAR_S}; samesite=lax`;
    document.documentElement.lang = other;
    router.refresh();
  };
  return (
    <UnstyledButton className={css.language} onClick={choose} lang={other}>
      <IconLanguage size={14} stroke={1.6} aria-hidden />
      {other === 'en' ? 'English' : '中文'}
    </UnstyledButton>
  );
}
