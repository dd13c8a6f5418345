'use client';
import {
  type Icon,
  IconAlertTriangle,
  IconArrowBackUp,
  IconAt,
  IconClipboardCheck,
  IconShieldOff,
  IconStethoscope,
  IconUrgent,
  IconWorld,
} from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { Notice, NoticeKind } from '#domain/notice';
import { ago } from '../../state/time.ts';
import { useClock } from '../use-now.ts';
import css from './notices.module.css';

const LOOK: Record<NoticeKind, { sign: Icon; tone: 'warn' | 'bad' | 'ok' | 'plain' }> = {
  'waiting-script': { sign: IconStethoscope, tone: 'warn' },
  'waiting-final': { sign: IconClipboardCheck, tone: 'warn' },
  returned: { sign: IconArrowBackUp, tone: 'warn' },
  voided: { sign: IconShieldOff, tone: 'bad' },
  mentioned: { sign: IconAt, tone: 'plain' },
  escalated: { sign: IconUrgent, tone: 'warn' },
  failed: { sign: IconAlertTriangle, tone: 'bad' },
  released: { sign: IconWorld, tone: 'ok' },
};

const PAGE: Partial<Record<NoticeKind, string>> = {
  'waiting-script': '/review',
  'waiting-final': '/review',
  escalated: '/review',
  mentioned: '/review',
  voided: '/review',
  returned: '/script',
  released: '/outputs',
};

/** One notice, which leads to what it is about. */
export function NoticeRow({ notice, onRead }: { notice: Notice; onRead: () => void }): ReactElement {
  const t = useTranslations('notices');
  const tc = useTranslations('common');
  const { now, timeZone } = useClock();
  const { sign: Sign, tone } = LOOK[notice.kind];
  const href = notice.productionId ? `/productions/${notice.productionId}${PAGE[notice.kind] ?? ''}` : '/';
  return (
    <li>
      <Link className={css.row} href={href} onClick={onRead} data-unread={notice.readAt === null || undefined}>
        <Sign size={18} stroke={1.6} data-tone={tone} aria-hidden />
        <span className={css.what}>
          <span className={css.kind}>{t(`kinds.${notice.kind}`)}</span>
          <span className={css.of}>{[notice.title, notice.caseCode].filter(Boolean).join('　')}</span>
        </span>
        <time dateTime={notice.createdAt}>{ago(notice.createdAt, now, timeZone, tc as never)}</time>
        {notice.readAt === null && <span className="said">{t('unread')}</span>}
      </Link>
    </li>
  );
}
