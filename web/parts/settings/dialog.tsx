'use client';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { FormEvent, ReactElement, ReactNode } from 'react';
import { Problem } from '../problem.tsx';

/** Asks for something or says what a step costs; its one button does it. */
export function Dialog(props: {
  opened: boolean;
  title: string;
  does: string;
  danger?: boolean;
  pending: boolean;
  error: unknown;
  onClose: () => void;
  onDo: (form: FormData) => void;
  children: ReactNode;
}): ReactElement {
  const t = useTranslations('common');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    props.onDo(new FormData(event.currentTarget));
  };
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form method="post" onSubmit={submit}>
        <Stack gap="lg">
          {props.children}
          <Problem error={props.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" color={props.danger ? 'bad' : undefined} loading={props.pending}>
              {props.does}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
