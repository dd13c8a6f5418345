import { z } from 'zod';
import { aspectOf } from '../aspect.ts';
import { Lobe, Side } from '../finding.ts';
import { traitsOf } from '../traits.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { LOBE_LEVEL, LOBE_OUTLINES, LOBES_OF } from './lung-art.ts';
import { lungPlace } from './lung-place.ts';
import { LUNGS_LAYOUTS, type LungsLayout } from './lungs-layout.ts';
import { textWidth } from './measure.ts';
import { draw, type Entrance, eased, leave, linear, textEntrance } from './motion.ts';
import { lastBaseline, Placed, place } from './placed.ts';
import { leading } from './placement.ts';
import type { Point } from './polygon.ts';
import { placeName } from './words-image.ts';
import { type PublicWord, publicWord } from './words-public.ts';

const Label = z.object({ text: Placed, rule: z.tuple([z.number(), z.number()]).nullable() });

export const LungsProps = SceneBase.extend({
  kind: z.literal('lungs'),
  /** Where the drawing stands: px of its top left, and px per unit. */
  art: z.object({ x: z.number(), y: z.number(), scale: z.number() }),
  tag: Placed,
  heading: Placed,
  detail: Placed,
  /** Which lung stands at which side of the picture: stays to the end. */
  facing: Placed,
  sides: z.array(z.object({ side: Side, name: Placed, letter: Placed })),
  /** Names of the lobes with a rule to the lobe's outer rim, px from and to at the name's height. */
  lobes: z.array(z.object({ lobe: Lobe, label: Label })),
  /** Null where nothing was found. */
  place: z
    .object({
      lobes: z.array(Lobe).min(1),
      /** Centre and radius of the mark, px. */
      x: z.number(),
      y: z.number(),
      radius: z.number(),
      thread: z.string(),
      name: Placed,
      detail: Placed,
    })
    .nullable(),
});
export type LungsProps = z.infer<typeof LungsProps>;

type Say = (key: PublicWord, values?: Record<string, string | number>) => string;

const onArt = ({ art }: LungsLayout, x: number, y: number): [number, number] => [
  Math.round(art.x + x * art.scale),
  Math.round(art.y + y * art.scale),
];

/** Outermost x of a lobe at a height of the drawing. */
function rimAt(lobe: Lobe, y: number): number {
  const near = LOBE_OUTLINES[lobe].filter((point) => Math.abs(point[1] - y) < 16).map((point) => point[0]);
  return LOBES_OF.right.includes(lobe) ? Math.min(...near) : Math.max(...near);
}

const LEVEL: Readonly<Record<Lobe, PublicWord>> = {
  RUL: 'lungs.upper',
  RML: 'lungs.middle',
  RLL: 'lungs.lower',
  LUL: 'lungs.upper',
  LLL: 'lungs.lower',
};

/** Names beside the drawing, right lung at the left: a rule runs from each to its lobe. */
function lobeLabels(base: SceneBase, layout: LungsLayout, say: Say): LungsProps['lobes'] {
  const [from, to] = layout.sides;
  const [left] = onArt(layout, 50, 0);
  const [right] = onArt(layout, 950, 0);
  const room = Math.min(left - from, to - right) - 38;
  return Lobe.options.map((lobe) => {
    const isRight = LOBES_OF.right.includes(lobe);
    const [rim, level] = onArt(layout, rimAt(lobe, LOBE_LEVEL[lobe]), LOBE_LEVEL[lobe]);
    const x = isRight ? left - 36 : right + 36;
    const text = place(say(LEVEL[lobe]), base, {
      ...{ x, y: level + Math.round(layout.label * 0.36), anchor: isRight ? 'end' : 'start', room, maxLines: 2 },
      sizes: [layout.label, layout.label - 2, layout.label - 4, 30, 28],
    });
    const lifted = { ...text, y: text.y - Math.round(((text.lines.length - 1) * text.pitch) / 2) };
    return { lobe, label: { text: lifted, rule: isRight ? [x + 14, rim - 6] : [x - 14, rim + 6] } };
  });
}

/** Names of the lungs beside their letters, at the outer upper corners where the drawing leaves room. */
function sideNames(base: SceneBase, layout: LungsLayout, say: Say): LungsProps['sides'] {
  const size = layout.label;
  const [, y] = onArt(layout, 0, 96);
  return Side.options.map((side) => {
    const right = side === 'right';
    const text = say(`lungs.${side}`);
    const outer = layout.sides[right ? 0 : 1];
    const apart = Math.round(textWidth(right ? 'R' : 'L', size) + size * 0.4);
    const anchor = right ? ('start' as const) : ('end' as const);
    const name = { x: right ? outer + apart : outer - apart, y, anchor, room: 300, sizes: [size], display: true };
    return {
      side,
      name: place(text, base, name),
      letter: place(right ? 'R' : 'L', base, { x: outer, y, anchor, room: 90, sizes: [size] }),
    };
  });
}

/** From the right edge under the words, then once round the mark: one stroke. */
function threadAcross(width: number, line: number, [cx, cy]: Point, r: number): string {
  const top = cy - r;
  const turn = `A${r} ${r} 0 0 0 ${cx} ${cy + r}A${r} ${r} 0 0 0 ${cx} ${top}`;
  return `M${width} ${line}H1240C1180 ${line} 1180 ${top} 1120 ${top}H${cx}${turn}`;
}

/** From an edge under the words, up beside them, then once round the mark. */
function threadUp(edge: number, line: number, [cx, cy]: Point, r: number): string {
  const x = edge === 0 ? cx + r : cx - r;
  const back = edge === 0 ? -48 : 48;
  const sweep = edge === 0 ? 0 : 1;
  const turn = `A${r} ${r} 0 0 ${sweep} ${2 * cx - x} ${cy}A${r} ${r} 0 0 ${sweep} ${x} ${cy}`;
  return `M${edge} ${line}H${x + back}Q${x} ${line} ${x} ${line - 48}V${cy}${turn}`;
}

function placeOf(base: SceneBase, input: ComposeInput, layout: LungsLayout, say: Say): LungsProps['place'] {
  const finding = leading(input.analysis.findings);
  if (!finding) return null;
  const { words, radius } = layout;
  const found = lungPlace(input.analysis, finding, (radius + 6) / layout.art.scale);
  const at = onArt(layout, ...found.at);
  const text = placeName(base.language, finding);
  const told = say(traitsOf(finding).mass ? 'lungs.mass' : 'lungs.nodule');
  const detailSizes = [words.detail, words.detail - 4, words.detail - 8];
  const mark = { lobes: [...found.lobes], x: at[0], y: at[1], radius };
  if (aspectOf(base) === '16:9') {
    const line = Math.min(640, Math.max(300, at[1] - radius));
    const shared = { x: words.x, room: words.room, maxLines: 2 };
    return {
      ...mark,
      thread: threadAcross(base.width, line, at, radius),
      name: place(text, base, { ...shared, y: line - 30, sizes: words.heading, display: true, up: true }),
      detail: place(told, base, { ...shared, y: line + words.detail + 22, sizes: detailSizes }),
    };
  }
  // The words stand on the roomier side of the thread, so that it does not pass through them.
  const line = words.y + 28;
  const before = at[0] + radius - 36 - words.x;
  const after = words.x + words.room - (at[0] - radius + 44);
  const fromLeft = before > after;
  const x = fromLeft ? words.x : at[0] - radius + 44;
  const room = Math.max(before, after);
  return {
    ...mark,
    thread: threadUp(fromLeft ? 0 : base.width, line, at, radius),
    name: place(text, base, { x, y: words.y, room, sizes: [...words.heading, 66, 60, 54, 48, 44], display: true }),
    detail: place(told, base, { x, y: line + words.detail + 20, room, sizes: detailSizes }),
  };
}

export function composeLungs(base: SceneBase, input: ComposeInput): LungsProps {
  const aspect = aspectOf(base);
  const layout = LUNGS_LAYOUTS[aspect];
  const { words } = layout;
  const say: Say = (key, values) => publicWord(base.language, key, values);
  const heading = place(say('lungs.heading'), base, {
    ...{ x: words.x, y: words.y, room: words.room, sizes: words.heading, display: true },
    maxLines: aspect === '16:9' ? 2 : 1,
  });
  return {
    ...base,
    kind: 'lungs',
    art: layout.art,
    tag: place(say('illustration'), base, { ...layout.tag, room: 300, sizes: [28] }),
    heading,
    detail: place(say('lungs.sub'), base, {
      ...{ x: words.x, y: lastBaseline(heading) + words.detail + 30, room: words.room },
      sizes: [words.detail, words.detail - 4, 32],
    }),
    facing: place(say('lungs.facing'), base, { ...layout.facing, sizes: [layout.facing.size, 28] }),
    sides: sideNames(base, layout, say),
    lobes: lobeLabels(base, layout, say),
    place: placeOf(base, input, layout, say),
  };
}

/** Lines of the texture come one after another, `LINES` of them, each in 12 frames. */
const LINES = 46;

export interface LungsState {
  readonly airway: number;
  readonly outline: number;
  readonly fill: number;
  /** How far each upright of the texture has grown, from the outer sides inwards. */
  readonly lines: number[];
  readonly names: Entrance[];
  readonly words: { opacity: number; shift: number };
  readonly labels: number;
  readonly lit: number;
  readonly thread: number;
  readonly place: Entrance;
  readonly detail: Entrance;
}

/** The windpipe is drawn, the lobes open, their texture grows; at `place` the words give way, the lobe is lit, the thread finds the spot. */
export function lungsState(props: LungsProps, frame: number): LungsState {
  const start = Math.max(0, cueStart(props, 'lungs', 8) - 6);
  const at = props.place
    ? Math.max(start + 60, cueStart(props, 'place', Math.floor(props.durationInFrames * 0.55)))
    : Number.POSITIVE_INFINITY;
  const gone = props.place ? eased(frame, at - 6, 6, leave) : 0;
  const words = textEntrance(frame, start + 10);
  return {
    airway: eased(frame, start, 30, draw),
    outline: eased(frame, start + 8, 32, draw),
    fill: eased(frame, start + 22, 14, linear),
    lines: Array.from({ length: LINES }, (_, i) => eased(frame, start + 24 + Math.floor(i / 2), 12, draw)),
    names: props.lobes.map((_, i) => textEntrance(frame, start + 44 + i * 2)),
    words: { opacity: Math.round(words.opacity * (1 - gone) * 1e4) / 1e4, shift: words.shift },
    labels: 1 - gone,
    lit: props.place ? eased(frame, at, 12, linear) : 0,
    thread: props.place ? eased(frame, at + 2, 35, draw) : 0,
    place: props.place ? textEntrance(frame, at + 14) : { opacity: 0, shift: 0 },
    detail: props.place ? textEntrance(frame, at + 20) : { opacity: 0, shift: 0 },
  };
}
