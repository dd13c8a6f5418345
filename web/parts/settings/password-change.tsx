'use client';
import { Alert, Button, Group, PasswordInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { FormEvent, ReactElement } from 'react';
import { api } from '../../client/api.ts';
import { Problem } from '../problem.tsx';
import { useSession } from '../session.tsx';
import { NewPassword } from '../sign-in/new-password.tsx';
import css from './settings.module.css';
import { useChange } from './use-change.ts';

/** The present password and a new one. */
export function PasswordChange(): ReactElement {
  const t = useTranslations('settings.security');
  const { actor } = useSession();
  const change = useChange((body: { current: string; password: string }) => api.PUT('/api/session/password', { body }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const body = { current: String(data.get('current')), password: String(data.get('password')) };
    change.mutate(body, { onSuccess: () => form.reset() });
  };
  return (
    <form method="post" onSubmit={submit} className={css.stack}>
      <p className={css.hint}>{t('passwordText')}</p>
      <input type="hidden" name="username" autoComplete="username" value={actor.id} readOnly />
      <PasswordInput
        name="current"
        label={t('current')}
        autoComplete="current-password"
        required
        withAsterisk={false}
      />
      <NewPassword size="sm" name="password" label={t('new')} description={t('rule')} login={actor.id} />
      <Problem error={change.error} />
      {change.isSuccess && (
        <Alert color="ok" role="status">
          {t('changed')}
        </Alert>
      )}
      <Group>
        <Button type="submit" variant="default" loading={change.isPending}>
          {t('change')}
        </Button>
      </Group>
    </form>
  );
}
