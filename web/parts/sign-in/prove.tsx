'use client';
import { Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent, ReactElement } from 'react';
import type { Proof, SignInWays } from '#domain/session';
import { api, taken } from '../../client/api.ts';
import { Problem } from '../problem.tsx';

/** Asks a person to prove again who they are; wherever the API answers REAUTH_NEEDED. Needs the texts of `sign-in`. */
export function Prove(props: {
  proofs: readonly Proof[];
  /** What the sign-on is called; without it that way is not offered. */
  ways: SignInWays | null;
  onProved: () => void;
}): ReactElement {
  const t = useTranslations('sign-in.proof');
  const here = usePathname();
  const { proofs, ways } = props;
  const confirm = useMutation({
    mutationFn: (body: { password?: string; code?: string }) => taken(api.POST('/api/session/confirm', { body })),
    onSuccess: props.onProved,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = (name: string) => String(form.get(name) ?? '').trim() || undefined;
    confirm.mutate({ password: given('password'), code: given('code') });
  };
  const password = proofs.includes('password');
  const code = proofs.includes('totp') && !password;
  const typed = password || code || proofs.includes('none');
  return (
    <form method="post" onSubmit={submit}>
      <Stack gap="lg">
        {password && <p>{t('text')}</p>}
        {proofs.includes('none') && <p>{t('demo')}</p>}
        {password && (
          <PasswordInput
            name="password"
            label={t('password')}
            size="md"
            autoComplete="current-password"
            required
            autoFocus
            withAsterisk={false}
          />
        )}
        {code && (
          <TextInput
            name="code"
            label={t('code')}
            size="md"
            autoComplete="one-time-code"
            required
            autoFocus
            withAsterisk={false}
          />
        )}
        <Problem error={confirm.error} />
        {typed && (
          <Button type="submit" size="md" loading={confirm.isPending}>
            {t('go')}
          </Button>
        )}
        {proofs.includes('oidc') && ways?.oidc && (
          <>
            {typed && <Divider />}
            <Button
              component="a"
              size="md"
              variant={typed ? 'default' : 'filled'}
              href={`/api/session/oidc?again=1&next=${encodeURIComponent(here)}`}
            >
              {t('sso', { name: ways.oidc.name })}
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}
