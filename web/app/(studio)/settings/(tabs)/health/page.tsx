import { Badge, Table, TableTbody, TableTd, TableTr } from '@mantine/core';
import type { Metadata } from 'next';
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { HealthAnswer, type HealthPart } from '#domain/house-report';
import { RefusalPage } from '../../../../../parts/refusal-of.tsx';
import { Again } from '../../../../../parts/settings/again.tsx';
import css from '../../../../../parts/settings/settings.module.css';
import { Top } from '../../../../../parts/settings/top.tsx';
import { api } from '../../../../../server/api.ts';
import { bytesText } from '../../../../../state/bytes.ts';
import { clockOf } from '../../../../../state/time.ts';

const COLOURS = { ok: 'ok', warning: 'warn', down: 'bad' } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tabs.health') };
}

/** Whether every part of the house works, and what to do about one that does not. */
export default async function HealthPage(): Promise<ReactElement> {
  const t = await getTranslations('settings.health');
  try {
    const { parts, at } = HealthAnswer.parse((await api.GET('/api/settings/health')).data);
    return (
      <div className={css.form}>
        <Top title={t('title')} text={t('at', { clock: clockOf(at, await getTimeZone()) })}>
          <Again text={t('again')} />
        </Top>
        <div className={css.table}>
          <Table verticalSpacing="sm">
            <TableTbody>
              {parts.map((part) => (
                <Part key={part.part} part={part} />
              ))}
            </TableTbody>
          </Table>
        </div>
      </div>
    );
  } catch (error) {
    return <RefusalPage error={error} language={await getLocale()} />;
  }
}

async function Part({ part: { part, state, detail } }: { part: HealthPart }): Promise<ReactElement> {
  const t = await getTranslations('settings.health');
  const known = Object.keys(detail).length > 0;
  const values = { ...detail, free: bytesText(Number(detail.freeBytes ?? 0)) };
  return (
    <TableTr>
      <TableTd className={css.who}>{t(`part.${part}`)}</TableTd>
      <TableTd>
        {t(known ? `detail.${part}` : 'detail.none', values)}
        {state !== 'ok' && <span className={css.sub}>{t(`advice.${part}`)}</span>}
      </TableTd>
      <TableTd className={css.number}>
        <Badge color={COLOURS[state]}>{t(`state.${state}`)}</Badge>
      </TableTd>
    </TableTr>
  );
}
