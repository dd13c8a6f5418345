'use client';
import { Button, Switch, Table, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import type { DepartmentAnswer } from '#domain/people';
import { api } from '../../client/api.ts';
import { Problem } from '../problem.tsx';
import { Dialog } from './dialog.tsx';
import css from './settings.module.css';
import { Top } from './top.tsx';
import { useChange } from './use-change.ts';

/** The departments of the hospital. */
export function Departments({ departments }: { departments: readonly DepartmentAnswer[] }): ReactElement {
  const t = useTranslations('settings.departments');
  const [adding, setAdding] = useState(false);
  const [renaming, setRenaming] = useState<DepartmentAnswer | null>(null);
  const add = useChange(
    (form: FormData) =>
      api.POST('/api/departments', { body: { id: String(form.get('id')), name: String(form.get('name')) } }),
    () => setAdding(false),
  );
  const change = useChange(
    ({ id, ...body }: { id: string; name?: string; selfApproval?: boolean }) =>
      api.PATCH('/api/departments/{department}', { params: { path: { department: id } }, body }),
    () => setRenaming(null),
  );
  return (
    <>
      <Top title={t('title')} text={t('text')}>
        <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </Top>
      {!renaming && <Problem error={change.error} />}
      <Table.ScrollContainer minWidth={640} className={css.table}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('name')}</Table.Th>
              <Table.Th>{t('people')}</Table.Th>
              <Table.Th>{t('self')}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {departments.map((each) => (
              <Table.Tr key={each.id}>
                <Table.Td>
                  <span className={css.who}>{each.name}</span>
                  <span className={css.sub}>{each.id}</span>
                </Table.Td>
                <Table.Td>{t('count', { count: each.people })}</Table.Td>
                <Table.Td>
                  <Switch
                    aria-label={`${each.name} ${t('self')}`}
                    description={each.selfApproval ? t('selfText') : undefined}
                    checked={each.selfApproval}
                    disabled={change.isPending}
                    onChange={(event) => change.mutate({ id: each.id, selfApproval: event.currentTarget.checked })}
                  />
                </Table.Td>
                <Table.Td className={css.number}>
                  <Button variant="subtle" size="compact-sm" onClick={() => setRenaming(each)}>
                    {t('rename')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Dialog
        opened={adding}
        title={t('add')}
        does={t('create')}
        pending={add.isPending}
        error={add.error}
        onClose={() => setAdding(false)}
        onDo={add.mutate}
      >
        <TextInput name="name" label={t('name')} maxLength={30} required data-autofocus />
        <TextInput
          name="id"
          label={t('code')}
          description={t('codeHint')}
          pattern="[a-z0-9][a-z0-9\-]+"
          maxLength={40}
          required
        />
      </Dialog>
      <Dialog
        opened={renaming !== null}
        title={t('renameTitle', { name: renaming?.name ?? '' })}
        does={t('save')}
        pending={change.isPending}
        error={change.error}
        onClose={() => setRenaming(null)}
        onDo={(form) => renaming && change.mutate({ id: renaming.id, name: String(form.get('name')) })}
      >
        <TextInput name="name" label={t('name')} defaultValue={renaming?.name} maxLength={30} required data-autofocus />
      </Dialog>
    </>
  );
}
