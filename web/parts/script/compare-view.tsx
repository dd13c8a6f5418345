'use client';
import { Badge, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { compareScripts, type SentenceChange } from '#domain/compare-scripts';
import { Problem } from '../problem.tsx';
import css from './desk.module.css';
import { useDesk } from './desk-context.ts';
import { versionOf } from './version-of.ts';

/** What is on the desk beside an older version, sentence by sentence: what went is struck out, what came is underlined. */
export function CompareView({ with: version }: { with: number }): ReactElement {
  const t = useTranslations('script.compare');
  const { id, draft } = useDesk();
  const { data, error } = useQuery({
    queryKey: ['script', id, 'version', version],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => versionOf(id, version),
  });
  if (error) return <Problem error={error} />;
  if (!data) return <Loader m="lg" size="sm" aria-label={t('waiting')} />;
  const rows = compareScripts(data, draft.script).filter((row) => row.kind !== 'same');
  return (
    <div className={css.sentences}>
      <header className={css.chapterHead}>
        <h2>{t('title', { version })}</h2>
        <span>{t('count', { count: rows.length })}</span>
      </header>
      {rows.length === 0 && <p className={css.nothing}>{t('same')}</p>}
      {rows.map((row) => (
        <CompareRow key={row.id} row={row} />
      ))}
    </div>
  );
}

function CompareRow({ row }: { row: SentenceChange }): ReactElement {
  const t = useTranslations('script.compare');
  const { go } = useDesk();
  return (
    <article className={css.compared} aria-label={row.id}>
      <Badge variant="light" color={row.kind === 'removed' ? 'bad' : row.kind === 'added' ? 'ok' : 'gray'}>
        {t(row.kind)}
      </Badge>
      <p>
        {row.words.map((part, i) => {
          const key = `${i}${part.kind}`;
          if (part.kind === 'same') return <span key={key}>{part.text}</span>;
          return part.kind === 'out' ? <del key={key}>{part.text}</del> : <ins key={key}>{part.text}</ins>;
        })}
        {row.fields.length > 0 && (
          <span className={css.fields}>{row.fields.map((field) => t(`fields.${field}`)).join(t('comma'))}</span>
        )}
      </p>
      {row.after && (
        <button type="button" className={css.add} onClick={() => go(row.id)}>
          {t('here')}
        </button>
      )}
    </article>
  );
}
