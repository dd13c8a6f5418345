'use client';
import { Button, CopyButton, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { Proof, SignInWays } from '#domain/session';
import { api, taken } from '../../client/api.ts';
import { Refusal } from '../../client/refusal.ts';
import { Problem } from '../problem.tsx';
import { Prove } from './prove.tsx';
import css from './sign-in.module.css';

/** Setting up the second factor: prove who one is, scan, type a first code, keep the recovery codes. */
export function Authenticator(props: {
  proofs: readonly Proof[];
  ways: SignInWays | null;
  onDone: () => void;
}): ReactElement {
  const t = useTranslations('sign-in.authenticator');
  const begin = useMutation({ mutationFn: () => taken(api.POST('/api/session/authenticator')) });
  const turnOn = useMutation({
    mutationFn: (code: string) => taken(api.PUT('/api/session/authenticator', { body: { code } })),
  });
  const [svg, setSvg] = useState('');
  const start = () =>
    begin.mutate(undefined, { onSuccess: (made) => setSvg(`data:image/svg+xml,${encodeURIComponent(made.svg)}`) });
  const error = begin.error ?? turnOn.error;
  if (error instanceof Refusal && error.code === 'REAUTH_NEEDED')
    return <Prove proofs={props.proofs} ways={props.ways} onProved={start} />;
  if (turnOn.data) return <Codes codes={turnOn.data.recoveryCodes} onDone={props.onDone} />;
  if (!begin.data)
    return (
      <Stack gap="lg">
        <Problem error={begin.error} />
        <Button size="md" onClick={start} loading={begin.isPending}>
          {t('start')}
        </Button>
      </Stack>
    );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    turnOn.mutate(String(new FormData(event.currentTarget).get('code')).trim());
  };
  return (
    <form method="post" onSubmit={submit}>
      <Stack gap="lg">
        <p>{t('scan')}</p>
        {/* biome-ignore lint/performance/noImgElement: a picture made for this moment, held in the page */}
        <img className={css.qr} src={svg} alt={t('qr')} width={184} height={184} />
        <p className={css.hint}>
          {t('manual')}
          <br />
          <code className={css.secret}>{begin.data.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
        <TextInput
          name="code"
          label={t('code')}
          size="md"
          inputMode="numeric"
          pattern="\d{6}"
          maxLength={6}
          autoComplete="one-time-code"
          required
          withAsterisk={false}
        />
        <Problem error={turnOn.error} />
        <Button type="submit" size="md" loading={turnOn.isPending}>
          {t('on')}
        </Button>
      </Stack>
    </form>
  );
}

function Codes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }): ReactElement {
  const t = useTranslations('sign-in.authenticator');
  return (
    <Stack gap="lg">
      <h2>{t('codes')}</h2>
      <p className={css.hint}>{t('codesText')}</p>
      <ul className={css.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group grow>
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>{t('saved')}</Button>
      </Group>
    </Stack>
  );
}
