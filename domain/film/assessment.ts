import { z } from 'zod';
import type { Analysis } from '../analysis.ts';
import { type Aspect, aspectOf } from '../aspect.ts';
import { intervalOf } from '../facts.ts';
import type { Rating } from '../rating/rating.ts';
import { spokenRating } from '../rating-steps.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { figuresWidth } from './figures.ts';
import { setLines } from './lines.ts';
import { displayFace, fitSize, textWidth } from './measure.ts';
import { draw, type Entrance, eased, linear, settle, textEntrance } from './motion.ts';
import { RatingColumn, ratingColumns } from './rating-columns.ts';
import { hasWord, type Word, word } from './words.ts';

const SetText = z.object({ size: z.number(), lines: z.array(z.string()) });
/** What stands over the thread's end: a class mark, a number with its unit, or words. */
const Result = z.discriminatedUnion('form', [
  z.object({ form: z.literal('class'), mark: z.string(), before: z.string(), after: z.string() }),
  z.object({ form: z.literal('number'), number: z.string(), unit: z.string(), size: z.number() }),
  z.object({ form: z.literal('words'), text: SetText }),
]);
const Seal = z.object({ name: z.string(), verb: z.string() });

/** Lines of limits that a tall frame holds: one that does not fit whole is left out. */
const TALL_LINES = 4;

export const AssessmentProps = SceneBase.extend({
  kind: z.literal('assessment'),
  columns: z.array(RatingColumn).max(4),
  system: z.string(),
  result: Result,
  /** Words under the thread. */
  meaning: SetText,
  limits: z.array(z.string()).max(TALL_LINES),
  example: z.array(z.object({ text: z.string(), size: z.number() })),
  /** Date of the approval, or null in a preview. */
  date: z.string().nullable(),
  seal: Seal.nullable(),
});
export type AssessmentProps = z.infer<typeof AssessmentProps>;

type Say = (key: Word, values?: Record<string, string | number>) => string;
/** Room and sizes of the result's texts, px. Tall frames give its meaning and limits the whole width, the limits in lines of `limits`. */
const SET = {
  '16:9': {
    room: 424,
    one: [],
    two: [110, 92, 80, 70, 60],
    hero: 150,
    unit: 56,
    under: 424,
    meaning: 64,
    limits: 1210,
    size: 28,
  },
  '9:16': {
    room: 440,
    one: [110, 100],
    two: [92, 80, 70, 60, 52],
    hero: 150,
    unit: 56,
    under: 916,
    meaning: 64,
    limits: 916,
    size: 32,
  },
  '1:1': {
    room: 440,
    one: [96, 84, 72, 64],
    two: [64, 58, 52, 46, 42, 38],
    hero: 118,
    unit: 48,
    under: 916,
    meaning: 46,
    limits: 916,
    size: 28,
  },
} as const satisfies Record<Aspect, object>;
type Set = (typeof SET)[Aspect];

/** Key of the words for a reason; reasons without their own words share one. */
export function reasonWord(reason: string): Word {
  const key = `rating.reason.${reason}`;
  return hasWord(key) ? key : 'rating.reason.other';
}

const words = (
  text: string,
  base: SceneBase,
  sizes: readonly number[],
  maxWidth: number,
  maxLines = 2,
): z.infer<typeof SetText> =>
  setLines(text, base.language, { face: displayFace(base.brand), tracking: 0.02, maxWidth, maxLines, sizes });

/** Words over the thread's end: in one line where a tall frame has the width, else in two. */
function resultWords(text: string, base: SceneBase, set: Set): z.infer<typeof SetText> {
  const size = set.one.find((each) => textWidth(text, each, displayFace(base.brand), 0.02) <= set.room);
  return size ? { size, lines: [text] } : words(text, base, set.two, set.room);
}

/** True when the management names no follow-up at all. */
export const noFollowUp = (rating: Rating): boolean => /^no(ne)?\b|no-routine/.test(rating.management ?? '');

function resultOf(rating: Rating | null, base: SceneBase, say: Say): Pick<AssessmentProps, 'result' | 'meaning'> {
  const set: Set = SET[aspectOf(base)];
  const lines = set.under > set.room ? 1 : 2;
  const under = (text: string, sizes: readonly number[]): z.infer<typeof SetText> =>
    words(
      text,
      base,
      lines === 1 ? [set.meaning, 48, 42, 38, 34].filter((size) => size <= set.meaning) : sizes,
      set.under,
      lines,
    );
  const plain = (text: string, below: string): Pick<AssessmentProps, 'result' | 'meaning'> => ({
    result: { form: 'words', text: resultWords(text, base, set) },
    meaning: under(below, [48, 42, 38, 34]),
  });
  if (!rating) return plain(say('rating.none'), '');
  if (!rating.applicable) return plain(say('rating.not-applicable'), say(reasonWord(rating.reason)));
  if (rating.system === 'lung-rads-2022') {
    const mark = rating.category ?? '';
    return {
      result: { form: 'class', mark, before: say('rating.class.before'), after: say('rating.class') },
      meaning: under(hasWord(`rating.${mark}`) ? say(`rating.${mark}` as Word) : '', [64, 56, 48, 42]),
    };
  }
  const months = intervalOf(rating.management);
  if (months) {
    const number = months.from === months.to ? `${months.from}` : `${months.from}–${months.to}`;
    const room = set.room - textWidth(say('rating.months'), set.unit) - 16;
    return {
      result: {
        form: 'number',
        number,
        unit: say('rating.months'),
        size: Math.min(set.hero, Math.floor((set.hero * room) / figuresWidth(number, set.hero))),
      },
      meaning: under(say('rating.follow-up'), [64, 56, 48]),
    };
  }
  return plain(say(noFollowUp(rating) ? 'rating.no-follow-up' : 'rating.work-up'), '');
}

/** What the viewer must know of the rule's use: what was taken for granted, and which other rule was not used and why. */
function limitsOf(analysis: Analysis, rating: Rating | null, base: SceneBase, say: Say): string[] {
  const wide = aspectOf(base) === '16:9';
  const { limits: maxWidth, size } = SET[aspectOf(base)];
  const assumed = (rating?.assumptions ?? [])
    .map((key) => `rating.limit.${key}`)
    .filter(hasWord)
    .map((key) => say(key));
  // One line for all that was assumed, as far as it reaches; tall frames take two.
  const premises: string[] = [];
  for (const text of assumed) {
    if (textWidth([...premises, text].join(say('rating.limit.join')), size) <= maxWidth * (wide ? 1 : 1.8))
      premises.push(text);
  }
  const others = analysis.ratings
    .filter((item) => item !== rating && !item.applicable && item.findingId === (rating?.findingId ?? item.findingId))
    .filter((item) => !rating || item.system !== rating.system)
    .map((item) =>
      say('rating.limit.not-applicable', {
        system: say(`rating.${item.system}`),
        reason: say(reasonWord(item.reason)),
      }),
    );
  const texts = [...(premises.length > 0 ? [premises.join(say('rating.limit.join'))] : []), ...others].slice(0, 2);
  if (wide) return texts;
  const set = { face: 'text', tracking: 0, maxWidth, maxLines: 2, sizes: [size] } as const;
  const lines: string[] = [];
  for (const text of texts) {
    const own = setLines(text, base.language, set).lines;
    if (lines.length + own.length <= TALL_LINES) lines.push(...own);
  }
  return lines;
}

export function composeAssessment(base: SceneBase, input: ComposeInput): AssessmentProps {
  const rating = spokenRating(input.analysis);
  const say: Say = (key, values) => word(base.language, key, values);
  const { approval } = input;
  const approved = approval?.decision === 'approve' ? approval : null;
  const example = [say('assessment.example'), say(approved ? 'assessment.no-diagnosis' : 'assessment.pending')];
  return {
    ...base,
    kind: 'assessment',
    columns: ratingColumns(rating, base.language),
    system: rating ? say(`rating.${rating.system}`) : '',
    ...resultOf(rating, base, say),
    limits: limitsOf(input.analysis, rating, base, say),
    example: example.map((text) => ({ text, size: fitSize(text, 36, 258) })),
    date: approved ? approved.at.slice(0, 10) : null,
    seal: approved
      ? { name: approved.actor.displayName, verb: say(approved.actor.demo ? 'seal.demo' : 'seal.approved') }
      : null,
  };
}

export interface AssessmentState {
  readonly warp: number;
  /** The thread's way from column to column: fraction of each leg, the first from the frame's edge, the last to the result. */
  readonly legs: number[];
  /** 0 = an open ring like the others, 1 = on the thread. */
  readonly chosen: number[];
  readonly columns: Entrance[];
  readonly result: Entrance;
  readonly limits: number;
  readonly seal: { readonly opacity: number; readonly scale: number };
}

const LEG = 13;

/**
 * Film-style §7, 08: the thread stops at each node until its criterion is spoken; the result comes after the last leg and 6 still
 * frames; the seal is the last element and then stands at least 38 frames, shorter scenes excepted.
 */
export function assessmentState(props: AssessmentProps, frame: number): AssessmentState {
  const { durationInFrames: end, columns } = props;
  const share = 0.55 / Math.max(1, columns.length);
  const starts = columns.map((_, i) => cueStart(props, `step-${i + 1}`, Math.floor(end * share * i)));
  const resultAt = cueStart(props, 'result', Math.floor(end * 0.6));
  const shownAt = resultAt + LEG + 6;
  const sealAt = Math.max(shownAt + 12, end - 45);
  const seal = eased(frame, sealAt, 7, settle);
  return {
    warp: eased(frame, 0, 12, settle),
    legs: [...starts.map((start) => eased(frame, start, LEG, draw)), eased(frame, resultAt, LEG, draw)],
    chosen: starts.map((start) => eased(frame, start + LEG - 3, 4, linear)),
    columns: columns.map((_, i) => textEntrance(frame, 4 + i * 2)),
    result: textEntrance(frame, shownAt),
    limits: eased(frame, shownAt + 8, 8, settle),
    seal: { opacity: seal, scale: Math.round((1.06 - 0.06 * seal) * 1e4) / 1e4 },
  };
}
