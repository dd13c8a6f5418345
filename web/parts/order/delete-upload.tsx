'use client';
import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { Problem } from '../problem.tsx';
import type { Coming } from './use-upload.ts';

/** Gives an upload up, after a word of what goes with it. */
export function DeleteUpload({ coming }: { coming: Coming }): ReactElement {
  const t = useTranslations('order');
  const [opened, { open, close }] = useDisclosure(false);
  const [error, setError] = useState<unknown>(null);
  return (
    <>
      <Button variant="subtle" color="gray" size="compact-sm" mt="sm" onClick={open}>
        {t('delete')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('deleteAsk')}>
        <p>{t('deleteText')}</p>
        <Problem error={error} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button color="bad" onClick={() => coming.drop().catch(setError)}>
            {t('delete')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
