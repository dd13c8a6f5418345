import { z } from 'zod';
import type { Comparison, Rating } from '../rating/rating.ts';
import { ratingSteps } from '../rating-steps.ts';
import type { Language } from '../script.ts';
import { shown } from './format.ts';
import { hasWord, type Word, word } from './words.ts';

/** One criterion of the walk: what could be, and which one this case is. */
export const RatingColumn = z.object({
  criterion: z.string(),
  name: z.string(),
  options: z.array(z.string()).min(1).max(4),
  chosen: z.int().nonnegative(),
});
export type RatingColumn = z.infer<typeof RatingColumn>;

/** Options that are words, in the order the film shows them. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  exam: ['screening-baseline', 'screening-follow-up', 'diagnostic'],
  type: ['non-solid', 'part-solid', 'solid'],
  number: ['single', 'multiple'],
  history: ['baseline', 'new', 'growing', 'stable', 'slowly-growing'],
};
/** Size limits by nodule type and criterion, mm: Lung-RADS v2022 at baseline (NBK568579) and Fleischner 2017. */
const LIMITS: Readonly<Record<Rating['system'], Readonly<Record<string, readonly number[]>>>> = {
  'lung-rads-2022': {
    'solid.meanDiameter': [6, 8, 15],
    'part-solid.meanDiameter': [6],
    'non-solid.meanDiameter': [30],
    'part-solid.solidDiameter': [6, 8],
  },
  'fleischner-2017': {
    'solid.meanDiameter': [6, 8],
    'part-solid.meanDiameter': [6],
    'non-solid.meanDiameter': [6],
    'part-solid.solidDiameter': [6],
  },
};

const optionWord = (language: Language, key: string): string =>
  hasWord(`option.${key}`) ? word(language, `option.${key}` as Word) : key;

/** "< 6 mm", "6–8 mm", "≥ 8 mm" for rising limits; `over` = the last one itself still belongs to the range before it. */
function ranges(limits: readonly number[], unit: string, over: boolean): string[] {
  const text = (value: number): string => shown(value, Number.isInteger(value) ? 0 : 1);
  const unitText = unit && unit !== 'years' ? ` ${unit}` : '';
  const [first, last] = [limits[0] ?? 0, limits.at(-1) ?? 0];
  const middle = limits.slice(1).map((to, i) => `${text(limits[i] ?? 0)}–${text(to)}${unitText}`);
  return [`< ${text(first)}${unitText}`, ...middle, `${over ? '>' : '≥'} ${text(last)}${unitText}`];
}

/**
 * A size against the limits of its table, or against those the trace itself names where no table is known here. Which
 * range holds is read from the comparison, never decided again: the rule alone knows where 8.0 belongs.
 */
function sized(
  step: Comparison,
  known: readonly number[] | undefined,
  over: boolean,
  language: Language,
): RatingColumn | null {
  const named = (Array.isArray(step.threshold) ? step.threshold : [step.threshold]).filter(
    (x) => typeof x === 'number',
  );
  const limits = known && named.every((value) => known.includes(value)) ? known : named;
  const first = limits.indexOf(named[0] ?? Number.NaN);
  if (first < 0) return null;
  const below = step.operator === '<';
  const chosen = step.passed ? first + (below ? 0 : 1) : first + (below ? 1 : 0);
  const options = ranges(limits, step.unit, over).map((text) =>
    step.unit === 'years' ? word(language, 'option.years', { range: text }) : text,
  );
  return { ...headOf(step, language), options, chosen };
}

function headOf(step: Pick<Comparison, 'criterion'>, language: Language): { criterion: string; name: string } {
  const key = `criterion.${step.criterion}`;
  return { criterion: step.criterion, name: word(language, hasWord(key) ? key : 'criterion.other') };
}

/** A yes-or-no criterion: the branch that was taken first or second, never invented. */
function binary(step: Comparison, language: Language): RatingColumn {
  const pair =
    step.criterion === 'nodules'
      ? (['option.unseen', 'option.seen'] as const)
      : ['calcification', 'fat', 'suspicious', 'juxtapleural', 'airway'].includes(step.criterion)
        ? (['option.yes', 'option.no'] as const)
        : (['option.met', 'option.unmet'] as const);
  return {
    ...headOf(step, language),
    options: pair.map((key) => word(language, key)),
    chosen: step.passed ? 0 : 1,
  };
}

function columnOf(step: Comparison, rating: Rating, type: string, language: Language): RatingColumn {
  if (typeof step.measured === 'number' && step.operator !== '=') {
    const over = rating.system === 'fleischner-2017' && type === 'solid' && step.criterion === 'meanDiameter';
    const column = sized(step, LIMITS[rating.system][`${type}.${step.criterion}`], over, language);
    if (column) return column;
  }
  const listed = WORDS[step.criterion];
  const at = typeof step.measured === 'string' ? (listed?.indexOf(step.measured) ?? -1) : -1;
  if (listed && at >= 0) {
    const shownKeys =
      step.criterion === 'exam' && rating.system === 'lung-rads-2022'
        ? listed.slice(0, 2)
        : step.criterion === 'history'
          ? listed.slice(0, 3)
          : listed;
    if (at < shownKeys.length) {
      return { ...headOf(step, language), options: shownKeys.map((key) => optionWord(language, key)), chosen: at };
    }
  }
  return binary(step, language);
}

/** Why a rule is not used, as a walk: the condition asked for, and the answer. The second column is the rule itself. */
function refusal(rating: Rating, language: Language): RatingColumn[] {
  const say = (key: Word): string => word(language, key);
  const rule: RatingColumn = {
    criterion: 'rule',
    name: say('criterion.rule'),
    options: [say('option.applies'), say('option.applies-not')],
    chosen: 1,
  };
  const first = (criterion: Word, options: Word[], chosen: number): RatingColumn[] => [
    { criterion, name: say(criterion), options: options.map(say), chosen },
    rule,
  ];
  switch (rating.reason) {
    case 'diagnostic-exam':
      return first('criterion.exam', ['option.screening', 'option.diagnostic'], 1);
    case 'screening-exam':
      return first('criterion.exam', ['option.diagnostic', 'option.screening'], 1);
    case 'unknown-exam':
      return first('criterion.exam', ['option.screening', 'option.diagnostic', 'option.unknown'], 2);
    case 'age-under-35':
      return first('criterion.age', ['option.from-35', 'option.under-35'], 1);
    case 'age-unknown':
      return first('criterion.age', ['option.from-35', 'option.under-35', 'option.unknown'], 2);
    case 'mass':
      return first('criterion.size', ['option.under-30', 'option.from-30'], 1);
    case 'no-spacing':
      return first('criterion.size', ['option.with-mm', 'option.no-mm'], 1);
    default:
      return first('criterion.other', ['option.met', 'option.unmet'], 1);
  }
}

/** The walk of a rating as columns, `step-1` first; two columns when the rule does not apply, none without a rating. */
export function ratingColumns(rating: Rating | null, language: Language): RatingColumn[] {
  if (!rating) return [];
  if (!rating.applicable) return refusal(rating, language);
  const steps = ratingSteps(rating);
  const type = rating.trace.find((step) => step.criterion === 'type')?.measured;
  return steps.map((step) => columnOf(step, rating, typeof type === 'string' ? type : '', language));
}
