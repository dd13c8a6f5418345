'use client';
import { Badge, Button, Table } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import type { AccountAnswer, DepartmentAnswer, InvitationAnswer } from '#domain/people';
import { PersonForm } from './person-form.tsx';
import { PersonMenu } from './person-menu.tsx';
import css from './settings.module.css';
import { ShownOnce } from './shown-once.tsx';
import { Top } from './top.tsx';
import { Ago, useDayClock } from './when.tsx';

const COLOURS = { active: 'ok', invited: 'warn', locked: 'warn', disabled: 'gray' } as const;

/** Everybody with an account, and what an admin may do about it. */
export function People(props: {
  accounts: readonly AccountAnswer[];
  departments: readonly DepartmentAnswer[];
}): ReactElement {
  const t = useTranslations('settings.people');
  const dayClock = useDayClock();
  const [adding, setAdding] = useState(false);
  const [invitation, setInvitation] = useState<InvitationAnswer | null>(null);
  const link = invitation && `${window.location.origin}/login/invitation#token=${invitation.token}`;
  const heads = ['name', 'roles', 'departments', 'state', 'second', 'seen'] as const;
  return (
    <>
      <Top title={t('title')} text={t('text')}>
        <Button leftSection={<IconUserPlus size={16} />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </Top>
      <Table.ScrollContainer minWidth={860} className={css.table}>
        <Table verticalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) => (
                <Table.Th key={head}>{t(head)}</Table.Th>
              ))}
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {props.accounts.map((account) => (
              <Row key={account.id} account={account} departments={props.departments} onInvited={setInvitation} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <PersonForm
        opened={adding}
        account={null}
        departments={props.departments}
        onClose={() => setAdding(false)}
        onInvited={setInvitation}
      />
      <ShownOnce
        secret={link}
        title={t('link')}
        text={
          invitation ? t('linkText', { day: dayClock(invitation.expiresAt), name: invitation.account.displayName }) : ''
        }
        copy={t('copy')}
        copied={t('copied')}
        done={t('done')}
        onClose={() => setInvitation(null)}
      />
    </>
  );
}

function Row(props: {
  account: AccountAnswer;
  departments: readonly DepartmentAnswer[];
  onInvited: (made: InvitationAnswer) => void;
}): ReactElement {
  const t = useTranslations('settings.people');
  const tc = useTranslations('common');
  const { account, departments } = props;
  const { id, login, state } = account;
  const kind = account.demo ? t('demo') : login === null ? t('machine') : account.oidc ? t('oidc') : '';
  const nameOf = (id: string) => departments.find((each) => each.id === id)?.name ?? id;
  return (
    <Table.Tr>
      <Table.Td>
        <span className={css.who}>{account.displayName}</span>
        <span className={css.sub}>
          {login ?? id}
          {kind && ` · ${kind}`}
        </span>
      </Table.Td>
      <Table.Td>{account.roles.map((role) => tc(`roles.${role}`)).join(' · ')}</Table.Td>
      <Table.Td>{account.departments.map(nameOf).join(' · ')}</Table.Td>
      <Table.Td>
        <Badge color={COLOURS[state]}>{t(`states.${state}`)}</Badge>
      </Table.Td>
      <Table.Td>{t(account.totp ? 'on' : 'off')}</Table.Td>
      <Table.Td>{account.lastSeenAt ? <Ago at={account.lastSeenAt} /> : t('never')}</Table.Td>
      <Table.Td className={css.number}>
        <PersonMenu {...props} />
      </Table.Td>
    </Table.Tr>
  );
}
