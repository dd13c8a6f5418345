import type { ProductionStatus, Progress } from '#domain/progress';

/** Where the one action of a row leads. */
export function nextPage(id: string, status: ProductionStatus): string {
  if (status === 'waiting-approval' || status === 'waiting-final') return `/productions/${id}/review`;
  return status === 'returned' ? `/productions/${id}/script` : `/productions/${id}`;
}

/** The person a production waits for, if it waits for one. */
export const personOf = (waitsFor: Progress['waitsFor'] | undefined): 'physician' | 'editor' | 'publicity' | null =>
  waitsFor === 'physician' || waitsFor === 'editor' || waitsFor === 'publicity' ? waitsFor : null;
