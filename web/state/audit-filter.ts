import { AuditAction, type AuditQuery } from '#domain/audit';

/** How far back a list of entries goes, in days; `all` is without end. */
export const AUDIT_SPANS = { day: 1, week: 7, month: 30, all: null } as const;
export type AuditSpan = keyof typeof AUDIT_SPANS;
const DAY_MS = 86_400_000;

/** What the address of the audit says: anything unknown counts as not said. */
export interface AuditFilter {
  readonly span: AuditSpan;
  readonly actor: string | null;
  readonly action: AuditAction | null;
  readonly production: string | null;
  /** Entries below this number. */
  readonly before: number | null;
  /** The entry that is looked at. */
  readonly entry: number | null;
}

type Params = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''));
const number = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);
const word = (text: string): string | null => (/^[\w.:@/-]{1,160}$/.test(text) ? text : null);

export function auditFilterOf(params: Params): AuditFilter {
  const span = one(params.span);
  return {
    span: Object.hasOwn(AUDIT_SPANS, span) ? (span as AuditSpan) : 'week',
    actor: word(one(params.actor)),
    action: AuditAction.safeParse(one(params.action)).data ?? null,
    production: word(one(params.production)),
    before: number(one(params.before)),
    entry: number(one(params.entry)),
  };
}

/** The address of the audit under a filter. */
export function auditAddress(filter: Partial<AuditFilter>): string {
  const query = new URLSearchParams();
  if (filter.span && filter.span !== 'week') query.set('span', filter.span);
  for (const key of ['actor', 'action', 'production', 'before', 'entry'] as const) {
    const value = filter[key];
    if (value !== null && value !== undefined) query.set(key, String(value));
  }
  return query.size > 0 ? `/audit?${query}` : '/audit';
}

/** The same as the API asks for it. */
export function auditQuery(filter: AuditFilter, now: Date): AuditQuery {
  const days = AUDIT_SPANS[filter.span];
  const { actor, action, production } = filter;
  return {
    ...(actor ? { actor } : {}),
    ...(action ? { action } : {}),
    ...(production ? { production } : {}),
    ...(days ? { from: new Date(now.getTime() - days * DAY_MS).toISOString() } : {}),
  };
}

/** `71c0-0be2`: enough of a hash to compare by eye. */
export const shortHash = (hash: string): string => `${hash.slice(0, 4)}-${hash.slice(4, 8)}`;
