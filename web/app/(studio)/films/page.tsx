import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { FilmLibrary } from '#domain/desk';
import card from '../../../parts/card.module.css';
import { Empty } from '../../../parts/empty.tsx';
import { FilmTile } from '../../../parts/film/film-tile.tsx';
import css from '../../../parts/film/library.module.css';
import { LinkButton } from '../../../parts/link-button.tsx';
import { Words } from '../../../parts/words.tsx';
import { api } from '../../../server/api.ts';

interface Props {
  readonly searchParams: Promise<{ series?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('films'))('title') };
}

/** 成片库: what is out, by series. */
export default async function Films({ searchParams }: Props): Promise<ReactElement> {
  const t = await getTranslations('films');
  const { series } = await searchParams;
  const chosen = (Array.isArray(series) ? series[0] : series)?.slice(0, 40) ?? null;
  const query = chosen ? { series: chosen } : {};
  const library = FilmLibrary.parse((await api.GET('/api/films', { params: { query } })).data);
  return (
    <div className={css.page}>
      <h1>{t('title')}</h1>
      {library.series.length > 0 && (
        <nav className={css.series} aria-label={t('series')}>
          {[null, ...library.series].map((name) => (
            <Link
              key={name ?? ''}
              href={name ? `/films?series=${encodeURIComponent(name)}` : '/films'}
              aria-current={name === chosen ? 'page' : undefined}
            >
              {name ?? t('all')}
            </Link>
          ))}
        </nav>
      )}
      {library.films.length === 0 ? (
        <div className={card.card}>
          <Empty title={t(chosen ? 'noneInSeries' : 'none')} text={t('noneText')}>
            <LinkButton variant="default" href="/productions">
              {t('toProductions')}
            </LinkButton>
          </Empty>
        </div>
      ) : (
        <Words spaces={['films']}>
          <ul className={css.films}>
            {library.films.map((film) => (
              <FilmTile key={film.productionId} film={film} />
            ))}
          </ul>
        </Words>
      )}
    </div>
  );
}
