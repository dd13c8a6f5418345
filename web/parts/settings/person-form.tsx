'use client';
import { Checkbox, Group, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Role } from '#domain/approval';
import type { AccountAnswer, DepartmentAnswer, InvitationAnswer } from '#domain/people';
import { api, taken } from '../../client/api.ts';
import { Dialog } from './dialog.tsx';
import { useChange } from './use-change.ts';

export interface PersonFormProps {
  readonly opened: boolean;
  /** Null for a new person. */
  readonly account: AccountAnswer | null;
  readonly departments: readonly DepartmentAnswer[];
  readonly onClose: () => void;
  readonly onInvited: (made: InvitationAnswer) => void;
}

const texts = (form: FormData, name: string) => form.getAll(name).map(String);

/** Name, roles and departments of a person, new or known. */
export function PersonForm({ opened, account, departments, onClose, onInvited }: PersonFormProps): ReactElement {
  const t = useTranslations('settings.people');
  const tc = useTranslations('common');
  const save = useChange(
    async (form: FormData) => {
      const body = {
        displayName: String(form.get('displayName')),
        roles: texts(form, 'roles') as Role[],
        departments: texts(form, 'departments'),
      };
      if (account) {
        await api.PATCH('/api/people/accounts/{account}', { params: { path: { account: account.id } }, body });
        return null;
      }
      const login = String(form.get('login')).trim().toLowerCase();
      return taken(api.POST('/api/people/accounts', { body: { ...body, login } }));
    },
    (made) => {
      onClose();
      if (made) onInvited(made as InvitationAnswer);
    },
  );
  const name = account?.displayName ?? '';
  return (
    <Dialog
      opened={opened}
      title={account ? t('editTitle', { name }) : t('addTitle')}
      does={account ? t('save', { name }) : t('create')}
      pending={save.isPending}
      error={save.error}
      onClose={onClose}
      onDo={save.mutate}
    >
      {!account && (
        <TextInput
          name="login"
          label={t('login')}
          description={t('loginHint')}
          required
          autoComplete="off"
          autoCapitalize="none"
          data-autofocus
        />
      )}
      <TextInput name="displayName" label={t('name')} defaultValue={name} maxLength={20} required autoComplete="off" />
      <Checkbox.Group label={t('roles')} defaultValue={account?.roles ?? []} required>
        <Group mt="xs" gap="md">
          {Role.options.map((role) => (
            <Checkbox key={role} name="roles" value={role} label={tc(`roles.${role}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Checkbox.Group label={t('departments')} defaultValue={account?.departments ?? onlyOne(departments)} required>
        <Group mt="xs" gap="md">
          {departments.map(({ id, name }) => (
            <Checkbox key={id} name="departments" value={id} label={name} />
          ))}
        </Group>
      </Checkbox.Group>
    </Dialog>
  );
}

const onlyOne = (departments: readonly DepartmentAnswer[]): string[] =>
  departments.length === 1 ? departments.map(({ id }) => id) : [];
