import { intervalOf } from '../facts.ts';
import type { Finding } from '../finding.ts';
import type { Rating } from '../rating/rating.ts';
import { traitsOf } from '../traits.ts';
import { noFollowUp } from './assessment.ts';

/** What comes next by the rule, or what to do where no rule says. */
export type FollowPlan =
  | {
      readonly next: 'interval';
      readonly from: number;
      readonly to: number;
      readonly system: 'lung-rads-2022' | 'fleischner-2017';
    }
  | { readonly next: 'no-follow-up' | 'work-up' | 'earlier' | 'specialist' | 'mass' };

/** The plan behind the follow-up scene; the same branches as the advice scene. */
export function followPlan(rating: Rating | null, lead: Finding | null): FollowPlan {
  if (rating?.management === 'compare-with-priors') return { next: 'earlier' };
  if (!rating?.applicable) {
    if (lead === null) return { next: 'specialist' };
    return { next: traitsOf(lead).mass ? 'mass' : 'earlier' };
  }
  const interval = intervalOf(rating.management);
  if (interval) return { next: 'interval', ...interval, system: rating.system };
  return { next: noFollowUp(rating) ? 'no-follow-up' : 'work-up' };
}
