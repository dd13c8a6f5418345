'use client';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Problem } from '../problem.tsx';
import { type Steer, useSteer } from './use-steer.ts';

/** Says what a step costs before it is taken. */
export function AskFirst(props: {
  id: string;
  what: Steer | null;
  title: string;
  cost: string;
  does: string;
  onClose: () => void;
}): ReactElement {
  const { id, what, title, cost, does, onClose } = props;
  const t = useTranslations('production.ask');
  const tc = useTranslations('common');
  const steer = useSteer(id, onClose);
  return (
    <Modal
      opened={what !== null}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': tc('close') }}
      onExitTransitionEnd={steer.reset}
    >
      <Stack>
        <p>{cost}</p>
        <Problem error={steer.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {what === 'cancel' ? t('keep') : t('back')}
          </Button>
          <Button
            color={what === 'cancel' ? 'bad' : 'indigoThread'}
            loading={steer.isPending}
            onClick={() => what && steer.mutate(what)}
            data-autofocus
          >
            {does}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
