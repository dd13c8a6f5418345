'use client';
import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactElement, useState } from 'react';
import { api, taken } from '../../client/api.ts';
import { Refusal } from '../../client/refusal.ts';
import { LinkButton } from '../link-button.tsx';
import { Problem } from '../problem.tsx';
import { Head } from './head.tsx';
import { linkToken } from './link-token.ts';
import { NewPassword } from './new-password.tsx';

/** Whose the link is, and a password for them. */
export function Invitation(): ReactElement {
  const t = useTranslations('sign-in.invitation');
  const once = useTranslations('sign-in.once');
  const invited = useQuery({
    queryKey: ['invited'],
    retry: false,
    queryFn: () => taken(api.POST('/api/session/invited', { body: { token: linkToken() } })),
  });
  const [differ, setDiffer] = useState(false);
  const save = useMutation({
    mutationFn: (password: string) =>
      taken(api.POST('/api/session/invitation', { body: { token: linkToken(), password } })),
    onSuccess: ({ state }) => window.location.replace(state === 'ok' ? '/' : '/login'),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [first, second] = [String(form.get('password')), String(form.get('again'))];
    setDiffer(first !== second);
    if (first === second) save.mutate(first);
  };
  if (invited.error)
    return (
      <>
        <Head heading={t('spent')} text={spent(invited.error) ? t('spentText') : undefined} />
        {!spent(invited.error) && <Problem error={invited.error} />}
        <LinkButton href="/login" size="md">
          {once('again')}
        </LinkButton>
      </>
    );
  const { login = '', displayName = '' } = invited.data ?? {};
  return (
    <>
      <Head heading={t('heading')} text={invited.data ? t('for', { name: displayName, login }) : ' '} />
      <form method="post" onSubmit={submit}>
        <input type="hidden" name="username" autoComplete="username" value={login} readOnly />
        <Stack gap="lg">
          <NewPassword name="password" label={t('new')} description={t('rule')} login={login} />
          <PasswordInput
            name="again"
            label={t('again')}
            size="md"
            autoComplete="new-password"
            required
            withAsterisk={false}
            error={differ ? t('differ') : undefined}
          />
          <Problem error={save.error} />
          <Button type="submit" size="md" loading={save.isPending} disabled={!invited.data}>
            {t('go')}
          </Button>
        </Stack>
      </form>
    </>
  );
}

const spent = (error: unknown): boolean =>
  error instanceof Refusal && (error.code === 'LINK_SPENT' || error.code === 'INPUT_INVALID');
