import type { Metadata } from 'next';
import { getLocale, getNow, getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { AuditPage, AuditState } from '#domain/audit';
import { Colleague } from '#domain/people';
import { POLICY } from '#domain/policy';
import css from '../../../parts/audit/audit.module.css';
import { ChainLine } from '../../../parts/audit/chain-line.tsx';
import { EntryPanel } from '../../../parts/audit/entry-panel.tsx';
import { AuditFilters } from '../../../parts/audit/filters.tsx';
import { AuditRows } from '../../../parts/audit/rows.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { LinkButton } from '../../../parts/link-button.tsx';
import { RefusalPage } from '../../../parts/refusal-of.tsx';
import { Words } from '../../../parts/words.tsx';
import { api, session } from '../../../server/api.ts';
import { type AuditFilter, auditAddress, auditFilterOf, auditQuery } from '../../../state/audit-filter.ts';

const PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

/** 审计: who did what. An admin sees everything and whether the chain holds; others see what they did themselves. */
export default async function Audit(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}): Promise<ReactElement> {
  const filter = auditFilterOf(await props.searchParams);
  const { actor } = await session();
  const all = actor.roles.some((role) => (POLICY['audit.all'].roles as readonly string[]).includes(role));
  const found = await read(filter, all).catch(async (error: unknown) => ({ error, language: await getLocale() }));
  if ('error' in found) return <RefusalPage error={found.error} language={found.language} />;
  const t = await getTranslations('audit');
  const { page, entry, state, people } = found;
  const csv = `/api/audit/csv?${new URLSearchParams(auditQuery(filter, await getNow()) as Record<string, string>)}`;
  return (
    <Words spaces={['audit']}>
      <div className={css.page} data-open={entry !== null || undefined}>
        <div className={css.list}>
          <header className={css.head}>
            <ChainLine state={state} csv={csv} />
            <AuditFilters filter={filter} people={people} />
          </header>
          {page.lines.length > 0 ? (
            <AuditRows lines={page.lines} filter={filter} brokenAt={state ? state.brokenAt : undefined} />
          ) : (
            <Empty title={t('empty')} text={t('emptyText')}>
              {auditAddress(filter) !== '/audit' && (
                <LinkButton variant="default" href="/audit">
                  {t('clear')}
                </LinkButton>
              )}
            </Empty>
          )}
          <More filter={filter} next={page.next} older={t('older')} newest={t('newest')} />
        </div>
        {entry && <EntryPanel lines={entry} filter={filter} brokenAt={state ? state.brokenAt : undefined} />}
      </div>
    </Words>
  );
}

async function read(filter: AuditFilter, all: boolean) {
  const query = auditQuery(filter, await getNow());
  const { before, entry } = filter;
  const [page, around, state, people] = await Promise.all([
    api.GET('/api/audit', { params: { query: { ...query, limit: PAGE, ...(before ? { before } : {}) } } } as never),
    // The entry itself and the one after it, whatever the list is narrowed to.
    entry ? api.GET('/api/audit', { params: { query: { before: entry + 2, limit: 2 } } } as never) : null,
    all ? api.GET('/api/audit/state') : null,
    all ? api.GET('/api/people') : null,
  ]);
  const lines = around ? AuditPage.parse(around.data).lines : [];
  return {
    page: AuditPage.parse(page.data),
    entry: entry !== null && lines.some(({ seq }) => seq === entry) ? lines : null,
    state: state && AuditState.parse(state.data),
    people: people && z.array(Colleague).parse(people.data),
  };
}

function More(props: { filter: AuditFilter; next: number | null; older: string; newest: string }): ReactElement {
  const { filter, next } = props;
  return (
    <nav className={css.more}>
      {filter.before !== null && (
        <LinkButton variant="default" href={auditAddress({ ...filter, before: null })}>
          {props.newest}
        </LinkButton>
      )}
      {next !== null && (
        <LinkButton variant="default" href={auditAddress({ ...filter, before: next })}>
          {props.older}
        </LinkButton>
      )}
    </nav>
  );
}
