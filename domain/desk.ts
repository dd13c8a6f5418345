import { z } from 'zod';
import type { Role } from './approval.ts';
import { ProductionSummary } from './production.ts';
import type { ProductionStatus, Progress } from './progress.ts';

/** Which productions a list shows. `mine`: those the reader ordered. */
export const ProductionFilter = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  /** Older than this moment: the `createdAt` of the last one shown. */
  before: z.iso.datetime().optional(),
  /** Statuses, divided by commas. */
  status: z.string().max(200).optional(),
  mine: z.literal('1').optional(),
  /** Part of the title, the case code or the series of films. */
  text: z.string().trim().max(80).optional(),
});
export type ProductionFilter = z.infer<typeof ProductionFilter>;

/** A released film as the library shows it; its files are asked of the production. */
export const FilmSummary = z.object({
  productionId: z.string(),
  revision: z.int(),
  title: z.string(),
  series: z.string().nullable(),
  language: z.string(),
  seconds: z.number(),
  releasedAt: z.iso.datetime(),
});
export type FilmSummary = z.infer<typeof FilmSummary>;

/** The reader's desk: what waits for this person, what runs in the reader's departments, the newest films. */
export const Desk = z.object({
  needs: z.array(ProductionSummary),
  counts: z.object({ waiting: z.int(), failed: z.int(), returned: z.int(), running: z.int(), all: z.int() }),
  running: z.array(ProductionSummary),
  films: z.array(FilmSummary),
});
export type Desk = z.infer<typeof Desk>;

/** The films of a reader's departments, newest first, and the series there are. */
export const FilmLibrary = z.object({ films: z.array(FilmSummary), series: z.array(z.string()) });
export type FilmLibrary = z.infer<typeof FilmLibrary>;

/** Statuses in which something runs or is about to. */
export const RUNNING: readonly ProductionStatus[] = [
  'queued',
  'running',
  'waiting-approval',
  'waiting-final',
  'paused',
];
const MENDERS: readonly Role[] = ['publicity', 'editor', 'admin'];

/** Whether a production stands still until a person with these roles does something. */
export function needs(
  status: ProductionStatus,
  waitsFor: Progress['waitsFor'] | null,
  roles: readonly Role[],
): boolean {
  if (status === 'failed' || status === 'returned') return roles.some((role) => MENDERS.includes(role));
  if (status !== 'waiting-approval' && status !== 'waiting-final') return false;
  return roles.some((role) => role === waitsFor);
}
