'use client';
import { Badge, Radio, Table } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { errorText, isErrorCode, type Language } from '#domain/errors';
import type { UploadReport, UploadSeries } from '#domain/upload';
import css from './order.module.css';

interface Props {
  readonly report: UploadReport;
  readonly chosen: string | null;
  choose(key: string): void;
}

/** The series of an upload: which one is analysed, and why others cannot be. */
export function SeriesTable({ report, chosen, choose }: Props): ReactElement {
  const t = useTranslations('order.series');
  return (
    <Table verticalSpacing={6} horizontalSpacing={6} className={css.table} aria-label={t('label')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('key')}</Table.Th>
          <Table.Th ta="right">{t('slices')}</Table.Th>
          <Table.Th ta="right">{t('spacing')}</Table.Th>
          <Table.Th>{t('verdict')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {report.series.map((series, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report's series never change their order
          <Line key={at} series={series} chosen={series.key !== null && series.key === chosen} choose={choose} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Line(props: { series: UploadSeries; chosen: boolean; choose(key: string): void }): ReactElement {
  const { series, chosen, choose } = props;
  const { key, slices, spacingMm, reason, recommended } = series;
  const t = useTranslations('order.series');
  const locale = useLocale() as Language;
  const name = useSeriesName(series);
  const usable = key !== null && reason === null;
  const why = reason && isErrorCode(reason.code) ? errorText(reason.code, reason.details, locale) : null;
  return (
    <>
      <Table.Tr data-chosen={chosen || undefined} data-why={why ? true : undefined}>
        <Table.Td>
          <span className={css.series}>
            {usable ? (
              <Radio
                size="xs"
                name="series"
                checked={chosen}
                onChange={() => choose(key)}
                label={`${key}　${name}`}
                aria-label={t('choose', { key })}
              />
            ) : (
              <span className={css.dim}>
                {key ? `${key}　` : ''}
                {name}
              </span>
            )}
          </span>
        </Table.Td>
        <Table.Td ta="right">{slices}</Table.Td>
        <Table.Td ta="right">{spacingMm === null ? '—' : `${spacingMm} mm`}</Table.Td>
        <Table.Td>
          <Badge color={chosen ? 'ok' : 'gray'} variant={chosen ? 'light' : 'outline'}>
            {chosen ? t('use') : usable ? (recommended ? t('recommended') : t('usable')) : t('notUsed')}
          </Badge>
        </Table.Td>
      </Table.Tr>
      {why && (
        <Table.Tr>
          <Table.Td colSpan={4} className={css.why}>
            {why}
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

function useSeriesName({ kind, kernel, modality }: UploadSeries): string {
  const t = useTranslations('order.series');
  if (kind === 'localizer') return t('localizer');
  if (kind === 'pictures') return t('pictures');
  return kind === 'other' ? t('other', { modality }) : t(`kernel.${kernel}`);
}
