'use client';
import { useTranslations } from 'next-intl';
import type { AuditLine } from '#domain/audit';

type Say = ((key: string, values?: Record<string, string>) => string) & { has(key: string): boolean };

/** Things whose id says something to people. */
const NAMED = new Set(['account', 'department', 'setting']);

/** How the record is said: what was done, by whom, to what. */
export function useAuditWords() {
  const t = useTranslations('audit') as unknown as Say;
  const known = (key: string, otherwise: string) => (t.has(key) ? t(key) : otherwise);
  return {
    action: (action: string) => known(`actions.${action}`, action),
    key: (key: string) => known(`keys.${key}`, key),
    who: ({ actorId, actorName }: AuditLine) =>
      actorName ?? (actorId === 'house' || actorId === 'nobody' ? t(actorId) : actorId),
    /** `脚本 v3 改为 v4`, or the thing by itself. */
    thing: (line: AuditLine) => {
      const what = known(`resources.${line.resource}`, line.resource);
      if (line.from !== null && line.to !== null)
        return `${what} ${t('change', { from: short(line.from), to: short(line.to) })}`;
      const named = NAMED.has(line.resource) && line.resourceId !== line.actorId ? line.resourceId : '';
      return [what, named, short(line.to ?? line.from ?? '')].filter(Boolean).join(' ');
    },
  };
}

/** Digests are said by their beginning, ids and versions whole. */
export const short = (value: string): string =>
  /^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 4)}-${value.slice(4, 8)}` : value;

/** The production an entry is about, if it is about one. */
export function productionOf({ resource, resourceId, detail }: AuditLine): string | null {
  const named = detail.production;
  if (typeof named === 'string') return named;
  return /^p[0-9a-z]{11}$/.test(resourceId) && resource !== 'account' ? resourceId : null;
}
