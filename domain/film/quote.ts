import { z } from 'zod';
import { type Aspect, aspectOf } from '../aspect.ts';
import type { Comparison, Rating } from '../rating/rating.ts';
import { ratingSteps, spokenRating } from '../rating-steps.ts';
import { REFERENCES } from '../references.ts';
import { reasonWord } from './assessment.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { shown } from './format.ts';
import { setLines } from './lines.ts';
import { displayFace, textWidth } from './measure.ts';
import { draw, type Entrance, eased, settle, textEntrance } from './motion.ts';
import { managementWords } from './points.ts';
import { ratingColumns } from './rating-columns.ts';
import { word } from './words.ts';
import { type TableWord, tableWord } from './words-tables.ts';

const SetText = z.object({ size: z.number(), lines: z.array(z.string()).min(1) });

export const QuoteProps = SceneBase.extend({
  kind: z.literal('quote'),
  /** The rule's name; empty where none was tried. */
  system: z.string(),
  paraphrase: z.string(),
  /** The row of the rule's table: its conditions, then what it asks. */
  conditions: SetText.nullable(),
  statement: SetText,
  caseName: z.string(),
  /** The step that decided, with this case's own value. */
  step: SetText,
  verdict: SetText,
  reference: SetText.nullable(),
  /** Row of this case on the thread, px. */
  node: z.number(),
});
export type QuoteProps = z.infer<typeof QuoteProps>;

type Say = (key: TableWord, values?: Record<string, string | number>) => string;

/** Where it stands, px. */
export interface QuoteLayout {
  readonly bar: { readonly x: number; readonly top: number };
  readonly text: { readonly x: number; readonly room: number };
  readonly system: { readonly y: number; readonly size: number };
  readonly statement: { readonly top: number; readonly sizes: readonly number[]; readonly lines: number };
  readonly conditions: readonly number[];
  /** Least row of this case, and its distance from what stands above. */
  readonly node: number;
  readonly gap: number;
  readonly step: readonly number[];
  readonly verdict: readonly number[];
  /** Baseline of the reference's last line. */
  readonly reference: number;
}
export const QUOTE_LAYOUT: Readonly<Record<Aspect, QuoteLayout>> = {
  '16:9': {
    bar: { x: 110, top: 150 },
    text: { x: 196, room: 1580 },
    system: { y: 176, size: 40 },
    statement: { top: 250, sizes: [104, 96, 88, 80, 72], lines: 2 },
    conditions: [38, 34, 30],
    node: 600,
    gap: 130,
    step: [44, 40, 36, 32],
    verdict: [60, 52, 46, 40],
    reference: 838,
  },
  '9:16': {
    bar: { x: 80, top: 262 },
    text: { x: 160, room: 866 },
    system: { y: 300, size: 44 },
    statement: { top: 430, sizes: [104, 96, 88, 80, 72], lines: 3 },
    conditions: [46, 42, 38, 34],
    node: 900,
    gap: 180,
    step: [52, 48, 44, 40],
    verdict: [72, 64, 56, 50],
    reference: 1430,
  },
  '1:1': {
    bar: { x: 74, top: 130 },
    text: { x: 138, room: 888 },
    system: { y: 152, size: 36 },
    statement: { top: 220, sizes: [76, 70, 64, 58], lines: 2 },
    conditions: [36, 34, 30],
    node: 520,
    gap: 110,
    step: [38, 36, 34, 32],
    verdict: [52, 46, 42, 38],
    reference: 838,
  },
};

/** A measured size; words and counts stand in their option already. */
const measuredText = (step: Comparison): string | null =>
  typeof step.measured === 'number' && step.unit === 'mm' ? `${shown(step.measured, 1)} mm` : null;

interface Said {
  readonly conditions: string;
  readonly statement: string;
  readonly step: string;
  readonly verdict: string;
}

/** What the row of the table says, and the step by which this case came to it. */
function ruleSaid(rating: Rating, language: SceneBase['language'], say: Say): Said {
  const columns = ratingColumns(rating, language).filter((column) => !['exam', 'age'].includes(column.criterion));
  const chosen = columns.map((column) => {
    const option = column.options[column.chosen] ?? '';
    return ['type', 'number'].includes(column.criterion) ? option : `${column.name} ${option}`;
  });
  const last = ratingSteps(rating).at(-1);
  const column = columns.at(-1);
  const value = last ? measuredText(last) : null;
  const option = column?.options[column.chosen] ?? '';
  const unverified = rating.trace.some((item) => item.passed && item.rule.includes('(unverified)'));
  const verdict =
    rating.system === 'lung-rads-2022' ? say('quote.class', { class: rating.category ?? '' }) : say('quote.falls');
  return {
    conditions: chosen.join(' · '),
    statement: managementWords(rating.management, say),
    step: !column
      ? ''
      : value
        ? say('quote.step', { name: column.name, value, range: option })
        : `${column.name} ${option}`,
    verdict: unverified ? `${verdict} · ${say('quote.unverified')}` : verdict,
  };
}

function saidOf(rating: Rating | null, language: SceneBase['language'], say: Say): Said {
  if (!rating) {
    return {
      conditions: '',
      statement: say('quote.no-rule'),
      step: say('quote.no-rule.meaning'),
      verdict: say('quote.no-class'),
    };
  }
  if (rating.applicable) return ruleSaid(rating, language, say);
  return {
    conditions: '',
    statement: say(rating.reason === 'no-spacing' ? 'quote.scope.no-spacing' : `quote.scope.${rating.system}`),
    step: word(language, reasonWord(rating.reason)),
    verdict: say('quote.no-class'),
  };
}

type Text = z.infer<typeof SetText>;

/** Baselines of the statement, and of the conditions under it. */
export function quoteLines(layout: QuoteLayout, statement: Text, conditions: Text | null): [number[], number[]] {
  const above = statement.lines.map((_, i) => layout.statement.top + Math.round(statement.size * (0.9 + i * 1.24)));
  const from = (above.at(-1) ?? 0) + 34;
  const { size = 0, lines = [] } = conditions ?? {};
  return [above, lines.map((_, i) => from + Math.round(size * (1 + i * 1.4)))];
}

/** Room enough under what the rule says. */
function nodeUnder(layout: QuoteLayout, statement: Text, conditions: Text | null): number {
  const [above, below] = quoteLines(layout, statement, conditions);
  return Math.max(...above, ...below) + layout.gap;
}

/** Lines of a reference, filled from the left as in a list of works. */
function wrapped(text: string, size: number, room: number): string[] {
  const lines: string[] = [];
  for (const part of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${part}`, size) <= room) lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
  }
  return lines;
}

export function composeQuote(base: SceneBase, input: ComposeInput): QuoteProps {
  const { language } = base;
  const say: Say = (key, values) => tableWord(language, key, values);
  const rating = spokenRating(input.analysis);
  const layout = QUOTE_LAYOUT[aspectOf(base)];
  const said = saidOf(rating, language, say);
  const set = (text: string, sizes: readonly number[], maxLines: number, display = false) =>
    setLines(text, language, {
      face: display ? displayFace(base.brand) : 'text',
      tracking: display ? 0.02 : 0,
      maxWidth: layout.text.room,
      maxLines,
      sizes,
    });
  const conditions = said.conditions ? set(said.conditions, layout.conditions, 2) : null;
  const statement = set(said.statement, layout.statement.sizes, layout.statement.lines, true);
  const work = REFERENCES.find((item) => item.key === rating?.system);
  return {
    ...base,
    kind: 'quote',
    system: rating ? word(language, `rating.${rating.system}`) : '',
    paraphrase: say('quote.paraphrase'),
    conditions,
    statement,
    caseName: say('quote.case'),
    step: set(said.step, layout.step, 2),
    verdict: set(said.verdict, layout.verdict, 1, true),
    reference: work ? { size: 28, lines: wrapped(work.full, 28, layout.text.room) } : null,
    node: Math.max(layout.node, nodeUnder(layout, statement, conditions)),
  };
}

export interface QuoteState {
  readonly source: Entrance;
  readonly bar: number;
  readonly statement: Entrance;
  readonly leg: number;
  readonly node: number;
  readonly meaning: Entrance;
  readonly reference: number;
}

/** The thread runs down beside the words as the rule is spoken, and on to this case with the meaning. */
export function quoteState(props: QuoteProps, frame: number): QuoteState {
  const start = cueStart(props, 'quote', Math.min(8, props.durationInFrames));
  const meaning = cueStart(props, 'meaning', Math.floor(props.durationInFrames * 0.5));
  return {
    source: textEntrance(frame, Math.max(0, start - 6)),
    bar: eased(frame, start - 4, 26, draw),
    statement: textEntrance(frame, start + 6),
    leg: eased(frame, meaning - 2, 16, draw),
    node: eased(frame, meaning + 10, 6, settle),
    meaning: textEntrance(frame, meaning + 8),
    reference: eased(frame, start + 30, 10, settle),
  };
}
