'use client';
import { Drawer, Table, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactElement, useMemo, useState } from 'react';
import { sentencesOf } from '#domain/edit-script';
import { PRONUNCIATIONS } from '#domain/lexicon';
import { syllablesOf, toneMarked } from '#domain/pronunciation';
import css from './desk.module.css';
import { useDesk } from './desk-context.ts';

/** Every reading: those of the house, and those given in this script. */
export function LexiconDrawer(props: { opened: boolean; onClose(): void }): ReactElement {
  const t = useTranslations('script.lexicon');
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      position="right"
      title={t('title')}
      size={420}
      overlayProps={{ backgroundOpacity: 0.2 }}
    >
      <Readings />
    </Drawer>
  );
}

function Readings(): ReactElement {
  const t = useTranslations('script.lexicon');
  const { draft } = useDesk();
  const [wanted, setWanted] = useState('');
  const { language } = draft.script;
  const rows = useMemo(() => {
    const own = sentencesOf(draft.script).flatMap((item) =>
      item.pronunciations.map((each) => ({ ...each, own: true })),
    );
    const house = Object.entries(PRONUNCIATIONS[language]).map(([word, reading]) => ({ word, reading, own: false }));
    return [...own, ...house];
  }, [draft.script, language]);
  const shown = rows.filter(({ word, reading }) => `${word} ${reading}`.includes(wanted.trim()));
  return (
    <div className={css.lexicon}>
      <p>{t('text')}</p>
      <TextInput
        label={t('find')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        data-autofocus
      />
      <Table stickyHeader verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('word')}</Table.Th>
            <Table.Th>{t('reading')}</Table.Th>
            <Table.Th>{t('from')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ word, reading, own }) => (
            <Table.Tr key={`${word}${reading}${own}`}>
              <Table.Td>{word}</Table.Td>
              <Table.Td>{language === 'en' ? reading : syllablesOf(reading).map(toneMarked).join(' ')}</Table.Td>
              <Table.Td>{t(own ? 'own' : 'house')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
