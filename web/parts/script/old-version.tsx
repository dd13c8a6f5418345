'use client';
import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Problem } from '../problem.tsx';
import css from './desk.module.css';
import { useDesk } from './desk-context.ts';
import { versionOf } from './version-of.ts';

/** An older version, to read. */
export function OldVersion({ version }: { version: number }): ReactElement {
  const t = useTranslations('script');
  const { id } = useDesk();
  const router = useRouter();
  const { data, error } = useQuery({
    queryKey: ['script', id, 'version', version],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => versionOf(id, version),
  });
  if (error) return <Problem error={error} />;
  if (!data) return <Loader m="lg" size="sm" aria-label={t('compare.waiting')} />;
  let number = 0;
  return (
    <div className={css.sentences}>
      <div className={css.stale} role="status">
        <p>{t('old', { version })}</p>
        <Button size="compact-sm" variant="default" onClick={() => router.replace(`/productions/${id}/script`)}>
          {t('toDraft')}
        </Button>
      </div>
      {data.chapters.map((chapter) => (
        <section key={chapter.id} aria-label={chapter.title}>
          <header className={css.chapterHead}>
            <h2>{chapter.title}</h2>
          </header>
          {chapter.sentences.map((sentence) => (
            <p key={sentence.id} className={css.old}>
              <span className={css.number}>{++number}</span>
              {sentence.text}
            </p>
          ))}
        </section>
      ))}
    </div>
  );
}
