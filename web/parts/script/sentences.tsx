'use client';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactElement, useCallback, useEffect, useRef } from 'react';
import { sentencesOf } from '#domain/edit-script';
import { clock } from '../../state/clock.ts';
import css from './desk.module.css';
import { useDesk } from './desk-context.ts';
import { SentenceRow } from './sentence-row.tsx';

/** Every sentence, by chapter. Alt with the arrows goes from one to the next, Alt with Enter speaks the one at hand. */
export function Sentences(): ReactElement {
  const t = useTranslations('script');
  const { draft, film, here, go, listening } = useDesk();
  const list = useRef<HTMLDivElement>(null);
  const ids = sentencesOf(draft.script).map((item) => item.id);
  const move = useCallback(
    (by: number) => {
      const next = ids[ids.indexOf(here) + by];
      if (next === undefined) return;
      go(next);
      const field = fieldOf(list.current, next);
      field?.focus();
      field?.setSelectionRange(field.value.length, field.value.length);
    },
    [ids, here, go],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey) return;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') move(event.key === 'ArrowUp' ? -1 : 1);
    else if (event.key === 'Enter') listening.toggle(here);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    rowOf(list.current, here)?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  let number = 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside reach it
    <div className={css.sentences} ref={list} onKeyDown={onKeyDown}>
      {draft.script.chapters.map((chapter, i) => {
        const first = number + 1;
        const laid = film.timeline;
        const from = laid?.chapters[i]?.startFrame ?? 0;
        const to = laid?.chapters[i + 1]?.startFrame ?? laid?.durationInFrames ?? 0;
        return (
          <section key={chapter.id} aria-label={chapter.title}>
            <header className={css.chapterHead}>
              <h2>{chapter.title}</h2>
              <span>{t('range', { from: first, to: first + chapter.sentences.length - 1 })}</span>
              {laid && <span>{clock((to - from) / laid.fps)}</span>}
            </header>
            {chapter.sentences.map((sentence) => (
              <SentenceRow key={sentence.id} sentence={sentence} number={++number} onNext={() => move(1)} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

const rowOf = (list: HTMLElement | null, id: string) => list?.querySelector<HTMLElement>(`[data-sentence="${id}"]`);
/** The field in which a sentence is written. */
export const fieldOf = (list: HTMLElement | null, id: string) =>
  rowOf(list, id)?.querySelector<HTMLTextAreaElement>('textarea');
