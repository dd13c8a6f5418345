import { z } from 'zod';
import { ArtifactRef } from './artifact.ts';

export const SpeakerId = z.enum(['male_doctor', 'female_doctor', 'narrator']);
export type SpeakerId = z.infer<typeof SpeakerId>;

/** A stretch of one sentence between two breaths, with exact times inside the sentence's own audio. */
export const SpokenClause = z.object({
  /** The words as they stand in the sentence (subtitle text), punctuation included. */
  text: z.string(),
  startMs: z.number().nonnegative(),
  endMs: z.number().positive(),
});
export type SpokenClause = z.infer<typeof SpokenClause>;

/** One sentence spoken: PCM s16le mono 48 kHz WAV, starting and ending in silence of known length. */
export const Take = z.object({
  sentenceId: z.string(),
  audio: ArtifactRef,
  durationMs: z.number().positive(),
  clauses: z.array(SpokenClause).min(1),
  engine: z.object({
    id: z.string(),
    version: z.string(),
    tier: z.enum(['formant', 'neural', 'recorded']),
    voice: z.string(),
  }),
});
export type Take = z.infer<typeof Take>;
