import { Table, TableTbody, TableTd, TableTh, TableThead, TableTr } from '@mantine/core';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { StorageAnswer } from '#domain/house-report';
import { RefusalPage } from '../../../../../parts/refusal-of.tsx';
import css from '../../../../../parts/settings/settings.module.css';
import { Top } from '../../../../../parts/settings/top.tsx';
import { api } from '../../../../../server/api.ts';
import { bytesText } from '../../../../../state/bytes.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tabs.storage') };
}

/** What fills the disk. */
export default async function StoragePage(): Promise<ReactElement> {
  const t = await getTranslations('settings.storage');
  try {
    const { kinds, freeBytes, totalBytes } = StorageAnswer.parse((await api.GET('/api/storage')).data);
    const whole = kinds.reduce((sum, { bytes }) => sum + bytes, 0) || 1;
    return (
      <div className={css.form}>
        <Top title={t('title')} text={t('text')} />
        <p>{t('free', { free: bytesText(freeBytes), total: bytesText(totalBytes) })}</p>
        <div className={css.bar} aria-hidden>
          {kinds.map(({ kind, bytes }) => (
            <span key={kind} style={{ width: `${(100 * bytes) / whole}%` }} />
          ))}
        </div>
        <div className={css.table}>
          <Table verticalSpacing="sm">
            <TableThead>
              <TableTr>
                <TableTh>{t('what')}</TableTh>
                <TableTh className={css.number}>{t('bytes')}</TableTh>
              </TableTr>
            </TableThead>
            <TableTbody>
              {kinds.map(({ kind, bytes }) => (
                <TableTr key={kind}>
                  <TableTd>{t(`kind.${kind}`)}</TableTd>
                  <TableTd className={css.number}>{bytesText(bytes)}</TableTd>
                </TableTr>
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
