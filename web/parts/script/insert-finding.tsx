'use client';
import { Combobox, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactElement, type RefObject, useEffect, useMemo, useState } from 'react';
import { insertable } from '#domain/chips';
import type { Language, Sentence } from '#domain/script';
import css from './desk.module.css';
import { useDesk } from './desk-context.ts';

/** Puts a measured value into the sentence at the caret: by its button, or by `@`. */
export function InsertFinding(props: {
  sentence: Sentence;
  opener: RefObject<(() => void) | null>;
  onInsert(words: string): void;
}): ReactElement {
  const { sentence, opener, onInsert } = props;
  const t = useTranslations('script');
  const locale = useLocale() as Language;
  const { analysis, draft } = useDesk();
  const [wanted, setWanted] = useState('');
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption();
      setWanted('');
    },
    onDropdownOpen: () => box.focusSearchInput(),
  });
  const { openDropdown } = box;
  useEffect(() => {
    opener.current = openDropdown;
    return () => {
      opener.current = null;
    };
  }, [opener, openDropdown]);
  const all = useMemo(
    () => insertable(analysis, draft.script.language, sentence.findingIds[0] ?? null, locale),
    [analysis, draft.script.language, sentence.findingIds, locale],
  );
  const shown = all.filter(({ chip, words }) =>
    `${chip.label} ${words}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <Combobox
      store={box}
      width={280}
      position="bottom-start"
      withinPortal
      onOptionSubmit={(fact) => {
        box.closeDropdown();
        onInsert(all.find(({ chip }) => chip.fact === fact)!.words);
      }}
    >
      <Combobox.Target withAriaAttributes={false}>
        <button
          type="button"
          className={css.add}
          aria-haspopup="listbox"
          aria-expanded={box.dropdownOpened}
          onClick={() => box.toggleDropdown()}
        >
          <IconPlus size={13} aria-hidden />
          {t('finding')}
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          placeholder={t('findValue')}
          aria-label={t('findValue')}
        />
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {shown.map(({ chip }) => (
            <Combobox.Option value={chip.fact!} key={chip.fact}>
              <span className={css.option}>
                <span>{chip.label}</span>
                <b>{chip.value}</b>
              </span>
            </Combobox.Option>
          ))}
          {shown.length === 0 && <Combobox.Empty>{t('noValue')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
