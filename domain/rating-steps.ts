import type { Analysis } from './analysis.ts';
import type { Comparison, Rating } from './rating/rating.ts';

/** The rating a film speaks of: the first that applies, else the first that says why it does not; null where none was tried. */
export function spokenRating(analysis: Analysis): Rating | null {
  const lead = analysis.findings[0]?.id ?? null;
  const own = analysis.ratings.filter((rating) => rating.findingId === lead || rating.findingId === null);
  return own.find((rating) => rating.applicable) ?? own[0] ?? null;
}

/** What makes room first: preconditions, then what the picture shows anyway. The criterion that decided is never dropped. */
const GIVE_WAY: readonly string[] = ['spacing', 'age', 'mass', 'exam', 'number', 'type'];

/**
 * The comparisons the assessment scene walks, at most four and in the order the rule made them (`step-1` first): for each criterion the
 * last one that held, being the narrowest.
 */
export function ratingSteps(rating: Rating): readonly Comparison[] {
  const last = new Map<string, Comparison>();
  for (const comparison of rating.trace) if (comparison.passed) last.set(comparison.criterion, comparison);
  let steps = [...last.values()];
  while (steps.length > 4) {
    const spare = GIVE_WAY.find((name) => steps.some((step) => step.criterion === name)) ?? steps[0]!.criterion;
    steps = steps.filter((step) => step.criterion !== spare);
  }
  return steps;
}
