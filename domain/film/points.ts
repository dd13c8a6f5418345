import { z } from 'zod';
import type { Analysis } from '../analysis.ts';
import { type Aspect, aspectOf } from '../aspect.ts';
import { intervalOf } from '../facts.ts';
import { type KeyPoint, keyPointsOf } from '../key-points.ts';
import { spokenRating } from '../rating-steps.ts';
import { traitsOf } from '../traits.ts';
import { noFollowUp, reasonWord } from './assessment.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { shown } from './format.ts';
import { gridOf } from './grid.ts';
import { setLines } from './lines.ts';
import { displayFace, textWidth } from './measure.ts';
import { draw, type Entrance, eased, settle, textEntrance } from './motion.ts';
import { word } from './words.ts';
import { placeName } from './words-image.ts';
import { type TableWord, tableWord } from './words-tables.ts';

const SetText = z.object({ size: z.number(), lines: z.array(z.string()).min(1) });
const Point = z.object({ key: z.string(), cue: z.string(), name: SetText, detail: SetText });

export const PointsProps = SceneBase.extend({
  kind: z.literal('points'),
  title: z.string(),
  points: z.array(Point).min(1).max(4),
  /** Left end of the details. */
  detailX: z.number(),
});
export type PointsProps = z.infer<typeof PointsProps>;

type Say = (key: TableWord, values?: Record<string, string | number>) => string;
type Words = readonly [name: string, detail: string];

/** Where the rows stand, px: the thread's column, the text beside it, and the stretch the rows share. */
export interface PointsLayout {
  readonly title: { readonly y: number; readonly size: number };
  readonly spine: number;
  readonly left: number;
  readonly text: { readonly x: number; readonly room: number };
  /** Details stand beside the names, no nearer than this; null = under them. */
  readonly beside: number | null;
  readonly top: number;
  readonly bottom: number;
  readonly name: readonly number[];
  readonly detail: readonly number[];
}
export const POINTS_LAYOUT: Readonly<Record<Aspect, PointsLayout>> = {
  '16:9': {
    title: { y: 184, size: 44 },
    left: 96,
    spine: 110,
    text: { x: 196, room: 1000 },
    beside: 760,
    top: 214,
    bottom: 846,
    name: [76, 70, 64, 58, 52],
    detail: [40, 36, 32, 28],
  },
  '9:16': {
    title: { y: 318, size: 56 },
    left: 54,
    spine: 80,
    text: { x: 160, room: 866 },
    beside: null,
    top: 380,
    bottom: 1440,
    name: [88, 80, 72, 64, 56],
    detail: [48, 44, 40],
  },
  '1:1': {
    title: { y: 162, size: 40 },
    left: 54,
    spine: 74,
    text: { x: 138, room: 888 },
    beside: null,
    top: 200,
    bottom: 846,
    name: [64, 58, 52, 48],
    detail: [36, 34, 32, 30],
  },
};

/** Doctors' words. */
function professional(key: KeyPoint, analysis: Analysis, language: SceneBase['language'], say: Say): Words {
  const [lead] = analysis.findings;
  const rating = spokenRating(analysis);
  const f = lead?.features;
  switch (key) {
    case 'found': {
      if (!lead || !f) return [say('points.none'), say('points.none.detail')];
      const mass = analysis.study.measurable && traitsOf(lead).mass;
      const what = say(mass ? 'points.what.mass' : 'points.what.nodule');
      return [say('points.found', { type: say(`type.${f.type.value}`), what }), placeName(language, lead)];
    }
    case 'size': {
      const solid = f?.type.value === 'part-solid' ? shown(f.solidDiameterMm.value, 1) : null;
      return [
        say('points.size', { mm: shown(f?.meanDiameterMm.value ?? 0, 1) }),
        solid ? say('points.size.solid', { mm: solid }) : say('points.size.detail'),
      ];
    }
    case 'next': {
      if (!rating) return [say('points.no-class'), word(language, 'rating.none')];
      if (!rating.applicable) return [say('points.no-class'), word(language, reasonWord(rating.reason))];
      const named =
        rating.system === 'lung-rads-2022'
          ? say('points.class', { class: rating.category ?? '' })
          : word(language, 'rating.fleischner-2017');
      return [named, managementWords(rating.management, say)];
    }
    case 'watch': {
      const kind = f?.type.value ?? 'new';
      return [say(`points.watch.${kind}`), say(`points.watch.${kind}.detail`)];
    }
  }
}

/** What a rule's management asks, in the guideline's own terms. */
export function managementWords(management: string | null, say: Say): string {
  const months = intervalOf(management);
  if (months) {
    const shownMonths = months.from === months.to ? `${months.from}` : `${months.from}–${months.to}`;
    return say(management?.startsWith('ldct') ? 'quote.ldct' : 'quote.ct', { months: shownMonths });
  }
  const keys: Readonly<Record<string, TableWord>> = {
    'diagnostic-work-up': 'quote.diagnostic-work-up',
    'compare-with-priors': 'quote.compare-with-priors',
    'additional-imaging': 'quote.additional-imaging',
    'no-routine-follow-up': 'quote.no-routine-follow-up',
    'ct-3-months-pet-or-biopsy': 'quote.ct-3-months-pet-or-biopsy',
  };
  return say(keys[management ?? ''] ?? 'quote.other');
}

/** Words for people without medical training: no class, no jargon, nothing promised. */
function plain(key: KeyPoint, analysis: Analysis, language: SceneBase['language'], say: Say): Words {
  const [lead] = analysis.findings;
  const rating = spokenRating(analysis);
  const kind = lead?.features.type.value ?? 'new';
  switch (key) {
    case 'found':
      if (!lead) return [say('points.plain.none'), say('points.plain.none.detail')];
      return [
        say(
          analysis.study.measurable && traitsOf(lead).mass
            ? 'points.plain.mass'
            : `points.plain.found.${lead.features.type.value}`,
        ),
        placeName(language, lead),
      ];
    case 'size':
      return [
        say('points.plain.size', { mm: shown(lead?.features.meanDiameterMm.value ?? 0, 0) }),
        say('points.plain.size.detail'),
      ];
    case 'next': {
      const months = rating?.applicable ? intervalOf(rating.management) : null;
      if (months) {
        const text = months.from === months.to ? `${months.from}` : `${months.from}–${months.to}`;
        return [say('points.plain.months', { months: text }), say('points.plain.months.detail')];
      }
      const key = !rating?.applicable ? 'ask' : noFollowUp(rating) ? 'no-follow-up' : 'work-up';
      return [say(`points.plain.${key}`), say(`points.plain.${key}.detail`)];
    }
    case 'watch':
      return [say(`points.plain.watch.${kind}`), say('points.plain.watch.detail')];
  }
}

/** Two to four points; a row a sentence, so a point that the script leaves out is not shown. */
export function composePoints(base: SceneBase, input: ComposeInput): PointsProps {
  const { analysis, template } = input;
  const { language } = base;
  const say: Say = (key, values) => tableWord(language, key, values);
  const isPlain = template.texts === 'public' || template.texts === 'patient';
  const layout = POINTS_LAYOUT[aspectOf(base)];
  const all = keyPointsOf(analysis).map((key, i) => ({ key, cue: `point-${i + 1}` }));
  const spoken = all.filter(({ cue }) => base.cues.some((item) => item.cue === cue));
  const chosen = (spoken.length > 0 ? spoken : all).map(({ key, cue }) => {
    const [name, detail] = isPlain ? plain(key, analysis, language, say) : professional(key, analysis, language, say);
    return { key, cue, detail, name: setOne(name, base, layout.text.room, layout.name, true) };
  });
  // One size for all: the rows are equals.
  const size = Math.min(...chosen.map(({ name }) => name.size));
  const face = displayFace(base.brand);
  const widest = Math.max(...chosen.map(({ name }) => textWidth(name.lines[0] ?? '', size, face)));
  const detailX =
    layout.beside === null ? layout.text.x : Math.max(layout.beside, Math.ceil(layout.text.x + widest) + 72);
  const room = layout.text.x + layout.text.room - detailX;
  return {
    ...base,
    kind: 'points',
    title: say(isPlain ? 'points.plain.title' : 'points.title'),
    points: chosen.map(({ detail, ...point }) => ({
      ...point,
      name: { ...point.name, size },
      detail: setOne(detail, base, layout.beside === null ? room : gridOf(base).right - detailX, layout.detail, false),
    })),
    detailX,
  };
}

/** One line at the largest size that fits. */
function setOne(text: string, base: SceneBase, maxWidth: number, sizes: readonly number[], display: boolean) {
  const face = display ? displayFace(base.brand) : 'text';
  return setLines(text, base.language, { face, tracking: 0, maxWidth, maxLines: 1, sizes });
}

export interface PointsState {
  readonly title: Entrance;
  readonly legs: number[];
  readonly nodes: number[];
  readonly rows: Entrance[];
}

/** The thread goes one node down as each point is spoken; its words follow. */
export function pointsState(props: PointsProps, frame: number): PointsState {
  const share = 0.8 / props.points.length;
  const starts = props.points.map(({ cue }, i) =>
    cueStart(props, cue, Math.floor(props.durationInFrames * (0.05 + share * i))),
  );
  return {
    title: textEntrance(frame, Math.max(0, (starts[0] ?? 0) - 6)),
    legs: starts.map((start) => eased(frame, start - 2, 16, draw)),
    nodes: starts.map((start) => eased(frame, start + 10, 6, settle)),
    rows: starts.map((start) => textEntrance(frame, start + 8)),
  };
}
