'use client';
import { UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { Keys } from '../keys.tsx';
import { useSingleKeys } from '../use-single-keys.ts';
import css from './shell.module.css';

// Half of all page views never search.
const Search = dynamic(() => import('./search.tsx').then(({ Search }) => Search), { ssr: false });

/** Opens the search; `/` does too. */
export function SearchBox(): ReactElement {
  const t = useTranslations('shell');
  const [opened, setOpened] = useState(0);
  const open = () => setOpened((count) => count + 1);
  useSingleKeys([['/', open]]);
  useHotkeys([['mod+K', open]]);
  return (
    <>
      <UnstyledButton className={css.search} onClick={open} aria-label={t('search')} aria-keyshortcuts="/">
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <span className={css.searchText}>{t('search')}</span>
        <span className={css.searchKey} aria-hidden>
          <Keys keys={['/']} />
        </span>
      </UnstyledButton>
      {opened > 0 && <Search opened={opened} />}
    </>
  );
}
