import { z } from 'zod';
import { StudioError } from '../errors.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { barFor, clipBetween, followed, highlightLook } from './highlight.ts';
import { LesionMark, type MarkPath, markPath } from './lesion-mark.ts';
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
  type Rect,
  spacingOf,
  View,
  ZOOM_PANEL,
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
  /** The thread comes from the normal side's edge of the frame. */
  fromLeft: z.boolean(),
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
const FRAME_WIDTH = 1920;
const WEAVE_X = 960;

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
  const panels = comparePanels(finding);
  const view = compareView(geometry, finding, lesionCentre(finding), panels.lesion);
  const otherView = compareView(geometry, finding, opposite.centre, panels.other);
  const fromLeft = panels.other.x < panels.lesion.x;
  const words = (key: 'lung.left' | 'lung.right' | 'opposite' | 'lesion' | 'mean') => imageWord(base.language, key);
  const own = finding.features.side.value;
  const centre = onScreen(view, spacing, lesionCentre(finding));
  const mirrorX = onScreen(otherView, spacing, opposite.centre)[0] + centre[0];
  return {
    ...base,
    kind: 'compare',
    from: zoomView(geometry, finding),
    look: {
      axial: zoom.axial,
      wide: zoom.wide,
      lesion: zoom.lesion,
      other: pictures.contralateral,
      view,
      otherView,
      anchorMm: zoom.anchorMm,
      mark: highlight.mark,
      mirrored: mirroredPath(highlight.mark, view, mirrorX),
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
      bar: measurable ? barFor(view.scale, 240) : null,
      fromLeft,
    },
    before: followed(base, input, 'zoom') ? zoom : null,
  };
}

/** The mark reflected left–right: x becomes `sum` − x. Same heights, so that the thread passes both tops at one row. */
function mirroredPath(mark: LesionMark, view: View, sum: number): string {
  if (mark.kind === 'outline') {
    const points = mark.points.map(([x, y]): [number, number] => [
      (sum - (x * view.scale + view.tx) - view.tx) / view.scale,
      y,
    ]);
    const { start, loop } = markPath({ kind: 'outline', points }, view, 'left');
    return `M${start[0]} ${start[1]}${loop}`;
  }
  const back = (x: number) => (sum - (x * view.scale + view.tx) - view.tx) / view.scale;
  const turned: LesionMark = {
    kind: 'box',
    min: [back(mark.max[0]), mark.min[1]],
    max: [back(mark.min[0]), mark.max[1]],
  };
  const { start, loop } = markPath(turned, view, 'left');
  return `M${start[0]} ${start[1]}${loop}`;
}

/** The thread of 06 and where along it the weave stands, 0..1. */
export function compareThread(look: CompareLook): { d: string; y: number; weave: number } {
  const path: MarkPath = markPath(look.mark, look.view, look.fromLeft ? 'right' : 'left');
  const edge = look.fromLeft ? 0 : FRAME_WIDTH;
  const straight = Math.abs(path.start[0] - edge);
  const total = straight + path.length;
  return {
    d: `M${edge} ${path.start[1]}L${path.start[0]} ${path.start[1]}${path.loop}`,
    y: path.start[1],
    weave: Math.round((Math.abs(WEAVE_X - edge) / total) * 1e4) / 1e4,
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
  const { weave } = compareThread(look);
  const second = Math.max(first + THREAD_FRAMES, cueStart(props, 'lesion', first + THREAD_FRAMES));
  // One thread in two goes: across the normal side as it is spoken of, then round the lesion.
  const across = eased(frame, first, THREAD_FRAMES, draw);
  const round = eased(frame, second, THREAD_FRAMES, draw);
  const ticks = first + Math.round(THREAD_FRAMES * 0.7);
  return {
    view: between(props.from, look.view, look.anchorMm, t),
    clip: clipBetween(ZOOM_PANEL, look.lesionPanel.place, t),
    before: props.before ? 1 - eased(frame, 0, 6, leave) : 0,
    open: eased(frame, OPEN.start, OPEN.frames, travel),
    thread: Math.round((weave * across + (1 - weave) * round) * 1e4) / 1e4,
    dots: eased(frame, first + 8, 8, linear),
    ticks: [0, 1, 2, 3, 4].map((i) => eased(frame, ticks + (look.fromLeft ? i : 4 - i), 6, linear)),
    other: textEntrance(frame, first),
    lesion: textEntrance(frame, second),
    bar: eased(frame, SLIDE, 8, linear),
  };
}
