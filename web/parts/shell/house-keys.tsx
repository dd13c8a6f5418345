'use client';
import { Modal, Switch, Table } from '@mantine/core';
import { useDisclosure, useWindowEvent } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { mayMake } from '../../state/may.ts';
import { Keys } from '../keys.tsx';
import { useSession } from '../session.tsx';
import { useSingleKeys, useSingleKeysOn } from '../use-single-keys.ts';

/** Event by which the account menu shows the list of keys. */
export const SHOW_KEYS = 'caseloom-keys';

/** Keys that work everywhere, and their list behind `?`. */
export function HouseKeys(): ReactElement {
  const t = useTranslations('shell.keyList');
  const router = useRouter();
  const [shown, { open, close }] = useDisclosure(false);
  const { actor } = useSession();
  const [on, setOn] = useSingleKeysOn();
  useSingleKeys([
    ['shift+?', open],
    ['?', open],
    ['N', () => mayMake(actor.roles) && router.push('/productions/new')],
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
    <Modal
      opened={shown}
      onClose={close}
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
