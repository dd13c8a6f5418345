'use client';
import { Badge, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { api, taken } from '../../client/api.ts';
import card from '../card.module.css';
import { useSession } from '../session.tsx';
import { Authenticator } from '../sign-in/authenticator.tsx';
import { Dialog } from './dialog.tsx';
import { PasswordChange } from './password-change.tsx';
import { ProveFirst, wantsProof } from './prove-first.tsx';
import css from './settings.module.css';
import { Top } from './top.tsx';
import { useChange } from './use-change.ts';
import { useDayClock } from './when.tsx';

/** How the reader signs in. */
export function Security(): ReactElement {
  const t = useTranslations('settings.security');
  const session = useSession();
  const dayClock = useDayClock();
  const times = { day: dayClock(session.authenticatedAt), end: dayClock(session.expiresAt) };
  return (
    <div className={`${css.form} ${css.stack}`}>
      <Top title={t('title')} />
      <section className={`${card.card} ${css.section} ${css.stack}`}>
        <h3>{t('password')}</h3>
        {session.proofs.includes('password') ? <PasswordChange /> : <p>{t('noPassword')}</p>}
      </section>
      <SecondFactor />
      <section className={`${card.card} ${css.section}`}>
        <h3>{t('session')}</h3>
        <p>{t('sessionText', times)}</p>
      </section>
    </div>
  );
}

function SecondFactor(): ReactElement {
  const t = useTranslations('settings.security');
  const router = useRouter();
  const dayClock = useDayClock();
  const { totp, totpSince, proofs } = useSession();
  const ways = useQuery({ queryKey: ['ways'], queryFn: () => taken(api.GET('/api/session/ways')) });
  return (
    <section className={`${card.card} ${css.section} ${css.stack}`}>
      <Group>
        <h3>{t('second')}</h3>
        <Badge color={totpSince ? 'ok' : 'gray'}>
          {totpSince ? t('secondOn', { day: dayClock(totpSince) }) : t('secondOff')}
        </Badge>
      </Group>
      <p>{t('secondText')}</p>
      {totp === 'on' ? (
        <TurnOff />
      ) : (
        <Authenticator proofs={proofs} ways={ways.data ?? null} onDone={() => router.refresh()} />
      )}
    </section>
  );
}

function TurnOff(): ReactElement {
  const t = useTranslations('settings.security');
  const [asking, setAsking] = useState(false);
  const off = useChange(
    (_: undefined) => api.DELETE('/api/session/authenticator'),
    () => setAsking(false),
  );
  if (wantsProof(off.error)) return <ProveFirst onProved={() => off.mutate(undefined)} onClose={off.reset} />;
  return (
    <>
      <Group>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('off')}
        </Button>
      </Group>
      <Dialog
        opened={asking}
        title={t('offTitle')}
        does={t('off')}
        danger
        pending={off.isPending}
        error={off.error}
        onClose={() => setAsking(false)}
        onDo={() => off.mutate(undefined)}
      >
        <p>{t('offText')}</p>
      </Dialog>
    </>
  );
}
