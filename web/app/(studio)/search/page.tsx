import { Highlight } from '@mantine/core';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { SearchAnswer, searchWords } from '#domain/search';
import card from '../../../parts/card.module.css';
import { Empty } from '../../../parts/empty.tsx';
import css from '../../../parts/search/search-page.module.css';
import { api } from '../../../server/api.ts';
import { type Hit, hitsOf } from '../../../state/hits.ts';

interface Props {
  readonly searchParams: Promise<{ q?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('title') };
}

/** Everything that holds the words of the address. */
export default async function Page({ searchParams }: Props): Promise<ReactElement> {
  const t = await getTranslations('search');
  const { q } = await searchParams;
  const query = (Array.isArray(q) ? q[0] : q)?.trim().slice(0, 80) ?? '';
  const { data } = query ? await api.GET('/api/search', { params: { query: { q: query } } }) : { data: null };
  const groups = data ? hitsOf(SearchAnswer.parse(data)).filter(([, hits]) => hits.length > 0) : [];
  return (
    <div className={css.page}>
      <form action="/search" className={css.form}>
        <h1>
          <label htmlFor="q">{t('title')}</label>
        </h1>
        <input id="q" name="q" type="search" className={css.field} defaultValue={query} placeholder={t('label')} />
      </form>
      {groups.length === 0 && (
        <div className={card.card}>
          <Empty title={query ? t('nothing', { query }) : t('title')} text={query ? t('nothingText') : t('begin')} />
        </div>
      )}
      {groups.map(([group, hits]) => (
        <section key={group} className={`${card.card} ${css.group}`} aria-labelledby={group}>
          <h2 id={group}>{t(group)}</h2>
          <ul>
            {hits.map((hit) => (
              <Row
                key={hit.key}
                hit={hit}
                query={query}
                version={hit.version ? t('version', { version: hit.version }) : ''}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Row({ hit, query, version }: { hit: Hit; query: string; version: string }): ReactElement {
  return (
    <li>
      <Link href={hit.href} className={css.hit}>
        <span className={css.text}>
          {hit.finding && <b>{hit.finding} </b>}
          <Highlight component="span" highlight={searchWords(query)} color="var(--warn-soft)">
            {hit.text}
          </Highlight>
        </span>
        <span className={card.small}>{[hit.of, version].filter(Boolean).join('　')}</span>
      </Link>
    </li>
  );
}
