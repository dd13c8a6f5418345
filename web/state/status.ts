import type { ProductionStatus } from '#domain/progress';

const ENDED: readonly ProductionStatus[] = ['done', 'failed', 'cancelled'];

/** Nothing more comes of it by itself. */
export const hasEnded = (status: ProductionStatus): boolean => ENDED.includes(status);
