'use client';
import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import type { NewTokenBody } from '#domain/people';
import { SCOPES, type Scope } from '#domain/policy';
import { api, taken } from '../../client/api.ts';
import { useSession } from '../session.tsx';
import { Dialog } from './dialog.tsx';
import { ProveFirst, wantsProof } from './prove-first.tsx';
import { ShownOnce } from './shown-once.tsx';
import { useChange } from './use-change.ts';

const DAYS = [7, 30, 90, 366];

/** Makes a token, after a fresh proof of who asks, and shows its secret once. */
export function NewToken({ onClose }: { onClose: () => void }): ReactElement {
  const t = useTranslations('settings.tokens');
  const { actor } = useSession();
  const [wish, setWish] = useState<NewTokenBody | null>(null);
  const make = useChange((body: NewTokenBody) => taken(api.POST('/api/tokens', { body })));
  const create = (form: FormData) => {
    const body = {
      name: String(form.get('name')),
      scopes: form.getAll('scopes').map(String) as Scope[],
      days: Number(form.get('days')),
    };
    setWish(body);
    make.mutate(body);
  };
  const scopes = SCOPES.filter((scope) => scope !== 'admin' || actor.roles.includes('admin'));
  if (make.data)
    return (
      <ShownOnce
        secret={make.data.secret}
        title={t('secret')}
        text={t('secretText')}
        copy={t('copy')}
        copied={t('copied')}
        done={t('done')}
        onClose={onClose}
      />
    );
  if (wantsProof(make.error)) return <ProveFirst onProved={() => wish && make.mutate(wish)} onClose={onClose} />;
  return (
    <Dialog
      opened
      title={t('add')}
      does={t('create')}
      pending={make.isPending}
      error={make.error}
      onClose={onClose}
      onDo={create}
    >
      <TextInput name="name" label={t('name')} defaultValue={wish?.name} maxLength={40} required data-autofocus />
      <Checkbox.Group label={t('scopes')} defaultValue={wish?.scopes ?? ['read']} required>
        <Group mt="xs">
          {scopes.map((scope) => (
            <Checkbox key={scope} name="scopes" value={scope} label={t(`scope.${scope}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <NativeSelect
        name="days"
        label={t('days')}
        defaultValue={wish?.days ?? 90}
        data={DAYS.map((count) => ({ value: String(count), label: t('daysOf', { count }) }))}
      />
    </Dialog>
  );
}
