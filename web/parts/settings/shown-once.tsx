'use client';
import { Button, CopyButton, Group, Modal, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import css from './settings.module.css';

/** A secret that is shown this once. Only its own button closes it: a slip beside it must not lose the secret. */
export function ShownOnce(props: {
  secret: string | null;
  title: string;
  text: string;
  copy: string;
  copied: string;
  done: string;
  onClose: () => void;
}): ReactElement {
  const t = useTranslations('common');
  return (
    <Modal
      opened={props.secret !== null}
      onClose={props.onClose}
      title={props.title}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="lg">
        <p>{props.text}</p>
        <code className={css.secret}>{props.secret}</code>
        <Group justify="flex-end">
          <CopyButton value={props.secret ?? ''} timeout={4000}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? props.copied : props.copy}</Button>}
          </CopyButton>
          <Button variant="default" onClick={props.onClose}>
            {props.done}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
