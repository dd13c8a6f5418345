import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import type { ReviewRoom as Room } from '#domain/review';
import { Refusal } from '../../../../../client/refusal.ts';
import { Empty } from '../../../../../parts/empty.tsx';
import { LinkButton } from '../../../../../parts/link-button.tsx';
import { RefusalPage } from '../../../../../parts/refusal-of.tsx';
import { ReviewRoom } from '../../../../../parts/review/review-room.tsx';
import { Words } from '../../../../../parts/words.tsx';
import { api } from '../../../../../server/api.ts';
import { readerLanguage } from '../../../../../server/words.ts';

type Search = Record<string, string | string[] | undefined>;

const numberOf = (value: string | string[] | undefined): number | undefined =>
  typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('title') };
}

/** The review room: `v` and `compare` are versions, `t` seconds into the film, `c` a remark, `view=pair` both at once. */
export default async function Review(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Search>;
}): Promise<ReactElement> {
  const { id } = await props.params;
  const search = await props.searchParams;
  const [v, compare, seconds] = [numberOf(search.v), numberOf(search.compare), numberOf(search.t)];
  const query = { ...(v === undefined ? {} : { v }), ...(compare === undefined ? {} : { compare }) };
  const asked = api.GET('/api/productions/{id}/review', { params: { path: { id }, query } });
  const room = await asked.then(
    ({ data }) => data as Room,
    (error: unknown) => error,
  );
  if (room instanceof Refusal && room.status === 404 && v === undefined) return <NothingYet id={id} />;
  if (room instanceof Error) return <RefusalPage error={room} language={await readerLanguage()} />;
  return (
    <Words spaces={['review']}>
      <ReviewRoom
        first={room as Room}
        asked={{ v: v ?? null, compare: compare ?? null }}
        seconds={seconds ?? 0}
        comment={typeof search.c === 'string' ? search.c : null}
        pair={search.view === 'pair'}
      />
    </Words>
  );
}

async function NothingYet({ id }: { id: string }): Promise<ReactElement> {
  const t = await getTranslations('review');
  return (
    <Empty title={t('nothingYet')} text={t('nothingYetText')}>
      <LinkButton href={`/productions/${id}`}>{t('toOverview')}</LinkButton>
    </Empty>
  );
}
