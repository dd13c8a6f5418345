'use client';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import type { ErrorCode } from '#domain/errors';
import type { SessionAnswer, SignInWays } from '#domain/session';
import { api, keepCsrf } from '../../client/api.ts';
import { Authenticator } from './authenticator.tsx';
import { Head } from './head.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactor } from './second-factor.tsx';

export interface SignInProps {
  readonly ways: SignInWays;
  /** A sign-in that was begun and not finished. */
  readonly session: SessionAnswer | null;
  readonly expired: boolean;
  readonly next: string;
  /** What the sign-on service came back with. */
  readonly failed: ErrorCode | null;
}

/** Password, then the second factor where there is one, then enrolment where the house asks for it. */
export function SignIn(props: SignInProps): ReactElement {
  const t = useTranslations('sign-in');
  const [session, setSession] = useState(props.session);
  if (session) keepCsrf(session.csrf);
  const enter = (answer: SessionAnswer) => {
    keepCsrf(answer.csrf);
    // A full load: nothing of the sign-in stays in the page's memory.
    if (answer.state === 'ok') window.location.assign(props.next);
    else setSession(answer);
  };
  const leave = async () => {
    await api.DELETE('/api/session').catch(() => null);
    setSession(null);
  };
  if (session?.state === 'totp') return <SecondFactor onEntered={enter} onLeave={leave} />;
  if (session?.state === 'enrol')
    return (
      <>
        <Head heading={t('enrol.heading')} text={t('enrol.text')} />
        <Authenticator proofs={session.proofs} ways={props.ways} onDone={() => window.location.assign(props.next)} />
      </>
    );
  return <PasswordForm {...props} onEntered={enter} />;
}
