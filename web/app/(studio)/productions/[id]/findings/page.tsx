import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { FindingsView } from '#domain/findings-view';
import { Refusal } from '../../../../../client/refusal.ts';
import { Empty } from '../../../../../parts/empty.tsx';
import { placeFrom } from '../../../../../parts/findings/place.ts';
import { FindingsRoom } from '../../../../../parts/findings/room.tsx';
import { LinkButton } from '../../../../../parts/link-button.tsx';
import { RefusalPage } from '../../../../../parts/refusal-of.tsx';
import { Words } from '../../../../../parts/words.tsx';
import { api } from '../../../../../server/api.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('findings'))('title') };
}

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ f?: string; z?: string; w?: string; version?: string }>;
}

/** Images and findings of a production. The address names finding, slice, window and, for older ones, the version. */
export default async function Findings(props: Props): Promise<ReactElement> {
  const [{ id }, query] = await Promise.all([props.params, props.searchParams]);
  let view: FindingsView;
  try {
    const version = Number(query.version) || undefined;
    const { data } = await api.GET('/api/productions/{id}/findings', {
      params: { path: { id }, query: { version } },
    } as never);
    view = FindingsView.parse(data);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND' && error.details.what === 'findings')
      return <NotYet id={id} />;
    return <RefusalPage error={error} language={await getLocale()} />;
  }
  const first = view.findings.find((finding) => finding.id === query.f) ?? view.findings[0];
  const start = {
    finding: first?.id ?? null,
    slice: first?.keySlice ?? Math.floor(view.study.geometry.slices / 2),
    window: 'lung',
  } as const;
  const place = placeFrom(query, start, view.study.geometry.slices);
  return (
    <Words spaces={['findings']}>
      <FindingsRoom key={query.version ?? 'newest'} id={id} view={view} place={place} />
    </Words>
  );
}

async function NotYet({ id }: { id: string }): Promise<ReactElement> {
  const t = await getTranslations('findings.empty');
  return (
    <Empty title={t('title')} text={t('text')}>
      <LinkButton href={`/productions/${id}`}>{t('overview')}</LinkButton>
    </Empty>
  );
}
