'use client';
import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useSearchParams } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactElement, useCallback, useMemo, useState } from 'react';
import type { Analysis } from '#domain/analysis';
import type { DraftDesk } from '#domain/draft';
import { sentencesOf } from '#domain/edit-script';
import type { Language } from '#domain/script';
import { mayEditScript } from '../../state/may.ts';
import { useSession } from '../session.tsx';
import { Chapters } from './chapters.tsx';
import { CompareView } from './compare-view.tsx';
import css from './desk.module.css';
import { DeskProvider, type DeskValue } from './desk-context.ts';
import { OldVersion } from './old-version.tsx';
import { PreviewSide } from './preview-side.tsx';
import { Sentences } from './sentences.tsx';
import { StaleDraft } from './stale-draft.tsx';
import { Toolbar } from './toolbar.tsx';
import { useChecks } from './use-checks.ts';
import { useDraft } from './use-draft.ts';
import { useFilm } from './use-film.ts';
import { useListening } from './use-listening.ts';

/** Puts a value into the address without asking the server for the page again. */
export function keepInAddress(name: string, value: string | null): void {
  const address = new URL(window.location.href);
  if (value === null) address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  window.history.replaceState(null, '', address);
}

/** The editor's desk: chapters and checks, sentences, and the film of what is written. */
export function ScriptDesk({ id, first }: { id: string; first: DraftDesk }): ReactElement {
  const t = useTranslations('script');
  const search = useSearchParams();
  const phone = useMediaQuery('(max-width: 47.99em)') ?? false;
  const mayEdit = mayEditScript(useSession().actor.roles) && !phone;
  const draft = useDraft(id, first, mayEdit);
  const checks = useChecks(draft.script, draft.base.analysis as Analysis, useLocale() as Language);
  const film = useFilm(id, draft.script, draft.base);
  const listening = useListening(id, draft);
  const [side, setSide] = useState<'write' | 'see'>('write');
  const [here, setHere] = useState(() => firstSentence(draft.script, search.get('s')));
  const [caret, setCaret] = useState({ start: 0, end: 0 });
  const go = useCallback((sentence: string) => {
    setHere(sentence);
    keepInAddress('s', sentence);
  }, []);
  const value: DeskValue = useMemo(
    () => ({
      id,
      draft,
      checks,
      film,
      listening,
      mayEdit,
      here,
      go,
      caret,
      setCaret,
      analysis: draft.base.analysis as Analysis,
    }),
    [id, draft, checks, film, listening, mayEdit, here, go, caret],
  );
  const version = Number(search.get('v'));
  const compare = Number(search.get('compare'));
  return (
    <DeskProvider value={value}>
      <h1 className="said">{t('sentences')}</h1>
      <div className={css.room} data-side={side} data-read={!mayEdit || undefined}>
        <Chapters />
        <section className={css.middle} aria-label={t('sentences')}>
          <Toolbar comparing={compare || null} />
          <SegmentedControl
            className={css.sides}
            value={side}
            onChange={(next) => setSide(next as 'write' | 'see')}
            data={[
              { value: 'write', label: t('sides.write') },
              { value: 'see', label: t('sides.see') },
            ]}
            aria-label={t('sides.label')}
          />
          <StaleDraft />
          {compare ? <CompareView with={compare} /> : version ? <OldVersion version={version} /> : <Sentences />}
        </section>
        <PreviewSide />
      </div>
    </DeskProvider>
  );
}

function firstSentence(script: DeskValue['draft']['script'], wanted: string | null): string {
  const sentences = sentencesOf(script);
  return (
    sentences.find((item) => item.id === wanted) ??
    sentences.find((item) => item.scene !== 'chapter') ??
    sentences[0]!
  ).id;
}
