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
import { setLines } from './lines.ts';
import { displayFace } from './measure.ts';
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
});
export type PointsProps = z.infer<typeof PointsProps>;

type Say = (key: TableWord, values?: Record<string, string | number>) => string;
type Words = readonly [name: string, detail: string];

/** Where the rows stand, px: the thread's column, the text beside it, and the stretch the rows share. */
export interface PointsLayout {
  readonly title: { readonly y: number; readonly size: number };
  readonly spine: number;
  readonly text: { readonly x: number; readonly room: number };
  readonly top: number;
  readonly bottom: number;
  readonly name: readonly number[];
  readonly detail: readonly number[];
}
export const POINTS_LAYOUT: Readonly<Record<Aspect, PointsLayout>> = {
  '16:9': {
    title: { y: 190, size: 44 },
    spine: 110,
    text: { x: 196, room: 1580 },
    top: 236,
    bottom: 846,
    name: [72, 64, 56],
    detail: [38, 34, 30],
  },
  '9:16': {
    title: { y: 318, size: 56 },
    spine: 80,
    text: { x: 160, room: 866 },
    top: 380,
    bottom: 1440,
    name: [88, 80, 72, 64, 56],
    detail: [48, 44, 40],
  },
  '1:1': {
    title: { y: 162, size: 40 },
    spine: 74,
    text: { x: 138, room: 888 },
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
function plain(key: KeyPoint, analysis: Analysis, say: Say): Words {
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
        '',
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
  const points = (spoken.length > 0 ? spoken : all).map(({ key, cue }) => {
    const [name, detail] = isPlain ? plain(key, analysis, say) : professional(key, analysis, language, say);
    const beside = detail || (analysis.findings[0] ? placeName(language, analysis.findings[0]) : ' ');
    const set = (text: string, sizes: readonly number[], display: boolean) =>
      setLines(text, language, {
        face: display ? displayFace(base.brand) : 'text',
        tracking: 0,
        maxWidth: layout.text.room,
        maxLines: 1,
        sizes,
      });
    return { key, cue, name: set(name, layout.name, true), detail: set(beside, layout.detail, false) };
  });
  return {
    ...base,
    kind: 'points',
    title: say(isPlain ? 'points.plain.title' : 'points.title'),
    points,
  };
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
