'use client';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { memo, type ReactElement, useRef } from 'react';
import type { Chip } from '#domain/chips';
import { editSentence, mapSentences } from '#domain/edit-script';
import { isEstimate } from '#domain/estimate-speech';
import { REFERENCES } from '#domain/references';
import type { Sentence } from '#domain/script';
import { FindingChip } from '../finding-chip.tsx';
import css from './desk.module.css';
import { useDesk } from './desk-context.ts';
import { InsertFinding } from './insert-finding.tsx';
import { RemarkLine } from './remark-line.tsx';
import { SentenceField } from './sentence-field.tsx';
import type { Checked, Remark } from './use-checks.ts';

interface Props {
  readonly sentence: Sentence;
  readonly number: number;
  onNext(): void;
}

const NOTHING: Checked = { remarks: [], chips: [] };

/** One sentence: its words, where they come from, what is wrong with them, how long it lasts. */
export function SentenceRow({ sentence, number, onNext }: Props): ReactElement {
  const t = useTranslations('script');
  const { id, draft, checks, film, here, go, mayEdit, caret, setCaret } = useDesk();
  const field = useRef<HTMLTextAreaElement>(null);
  const inserting = useRef<(() => void) | null>(null);
  const current = here === sentence.id;
  const { remarks, chips } = checks.of.get(sentence.id) ?? NOTHING;
  const take = film.takes.get(sentence.id);
  const write = (text: string) => put(editSentence(sentence, { text }));
  const put = (next: Sentence) =>
    draft.change((script) => mapSentences(script, (item) => (item.id === sentence.id ? next : item)));
  const mend = (remark: Remark) => {
    if (!remark.repair) return;
    put({ ...remark.repair.sentence, claims: sentence.claims });
    field.current?.focus();
  };
  const insert = (words: string) => {
    const { start, end } = current ? caret : { start: sentence.text.length, end: sentence.text.length };
    write(sentence.text.slice(0, start) + words + sentence.text.slice(end));
    const at = start + words.length;
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at, at);
    });
  };
  // Enter puts words right; it never takes any away.
  const mendable = remarks.find((remark) => remark.repair?.to);
  return (
    <article
      className={css.row}
      data-sentence={sentence.id}
      data-here={current || undefined}
      aria-label={t('sentenceN', { number })}
    >
      <span className={css.number} aria-hidden>
        {number}
      </span>
      <div className={css.body}>
        <SentenceField
          ref={field}
          sentence={sentence}
          remarks={remarks}
          label={t('sentenceN', { number })}
          readOnly={!mayEdit}
          onWrite={write}
          onFocus={() => !current && go(sentence.id)}
          onSelect={setCaret}
          onEnter={() => (mendable ? mend(mendable) : onNext())}
          onInsert={() => inserting.current?.()}
        />
        <div className={css.chips}>
          {chips.map((chip) => (
            <SourceChip key={chip.fact} chip={chip} production={id} />
          ))}
          {sentence.references.map((key) => (
            <FindingChip
              key={key}
              finding={t('reference')}
              name={REFERENCES.find((item) => item.key === key)?.short ?? key}
              tone="note"
            />
          ))}
          {chips.length === 0 && sentence.references.length === 0 && (
            <FindingChip finding={t('noMeasure')} tone="note" />
          )}
          {current && mayEdit && <InsertFinding sentence={sentence} opener={inserting} onInsert={insert} />}
        </div>
        {remarks.map((remark) => (
          <RemarkLine
            key={`${remark.issue.code}${remark.issue.index}${remark.issue.text}`}
            remark={remark}
            sentence={sentence}
            byEnter={current && remark === mendable}
            onMend={() => mend(remark)}
          />
        ))}
        <KeptNotes sentence={sentence} />
      </div>
      {take && (
        <span className={css.seconds}>
          {t(isEstimate(take) ? 'about' : 'seconds', { seconds: (take.durationMs / 1000).toFixed(1) })}
        </span>
      )}
    </article>
  );
}

const SourceChip = memo(function SourceChip({ chip, production }: { chip: Chip; production: string }): ReactElement {
  const [finding, ...name] = chip.label.split(' ');
  return (
    <FindingChip
      finding={finding!}
      name={name.join(' ')}
      value={chip.value}
      tone={chip.conflict ? 'conflict' : chip.findingId ? 'plain' : 'note'}
      {...(chip.findingId ? { href: `/productions/${production}/findings?f=${chip.findingId}` } : {})}
    />
  );
});

/** Wordings kept on purpose, with their reason: the physician reads it too. */
function KeptNotes({ sentence }: { sentence: Sentence }): ReactElement | null {
  const t = useTranslations('script.law');
  const { draft, mayEdit } = useDesk();
  const notes = draft.script.kept.filter(
    (note) => note.sentenceId === sentence.id && sentence.text.includes(note.text),
  );
  if (notes.length === 0) return null;
  return (
    <ul className={css.kept}>
      {notes.map((note) => (
        <li key={`${note.kind}${note.text}`}>
          <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
          <span>{t('keptAs', { text: note.text, note: note.note })}</span>
          {mayEdit && (
            <button
              type="button"
              onClick={() =>
                draft.change((script) => ({ ...script, kept: script.kept.filter((item) => item !== note) }))
              }
            >
              {t('unkeep')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
