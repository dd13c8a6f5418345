'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { FilmSummary } from '#domain/desk';
import { ago, timecode } from '../../state/time.ts';
import card from '../card.module.css';
import { Thumb } from '../thumb.tsx';
import { useClock } from '../use-now.ts';
import css from './home.module.css';

/** The newest released films. */
export function RecentFilms({ films }: { films: readonly FilmSummary[] }): ReactElement {
  const t = useTranslations('home');
  const tc = useTranslations('common');
  const { now, timeZone } = useClock();
  return (
    <aside className={`${card.card} ${css.side}`} aria-labelledby="recent">
      <header className={css.sideHead}>
        <h2 id="recent">{t('films')}</h2>
        {films.length > 0 && <Link href="/films">{t('library')}</Link>}
      </header>
      {films.length === 0 ? (
        <p className={css.noFilms}>
          <span>{t('noFilms')}</span>
        </p>
      ) : (
        <ul className={css.films}>
          {films.map((film) => (
            <li key={film.productionId}>
              <Link className={css.film} href={`/productions/${film.productionId}/outputs`}>
                <Thumb id={film.productionId} size="card">
                  <span className={css.length}>{timecode(film.seconds)}</span>
                </Thumb>
                <span className={css.filmTitle}>{film.title}</span>
                <span className={card.small}>
                  {t('released', { when: ago(film.releasedAt, now, timeZone, tc as never) })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}
