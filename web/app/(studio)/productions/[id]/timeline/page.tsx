import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { Empty } from '../../../../../parts/empty.tsx';
import { KeepFresh } from '../../../../../parts/keep-fresh.tsx';
import css from '../../../../../parts/production/production.module.css';
import { TimelineView } from '../../../../../parts/production/timeline-view.tsx';
import { timelineOf } from '../../../../../server/timeline.ts';

interface Props {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('production.timeline'))('title') };
}

/** 时间线: when what is said and shown. */
export default async function Page({ params }: Props): Promise<ReactElement> {
  const { id } = await params;
  const [timeline, t] = await Promise.all([timelineOf(id), getTranslations('production.timeline')]);
  if (!timeline)
    return (
      <>
        <Empty page title={t('none')} text={t('noneText')} />
        <KeepFresh seconds={8} />
      </>
    );
  return (
    <div className={css.page}>
      <TimelineView id={id} timeline={timeline} />
    </div>
  );
}
