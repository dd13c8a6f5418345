import { z } from 'zod';
import { EngineUse } from './analysis.ts';
import { Correction, RejectedFinding, Review } from './correction/correction.ts';
import { Finding } from './finding.ts';
import { Rating } from './rating/rating.ts';
import { Geometry, Study } from './study.ts';

/** Planes across the stack: along the image's rows, or along its columns. */
export const PlaneAxis = z.enum(['coronal', 'sagittal']);
export type PlaneAxis = z.infer<typeof PlaneAxis>;

/** A version of the findings, as a list shows it; 1 is the engine's own. */
export const FindingsVersion = z.object({
  version: z.int().positive(),
  /** Account id, or `engine`. */
  author: z.string(),
  reason: z.string(),
  at: z.iso.datetime().nullable(),
  changes: z.array(Correction),
});
export type FindingsVersion = z.infer<typeof FindingsVersion>;

/** Why findings cannot be corrected now, for this person. */
export const Locked = z.enum(['role', 'not-yet', 'old-version']);
export type Locked = z.infer<typeof Locked>;

/** Everything the page of images and findings shows beside the pixels. */
export const FindingsView = z.object({
  /** The version shown, and the newest. */
  version: z.int().positive(),
  latest: z.int().positive(),
  study: z.object({
    caseCode: z.string(),
    provenance: Study.shape.provenance,
    measurable: z.boolean(),
    geometry: Geometry,
    acquisition: Study.shape.acquisition,
    firstLungSlice: z.int(),
    lastLungSlice: z.int(),
  }),
  findings: z.array(Finding),
  rejected: z.array(RejectedFinding),
  reviews: z.array(Review),
  ratings: z.array(Rating),
  engines: z.array(EngineUse),
  /** Version of the newest script, and for each finding the numbers of the sentences that speak of it. */
  script: z.object({ version: z.int(), sentences: z.record(z.string(), z.array(z.int())) }).nullable(),
  versions: z.array(FindingsVersion),
  /** Display names of the accounts that appear. */
  people: z.record(z.string(), z.string()),
  /** Null when this person may correct this version now. */
  locked: Locked.nullable(),
});
export type FindingsView = z.infer<typeof FindingsView>;

const Corrections = z.array(Correction).min(1).max(60);

/** POST …/findings/preview: what would follow. */
export const PreviewBody = z.strictObject({ basedOn: z.int().positive(), corrections: Corrections });
export type PreviewBody = z.infer<typeof PreviewBody>;

/** POST …/findings: the next version. */
export const CorrectBody = PreviewBody.extend({ reason: z.string().trim().min(1).max(300) });
export type CorrectBody = z.infer<typeof CorrectBody>;

/** POST …/findings/confirm: looked at, left as they are. */
export const ConfirmBody = z.strictObject({
  basedOn: z.int().positive(),
  findingIds: z
    .array(z.string().regex(/^F\d+$/))
    .min(1)
    .max(60),
});
export type ConfirmBody = z.infer<typeof ConfirmBody>;
