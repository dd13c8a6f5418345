'use client';
import { Pill, Select } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactElement, useTransition } from 'react';
import { AuditAction } from '#domain/audit';
import type { Colleague } from '#domain/people';
import { AUDIT_SPANS, type AuditFilter, type AuditSpan, auditAddress } from '../../state/audit-filter.ts';
import css from './audit.module.css';
import { useAuditWords } from './words.ts';

/** Narrows the record; what is chosen stands in the address. */
export function AuditFilters(props: { filter: AuditFilter; people: readonly Colleague[] | null }): ReactElement {
  const { filter, people } = props;
  const t = useTranslations('audit');
  const { action } = useAuditWords();
  const router = useRouter();
  const [pending, start] = useTransition();
  const go = (change: Partial<AuditFilter>) =>
    start(() => router.replace(auditAddress({ ...filter, before: null, entry: null, ...change }), { scroll: false }));
  const kinds = AuditAction.options.map((value) => ({ value, label: action(value) }));
  const names = [
    ...(people ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })),
    { value: 'house', label: t('house') },
    { value: 'nobody', label: t('nobody') },
  ];
  return (
    <search className={css.filters} aria-busy={pending} aria-label={t('narrow')}>
      <Select
        className={css.pick ?? ''}
        aria-label={t('span')}
        allowDeselect={false}
        value={filter.span}
        onChange={(span) => go({ span: (span ?? 'week') as AuditSpan })}
        data={Object.keys(AUDIT_SPANS).map((value) => ({ value, label: t(`spans.${value as AuditSpan}`) }))}
      />
      {people && (
        <Select
          className={css.pick ?? ''}
          aria-label={t('who')}
          placeholder={t('everybody')}
          clearable
          searchable
          nothingFoundMessage={t('nothing')}
          value={filter.actor}
          onChange={(actor) => go({ actor })}
          data={names}
        />
      )}
      <Select
        className={css.pick ?? ''}
        aria-label={t('what')}
        placeholder={t('everything')}
        clearable
        searchable
        nothingFoundMessage={t('nothing')}
        value={filter.action}
        onChange={(value) => go({ action: AuditAction.safeParse(value).data ?? null })}
        data={kinds}
      />
      {filter.production && (
        <Pill
          size="lg"
          withRemoveButton
          onRemove={() => go({ production: null })}
          removeButtonProps={{ 'aria-label': t('allProductions'), tabIndex: 0, 'aria-hidden': false }}
        >
          {filter.production}
        </Pill>
      )}
    </search>
  );
}
