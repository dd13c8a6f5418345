import { z } from 'zod';
import { ArtifactRef } from './artifact.ts';
import { Contralateral, Finding } from './finding.ts';
import { Rating } from './rating/rating.ts';
import { Study } from './study.ts';

/** What ran: the model by its manifest, and on which execution provider. */
export const EngineUse = z.object({
  model: z.string(),
  version: z.string(),
  sha256: z.string(),
  tier: z.enum(['classical', 'trained']),
  provider: z.enum(['cuda', 'cpu']),
  /** Why not the wished provider, e.g. "cuda: library not found"; null when the wished one ran. */
  fallback: z.string().nullable(),
});
export type EngineUse = z.infer<typeof EngineUse>;

/** The lungs as the film draws them: one vertical run per column of the middle coronal plane, in mm from the head end. */
export const LungShape = z.object({
  volumeMl: z.number(),
  meanHu: z.number(),
  /** First and last slice (0-based) holding lung. */
  firstSlice: z.int(),
  lastSlice: z.int(),
  /** Coronal silhouette at the finding's row: for every 8th column the runs of lung [fromSlice, toSlice]. */
  warp: z.array(z.object({ column: z.number(), runs: z.array(z.tuple([z.number(), z.number()])) })),
});
export type LungShape = z.infer<typeof LungShape>;

/** Facts: everything a script may speak of and a film may show. */
export const Analysis = z.object({
  study: Study,
  lungs: LungShape,
  /** 0 = outside, 1 = right lung, 2 = left lung; Uint8, same order as the volume, deflate-raw. */
  lungMask: ArtifactRef,
  findings: z.array(Finding),
  contralateral: z.array(Contralateral),
  ratings: z.array(Rating),
  engines: z.array(EngineUse),
  candidatesSeen: z.int().nonnegative(),
});
export type Analysis = z.infer<typeof Analysis>;
