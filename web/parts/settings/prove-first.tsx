'use client';
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { api, taken } from '../../client/api.ts';
import { Refusal } from '../../client/refusal.ts';
import { useSession } from '../session.tsx';
import { Prove } from '../sign-in/prove.tsx';

/** True for the refusal that a fresh proof of identity lifts. */
export const wantsProof = (error: unknown): boolean => error instanceof Refusal && error.code === 'REAUTH_NEEDED';

/** Asks who is there before going on. Needs the texts of `settings` and `sign-in`. */
export function ProveFirst(props: { onProved: () => void; onClose: () => void }): ReactElement {
  const t = useTranslations('settings');
  const { proofs } = useSession();
  const ways = useQuery({ queryKey: ['ways'], queryFn: () => taken(api.GET('/api/session/ways')) });
  return (
    <Modal opened onClose={props.onClose} title={t('proveTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Prove proofs={proofs} ways={ways.data ?? null} onProved={props.onProved} />
    </Modal>
  );
}
