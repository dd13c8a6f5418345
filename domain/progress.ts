import { z } from 'zod';

/** Stages of a production, in order. The studio's thread has these knots. */
export const STAGES = ['images', 'analysis', 'script', 'approval', 'speech', 'timeline', 'render', 'package'] as const;
export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;

export const ProductionStatus = z.enum([
  'queued',
  'running',
  'waiting-approval',
  'returned',
  'done',
  'failed',
  'cancelled',
]);
export type ProductionStatus = z.infer<typeof ProductionStatus>;

/** What a person sees of a production now. `fraction` is 1 only when the film is packaged and passed its checks. */
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
  /** Who or what has to act next: `system`, `physician`, `editor`, `nobody`. */
  waitsFor: z.enum(['system', 'physician', 'editor', 'nobody']),
  /** Seconds still to go, only where there is a basis for it. */
  estimateSeconds: z.number().nonnegative().nullable(),
  error: z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  at: z.iso.datetime(),
});
export type Progress = z.infer<typeof Progress>;
