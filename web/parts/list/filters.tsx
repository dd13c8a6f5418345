'use client';
import { SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState, useTransition } from 'react';
import { addressOf, type ListFilter, STATUS_GROUPS, type StatusGroup } from '../../state/list-filter.ts';
import css from './list.module.css';

const PAUSE_MS = 250;

/** Narrows the list; what is chosen stands in the address. */
export function Filters({ filter }: { filter: ListFilter }): ReactElement {
  const t = useTranslations('list');
  const router = useRouter();
  const [pending, start] = useTransition();
  const [text, setText] = useState(filter.text);
  const go = (change: Partial<ListFilter>) =>
    start(() => router.replace(addressOf({ ...filter, text, before: null, ...change }), { scroll: false }));
  const typed = useDebouncedCallback((value: string) => go({ text: value.trim() }), PAUSE_MS);
  return (
    <search className={css.filters} aria-busy={pending}>
      <SegmentedControl
        className={css.groups ?? ''}
        aria-label={t('status')}
        value={filter.status}
        onChange={(status) => go({ status: status as StatusGroup })}
        data={Object.keys(STATUS_GROUPS).map((value) => ({ value, label: t(`statuses.${value as StatusGroup}`) }))}
      />
      <Switch label={t('mine')} checked={filter.mine} onChange={(event) => go({ mine: event.currentTarget.checked })} />
      <TextInput
        className={css.find ?? ''}
        aria-label={t('findLabel')}
        placeholder={t('find')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        maxLength={80}
        onChange={(event) => {
          setText(event.currentTarget.value);
          typed(event.currentTarget.value);
        }}
      />
    </search>
  );
}
