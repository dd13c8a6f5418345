import type { ReactElement } from 'react';
import type { WordPart } from '#domain/review';
import css from './changed-words.module.css';

/** A sentence with what went and what came; `only` shows one of the two sides. */
export function ChangedWords(props: { parts: readonly WordPart[]; only?: 'out' | 'in' }): ReactElement {
  const hidden = props.only === 'out' ? 'in' : props.only === 'in' ? 'out' : null;
  return (
    <>
      {props.parts
        .filter((part) => part.kind !== hidden)
        .map((part, index) => {
          const key = `${index}${part.kind}`;
          if (part.kind === 'same') return <span key={key}>{part.text}</span>;
          return part.kind === 'out' ? (
            <del key={key} className={css.out}>
              {part.text}
            </del>
          ) : (
            <ins key={key} className={css.in}>
              {part.text}
            </ins>
          );
        })}
    </>
  );
}
