'use client';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconPencil,
  IconShieldCheck,
  IconShieldOff,
  IconUser,
} from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { AuditLine } from '#domain/audit';
import { type AuditFilter, auditAddress, shortHash } from '../../state/audit-filter.ts';
import { momentOf } from '../../state/moment.ts';
import { useClock } from '../use-now.ts';
import { useRowKeys } from '../use-row-keys.ts';
import css from './audit.module.css';
import { productionOf, useAuditWords } from './words.ts';

interface RowsProps {
  readonly lines: readonly AuditLine[];
  readonly filter: AuditFilter;
  /** First entry that does not hold; undefined for who may not know. */
  readonly brokenAt: number | null | undefined;
}

/** Entries on an upright thread, newest first; J and K move, Enter opens the one beside. */
export function AuditRows({ lines, filter, brokenAt }: RowsProps): ReactElement {
  const t = useTranslations('audit');
  const list = useRowKeys<HTMLUListElement>();
  return (
    <>
      <div className={css.columns} data-checked={brokenAt !== undefined || undefined} aria-hidden>
        <span>{t('when')}</span>
        <span>{t('who')}</span>
        <span>{t('what')}</span>
        <span>{t('thing')}</span>
        <span>{t('digest')}</span>
        {brokenAt !== undefined && <span>{t('link')}</span>}
      </div>
      <ul ref={list} className={css.rows} aria-label={t('heading')}>
        {lines.map((line) => (
          <Row key={line.seq} line={line} filter={filter} brokenAt={brokenAt} />
        ))}
      </ul>
    </>
  );
}

function Row(props: { line: AuditLine } & Omit<RowsProps, 'lines'>): ReactElement {
  const { line, filter, brokenAt } = props;
  const words = useAuditWords();
  const tc = useTranslations('common');
  const { now, timeZone } = useClock();
  const open = filter.entry === line.seq;
  return (
    <li>
      <Link
        className={css.row}
        href={auditAddress({ ...filter, entry: open ? null : line.seq })}
        scroll={false}
        prefetch={false}
        aria-current={open ? 'true' : undefined}
        data-row
        data-checked={brokenAt !== undefined || undefined}
      >
        <time dateTime={line.at}>{momentOf(line.at, now, timeZone, tc as never)}</time>
        <span className={css.who}>{words.who(line)}</span>
        <span className={css.what}>
          <Sign action={line.action} /> {words.action(line.action)}
        </span>
        <span className={css.thing}>
          {words.thing(line)}　{productionOf(line)}
        </span>
        <code>{shortHash(line.hash)}</code>
        {brokenAt !== undefined && <Mark whole={brokenAt === null || line.seq < brokenAt} />}
      </Link>
    </li>
  );
}

/** Signing stands out from all else; what the house does by itself has no sign. */
function Sign({ action }: { action: string }): ReactElement | null {
  const Icon =
    action === 'approval.void'
      ? IconShieldOff
      : action.startsWith('approval.return')
        ? IconArrowBackUp
        : action.startsWith('approval.')
          ? IconShieldCheck
          : action.startsWith('session.') || action.startsWith('account.')
            ? IconUser
            : IconPencil;
  const tone = Icon === IconShieldCheck ? css.holds : Icon === IconShieldOff ? css.broken : css.quiet;
  return <Icon size={15} className={`${css.sign} ${tone}`} aria-hidden />;
}

function Mark({ whole }: { whole: boolean }): ReactElement {
  const t = useTranslations('audit');
  const Sign = whole ? IconCheck : IconAlertTriangle;
  return (
    <span className={whole ? css.holds : css.broken} title={t(whole ? 'verified' : 'unverified')}>
      <Sign size={16} aria-hidden />
      <span className="said">{t(whole ? 'verified' : 'unverified')}</span>
    </span>
  );
}
