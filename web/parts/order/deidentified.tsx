'use client';
import { Badge, Collapse, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { type DeidentificationReport, DROPPED_GROUPS } from '#domain/upload';
import css from './order.module.css';

const NAMED = [
  'modality',
  'sex',
  'ageYears',
  'kvp',
  'ctdiVolMgy',
  'sliceThicknessMm',
  'contrast',
  'kernel',
  'purpose',
] as const;
const UNITS: Partial<Record<string, string>> = { kvp: 'kV', ctdiVolMgy: 'mGy', sliceThicknessMm: 'mm' };

/** What of the headers stays behind, by groups, and what passes, with its value. */
export function Deidentified({ report }: { report: DeidentificationReport }): ReactElement {
  const t = useTranslations('order.deid');
  const value = useKeptValue();
  const [shown, { toggle }] = useDisclosure(false);
  const count = Object.values(report.dropped).reduce((sum, each) => sum + each, 0);
  const kept = report.kept.filter(({ name }) => NAMED.some((one) => one === name));
  return (
    <section className={css.part} aria-labelledby="order-deid">
      <div className={css.partHead}>
        <h3 id="order-deid">{t('title')}</h3>
        <Badge color="ok" leftSection={<IconCheck size={12} />}>
          {t('removed', { count })}
        </Badge>
        <UnstyledButton className={css.more} onClick={toggle} aria-expanded={shown}>
          {shown ? t('hide') : t('details')}
        </UnstyledButton>
      </div>
      <dl className={css.pairs}>
        {DROPPED_GROUPS.filter((group) => report.dropped[group] > 0).map((group) => (
          <div key={group}>
            <dt>{t(group)}</dt>
            <dd>{t('gone', { count: report.dropped[group] })}</dd>
          </div>
        ))}
        <div>
          <dt>{t('kept')}</dt>
          <dd>{kept.map(value).join(t('comma'))}</dd>
        </div>
      </dl>
      <Collapse expanded={shown}>
        <p className={css.small}>{t('keptNames')}</p>
        <p className={css.small}>{report.keptNames.join(', ')}</p>
        <p className={css.small}>{report.profile}</p>
      </Collapse>
      <p className={css.small}>{t('note')}</p>
    </section>
  );
}

/** A kept attribute as words: `女`, `57 岁`, `120 kV`. */
function useKeptValue(): (kept: DeidentificationReport['kept'][number]) => string {
  const t = useTranslations('order');
  return ({ name, value }) => {
    if (name === 'sex') return t(`deid.sex.${value as 'male'}`);
    if (name === 'ageYears') return t('deid.years', { count: value as number });
    if (name === 'kernel') return `${t('deid.values.kernel')} ${t(`deid.kernel.${value as 'lung'}`)}`;
    if (name === 'purpose') return t(`purposes.${value as 'diagnostic'}`);
    if (name === 'contrast') return `${t('deid.values.contrast')} ${value ? t('deid.yes') : t('deid.no')}`;
    if (name === 'sliceThicknessMm') return `${t('deid.values.sliceThicknessMm')} ${value} mm`;
    return UNITS[name] ? `${value} ${UNITS[name]}` : String(value);
  };
}
