import { z } from 'zod';
import { Digest } from '#domain/artifact';
import { SentenceEdit } from '#domain/edit-script';
import { ProductionRequest } from '#domain/production';
import { UploadId } from '#domain/upload';

/**
 * POST /api/productions, from an `upload` of the person's own or from a `source`, a folder or ZIP on the studio's own machine (for the command
 * line there). Neither path is kept but in an intake ticket.
 */
export const CreateBody = z.strictObject({
  source: z.string().min(1).max(4096).optional(),
  upload: UploadId.optional(),
  /** The person has looked at the sample images of the upload and saw no name, number or date in them. */
  confirmedNoIdentity: z.boolean().default(false),
  /** Id of the department it is made for; the person's first when left out. */
  department: z.string().optional(),
  template: z.string().default('case-teaching'),
  language: z.string().default('zh-CN'),
  brand: z.string().default('shili-general'),
  speaker: ProductionRequest.shape.speaker.default('male_doctor'),
  provenance: ProductionRequest.shape.provenance.default('hospital'),
  purpose: ProductionRequest.shape.purpose.default(null),
  series: ProductionRequest.shape.series.default(null),
  title: ProductionRequest.shape.title,
  filmSeries: ProductionRequest.shape.filmSeries,
  audience: ProductionRequest.shape.audience,
  spacingMm: ProductionRequest.shape.spacingMm.default(null),
  /** A WAV, FLAC or MP3 file on the studio's own machine (for the command line there). */
  music: z.string().min(1).max(4096).nullable().default(null),
});
export type CreateBody = z.infer<typeof CreateBody>;

/** POST …/decision and …/film/decision. The actor is who the session or token says, never who the body says. */
export const DecisionBody = z.strictObject({
  decision: z.enum(['approve', 'request-changes']),
  digest: Digest,
  comment: z.string().max(2000).default(''),
  /** Account that delegated to the person who signs. */
  onBehalfOf: z.string().max(60).nullable().default(null),
});
export type DecisionBody = z.infer<typeof DecisionBody>;

/** PUT …/script: changed sentences of the version the editor had before them. */
export const ReviseBody = z.strictObject({
  basedOn: z.int().positive(),
  sentences: z.array(SentenceEdit).min(1).max(200),
});
export type ReviseBody = z.infer<typeof ReviseBody>;

/** POST …/rerender: changed sentences, or none to try again what failed. */
export const RerenderBody = z.strictObject({ sentences: z.array(SentenceEdit).max(200).default([]) });
export type RerenderBody = z.infer<typeof RerenderBody>;
