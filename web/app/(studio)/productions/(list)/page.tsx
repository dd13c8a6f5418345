import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { ProductionSummary } from '#domain/production';
import card from '../../../../parts/card.module.css';
import { Empty } from '../../../../parts/empty.tsx';
import { KeepFresh } from '../../../../parts/keep-fresh.tsx';
import { Keys } from '../../../../parts/keys.tsx';
import { LinkButton } from '../../../../parts/link-button.tsx';
import { Filters } from '../../../../parts/list/filters.tsx';
import css from '../../../../parts/list/list.module.css';
import { Rows } from '../../../../parts/list/rows.tsx';
import { Words } from '../../../../parts/words.tsx';
import { api, session } from '../../../../server/api.ts';
import { addressOf, filterOf, type ListFilter, STATUS_GROUPS } from '../../../../state/list-filter.ts';
import { mayMake } from '../../../../state/may.ts';

const PAGE = 30;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('list'))('title') };
}

/** One more than a page, to know whether there is another. */
async function read(filter: ListFilter): Promise<ProductionSummary[]> {
  const statuses = STATUS_GROUPS[filter.status];
  const query = {
    limit: PAGE + 1,
    ...(statuses ? { status: statuses.join(',') } : {}),
    ...(filter.mine ? { mine: '1' } : {}),
    ...(filter.text ? { text: filter.text } : {}),
    ...(filter.before ? { before: filter.before } : {}),
  };
  const { data } = await api.GET('/api/productions', { params: { query } } as never);
  return z.array(ProductionSummary).parse(data);
}

/** 制作: every production of the reader's departments, newest first. */
export default async function Productions(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}): Promise<ReactElement> {
  const filter = filterOf(await props.searchParams);
  const [found, { actor }, t] = await Promise.all([read(filter), session(), getTranslations('list')]);
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  return (
    <div className={css.page}>
      <div className={css.top}>
        <h1>{t('title')}</h1>
        {mayMake(actor.roles) && (
          <LinkButton href="/productions/new" leftSection={<IconPlus size={16} />} rightSection={<Keys keys={['N']} />}>
            {t('new')}
          </LinkButton>
        )}
      </div>
      <Words spaces={['list']}>
        <Filters filter={filter} />
        {rows.length > 0 ? <Rows rows={rows} /> : <Nothing filter={filter} />}
      </Words>
      <div className={css.more}>
        {filter.before && (
          <LinkButton variant="default" href={addressOf({ ...filter, before: null })}>
            {t('newest')}
          </LinkButton>
        )}
        {found.length > PAGE && last && (
          <LinkButton variant="default" href={addressOf({ ...filter, before: last.createdAt })}>
            {t('older')}
          </LinkButton>
        )}
      </div>
      <KeepFresh seconds={6} />
    </div>
  );
}

async function Nothing({ filter }: { filter: ListFilter }): Promise<ReactElement> {
  const t = await getTranslations('list');
  const narrowed = addressOf({ ...filter, before: null }) !== '/productions';
  return (
    <div className={card.card}>
      <Empty title={t(narrowed ? 'noMatch' : 'emptyTitle')} text={t(narrowed ? 'noMatchText' : 'emptyText')}>
        {narrowed && (
          <LinkButton variant="default" href="/productions">
            {t('clear')}
          </LinkButton>
        )}
      </Empty>
    </div>
  );
}
