import { Table, TableScrollContainer, TableTbody, TableTd, TableTh, TableThead, TableTr } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import card from '../../../../../parts/card.module.css';
import css from '../../../../../parts/settings/settings.module.css';
import { Top } from '../../../../../parts/settings/top.tsx';

const ROWS = [
  'fonts',
  'espeak',
  'ffmpeg',
  'chromium',
  'postgres',
  'temporal',
  'onnx',
  'cornerstone',
  'mantine',
  'phantom',
  'model',
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tabs.licences') };
}

/** Terms a hospital must know of, first of all Remotion's. */
export default async function LicencesPage(): Promise<ReactElement> {
  const t = await getTranslations('settings.licences');
  return (
    <div className={css.stack}>
      <Top title={t('title')} />
      <section className={`${card.card} ${css.section} ${css.stack}`}>
        <h3>{t('remotion')}</h3>
        <p>{t('remotionText')}</p>
        <p>{t('remotionWhere')}</p>
      </section>
      <TableScrollContainer
        minWidth={640}
        className={css.table}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('title') } }}
      >
        <Table verticalSpacing="sm">
          <TableThead>
            <TableTr>
              <TableTh>{t('what')}</TableTh>
              <TableTh>{t('licence')}</TableTh>
              <TableTh>{t('how')}</TableTh>
            </TableTr>
          </TableThead>
          <TableTbody>
            {ROWS.map((row) => (
              <TableTr key={row}>
                <TableTd>{t(`rows.${row}.what`)}</TableTd>
                <TableTd>{t(`rows.${row}.licence`)}</TableTd>
                <TableTd>{t(`rows.${row}.how`)}</TableTd>
              </TableTr>
            ))}
          </TableTbody>
        </Table>
      </TableScrollContainer>
    </div>
  );
}
