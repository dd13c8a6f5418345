'use client';
import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { FormEvent, ReactElement } from 'react';
import type { SessionAnswer } from '#domain/session';
import { api, taken } from '../../client/api.ts';
import { Problem } from '../problem.tsx';
import { Head } from './head.tsx';
import { useAwake } from './use-awake.ts';

/** The second step: what the authenticator shows now. */
export function SecondFactor(props: { onEntered: (answer: SessionAnswer) => void; onLeave: () => void }): ReactElement {
  const t = useTranslations('sign-in.second');
  const verify = useMutation({
    mutationFn: (code: string) => taken(api.POST('/api/session/totp', { body: { code } })),
    onSuccess: props.onEntered,
  });
  const awake = useAwake();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    verify.mutate(String(new FormData(event.currentTarget).get('code')).trim());
  };
  return (
    <>
      <Head heading={t('heading')} text={t('text')} />
      <form method="post" onSubmit={submit}>
        <Stack gap="lg">
          <TextInput
            name="code"
            label={t('code')}
            size="md"
            autoComplete="one-time-code"
            minLength={6}
            required
            autoFocus
            withAsterisk={false}
          />
          <Problem error={verify.error} />
          <Button type="submit" size="md" fullWidth loading={verify.isPending} disabled={!awake}>
            {t('go')}
          </Button>
          <Button variant="subtle" size="md" fullWidth onClick={props.onLeave}>
            {t('other')}
          </Button>
        </Stack>
      </form>
    </>
  );
}
