'use client';
import { useWindowEvent } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { api, keepCsrf, taken } from '../../client/api.ts';
import { SIGNED_OUT } from '../providers.tsx';
import css from './shell.module.css';

/** When the sign-in has ended: says so and leaves the page as it is. Whoever signs in again, in another tab, goes on here. */
export function SignedOutBar(): ReactElement {
  const t = useTranslations('common');
  const [out, setOut] = useState(false);
  useWindowEvent(SIGNED_OUT, () => setOut(true));
  useWindowEvent('focus', () => {
    if (!out) return;
    taken(api.GET('/api/session')).then(
      (session) => {
        keepCsrf(session.csrf);
        setOut(false);
      },
      () => {},
    );
  });
  return (
    <div role="alert">
      {out && (
        <p className={css.signedOut}>
          {t('expired')}{' '}
          <a href="/login" target="_blank" rel="noreferrer">
            {t('signInAgain')}
          </a>
        </p>
      )}
    </div>
  );
}
