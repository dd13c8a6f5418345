import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { Overview } from '../../../../parts/production/overview.tsx';
import { Words } from '../../../../parts/words.tsx';
import { production } from '../../../../server/production.ts';

interface Props {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const one = await production((await params).id).catch(() => null);
  return { title: one?.title ?? one?.caseCode ?? (await getTranslations('common'))('untitled') };
}

/** 概览: how a production stands. */
export default async function Page({ params }: Props): Promise<ReactElement> {
  return (
    <Words spaces={['production', 'making', 'home']}>
      <Overview initial={await production((await params).id)} />
    </Words>
  );
}
