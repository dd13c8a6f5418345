'use client';
import { Modal, Switch, Table } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Keys } from '../keys.tsx';
import { useSingleKeysOn } from '../use-single-keys.ts';

/** The list of keys, and the switch that turns single ones off. */
export function KeyList({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactElement {
  const t = useTranslations('shell.keyList');
  const [on, setOn] = useSingleKeysOn();
  const rows: [string, string[]][] = [
    [t('search'), ['/']],
    [t('new'), ['N']],
    [t('close'), ['Esc']],
    [t('list'), ['?']],
    [t('down'), ['J']],
    [t('up'), ['K']],
    [t('open'), ['Enter']],
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={useTranslations('shell')('keys')}
      closeButtonProps={{ 'aria-label': useTranslations('common')('close') }}
    >
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {rows.map(([does, keys]) => (
            <Table.Tr key={does}>
              <Table.Td>{does}</Table.Td>
              <Table.Td ta="right">
                <Keys keys={keys} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch
        mt="md"
        label={useTranslations('shell')('singleKeys')}
        description={t('off')}
        checked={on}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
    </Modal>
  );
}
