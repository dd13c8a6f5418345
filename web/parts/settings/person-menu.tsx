'use client';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconKey, IconLock, IconLockOpen, IconPencil, IconShieldOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import type { AccountAnswer, DepartmentAnswer, InvitationAnswer } from '#domain/people';
import { api, taken } from '../../client/api.ts';
import { Dialog } from './dialog.tsx';
import { PersonForm } from './person-form.tsx';
import { useChange } from './use-change.ts';

type Step = 'reset' | 'resetSecond' | 'disable';

/** What an admin may do about a person; whatever signs people out says so first. */
export function PersonMenu(props: {
  account: AccountAnswer;
  departments: readonly DepartmentAnswer[];
  onInvited: (made: InvitationAnswer) => void;
}): ReactElement {
  const t = useTranslations('settings.people');
  const { account, departments, onInvited } = props;
  const [editing, setEditing] = useState(false);
  const [step, setStep] = useState<Step | null>(null);
  const params = { params: { path: { account: account.id } } };
  const setDisabled = (disabled: boolean) =>
    taken(api.PATCH('/api/people/accounts/{account}', { ...params, body: { disabled } }));
  const change = useChange(
    async (step: Step | 'enable') => {
      if (step === 'reset') return taken(api.POST('/api/people/accounts/{account}/invitation', params));
      if (step === 'resetSecond') await api.DELETE('/api/people/accounts/{account}/authenticator', params);
      else await setDisabled(step === 'disable');
      return null;
    },
    (made) => {
      setStep(null);
      if (made) onInvited(made as InvitationAnswer);
    },
  );
  const ask = (next: Step) => () => {
    change.reset();
    setStep(next);
  };
  const person = account.login !== null && account.state !== 'disabled';
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('actions', { name: account.displayName })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setEditing(true)}>
            {t('edit')}
          </Menu.Item>
          {person && (
            <Menu.Item leftSection={<IconKey size={16} />} onClick={ask('reset')}>
              {t('reset')}
            </Menu.Item>
          )}
          {account.totp && (
            <Menu.Item leftSection={<IconShieldOff size={16} />} onClick={ask('resetSecond')}>
              {t('resetSecond')}
            </Menu.Item>
          )}
          {account.state === 'disabled' ? (
            <Menu.Item leftSection={<IconLockOpen size={16} />} onClick={() => change.mutate('enable')}>
              {t('enable')}
            </Menu.Item>
          ) : (
            <Menu.Item color="bad" leftSection={<IconLock size={16} />} onClick={ask('disable')}>
              {t('disable')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <PersonForm
        opened={editing}
        account={account}
        departments={departments}
        onClose={() => setEditing(false)}
        onInvited={onInvited}
      />
      <Dialog
        opened={step !== null}
        title={step ? t(`${step}Title`, { name: account.displayName }) : ''}
        does={step ? t(`${step}Go`, { name: account.displayName }) : ''}
        danger={step === 'disable'}
        pending={change.isPending}
        error={change.error}
        onClose={() => setStep(null)}
        onDo={() => step && change.mutate(step)}
      >
        <p>{step ? t(`${step}Text`) : ''}</p>
      </Dialog>
    </>
  );
}
