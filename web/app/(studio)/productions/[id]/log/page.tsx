import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { LogEntry } from '#domain/production';
import { WholeStory } from '../../../../../parts/production/whole-story.tsx';
import { Words } from '../../../../../parts/words.tsx';
import { api } from '../../../../../server/api.ts';

interface Props {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('production.story2'))('title') };
}

/** 记录: the thread, upright: who did what, and when. */
export default async function Page({ params }: Props): Promise<ReactElement> {
  const { id } = await params;
  const { data } = await api.GET('/api/productions/{id}/log', { params: { path: { id } } });
  return (
    <Words spaces={['production']}>
      <WholeStory id={id} initial={z.array(LogEntry).parse(data)} />
    </Words>
  );
}
