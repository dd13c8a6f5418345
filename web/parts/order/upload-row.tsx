'use client';
import { ActionIcon, Progress, Tooltip } from '@mantine/core';
import {
  IconCheck,
  IconFile,
  IconFileZip,
  IconFolder,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
  IconX,
} from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { Row } from '../../client/upload/line.ts';
import { megabytes } from './amounts.ts';
import css from './order.module.css';
import type { Coming } from './use-upload.ts';

const SIGNS = { folder: IconFolder, zip: IconFileZip, files: IconFile };

/** One thing dropped: how far it has come, and what can be done with it. */
export function UploadRow({ row, coming, closed }: { row: Row; coming: Coming; closed: boolean }): ReactElement {
  const t = useTranslations('order.row');
  const Sign = SIGNS[row.kind];
  const name = rowName(row, t);
  const percent = row.bytes > 0 ? Math.floor((row.sent / row.bytes) * 100) : 0;
  const look =
    row.state === 'done'
      ? 'ok'
      : row.state === 'failed'
        ? 'bad'
        : row.resumed || row.state === 'missing'
          ? 'warn'
          : 'indigoThread';
  return (
    <li className={css.row}>
      <Sign size={16} stroke={1.6} aria-hidden />
      <span className={css.rowName} title={name}>
        {name}
      </span>
      <span className={css.num}>{megabytes(row.bytes)}</span>
      <Progress
        value={row.state === 'done' ? 100 : percent}
        color={look}
        size={4}
        aria-label={t('progress', { name })}
      />
      <span className={css.rowState} data-look={look}>
        <RowState row={row} percent={percent} rate={coming.sending.bytesPerSecond} />
      </span>
      <span className={css.rowActions}>{!closed && <RowActions row={row} coming={coming} />}</span>
      {row.skipped > 0 && <span className={css.rowNote}>{t('skipped', { count: row.skipped })}</span>}
    </li>
  );
}

function rowName(row: Row, t: ReturnType<typeof useTranslations<'order.row'>>): string {
  const { kind, name, files: count } = row;
  if (name === null) return kind === 'zip' ? t('oldZip') : t(kind === 'folder' ? 'oldFolder' : 'oldFiles', { count });
  if (kind === 'folder') return t('folder', { name, count });
  return kind === 'files' && count > 1 ? t('files', { count }) : name;
}

function RowState({ row, percent, rate }: { row: Row; percent: number; rate: number | null }): ReactElement {
  const t = useTranslations('order.row');
  const order = useTranslations('order');
  const locale = useLocale();
  if (row.error) return <>{row.error.say(locale)}</>;
  if (row.state === 'sorting') return <>{t('sorting')}</>;
  if (row.state === 'done') return <>{row.files === 0 ? t('empty') : row.resumed ? t('resumed') : t('done')}</>;
  if (row.state === 'missing') return <>{t('missing', { count: row.files - row.done })}</>;
  if (row.state === 'paused') return <>{t('paused', { percent })}</>;
  return (
    <>
      {percent}% {row.resumed ? t('resumed') : rate !== null && order('perSecond', { rate: megabytes(rate) })}
    </>
  );
}

function RowActions({ row, coming: { session } }: { row: Row; coming: Coming }): ReactElement {
  const t = useTranslations('order.row');
  const act = (label: string, sign: ReactElement, does: () => void) => (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} onClick={does}>
        {sign}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <>
      {row.state === 'sending' &&
        act(t('pause'), <IconPlayerPause size={16} stroke={1.6} />, () => session.toggle(row.id))}
      {row.state === 'paused' &&
        act(t('resume'), <IconPlayerPlay size={16} stroke={1.6} />, () => session.toggle(row.id))}
      {row.state === 'failed' && act(t('retry'), <IconRefresh size={16} stroke={1.6} />, () => session.retry(row.id))}
      {row.state === 'done' && <IconCheck size={16} stroke={1.6} color="var(--ok)" aria-hidden />}
      {row.state !== 'sorting' && act(t('remove'), <IconX size={16} stroke={1.6} />, () => void session.remove(row.id))}
    </>
  );
}
