'use client';
import { Switch } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { useDesk } from './desk-context.ts';
import css from './preview-side.module.css';
import { SentenceFacts } from './sentence-facts.tsx';

/** The film's components and fonts come only with this page, and only in the browser. */
const DraftPlayer = dynamic(() => import('./draft-player.tsx').then((part) => part.DraftPlayer), {
  ssr: false,
  loading: () => <div className={css.stage} />,
});
const SceneThumbs = dynamic(() => import('./scene-thumbs.tsx').then((part) => part.SceneThumbs), { ssr: false });

/** The film of what is written, at the sentence one is at, and what is known of that sentence. */
export function PreviewSide(): ReactElement {
  const t = useTranslations('script.preview');
  const { film, here } = useDesk();
  const [follow, setFollow] = useState(true);
  return (
    <aside className={css.side} aria-label={t('title')} data-mantine-color-scheme="dark">
      <header className={css.head}>
        <h2>{t('title')}</h2>
        <Switch
          size="sm"
          labelPosition="left"
          label={t('follow')}
          checked={follow}
          onChange={(event) => setFollow(event.currentTarget.checked)}
        />
      </header>
      {film.film && film.timeline ? (
        <DraftPlayer film={film.film} timeline={film.timeline} sentence={follow ? here : null} />
      ) : (
        <div className={css.stage} role="status">
          {film.picturesPending ? t('pictures') : film.failed ? t('failed') : t('waiting')}
        </div>
      )}
      <SentenceFacts />
      {film.film && film.timeline && <SceneThumbs film={film.film} timeline={film.timeline} />}
    </aside>
  );
}
