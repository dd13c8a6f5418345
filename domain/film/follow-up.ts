import { z } from 'zod';
import { aspectOf } from '../aspect.ts';
import { NoduleType } from '../finding.ts';
import { spokenRating } from '../rating-steps.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { type FollowPlan, followPlan } from './follow-plan.ts';
import { FOLLOW_UP_LAYOUTS, type FollowUpLayout } from './follow-up-layout.ts';
import { draw, type Entrance, eased, linear, settle, textEntrance } from './motion.ts';
import { lastBaseline, Placed, place } from './placed.ts';
import { leading } from './placement.ts';
import { type PublicWord, publicWord } from './words-public.ts';

/** What two scans beside each other may show; a change is a size, never a verdict. */
const Outcome = z.object({
  kind: z.enum(['grew', 'same', 'gone', 'new', 'still']),
  x: z.number(),
  y: z.number(),
  label: Placed,
});
const Stop = z.object({ x: z.number(), y: z.number(), leg: z.string(), name: Placed, detail: Placed.nullable() });
const Round = z.object({ x: z.number(), y: z.number(), radius: z.number() });

export const FollowUpProps = SceneBase.extend({
  kind: z.literal('follow-up'),
  tag: Placed,
  heading: Placed,
  /** Now, next, watch: on one thread. */
  stops: z.array(Stop).length(3),
  upright: z.boolean(),
  /** One for each month to the next scan, px along the thread; the earliest next scan where the rule gives a range. */
  months: z.object({ at: z.array(z.number()), earliest: z.number().nullable(), note: Placed.nullable() }).nullable(),
  /** This scan; its nodule by density, null where none was seen. */
  now: Round.extend({ type: NoduleType.nullable() }),
  /** The next scan, not yet known. */
  next: Round.nullable(),
  outcomes: z.array(Outcome),
  /** Radius of the nodule as it is now, in the outcomes. */
  dot: z.number(),
  decides: Placed,
});
export type FollowUpProps = z.infer<typeof FollowUpProps>;

type Say = (key: PublicWord, values?: Record<string, string | number>) => string;

/** Names and details of the three stops. */
function told(
  plan: FollowPlan,
  seen: boolean,
  measured: boolean,
  say: Say,
): readonly (readonly [string, string | null])[] {
  const noted = !seen ? 'follow.now.none' : measured ? 'follow.now.detail' : 'follow.now.place';
  const now = [say('follow.now'), say(noted)] as const;
  if (plan.next !== 'interval') {
    return [
      now,
      [say(`follow.${plan.next}`), say(`follow.${plan.next}.detail`)],
      [say(`follow.${plan.next}.watch`), null],
    ];
  }
  const months = plan.from === plan.to ? `${plan.from}` : `${plan.from}–${plan.to}`;
  return [
    now,
    [say('follow.months', { months }), say(`follow.months.detail.${plan.system}`)],
    [say(seen ? 'follow.watch' : 'follow.watch.none'), null],
  ];
}

/** The thread's three legs: in from the edge, then from stop to stop. */
function legs(layout: FollowUpLayout, stops: FollowUpLayout['stops']): string[] {
  const [a, b, c] = stops as [readonly [number, number], readonly [number, number], readonly [number, number]];
  const { upright } = layout;
  const first = upright
    ? `M0 ${a[1] - 60}C${a[0] - 20} ${a[1] - 60} ${a[0]} ${a[1] - 50} ${a[0]} ${a[1]}`
    : `M0 ${a[1]}H${a[0]}`;
  return [first, `M${a[0]} ${a[1]}L${b[0]} ${b[1]}`, `M${b[0]} ${b[1]}L${c[0]} ${c[1]}`];
}

function monthsOf(plan: FollowPlan, base: SceneBase, layout: FollowUpLayout, say: Say): FollowUpProps['months'] {
  if (plan.next !== 'interval') return null;
  const axis = layout.upright ? 1 : 0;
  const [from, to] = [layout.stops[0]![axis], layout.stops[1]![axis]];
  const at = (month: number): number => Math.round(from + ((to - from) * month) / plan.to);
  return {
    at: Array.from({ length: plan.to - 1 }, (_, i) => at(i + 1)),
    earliest: plan.from === plan.to ? null : at(plan.from),
    note: layout.tick && place(say('follow.tick'), base, { ...layout.tick, room: 420, sizes: [28] }),
  };
}

function outcomesOf(
  plan: FollowPlan,
  seen: boolean,
  base: SceneBase,
  layout: FollowUpLayout,
  say: Say,
): FollowUpProps['outcomes'] {
  if (plan.next !== 'interval') return [];
  const { at, step, label, room } = layout.outcomes;
  const kinds = seen ? (['grew', 'same', 'gone'] as const) : (['new', 'still'] as const);
  return kinds.map((kind, i) => {
    const [x, y] = [at[0] + step[0] * i, at[1] + step[1] * i];
    const text = place(say(`follow.${kind}`), base, {
      ...{ x: x + label[0], y: y + label[1], room },
      sizes: [layout.detail + 4, layout.detail, layout.detail - 4, 30, 28],
    });
    return { kind, x, y, label: text };
  });
}

export function composeFollowUp(base: SceneBase, input: ComposeInput): FollowUpProps {
  const layout = FOLLOW_UP_LAYOUTS[aspectOf(base)];
  const say: Say = (key, values) => publicWord(base.language, key, values);
  const finding = leading(input.analysis.findings);
  const plan = followPlan(spokenRating(input.analysis), finding);
  const texts = told(plan, finding !== null, input.analysis.study.measurable, say);
  const interval = plan.next === 'interval';
  const points = interval ? layout.stops : (layout.loose ?? layout.stops);
  const paths = legs(layout, points);
  // Without a scan beside it a stop has the whole width.
  const roomOf = (i: number) => (layout.upright && i === 1 && !interval ? 866 : (layout.rooms[i] ?? 0));
  const named = (i: number, sizes: readonly number[]) =>
    place(texts[i]![0], base, {
      ...{ x: points[i]![0] + layout.words[0], y: points[i]![1] + layout.words[1], room: roomOf(i), sizes },
      ...{ display: true, maxLines: i === 0 || interval ? 1 : 2 },
    });
  // The three names are one row of headings: one size for all.
  const sizes = [layout.name, layout.name - 6, layout.name - 12, layout.name - 16, 32];
  const size = Math.min(...points.map((_, i) => named(i, sizes).size));
  const stops = points.map(([x, y], i) => {
    const first = named(i, [size]);
    const detail = texts[i]![1];
    const under = lastBaseline(first) + Math.round(layout.detail * 1.5);
    return {
      ...{ x, y, leg: paths[i]!, name: first },
      detail: detail
        ? place(detail, base, {
            ...{ x: first.x, y: under, room: roomOf(i) },
            ...{ sizes: [layout.detail, layout.detail - 4], maxLines: 2 },
          })
        : null,
    };
  });
  return {
    ...base,
    kind: 'follow-up',
    tag: place(say('illustration'), base, { ...layout.tag, room: 300, sizes: [28] }),
    heading: place(say(interval ? 'follow.heading' : 'follow.no-follow-up.heading'), base, {
      ...layout.heading,
      display: true,
    }),
    stops,
    upright: layout.upright,
    months: monthsOf(plan, base, layout, say),
    now: { ...layout.rounds[0]!, type: finding?.features.type.value ?? null },
    next: interval ? layout.rounds[1]! : null,
    outcomes: outcomesOf(plan, finding !== null, base, layout, say),
    dot: layout.dot,
    decides: place(say('follow.decides'), base, {
      ...{ x: layout.decides.x, y: layout.decides.y, room: layout.decides.room, maxLines: 2 },
      sizes: [layout.decides.size, layout.decides.size - 2, 28],
    }),
  };
}

export interface FollowUpState {
  readonly heading: Entrance;
  readonly legs: number[];
  readonly nodes: number[];
  readonly words: Entrance[];
  readonly now: number;
  readonly months: number;
  readonly next: number;
  readonly outcomes: Entrance[];
  readonly decides: number;
}

/** The thread stops at each point until it is spoken; at `watch` what two scans may show comes one after another; last, who decides. */
export function followUpState(props: FollowUpProps, frame: number): FollowUpState {
  const end = props.durationInFrames;
  const cues = ['now', 'next', 'watch'].map((cue, i) => cueStart(props, cue, Math.floor(end * (0.06 + 0.28 * i))));
  const [now = 8, next = 60, watch = 110] = cues;
  const last = watch + 16 + props.outcomes.length * 12;
  return {
    heading: textEntrance(frame, Math.max(0, now - 8)),
    legs: cues.map((start) => eased(frame, start - 2, 20, draw)),
    nodes: cues.map((start) => eased(frame, start + 14, 6, settle)),
    words: cues.map((start) => textEntrance(frame, start + 10)),
    now: eased(frame, now + 16, 14, linear),
    months: eased(frame, next, 12, linear),
    next: eased(frame, next + 16, 14, linear),
    outcomes: props.outcomes.map((_, i) => textEntrance(frame, watch + 16 + i * 12)),
    decides: eased(frame, last, 10, linear),
  };
}
