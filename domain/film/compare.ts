import { z } from 'zod';
import { StudioError } from '../errors.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { barFor, clipBetween, followed, highlightLook } from './highlight.ts';
import { placesOf } from './image-layouts.ts';
import type { Rect } from './image-places.ts';
import { LesionMark, markPath } from './lesion-mark.ts';
import { draw, eased, leave, linear, travel } from './motion.ts';
import { Picture } from './pictures.ts';
import {
  between,
  comparePanels,
  compareView,
  leading,
  lesionCentre,
  onScreen,
  oppositeOf,
  spacingOf,
  View,
  zoomView,
} from './placement.ts';
import { textEntrance } from './scroll.ts';
import { imageWord, whole } from './words-image.ts';
import { ZoomLook, zoomLook } from './zoom.ts';

const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const Panel = z.object({
  place: Box,
  side: z.string(),
  what: z.string(),
  /** Mean CT number and the word before it; empty where none was measured. */
  value: z.string(),
  measure: z.string(),
});

export const CompareLook = z.object({
  axial: Picture,
  wide: Picture,
  lesion: Picture,
  other: Picture,
  view: View,
  otherView: View,
  anchorMm: z.tuple([z.number(), z.number()]),
  mark: LesionMark,
  /** The same mark turned about the body's middle, round the comparison region; screen px. */
  mirrored: z.string(),
  lesionPanel: Panel,
  otherPanel: Panel,
  bar: z.object({ mm: z.number(), text: z.string() }).nullable(),
  /** Where the thread comes from: the normal side's edge of the frame, or down from its panel. */
  from: z.enum(['left', 'right', 'top']),
});
export type CompareLook = z.infer<typeof CompareLook>;

export const CompareProps = SceneBase.extend({
  kind: z.literal('compare'),
  from: View,
  look: CompareLook,
  before: ZoomLook.nullable(),
});
export type CompareProps = z.infer<typeof CompareProps>;

const SLIDE = 18;
const OPEN = { start: 4, frames: 16 } as const;
const THREAD_FRAMES = 30;
/** Room of the scale bar. */
const BAR_ROOM = { px: 240, share: 0.33 } as const;

/** 06: the same place in the other lung beside the lesion. @throws StudioError TIMELINE_INVALID without a finding or comparison. */
export function composeCompare(base: SceneBase, input: ComposeInput): CompareProps {
  const { analysis, pictures } = input;
  const finding = leading(analysis.findings);
  const opposite = finding && oppositeOf(analysis, finding);
  const zoom = zoomLook(base, input);
  const highlight = highlightLook(base, input);
  if (!finding || !opposite || !zoom || !highlight || !pictures.contralateral) {
    throw new StudioError('TIMELINE_INVALID', { detail: 'a comparison without a finding' });
  }
  const { geometry, measurable } = analysis.study;
  const spacing = spacingOf(geometry);
  const places = placesOf(base);
  const panels = comparePanels(finding, places.compare);
  const view = compareView(geometry, finding, lesionCentre(finding), panels.lesion, places.compare);
  const otherView = compareView(geometry, finding, opposite.centre, panels.other, places.compare);
  const words = (key: 'lung.left' | 'lung.right' | 'opposite' | 'lesion' | 'mean') => imageWord(base.language, key);
  const own = finding.features.side.value;
  const centre = onScreen(view, spacing, lesionCentre(finding));
  const away = onScreen(otherView, spacing, opposite.centre);
  return {
    ...base,
    kind: 'compare',
    from: zoomView(geometry, finding, places.zoom),
    look: {
      axial: zoom.axial,
      wide: zoom.wide,
      lesion: zoom.lesion,
      other: pictures.contralateral,
      view,
      otherView,
      anchorMm: zoom.anchorMm,
      mark: highlight.mark,
      mirrored: mirroredPath(highlight.mark, view, away[0] + centre[0], away[1] - centre[1]),
      lesionPanel: {
        place: panels.lesion,
        side: words(`lung.${own}`),
        what: words('lesion'),
        value: whole(finding.features.meanHu.value),
        measure: words('mean'),
      },
      otherPanel: {
        place: panels.other,
        side: words(own === 'left' ? 'lung.right' : 'lung.left'),
        what: words('opposite'),
        value: opposite.meanHu === null ? '' : whole(opposite.meanHu),
        measure: opposite.meanHu === null ? '' : words('mean'),
      },
      bar: measurable ? barFor(view.scale, Math.min(BAR_ROOM.px, BAR_ROOM.share * panels.lesion.width)) : null,
      from: places.compare.stacked ? 'top' : panels.other.x < panels.lesion.x ? 'left' : 'right',
    },
    before: followed(base, input, 'zoom') ? zoom : null,
  };
}

/** The mark reflected left–right, x becoming `sum` − x, and moved `down` to the other panel: the same shape at the same height in it. */
function mirroredPath(mark: LesionMark, view: View, sum: number, down: number): string {
  const moved = { ...view, ty: view.ty + down };
  const back = (x: number) => (sum - (x * view.scale + view.tx) - view.tx) / view.scale;
  const turned: LesionMark =
    mark.kind === 'outline'
      ? { kind: 'outline', points: mark.points.map(([x, y]): [number, number] => [back(x), y]) }
      : { kind: 'box', min: [back(mark.max[0]), mark.min[1]], max: [back(mark.min[0]), mark.max[1]] };
  const { start, loop } = markPath(turned, moved, 'left');
  return `M${start[0]} ${start[1]}${loop}`;
}

/** Where the weave stands, and along the thread of 06 how far (0..1). */
export interface CompareThread {
  readonly d: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly weave: number;
}

/** The thread of 06: across the normal panel to the lesion and once round it; of stacked panels, under the title and down. */
export function compareThread(look: CompareLook, frame: { width: number; height: number }): CompareThread {
  const { weave, bend } = placesOf(frame).compare;
  const share = (part: number, whole: number): number => Math.round((part / whole) * 1e4) / 1e4;
  if (look.from === 'top') {
    const { start, loop, length } = markPath(look.mark, look.view, 'down');
    const [x, y] = start;
    const row = look.otherPanel.place.y;
    const turn = x - bend + (Math.PI / 2) * bend - (row + bend);
    return {
      d: `M0 ${row}L${x - bend} ${row}A${bend} ${bend} 0 0 1 ${x} ${row + bend}L${x} ${y}${loop}`,
      at: { x, y: weave.at },
      weave: share(turn + weave.at, turn + y + length),
    };
  }
  const { start, loop, length } = markPath(look.mark, look.view, look.from === 'left' ? 'right' : 'left');
  const edge = look.from === 'left' ? 0 : frame.width;
  return {
    d: `M${edge} ${start[1]}L${start[0]} ${start[1]}${loop}`,
    at: { x: weave.at, y: start[1] },
    weave: share(Math.abs(weave.at - edge), Math.abs(start[0] - edge) + length),
  };
}

export interface CompareState {
  view: View;
  clip: Rect;
  /** What 05 leaves. */
  before: number;
  /** Width of the other panel that is open, 0..1 from its inner edge. */
  open: number;
  thread: number;
  dots: number;
  ticks: number[];
  other: { opacity: number; shift: number };
  lesion: { opacity: number; shift: number };
  bar: number;
}

export function compareState(props: CompareProps, frame: number): CompareState {
  const { look } = props;
  const t = eased(frame, 0, SLIDE, travel);
  const first = Math.max(OPEN.start + OPEN.frames + 2, cueStart(props, 'normal', 0));
  const { weave } = compareThread(look, props);
  const second = Math.max(first + THREAD_FRAMES, cueStart(props, 'lesion', first + THREAD_FRAMES));
  // One thread in two goes: across the normal side as it is spoken of, then round the lesion.
  const across = eased(frame, first, THREAD_FRAMES, draw);
  const round = eased(frame, second, THREAD_FRAMES, draw);
  const ticks = first + Math.round(THREAD_FRAMES * 0.7);
  return {
    view: between(props.from, look.view, look.anchorMm, t),
    clip: clipBetween(placesOf(props).zoom.panel, look.lesionPanel.place, t),
    before: props.before ? 1 - eased(frame, 0, 6, leave) : 0,
    open: eased(frame, OPEN.start, OPEN.frames, travel),
    thread: Math.round((weave * across + (1 - weave) * round) * 1e4) / 1e4,
    dots: eased(frame, first + 8, 8, linear),
    ticks: [0, 1, 2, 3, 4].map((i) => eased(frame, ticks + (look.from === 'right' ? 4 - i : i), 6, linear)),
    other: textEntrance(frame, first),
    lesion: textEntrance(frame, second),
    bar: eased(frame, SLIDE, 8, linear),
  };
}
