'use client';
import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconFingerprint } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { SheetRow } from '#domain/approval-sheet';
import css from './panel.module.css';
import { useRoomParts } from './room-context.tsx';

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** A row of what is signed, in words. */
export function useRowWords(): (row: SheetRow) => string {
  const t = useTranslations('review.sheet');
  const locale = useLocale() === 'en' ? 'en' : 'zh-CN';
  return (row) => {
    switch (row.key) {
      case 'script':
        return t('scriptIs', { count: row.sentences, length: clock(row.seconds) });
      case 'findings':
        return row.ids.length === 0
          ? t('noFindings')
          : t('findingsAre', { ids: row.ids.join(t('comma')), marks: row.marks });
      case 'template':
        return `${row.name[locale]} v${row.version}`;
      case 'brand':
        return `${row.hospital[locale]} v${row.version}`;
      case 'voice':
        return t(`speaker.${row.speaker as 'narrator'}`);
      case 'labels':
        return row.labels.join('　');
      case 'film':
        return t('filmIs', { code: row.code, length: clock(row.seconds) });
    }
  };
}

/** The digest that will be signed, short enough to read aloud, and each part that it covers with what changed. */
export function Sheet(): ReactElement {
  const t = useTranslations('review.sheet');
  const { sheet } = useRoomParts().room;
  const words = useRowWords();
  return (
    <>
      <div className={css.digest}>
        <IconFingerprint size={18} stroke={1.6} color="var(--accent)" aria-hidden />
        <code>{sheet.code}</code>
        <span>{t('of', { version: sheet.version })}</span>
        <CopyButton value={sheet.digest}>
          {({ copied, copy }) => (
            <Tooltip label={t(copied ? 'copied' : 'copy')}>
              <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('copy')} onClick={copy}>
                {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </div>
      <dl className={css.rows}>
        {sheet.rows.map((row) => (
          <div key={row.key} className={css.row}>
            <dt>{t(row.key)}</dt>
            <dd>{words(row)}</dd>
            <dd className={css.change} data-changed={row.change.state === 'changed' || undefined}>
              {row.change.state === 'changed'
                ? t(`changed.${row.key}`, { count: row.change.count })
                : t(row.change.state)}
            </dd>
          </div>
        ))}
      </dl>
      <p className={css.voids}>{t('voids')}</p>
    </>
  );
}
