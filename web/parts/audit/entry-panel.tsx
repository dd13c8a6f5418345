'use client';
import { Badge, CloseButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconAlertTriangle, IconArrowRight, IconCheck, IconLink } from '@tabler/icons-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { AuditLine } from '#domain/audit';
import { type AuditFilter, auditAddress, shortHash } from '../../state/audit-filter.ts';
import { momentOf } from '../../state/moment.ts';
import { LinkButton } from '../link-button.tsx';
import { useClock } from '../use-now.ts';
import css from './audit.module.css';
import { productionOf, short, useAuditWords } from './words.ts';

interface PanelProps {
  /** The entry and, where the reader may see it, the one after it. */
  readonly lines: readonly AuditLine[];
  readonly filter: AuditFilter;
  readonly brokenAt: number | null | undefined;
}

/** One entry: where it stands in the chain and what was written down of the moment. */
export function EntryPanel({ lines, filter, brokenAt }: PanelProps): ReactElement | null {
  const t = useTranslations('audit');
  const tc = useTranslations('common');
  const words = useAuditWords();
  const router = useRouter();
  const { now, timeZone } = useClock();
  const shut = auditAddress({ ...filter, entry: null });
  useHotkeys([['Escape', () => router.replace(shut, { scroll: false })]]);
  const line = lines.find(({ seq }) => seq === filter.entry);
  if (!line) return null;
  const next = lines.find(({ seq }) => seq === line.seq + 1) ?? null;
  const production = productionOf(line);
  return (
    <aside className={css.panel} aria-label={t('entry', { seq: line.seq })}>
      <div className={css.panelHead}>
        <h2>{words.action(line.action)}</h2>
        {brokenAt !== undefined && <Standing whole={brokenAt === null || line.seq < brokenAt} />}
        <CloseButton aria-label={t('close')} onClick={() => router.replace(shut, { scroll: false })} />
      </div>
      <p className={css.panelWho}>
        <time dateTime={line.at}>{momentOf(line.at, now, timeZone, tc as never)}</time>　{words.who(line)}
      </p>
      <Hashes line={line} next={next} filter={filter} all={brokenAt !== undefined} />
      <Facts line={line} />
      {production && (
        <LinkButton variant="default" href={`/productions/${production}`} rightSection={<IconArrowRight size={16} />}>
          {t('openProduction', { id: production })}
        </LinkButton>
      )}
    </aside>
  );
}

function Standing({ whole }: { whole: boolean }): ReactElement {
  const t = useTranslations('audit');
  const Sign = whole ? IconCheck : IconAlertTriangle;
  return (
    <Badge color={whole ? 'ok' : 'bad'} leftSection={<Sign size={12} aria-hidden />}>
      {t(whole ? 'verified' : 'unverified')}
    </Badge>
  );
}

/** `all`: the reader may open the neighbours, whoever wrote them. */
function Hashes(props: { line: AuditLine; next: AuditLine | null; filter: AuditFilter; all: boolean }): ReactElement {
  const t = useTranslations('audit');
  const { line, next, filter, all } = props;
  return (
    <dl className={css.hashes}>
      <dt>{t('ownHash')}</dt>
      <dd>
        <code>{line.hash.match(/.{8}/g)?.join(' ')}</code>
      </dd>
      <dt>{t('before')}</dt>
      <dd>
        {line.seq === 1 && t('first')}
        {line.seq > 1 && !all && <code>{shortHash(line.previous)}</code>}
        {line.seq > 1 && all && (
          <Link href={auditAddress({ ...filter, entry: line.seq - 1 })} scroll={false} prefetch={false}>
            <IconLink size={14} aria-hidden /> <code>{shortHash(line.previous)}</code>
          </Link>
        )}
      </dd>
      {next && (
        <>
          <dt>{t('after')}</dt>
          <dd>
            <Link href={auditAddress({ ...filter, entry: next.seq })} scroll={false} prefetch={false}>
              <IconLink size={14} aria-hidden /> <code>{shortHash(next.hash)}</code>
            </Link>
          </dd>
        </>
      )}
    </dl>
  );
}

/** What was written down of the moment; ids and codes only. */
function Facts({ line }: { line: AuditLine }): ReactElement {
  const t = useTranslations('audit');
  const words = useAuditWords();
  const facts = Object.entries({
    thing: words.thing(line),
    id: line.resourceId,
    department: line.departmentId,
    ...line.detail,
  }).filter(([, value]) => value !== null && value !== '');
  return (
    <section className={css.facts}>
      <h3>{t('facts')}</h3>
      <dl>
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{words.key(key)}</dt>
            <dd>
              {typeof value === 'boolean' ? t(value ? 'yes' : 'no') : [value].flat().map(String).map(short).join('、')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
