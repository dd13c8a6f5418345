'use client';
import { Loader } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { SessionAnswer } from '#domain/session';
import { api, taken } from '../../client/api.ts';
import { LinkButton } from '../link-button.tsx';
import { Problem } from '../problem.tsx';
import { Head } from './head.tsx';
import { linkToken } from './link-token.ts';
import { SignIn } from './sign-in.tsx';

/** Sends the link's token and goes in. */
export function Once(): ReactElement {
  const t = useTranslations('sign-in.once');
  const [error, setError] = useState<unknown>(null);
  const [session, setSession] = useState<SessionAnswer | null>(null);
  const sent = useRef(false);
  useEffect(() => {
    // React runs effects twice while developing; the token is good once.
    if (sent.current) return;
    sent.current = true;
    taken(api.POST('/api/session/once', { body: { token: linkToken() } })).then((answer) => {
      if (answer.state === 'ok') window.location.replace('/');
      else setSession(answer);
    }, setError);
  }, []);
  if (session)
    return (
      <SignIn ways={{ oidc: null, hospital: '', help: '' }} session={session} expired={false} next="/" failed={null} />
    );
  if (!error)
    return (
      <>
        <Head heading={t('heading')} text={t('text')} />
        <Loader size="sm" aria-label={t('heading')} />
      </>
    );
  return (
    <>
      <Head heading={t('spent')} />
      <Problem error={error} />
      <LinkButton href="/login" mt="lg" size="md">
        {t('again')}
      </LinkButton>
    </>
  );
}
