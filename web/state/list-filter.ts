import type { ProductionStatus } from '#domain/progress';

/** Groups of statuses a list can be narrowed to; the name stands in the address. */
export const STATUS_GROUPS = {
  all: null,
  needs: ['waiting-approval', 'waiting-final', 'returned'],
  running: ['queued', 'running', 'paused'],
  failed: ['failed'],
  done: ['done'],
  cancelled: ['cancelled'],
} as const satisfies Record<string, readonly ProductionStatus[] | null>;
export type StatusGroup = keyof typeof STATUS_GROUPS;

/** What a list's address says: anything unknown counts as not said. */
export interface ListFilter {
  readonly status: StatusGroup;
  readonly mine: boolean;
  readonly text: string;
  readonly before: string | null;
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

type Params = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''));

export function filterOf(params: Params): ListFilter {
  const status = one(params.status);
  const before = one(params.before);
  return {
    status: Object.hasOwn(STATUS_GROUPS, status) ? (status as StatusGroup) : 'all',
    mine: one(params.mine) === '1',
    text: one(params.text).trim().slice(0, 80),
    before: MOMENT.test(before) ? before : null,
  };
}

/** The address of a list under a filter. */
export function addressOf(filter: Partial<ListFilter>): string {
  const query = new URLSearchParams();
  if (filter.status && filter.status !== 'all') query.set('status', filter.status);
  if (filter.mine) query.set('mine', '1');
  if (filter.text) query.set('text', filter.text);
  if (filter.before) query.set('before', filter.before);
  return query.size > 0 ? `/productions?${query}` : '/productions';
}
