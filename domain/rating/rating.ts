import { z } from 'zod';

/** One comparison a rule made, in the order it was made. `passed` says whether the walk went along this branch. */
export const Comparison = z.object({
  /** Stable key of the criterion, e.g. `exam`, `type`, `meanDiameter`, `solidDiameter`, `calcification`. */
  criterion: z.string(),
  /** The measured side as a number or a word, e.g. 8.0 or `part-solid`. */
  measured: z.union([z.number(), z.string(), z.boolean()]),
  operator: z.enum(['=', '<', '>=', 'in']),
  /** The rule's side: a number, a word, or a range [from, to). */
  threshold: z.union([z.number(), z.string(), z.boolean(), z.tuple([z.number(), z.number()])]),
  unit: z.string(),
  passed: z.boolean(),
  /** Row of the rule's table this comes from. */
  rule: z.string(),
});
export type Comparison = z.infer<typeof Comparison>;

export const RatingSystem = z.enum(['lung-rads-2022', 'fleischner-2017']);
export type RatingSystem = z.infer<typeof RatingSystem>;

/** A class by a published rule, or the reason why the rule does not apply. */
export const Rating = z.object({
  system: RatingSystem,
  findingId: z.string().nullable(),
  applicable: z.boolean(),
  /** Lung-RADS: 0 1 2 3 4A 4B 4X. Fleischner: a key of its recommendation. Null when not applicable. */
  category: z.string().nullable(),
  /** Key of why it applies or not: `screening`, `diagnostic-exam`, `no-spacing`, `age-under-35`, `unknown-exam`, … */
  reason: z.string(),
  /** Key of the advice, e.g. `ldct-6-months`; texts live with the script templates. Null when not applicable. */
  management: z.string().nullable(),
  /** What had to be taken for granted, e.g. `no-priors-supplied`. */
  assumptions: z.array(z.string()),
  trace: z.array(Comparison),
});
export type Rating = z.infer<typeof Rating>;
