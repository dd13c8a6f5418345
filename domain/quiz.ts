import type { Analysis } from './analysis.ts';
import { intervalOf } from './facts.ts';
import { isLobeKnown } from './film/words-image.ts';
import { spokenRating } from './rating-steps.ts';
import type { ChapterId } from './script.ts';
import type { Template } from './template.ts';

/** What a quiz asks: is there a nodule, on which side, in which lobe, of which kind, in which class, and does it need follow-up. */
export type QuizAsk = 'nodule' | 'side' | 'lobe' | 'type' | 'class' | 'follow-up';

/** One question. Options stand in a fixed order (anatomical, or ascending) that does not depend on which of them is true. */
export interface Quiz {
  readonly ask: QuizAsk;
  readonly options: readonly string[];
  /** One of `options`. */
  readonly answer: string;
}

/** Four lobes in anatomical order; the middle lobe stands in only where it is the true one. */
const LOBES = ['RUL', 'RLL', 'LUL', 'LLL'] as const;
const LOBES_WITH_MIDDLE = ['RUL', 'RML', 'RLL', 'LLL'] as const;

/** Neighbouring Lung-RADS classes, ascending: a true class stands first, second, third or last among them. */
const CLASSES = [
  { of: ['0'], options: ['0', '1', '2', '3'] },
  { of: ['1', '2'], options: ['1', '2', '3', '4A'] },
  { of: ['3', '4A'], options: ['2', '3', '4A', '4B'] },
  { of: ['4B', '4X'], options: ['3', '4A', '4B', '4X'] },
] as const;

/** What is asked in a chapter. Everything it asks and answers comes from the analysis. */
export function quizOf(analysis: Analysis, chapterId: ChapterId): Quiz {
  const lead = analysis.findings[0];
  if (!lead) return { ask: 'nodule', options: ['right', 'left', 'none'], answer: 'none' };
  switch (chapterId) {
    case 'case':
    case 'look':
      return place(analysis);
    case 'assessment':
      return assessment(analysis);
    case 'follow':
    case 'advice':
      return followUp(analysis);
    case 'lesion':
    case 'what':
    case 'size':
    case 'differential':
      return { ask: 'type', options: ['non-solid', 'part-solid', 'solid'], answer: lead.features.type.value };
  }
}

/** Whether a film asks where the nodule is: nothing before that question may give its place away. */
export const asksPlace = ({ chapters }: Template): boolean =>
  chapters.some(({ id, scenes }) => (id === 'case' || id === 'look') && scenes.some(({ kind }) => kind === 'quiz'));

function place({ findings }: Analysis): Quiz {
  const lead = findings[0]!;
  const { lobe, side } = lead.features;
  if (!isLobeKnown(lead)) {
    return { ask: 'side', options: ['right', 'mediastinum', 'left'], answer: side.value };
  }
  return { ask: 'lobe', options: lobe.value === 'RML' ? LOBES_WITH_MIDDLE : LOBES, answer: lobe.value };
}

function assessment(analysis: Analysis): Quiz {
  const rating = spokenRating(analysis);
  const category = rating?.applicable && rating.system === 'lung-rads-2022' ? rating.category : null;
  const classes = CLASSES.find(({ of }) => (of as readonly (string | null)[]).includes(category));
  return category && classes ? { ask: 'class', options: classes.options, answer: category } : followUp(analysis);
}

/** Yes: an interval or further tests by the rule; no: none by the rule; ask: no rule says, a specialist does. */
function followUp(analysis: Analysis): Quiz {
  const rating = spokenRating(analysis);
  const options = ['no', 'yes', 'ask'] as const;
  if (!rating?.applicable || rating.management === 'compare-with-priors')
    return { ask: 'follow-up', options, answer: 'ask' };
  if (intervalOf(rating.management)) return { ask: 'follow-up', options, answer: 'yes' };
  const none = /^no(ne)?\b|no-routine/.test(rating.management ?? '');
  return { ask: 'follow-up', options, answer: none ? 'no' : 'yes' };
}
