'use client';
import { Alert, Button, Group, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import type { SessionAnswer } from '#domain/session';
import { api, keepCsrf, taken } from '../../client/api.ts';
import { Problem } from '../problem.tsx';
import { useSession } from '../session.tsx';

/**
 * Signing in without leaving the page: what was written stays where it is. Only the person who was here goes on; another one is asked to
 * begin anew.
 */
export function SignInHere({ onSignedIn }: { onSignedIn(): void }): ReactElement {
  const t = useTranslations('review.signIn');
  const { actor } = useSession();
  const router = useRouter();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [second, setSecond] = useState(false);
  const [other, setOther] = useState(false);
  const enter = useMutation({
    mutationFn: async (): Promise<SessionAnswer> =>
      second
        ? ((await taken(api.POST('/api/session/totp', { body: { code } }))) as SessionAnswer)
        : ((await taken(api.POST('/api/session', { body: { login, password } }))) as SessionAnswer),
    onSuccess: (answer) => {
      keepCsrf(answer.csrf);
      setSecond(answer.state === 'totp');
      setOther(answer.actor.id !== actor.id);
      if (answer.state !== 'ok' || answer.actor.id !== actor.id) return;
      router.refresh();
      onSignedIn();
    },
  });
  return (
    <Alert color="warn" title={t('title')} role="alert">
      <p>{t('text')}</p>
      {/* Not a form: it may stand inside one. */}
      <fieldset
        style={{ border: 0, padding: 0, margin: '8px 0 0' }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.stopPropagation();
          enter.mutate();
        }}
      >
        {second ? (
          <TextInput
            label={t('code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        ) : (
          <Group grow>
            <TextInput
              label={t('login')}
              autoComplete="username"
              value={login}
              onChange={(event) => setLogin(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('password')}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          </Group>
        )}
        <Button mt="sm" size="sm" loading={enter.isPending} onClick={() => enter.mutate()}>
          {t('enter')}
        </Button>
      </fieldset>
      {other && <p role="status">{t('other', { name: actor.displayName })}</p>}
      <Problem error={enter.error} />
    </Alert>
  );
}
