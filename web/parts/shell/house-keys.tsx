'use client';
import { Modal, Table } from '@mantine/core';
import { useDisclosure, useHotkeys, useWindowEvent } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Keys } from '../keys.tsx';

/** Event by which the account menu shows the list of keys. */
export const SHOW_KEYS = 'caseloom-keys';

/** Keys that work everywhere, and their list behind `?`. */
export function HouseKeys(): ReactElement {
  const t = useTranslations('shell.keyList');
  const router = useRouter();
  const [shown, { open, close }] = useDisclosure(false);
  useHotkeys([
    ['shift+?', open],
    ['?', open],
    ['N', () => router.push('/productions/new')],
  ]);
  useWindowEvent(SHOW_KEYS, open);
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
    <Modal opened={shown} onClose={close} title={useTranslations('shell')('keys')}>
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
      <p>{t('off')}</p>
    </Modal>
  );
}
