'use client';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { LogEntry } from '#domain/production';
import card from '../card.module.css';
import css from './production.module.css';
import story from './story.module.css';
import { StoryLines, useStory } from './story.tsx';

/** All that happened to a production, newest first. */
export function WholeStory({ id, initial }: { id: string; initial: readonly LogEntry[] }): ReactElement {
  const t = useTranslations('production.story2');
  const { data } = useStory(id, initial);
  return (
    <div className={css.page}>
      <section className={`${card.card} ${story.frame}`} aria-labelledby="log">
        <div className={story.head}>
          <h1 id="log">{t('title')}</h1>
        </div>
        <StoryLines entries={data ?? initial} days />
        <p className={card.small}>{t('audit')}</p>
      </section>
    </div>
  );
}
