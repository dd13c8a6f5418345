import { z } from 'zod';
import { type Aspect, aspectOf } from '../aspect.ts';
import { NoduleType } from '../finding.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { displayFace, fitSize } from './measure.ts';
import { draw, type Entrance, eased, linear, textEntrance } from './motion.ts';
import { lastBaseline, Placed, place } from './placed.ts';
import { leading } from './placement.ts';
import { publicWord } from './words-public.ts';

const Panel = z.object({
  type: NoduleType,
  /** Centre and radius of the window, px. */
  x: z.number(),
  y: z.number(),
  radius: z.number(),
  name: Placed,
  detail: Placed,
});

export const KindsProps = SceneBase.extend({
  kind: z.literal('kinds'),
  tag: Placed,
  heading: Placed,
  panels: z.array(Panel).length(3),
  /** Which panel is the finding's own, the thread that loops round it, and its words; null where nothing was found. */
  own: z.object({ panel: z.int(), thread: z.string(), label: Placed }).nullable(),
});
export type KindsProps = z.infer<typeof KindsProps>;

interface Layout {
  readonly heading: { x: number; y: number; room: number; sizes: readonly number[] };
  readonly tag: { x: number; y: number };
  readonly radius: number;
  /** Centre of the i-th window. */
  readonly centre: (i: number) => readonly [number, number];
  /** Left and first baseline of the i-th panel's words. */
  readonly words: (i: number) => readonly [number, number];
  readonly room: number;
  readonly name: number;
  readonly detail: number;
  readonly detailLines: number;
}

const LAYOUTS: Readonly<Record<Aspect, Layout>> = {
  '16:9': {
    heading: { x: 96, y: 198, room: 1500, sizes: [80, 72, 64] },
    tag: { x: 1824, y: 192 },
    radius: 168,
    centre: (i) => [96 + 182 + 588 * i, 424],
    words: (i) => [96 + 588 * i, 676],
    room: 540,
    name: 54,
    detail: 36,
    detailLines: 2,
  },
  '9:16': {
    heading: { x: 54, y: 372, room: 972, sizes: [96, 88, 80, 72, 64] },
    tag: { x: 1026, y: 268 },
    radius: 152,
    centre: (i) => [54 + 166, 588 + 352 * i],
    words: (i) => [442, 588 + 352 * i - 30],
    room: 584,
    name: 68,
    detail: 44,
    detailLines: 2,
  },
  '1:1': {
    heading: { x: 54, y: 206, room: 972, sizes: [68, 62, 56] },
    tag: { x: 1026, y: 140 },
    radius: 138,
    centre: (i) => [54 + 152 + 334 * i, 402],
    words: (i) => [54 + 334 * i, 626],
    room: 300,
    name: 46,
    detail: 34,
    detailLines: 3,
  },
};

/** The order in which the kinds are told. */
const KINDS: readonly NoduleType[] = ['solid', 'non-solid', 'part-solid'];
/** Distance of the thread from the window it loops round, px. */
const APART = 14;

export function composeKinds(base: SceneBase, input: ComposeInput): KindsProps {
  const layout = LAYOUTS[aspectOf(base)];
  const finding = leading(input.analysis.findings);
  const say = (key: Parameters<typeof publicWord>[1]): string => publicWord(base.language, key);
  const { radius, room } = layout;
  const wordsOf = (size: number) =>
    KINDS.map((type, i) => {
      const [x, top] = layout.words(i);
      const y = top + Math.round(layout.detail * 1.5);
      return place(say(`kinds.${type}.detail`), base, {
        ...{ x, y, room, maxLines: layout.detailLines },
        sizes: [layout.detail, layout.detail - 2, layout.detail - 4].filter((each) => each <= size),
      });
    });
  // One size for all three.
  const details = wordsOf(Math.min(...wordsOf(layout.detail).map((set) => set.size)));
  const face = displayFace(base.brand);
  const nameSize = Math.min(...KINDS.map((type) => fitSize(say(`kinds.${type}`), layout.name, room, face)));
  const panels = KINDS.map((type, i) => {
    const [x, y] = layout.centre(i);
    const [left, top] = layout.words(i);
    const name = place(say(`kinds.${type}`), base, { x: left, y: top, room, sizes: [nameSize], display: true });
    return { type, x, y, radius, name, detail: details[i]! };
  });
  const index = finding ? KINDS.indexOf(finding.features.type.value) : -1;
  const own = panels[index];
  const round = radius + APART;
  return {
    ...base,
    kind: 'kinds',
    tag: place(say('illustration'), base, { ...layout.tag, anchor: 'end', room: 300, sizes: [28] }),
    heading: place(say('kinds.heading'), base, { ...layout.heading, display: true }),
    panels,
    own: own
      ? {
          panel: index,
          thread: `M0 ${own.y + round}H${own.x}A${round} ${round} 0 0 0 ${own.x} ${own.y - round}A${round} ${round} 0 0 0 ${own.x} ${own.y + round}`,
          label: place(say('kinds.this'), base, {
            ...{ x: own.detail.x, y: lastBaseline(own.detail) + Math.round(layout.detail * 1.55), room },
            sizes: [layout.detail - 2, layout.detail - 6, 28],
          }),
        }
      : null,
  };
}

export interface KindsState {
  readonly heading: Entrance;
  /** Of each panel: rim drawn, field, nodule, words. */
  readonly rims: number[];
  readonly fields: number[];
  readonly nodules: number[];
  readonly words: Entrance[];
  readonly thread: number;
  readonly label: Entrance;
}

const PANEL_CUES = ['solid', 'ground-glass', 'part-solid'] as const;

/** Three windows of bare lung stand from the first words on; each kind comes into its own when it is named; at `this` the thread finds the finding's own. */
export function kindsState(props: KindsProps, frame: number): KindsState {
  const end = props.durationInFrames;
  const starts = PANEL_CUES.map((cue, i) => cueStart(props, cue, Math.floor(end * (0.05 + 0.2 * i))));
  const own = props.own ? cueStart(props, 'this', Math.floor(end * 0.7)) : Number.POSITIVE_INFINITY;
  const at = (start: number, frames: number, curve: typeof draw): number =>
    props.own ? eased(frame, start, frames, curve) : 0;
  const windows = starts.map((start, i) => Math.min(start, 14 + i * 8));
  return {
    heading: textEntrance(frame, Math.min(4, Math.max(0, (starts[0] ?? 8) - 8))),
    rims: windows.map((start) => eased(frame, start - 4, 24, draw)),
    fields: windows.map((start) => eased(frame, start + 2, 12, linear)),
    nodules: starts.map((start) => eased(frame, start + 14, 14, linear)),
    words: starts.map((start) => textEntrance(frame, start + 10)),
    thread: at(own, 35, draw),
    label: props.own ? textEntrance(frame, own + 24) : { opacity: 0, shift: 0 },
  };
}
