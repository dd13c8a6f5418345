import { z } from 'zod';
import { ProductionStatus } from './progress.ts';

/** What people type; spaces separate words that must all be there. */
export const SearchQuery = z.string().trim().min(1).max(80);

const ProductionHit = z.object({
  productionId: z.string(),
  title: z.string().nullable(),
  caseCode: z.string().nullable(),
  status: ProductionStatus,
  createdAt: z.iso.datetime(),
});

const SentenceHit = z.object({
  productionId: z.string(),
  title: z.string().nullable(),
  caseCode: z.string().nullable(),
  /** The newest version, which this was found in. */
  version: z.int(),
  sentenceId: z.string(),
  text: z.string(),
  /** The findings it speaks of; none for other sentences. */
  findingIds: z.array(z.string()),
});
export type SentenceHit = z.infer<typeof SentenceHit>;

/** What was found, newest productions first, a few of each kind. */
export const SearchAnswer = z.object({
  productions: z.array(ProductionHit),
  /** What is said of findings. */
  findings: z.array(SentenceHit),
  sentences: z.array(SentenceHit),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

/** The words of a query, in small letters as the index has them. */
export const searchWords = (query: string): string[] => query.toLowerCase().split(/\s+/).filter(Boolean);
