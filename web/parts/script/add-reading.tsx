'use client';
import { Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactElement, useState } from 'react';
import { readable, syllablesOf, toneMarked } from '#domain/pronunciation';
import type { Pronunciation, Sentence } from '#domain/script';
import { useDesk } from './desk-context.ts';
import css from './preview-side.module.css';

/** How single words of a sentence are read; the selected word can be given a reading of its own. */
export function AddReading(props: { sentence: Sentence; onChange(readings: Pronunciation[]): void }): ReactElement {
  const { sentence, onChange } = props;
  const t = useTranslations('script.facts');
  const { mayEdit, caret, draft } = useDesk();
  const [word, setWord] = useState<string | null>(null);
  const [reading, setReading] = useState('');
  const { language } = draft.script;
  const selected = sentence.text.slice(caret.start, caret.end).trim();
  const fine = readable(reading, language);
  const shown = (text: string) => (language === 'en' ? text : syllablesOf(text).map(toneMarked).join(' '));
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (!word || !fine) return;
    onChange([...sentence.pronunciations.filter((item) => item.word !== word), { word, reading: reading.trim() }]);
    setWord(null);
    setReading('');
  };
  return (
    <span className={css.words}>
      {sentence.pronunciations.map((item) => (
        <span key={item.word} className={css.word}>
          {t('readAs', { word: item.word, reading: shown(item.reading) })}
          {mayEdit && (
            <button
              type="button"
              aria-label={t('unread', { word: item.word })}
              onClick={() => onChange(sentence.pronunciations.filter((one) => one !== item))}
            >
              <IconX size={12} aria-hidden />
            </button>
          )}
        </span>
      ))}
      {word === null && mayEdit && (
        <button
          type="button"
          className={css.more}
          disabled={!selected}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setWord(selected)}
        >
          {selected ? t('readWord', { word: selected }) : t('selectReading')}
        </button>
      )}
      {word === null && !mayEdit && sentence.pronunciations.length === 0 && t('fromLexicon')}
      {word !== null && (
        <form className={css.reading} onSubmit={keep}>
          <TextInput
            size="xs"
            label={t('readingOf', { word })}
            description={t(language === 'en' ? 'readingHintEn' : 'readingHint')}
            error={reading && !fine ? t('readingWrong') : null}
            value={reading}
            onChange={(event) => setReading(event.currentTarget.value)}
            data-autofocus
            autoFocus
          />
          <Button size="compact-sm" type="submit" disabled={!fine}>
            {t('keepReading')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setWord(null)}>
            {t('noReading')}
          </Button>
        </form>
      )}
    </span>
  );
}
