import { z } from 'zod';
import type { Analysis } from '../analysis.ts';
import { aspectOf } from '../aspect.ts';
import { intervalOf } from '../facts.ts';
import type { Finding } from '../finding.ts';
import type { Rating } from '../rating/rating.ts';
import { spokenRating } from '../rating-steps.ts';
import { REFERENCES } from '../references.ts';
import type { Script } from '../script.ts';
import { traitsOf } from '../traits.ts';
import { ADVICE_LAYOUT } from './advice-layout.ts';
import { noFollowUp } from './assessment.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { shownMm } from './format.ts';
import { LesionMark, lesionMark } from './lesion-mark.ts';
import { setLines } from './lines.ts';
import { displayFace } from './measure.ts';
import { draw, type Entrance, eased, linear, settle, textEntrance } from './motion.ts';
import { Picture } from './pictures.ts';
import { leading, lesionCentre, spacingOf, View, zoomView } from './placement.ts';
import { type Word, word } from './words.ts';
import { findingName } from './words-image.ts';

const Row = z.object({ name: z.string(), detail: z.string(), references: z.array(z.int().positive()) });

export const AdviceProps = SceneBase.extend({
  kind: z.literal('advice'),
  kicker: z.string(),
  headline: z.object({ size: z.number(), lines: z.array(z.string()).min(1) }),
  rows: z.array(Row).max(3),
  limit: z.string(),
  /** The lesion once more, with its mark; null when nothing was found. */
  lesion: z
    .object({ picture: Picture, view: View, mark: LesionMark, name: z.string(), size: z.string().nullable() })
    .nullable(),
  references: z.array(z.string()).max(3),
});
export type AdviceProps = z.infer<typeof AdviceProps>;

/** The zoom's picture is shown at this share of its size in a panel of this size, so that it fills the panel and the mark lies inside. */
const SHARE = { of: 0.6, width: 460, height: 400 } as const;

type Say = (key: Word, values?: Record<string, string | number>) => string;
type Pick = readonly [name: string, detail: string];

/** What the rule advises, or what to do where no rule applies: headline and first row. */
function adviceOf(rating: Rating | null, lead: Finding | null, say: Say): { headline: string; row: Pick } {
  if (!rating?.applicable || rating.management === 'compare-with-priors') {
    const waits = rating?.management === 'compare-with-priors';
    const key = waits ? 'earlier' : lead === null ? 'specialist' : traitsOf(lead).mass ? 'mass' : 'earlier';
    return { headline: say(`advice.${key}`), row: [say(`advice.row.${key}`), say(`advice.row.${key}.detail`)] };
  }
  const interval = intervalOf(rating.management);
  if (interval) {
    const months = interval.from === interval.to ? `${interval.from}` : `${interval.from}–${interval.to}`;
    const scan = say(rating.system === 'lung-rads-2022' ? 'advice.row.ldct' : 'advice.row.ct');
    return { headline: say('advice.months', { months }), row: [scan, say('advice.row.after')] };
  }
  const key = noFollowUp(rating) ? 'no-follow-up' : 'work-up';
  return { headline: say(`advice.${key}`), row: [say(`advice.row.${key}`), say(`advice.row.${key}.detail`)] };
}

/** How to do it, and what to watch; the same branches as the spoken text. */
function otherRows(rating: Rating | null, lead: Finding | null, say: Say): Pick[] {
  const report = lead !== null && rating?.applicable !== true && traitsOf(lead).mass;
  const how = report ? 'report' : 'same';
  const watch = lead === null ? 'new' : lead.features.type.value;
  return [
    [say(`advice.row.${how}`), say(`advice.row.${how}.detail`)],
    [say(`advice.row.${watch}`), say(`advice.row.${watch}.detail`)],
  ];
}

/** Works cited in this scene, in order of use, and for each of the three sentences the numbers of its works. */
function citations(script: Script): { works: string[]; of: (cue: string) => number[] } {
  const said = script.chapters.flatMap((chapter) => chapter.sentences).filter((item) => item.scene === 'advice');
  const works = [...new Set(said.flatMap((sentence) => sentence.references))].slice(0, 3);
  return {
    works,
    of: (cue) =>
      (said.find((sentence) => sentence.cue === cue)?.references ?? [])
        .map((key) => works.indexOf(key) + 1)
        .filter((number) => number > 0),
  };
}

function lesionOf(analysis: Analysis, input: ComposeInput, base: SceneBase, say: Say): AdviceProps['lesion'] {
  const finding = leading(analysis.findings);
  const picture = input.pictures.lesion;
  if (!finding || !picture) return null;
  const { geometry, measurable } = analysis.study;
  const spacing = spacingOf(geometry);
  const { panel } = ADVICE_LAYOUT[aspectOf(base)];
  const share = SHARE.of * Math.min(panel.width / SHARE.width, panel.height / SHARE.height);
  const scale = zoomView(geometry, finding).scale * share;
  const centre = lesionCentre(finding);
  const middle = [panel.x + panel.width / 2, panel.y + panel.height / 2] as const;
  const shift = (i: 0 | 1): number => Math.round((middle[i] - centre[i] * spacing[i] * scale) * 1000) / 1000;
  const mean = finding.features.meanDiameterMm.value;
  return {
    picture,
    view: { scale: Math.round(scale * 1e5) / 1e5, tx: shift(0), ty: shift(1) },
    mark: lesionMark(finding, spacing, input.template.mark),
    name: findingName(base.language, finding),
    size: measurable ? `${say('measure.meanDiameterMm')} ${shownMm(mean)}` : null,
  };
}

export function composeAdvice(base: SceneBase, input: ComposeInput): AdviceProps {
  const { analysis, script } = input;
  const rating = spokenRating(analysis);
  const lead = leading(analysis.findings);
  const say: Say = (key, values) => word(base.language, key, values);
  const { headline, row } = adviceOf(rating, lead, say);
  const { works, of } = citations(script);
  const lesion = lesionOf(analysis, input, base, say);
  const title = ADVICE_LAYOUT[aspectOf(base)].headline;
  const kicker = !rating?.applicable
    ? say('advice.no-class')
    : rating.system === 'lung-rads-2022'
      ? say('advice.class', { class: rating.category ?? '' })
      : say('rating.fleischner-2017');
  return {
    ...base,
    kind: 'advice',
    kicker,
    headline: setLines(headline, base.language, {
      face: displayFace(base.brand),
      tracking: 0.02,
      maxWidth: lesion ? title.room : title.alone,
      maxLines: title.lines,
      sizes: title.sizes,
    }),
    rows: [row, ...otherRows(rating, lead, say)].map(([name, detail], i) => ({
      name,
      detail,
      references: of(`advice-${i + 1}`),
    })),
    limit: say('advice.limit'),
    lesion,
    references: works.map((key) => REFERENCES.find((item) => item.key === key)?.short ?? key),
  };
}

export interface AdviceState {
  readonly headline: Entrance;
  readonly picture: number;
  readonly legs: number[];
  readonly rows: Entrance[];
  readonly nodes: number[];
  readonly references: number;
}

/** Rows come as they are spoken, the thread one node at a time; references with the first row that cites. */
export function adviceState(props: AdviceProps, frame: number): AdviceState {
  const end = props.durationInFrames;
  const starts = props.rows.map((_, i) => cueStart(props, `advice-${i + 1}`, Math.floor(end * (0.06 + 0.2 * i))));
  return {
    headline: textEntrance(frame, Math.max(2, (starts[0] ?? 8) - 4)),
    picture: eased(frame, 2, 12, linear),
    legs: starts.map((start) => eased(frame, start - 2, 16, draw)),
    rows: starts.map((start) => textEntrance(frame, start + 8)),
    nodes: starts.map((start) => eased(frame, start + 10, 6, settle)),
    references: eased(frame, (starts[0] ?? 0) + 16, 10, settle),
  };
}
