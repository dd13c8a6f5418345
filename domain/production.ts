import { z } from 'zod';
import { SpeakerId } from './speech.ts';
import { ExamPurpose, Provenance } from './study.ts';

/** An order for a film. The source's path is not in it: it stays in an intake ticket outside database and workflow. */
export const ProductionRequest = z.object({
  template: z.string(),
  language: z.string(),
  brand: z.string(),
  speaker: SpeakerId,
  provenance: Provenance,
  /** Given by a person where the header does not say it. */
  purpose: ExamPurpose.nullable(),
  series: z.string().max(8).nullable(),
  /** Column, row and slice spacing by a person, mm, for pictures. */
  spacingMm: z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]).nullable(),
});
export type ProductionRequest = z.infer<typeof ProductionRequest>;

/** Ids that may stand in logs, workflow ids and addresses. */
export const ProductionId = z.string().regex(/^p[0-9a-z]{11}$/);
