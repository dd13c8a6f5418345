import { z } from 'zod';
import { StudioError } from '../errors.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { figuresWidth } from './figures.ts';
import { placesOf } from './image-layouts.ts';
import type { Rect } from './image-places.ts';
import { LesionMark, lesionMark } from './lesion-mark.ts';
import { markThread } from './mark-thread.ts';
import { displayFace, textWidth } from './measure.ts';
import { draw, eased, linear, travel } from './motion.ts';
import { Picture } from './pictures.ts';
import { between, highlightView, leading, lesionCentre, spacingOf, stageView, View } from './placement.ts';
import { ScrollReadout, scrollReadout, textEntrance, textLeaves } from './scroll.ts';
import { findingName, imageWord, oneDecimal } from './words-image.ts';

const Pair = z.tuple([z.number(), z.number()]);
const Segment = z.object({ from: Pair, to: Pair });
const Row = z.object({ label: z.string(), value: z.string() });

/** Everything 04 shows at rest; 05 begins with it. All points in mm of the slice plane. */
export const HighlightLook = z.object({
  slice: z.int(),
  /** The key slice whole, and its surroundings of the lesion finely resampled. */
  axial: Picture,
  wide: Picture,
  anchorMm: Pair,
  view: View,
  mark: LesionMark,
  longAxis: Segment,
  shortAxis: Segment,
  name: z.object({ text: z.string(), size: z.number() }),
  /** Long axis; null where no spacing is known. */
  hero: z.object({ value: z.string(), unit: z.string(), label: z.string(), width: z.number() }).nullable(),
  rows: z.array(Row),
  note: z.string(),
  bar: z.object({ mm: z.number(), text: z.string() }).nullable(),
});
export type HighlightLook = z.infer<typeof HighlightLook>;

export const HighlightProps = SceneBase.extend({
  kind: z.literal('highlight'),
  from: View,
  look: HighlightLook,
  /** What leaves the screen at the start, when 03 stands directly before. */
  before: ScrollReadout.nullable(),
});
export type HighlightProps = z.infer<typeof HighlightProps>;

const PUSH = 30;
const THREAD_FRAMES = 36;
const DIM_FRAMES = 12;
/** The scale bar of 03 goes, and the one that fits 04 comes; from then on it grows with the image. */
const BAR = { start: 5, frames: 8 } as const;
export const DIM = 0.74;
/** Scale bars, longest first, and the room they have, px. */
const BARS = [
  [50, '5 cm'],
  [20, '2 cm'],
  [10, '1 cm'],
  [5, '5 mm'],
] as const;
const BAR_ROOM = 260;

/** The longest bar that keeps within the room at a scale (px per mm). */
export function barFor(scale: number, room = BAR_ROOM): { mm: number; text: string } {
  const [mm, text] = BARS.find(([length]) => length * scale <= room) ?? BARS[BARS.length - 1]!;
  return { mm, text };
}

/** What 04 shows at rest; null without a finding or its pictures. */
export function highlightLook(base: SceneBase, input: ComposeInput): HighlightLook | null {
  const { analysis, pictures, template, brand } = input;
  const finding = leading(analysis.findings);
  const axial = finding && pictures.axial[finding.keySlice];
  if (!finding || !axial || !pictures.lesionWide) return null;
  const { language } = base;
  const places = placesOf(base).highlight;
  const spacing = spacingOf(analysis.study.geometry);
  const mm = ([x, y]: readonly [number, number]): [number, number] => [x * spacing[0], y * spacing[1]];
  const view = highlightView(analysis.study.geometry, finding, places);
  const { longAxisMm, shortAxisMm, meanDiameterMm } = finding.features;
  const { measurable } = analysis.study;
  const name = findingName(language, finding);
  const fits = (size: number) => textWidth(name, size, displayFace(brand)) <= places.name.room;
  const slice = finding.keySlice + 1;
  const row = (key: 'axis.short' | 'axis.mean', value: number) => ({
    label: imageWord(language, places.rows.joined ? `${key}.brief` : key),
    value: `${oneDecimal(value)} mm`,
  });
  const hero = oneDecimal(longAxisMm.value);
  return {
    slice: finding.keySlice,
    axial,
    wide: pictures.lesionWide,
    anchorMm: mm(lesionCentre(finding)),
    view,
    mark: lesionMark(finding, spacing, template.mark),
    longAxis: { from: mm(finding.longAxis.from), to: mm(finding.longAxis.to) },
    shortAxis: { from: mm(finding.shortAxis.from), to: mm(finding.shortAxis.to) },
    name: { text: name, size: places.name.sizes.find(fits) ?? places.name.sizes.at(-1)! },
    hero: measurable
      ? {
          value: hero,
          unit: 'mm',
          label: imageWord(language, 'axis.long'),
          width: figuresWidth(hero, places.hero.size, -0.02),
        }
      : null,
    rows: measurable ? [row('axis.short', shortAxisMm.value), row('axis.mean', meanDiameterMm.value)] : [],
    note: imageWord(language, !measurable ? 'unmeasured' : places.rows.joined ? 'measured.brief' : 'measured', {
      slice,
    }),
    bar: measurable ? barFor(view.scale) : null,
  };
}

/**
 * 04: push in on the lesion, dim all but it, the thread round it, its axes.
 * @throws StudioError TIMELINE_INVALID without a finding: such a film has no highlight scene.
 */
export function composeHighlight(base: SceneBase, input: ComposeInput): HighlightProps {
  const look = highlightLook(base, input);
  if (!look) throw new StudioError('TIMELINE_INVALID', { detail: 'a highlight scene without a finding' });
  return {
    ...base,
    kind: 'highlight',
    from: stageView(look.axial, placesOf(base).scroll.stage),
    look,
    before: followed(base, input, 'scroll') ? scrollReadout(base, input) : null,
  };
}

/** True when the scene directly before this one is of a kind, so that the movement goes on. */
export function followed(base: SceneBase, { timeline }: ComposeInput, kind: string): boolean {
  const index = timeline.scenes.findIndex((scene) => scene.id === base.id);
  return timeline.scenes[index - 1]?.kind === kind;
}

export interface HighlightState {
  view: View;
  clip: Rect;
  /** Read-outs of 03. */
  before: number;
  /** Opacity of the ink over the surroundings. */
  dim: number;
  /** Share of the thread drawn: from the right edge once round the lesion. */
  thread: number;
  long: number;
  short: number;
  name: Entrance;
  hero: Entrance;
  rows: Entrance[];
  note: Entrance;
  /** Columns of R and L. */
  sides: [number, number];
  /** Opacity of this scene's own scale bar. */
  bar: number;
}
interface Entrance {
  opacity: number;
  shift: number;
}

/** First frame after `start` on which the thread has covered a length. */
function reached(start: number, share: number): number {
  for (let frame = 0; frame < THREAD_FRAMES; frame++)
    if (eased(frame, 0, THREAD_FRAMES, draw) >= share) return start + frame;
  return start + THREAD_FRAMES;
}

/** When each thing of 04 begins. */
function beats(props: HighlightProps) {
  const { look } = props;
  const { length, label } = markThread(look.mark, look.view, props);
  const thread = Math.max(4, cueStart(props, 'name', 4));
  const passed = reached(thread, label / length);
  const closed = thread + THREAD_FRAMES;
  const axes = Math.max(cueStart(props, 'axes', closed + 8), passed);
  const end = props.cues.find((cue) => cue.cue === 'axes')?.endFrame ?? axes + 60;
  // The second axis with its words: a little after the middle of the sentence that names both.
  const short = axes + Math.max(14, Math.round((end - axes) * 0.55));
  return { thread, passed, axes: Math.max(axes, closed), short: Math.max(short, closed + 14), end };
}

export function highlightState(props: HighlightProps, frame: number): HighlightState {
  const { look } = props;
  const at = beats(props);
  const push = eased(frame, 0, PUSH, travel);
  const mean = at.short + 12;
  const { scroll, highlight } = placesOf(props);
  const { from, to } = highlight.letters;
  return {
    view: between(props.from, look.view, look.anchorMm, push),
    clip: push > 0 ? highlight.stage : scroll.stage,
    before: textLeaves(frame, 0),
    // With the thread's first step into the frame, before the growing image runs bright under the header.
    dim: Math.round(DIM * eased(frame, at.thread, DIM_FRAMES, linear) * 1e4) / 1e4,
    thread: eased(frame, at.thread, THREAD_FRAMES, draw),
    long: eased(frame, at.axes, 10, draw),
    short: eased(frame, at.short, 8, draw),
    name: textEntrance(frame, at.passed),
    hero: textEntrance(frame, at.axes),
    rows: [textEntrance(frame, at.short), textEntrance(frame, mean)],
    note: textEntrance(frame, mean + 2),
    sides: [from[0] + (to[0] - from[0]) * push, from[1] + (to[1] - from[1]) * push],
    bar: eased(frame, BAR.start, BAR.frames, linear),
  };
}

/** 04 as it stands at its end. */
export function highlightAtRest(look: HighlightLook, frame: { width: number; height: number }): HighlightState {
  const { stage, letters } = placesOf(frame).highlight;
  const full = { opacity: 1, shift: 0 };
  return {
    view: look.view,
    clip: stage,
    before: 0,
    dim: DIM,
    thread: 1,
    long: 1,
    short: 1,
    name: full,
    hero: full,
    rows: [full, full],
    note: full,
    sides: [...letters.to],
    bar: 1,
  };
}

/** A rectangle between two. */
export function clipBetween(from: Rect, to: Rect, t: number): Rect {
  const mix = (a: number, b: number) => Math.round((a + (b - a) * t) * 100) / 100;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    width: mix(from.width, to.width),
    height: mix(from.height, to.height),
  };
}
