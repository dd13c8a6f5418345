'use client';
import { Alert, Button, Collapse, Divider, Kbd, PasswordInput, Stack, TextInput, UnstyledButton } from '@mantine/core';
import { IconClock, IconId } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { SessionAnswer } from '#domain/session';
import { api, taken } from '../../client/api.ts';
import { Refusal } from '../../client/refusal.ts';
import { Problem } from '../problem.tsx';
import { Head } from './head.tsx';
import css from './sign-in.module.css';
import type { SignInProps } from './sign-in.tsx';
import { useAwake } from './use-awake.ts';
import { useCountdown } from './use-countdown.ts';

/** Account and password, or the hospital's own sign-on. */
export function PasswordForm(props: SignInProps & { onEntered: (answer: SessionAnswer) => void }): ReactElement {
  const t = useTranslations('sign-in');
  const { ways, expired, next, failed, onEntered } = props;
  const [forgot, setForgot] = useState(false);
  const signIn = useMutation({
    mutationFn: (body: { login: string; password: string }) => taken(api.POST('/api/session', { body })),
    onSuccess: onEntered,
  });
  const awake = useAwake();
  const wait = useCountdown(signIn.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ login: String(form.get('login')), password: String(form.get('password')) });
  };
  const error = signIn.error ?? (failed && !signIn.isPending ? new Refusal(failed, {}, 403) : null);
  return (
    <>
      <Head heading={t('heading')} hospital={ways.hospital} />
      {expired && !error && (
        <Alert color="warn" icon={<IconClock size={18} />} mb="lg" role="status">
          {t('expired')}
        </Alert>
      )}
      {ways.oidc && (
        <>
          <Button
            component="a"
            href={`/api/session/oidc?next=${encodeURIComponent(next)}`}
            fullWidth
            size="md"
            leftSection={<IconId size={18} stroke={1.6} />}
          >
            {t('sso', { name: ways.oidc.name })}
          </Button>
          <Divider my="xl" label={t('or')} />
        </>
      )}
      {/* Sent before the page is awake, a password must not end up in the address: hence the method. */}
      <form method="post" onSubmit={submit}>
        <Stack gap="lg">
          <TextInput
            name="login"
            label={t('login')}
            labelProps={{ mb: 4 }}
            size="md"
            autoComplete="username"
            autoCapitalize="none"
            required
            autoFocus
            withAsterisk={false}
          />
          <div>
            <div className={css.labels}>
              <label htmlFor="password">{t('password')}</label>
              <UnstyledButton className={css.forgot} aria-expanded={forgot} onClick={() => setForgot(!forgot)}>
                {t('forgot')}
              </UnstyledButton>
            </div>
            <PasswordInput
              id="password"
              name="password"
              size="md"
              autoComplete="current-password"
              required
              visibilityToggleButtonProps={{ 'aria-label': t('show') }}
            />
            <Collapse expanded={forgot}>
              <p className={css.hint}>{t('forgotText')}</p>
            </Collapse>
          </div>
          {wait > 0 ? (
            <Alert role="alert" color="warn" icon={<IconClock size={18} />}>
              {t('locked', { seconds: wait })}
            </Alert>
          ) : (
            !(error instanceof Refusal && error.code === 'LOCKED') && <Problem error={error} />
          )}
          <Button
            type="submit"
            size="md"
            fullWidth
            variant={ways.oidc ? 'default' : 'filled'}
            loading={signIn.isPending}
            disabled={!awake || wait > 0}
            rightSection={ways.oidc ? <Kbd size="xs">Enter</Kbd> : undefined}
          >
            {t('enter')}
          </Button>
        </Stack>
      </form>
    </>
  );
}
