'use client';
import { type KeyboardEvent, type ReactElement, type Ref, useMemo } from 'react';
import { syllablesOf, toneMarked } from '#domain/pronunciation';
import type { Sentence } from '#domain/script';
import css from './sentence-field.module.css';
import type { Remark } from './use-checks.ts';

interface Props {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly sentence: Sentence;
  readonly remarks: readonly Remark[];
  readonly label: string;
  readonly readOnly: boolean;
  onWrite(text: string): void;
  onFocus(): void;
  onSelect(caret: { start: number; end: number }): void;
  onEnter(): void;
  onInsert(): void;
}

/** A field for one sentence, with its marks drawn under the words. It grows with them. */
export function SentenceField(props: Props): ReactElement {
  const { sentence, remarks, onWrite, onSelect } = props;
  const marks = useMemo(() => marksOf(sentence, remarks), [sentence, remarks]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Enter that ends a word of an input method is not ours.
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') props.onEnter();
    else if (event.key === '@' && !props.readOnly) props.onInsert();
    else return;
    event.preventDefault();
  };
  return (
    <div className={css.field}>
      <div className={css.marks} aria-hidden>
        {marks.map((mark) => (
          <span key={mark.start} className={mark.look.map((look) => css[look]).join(' ')} data-reading={mark.reading}>
            {mark.text}
          </span>
        ))}
        {'\u200b'}
      </div>
      <textarea
        ref={props.ref}
        className={css.words}
        value={sentence.text}
        aria-label={props.label}
        aria-invalid={remarks.length > 0}
        readOnly={props.readOnly}
        rows={1}
        maxLength={240}
        spellCheck={false}
        onChange={(event) => onWrite(event.currentTarget.value.replace(/\s*\n\s*/g, ''))}
        onFocus={props.onFocus}
        onSelect={({ currentTarget: { selectionStart: start, selectionEnd: end } }) => onSelect({ start, end })}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

type Look = 'bad' | 'warn' | 'strong' | 'read';
interface Mark {
  readonly start: number;
  readonly text: string;
  readonly look: readonly Look[];
  readonly reading?: string;
}

/** The text cut at every edge of a mark; stretches without one are plain. */
function marksOf({ text, emphasis, pronunciations }: Sentence, remarks: readonly Remark[]): Mark[] {
  const spans: { start: number; end: number; look: Look; reading?: string }[] = [];
  for (const { issue } of remarks) {
    if (issue.index === null) continue;
    const look = issue.code === 'WORDING_NOTE' ? 'warn' : 'bad';
    spans.push({ start: issue.index, end: issue.index + issue.text.length, look });
  }
  for (const words of emphasis) {
    const at = text.indexOf(words);
    if (at >= 0) spans.push({ start: at, end: at + words.length, look: 'strong' });
  }
  for (const { word, reading } of pronunciations) {
    const shown = syllablesOf(reading).map(toneMarked).join(' ');
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      spans.push({ start: at, end: at + word.length, look: 'read', reading: shown });
    }
  }
  const edges = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1]!;
    const over = spans.filter((span) => span.start <= start && span.end >= end);
    const reading = over.find((span) => span.reading && span.start === start)?.reading;
    return {
      start,
      text: text.slice(start, end),
      look: over.map((span) => span.look),
      ...(reading ? { reading } : {}),
    };
  });
}
