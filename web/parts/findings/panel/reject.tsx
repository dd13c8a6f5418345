'use client';
import { Button, Chip, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { useDesk } from '../desk.tsx';
import { withCorrection, withoutCorrection } from '../draft.ts';

const REASONS = ['vessel', 'scar', 'artifact', 'node', 'twice'] as const;

/** Takes a finding out of script and film; says why. It is not saved yet. */
export function RejectDialog({ findingId, onClose }: { findingId: string | null; onClose(): void }): ReactElement {
  const t = useTranslations('findings.rejecting');
  const { draft, setDraft } = useDesk();
  const [reason, setReason] = useState('');
  const reject = () => {
    if (!findingId || !reason.trim()) return;
    setDraft(
      withCorrection(withoutCorrection(draft, findingId), { change: 'reject', findingId, reason: reason.trim() }),
    );
    setReason('');
    onClose();
  };
  return (
    <Modal opened={findingId !== null} onClose={onClose} title={t('title', { finding: findingId ?? '' })}>
      <Stack gap="md">
        <p>{t('text')}</p>
        <Chip.Group value={reason} onChange={(value) => setReason(String(value))}>
          <Group gap={8}>
            {REASONS.map((key) => (
              <Chip key={key} size="xs" value={t(`reasons.${key}`)}>
                {t(`reasons.${key}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Textarea
          label={t('reason')}
          required
          autosize
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button color="bad" disabled={!reason.trim()} onClick={reject}>
            {t('do', { finding: findingId ?? '' })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
