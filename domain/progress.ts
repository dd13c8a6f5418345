import { z } from 'zod';
import { STAGES } from './stages.ts';

export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;

export const ProductionStatus = z.enum([
  'queued',
  'running',
  'waiting-approval',
  'waiting-final',
  'returned',
  'paused',
  'done',
  'failed',
  'cancelled',
]);
export type ProductionStatus = z.infer<typeof ProductionStatus>;

/** What a person sees of a production now. `fraction` is 1 only when the film passed its checks and both gates and is released. */
export const Progress = z.object({
  productionId: z.string(),
  seq: z.int().nonnegative(),
  status: ProductionStatus,
  stage: Stage,
  /** Of the stage, 0..1. */
  stageFraction: z.number().min(0).max(1),
  /** Of the whole production, 0..1. */
  fraction: z.number().min(0).max(1),
  note: z.string().nullable(),
  /** Who or what has to act next: `system`, a role, or `nobody`. */
  waitsFor: z.enum(['system', 'physician', 'editor', 'publicity', 'nobody']),
  /** Seconds still to go, only where there is a basis for it. */
  estimateSeconds: z.number().nonnegative().nullable(),
  error: z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  at: z.iso.datetime(),
});
export type Progress = z.infer<typeof Progress>;

/** Planned share of each stage in the whole, from measured demos; the wait for people counts nothing. */
const SHARE: Record<Stage, number> = {
  images: 0.03,
  analysis: 0.12,
  script: 0.01,
  approval: 0,
  speech: 0.06,
  timeline: 0.01,
  render: 0.69,
  package: 0.08,
  final: 0,
  release: 0,
};

/** Fraction of the whole production, 0..1, when `stage` is at `stageFraction`. Below 1 until the production is done. */
export function wholeFraction(stage: Stage, stageFraction: number): number {
  const before = STAGES.slice(0, STAGES.indexOf(stage)).reduce((sum, earlier) => sum + SHARE[earlier], 0);
  return Math.min(0.999, Math.round((before + SHARE[stage] * stageFraction) * 1e4) / 1e4);
}
