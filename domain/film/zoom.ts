import { z } from 'zod';
import { type CalloutKey, calloutsOf } from '../callouts.ts';
import { StudioError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { calloutTip } from './callout-tips.ts';
import {
  barFor,
  clipBetween,
  DIM,
  followed,
  HighlightLook,
  type HighlightState,
  highlightAtRest,
  highlightLook,
} from './highlight.ts';
import { placesOf } from './image-layouts.ts';
import type { Rect, ZoomPlaces } from './image-places.ts';
import { type LeaderStart, layLeader } from './leader.ts';
import type { Pair } from './lesion-mark.ts';
import { setLines } from './lines.ts';
import { displayFace, fitSize } from './measure.ts';
import { draw, eased, leave, linear, travel } from './motion.ts';
import { Picture } from './pictures.ts';
import { between, keyContour, leading, onScreen, spacingOf, stageView, View, zoomView } from './placement.ts';
import { textEntrance } from './scroll.ts';
import { calloutNote, imageWord, oneDecimal, whole } from './words-image.ts';

const Callout = z.object({
  title: z.object({ text: z.string(), size: z.number() }),
  value: z.string(),
  unit: z.string(),
  note: z.array(z.string()),
  /** Row of the underline. */
  y: z.number(),
  leader: z.string(),
  tip: z.tuple([z.number(), z.number()]),
  ring: z.boolean(),
});
const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** Everything 05 shows at rest; 06 begins with it. */
export const ZoomLook = z.object({
  axial: Picture,
  wide: Picture,
  lesion: Picture,
  view: View,
  anchorMm: z.tuple([z.number(), z.number()]),
  callouts: z.array(Callout).max(3),
  bar: z.object({ mm: z.number(), text: z.string() }).nullable(),
  times: z.string(),
  slice: z.string(),
  /** The whole slice in small, and on it the crop. */
  locator: z.object({ place: Box, crop: Box }),
});
export type ZoomLook = z.infer<typeof ZoomLook>;

export const ZoomProps = SceneBase.extend({
  kind: z.literal('zoom'),
  from: View,
  look: ZoomLook,
  before: HighlightLook.nullable(),
});
export type ZoomProps = z.infer<typeof ZoomProps>;

const ZOOM_FRAMES = 24;
const CLIP_FRAMES = 14;
const LEADER_FRAMES = 15;
/** Radius of the ring at a leader's tip. */
export const RING = 11;
/** Room of the scale bar. */
const BAR_ROOM = { px: 300, share: 0.3 } as const;
/** Turn of a leader that rises from its row. */
const CORNER = 28;

/** What 05 shows at rest; null without a finding or its pictures. */
export function zoomLook(base: SceneBase, input: ComposeInput): ZoomLook | null {
  const { analysis, pictures } = input;
  const finding = leading(analysis.findings);
  const axial = finding && pictures.axial[finding.keySlice];
  if (!finding || !axial || !pictures.lesion || !pictures.lesionWide) return null;
  const { geometry, measurable } = analysis.study;
  const places = placesOf(base);
  const view = zoomView(geometry, finding, places.zoom);
  const whole = stageView(axial, places.scroll.stage);
  const highlight = highlightLook(base, input);
  return {
    axial,
    wide: pictures.lesionWide,
    lesion: pictures.lesion,
    view,
    anchorMm: highlight?.anchorMm ?? [0, 0],
    callouts: callouts(base, input, finding, view, places.zoom),
    bar: measurable ? barFor(view.scale, Math.min(BAR_ROOM.px, BAR_ROOM.share * places.zoom.panel.width)) : null,
    times: imageWord(base.language, 'magnified', { times: oneDecimal(view.scale / whole.scale) }),
    slice: imageWord(base.language, 'slice', { slice: finding.keySlice + 1 }),
    locator: locator(axial, view, places.zoom),
  };
}

function callouts(
  { language, brand }: SceneBase,
  { analysis, pictures }: ComposeInput,
  finding: Finding,
  view: View,
  places: ZoomPlaces,
) {
  const { panel, rows, side, text, title, note } = places;
  const spacing = spacingOf(analysis.study.geometry);
  const shape = keyContour(finding).map((point) => onScreen(view, spacing, point));
  const known = pictures.pleura ? ([pictures.pleura[0] * spacing[0], pictures.pleura[1] * spacing[1]] as Pair) : null;
  return calloutsOf(finding, analysis.study.measurable).map((key, index) => {
    const inPanel = known && within(panel, place(view, known), 24) ? known : null;
    const tip = calloutTip(key, index, finding, spacing, inPanel, side);
    const at = place(view, tip.at);
    const leader = layLeader(leaderStart(index, places), at, tip.outward, shape, tip.ring ? RING : 0);
    const name = imageWord(language, key);
    const setting = {
      face: 'text',
      tracking: 0,
      maxWidth: text.room,
      maxLines: note.lines,
      sizes: [note.size],
    } as const;
    return {
      title: { text: name, size: fitSize(name, title.size, text.room, displayFace(brand)) },
      ...calloutValue(key, finding, analysis.study.measurable),
      note: setLines(calloutNote(language, key, finding), language, setting).lines,
      y: rows[index]!,
      leader: leader.d,
      tip: [Math.round(at[0]), Math.round(at[1])] as Pair,
      ring: tip.ring,
    };
  });
}

/** Along its row, then straight on into the image; from texts below it, up beside them. */
function leaderStart(index: number, { rows, side, start, bends, panel }: ZoomPlaces): LeaderStart {
  const x = index === 0 ? start.thread : start.others;
  const [y, bend] = [rows[index]!, bends[index]!];
  if (side === 'right') return { d: `M${x} ${y}`, at: [bend, y], way: [-1, 0] };
  const corner = `A${CORNER} ${CORNER} 0 0 0 ${bend} ${y - CORNER}`;
  return { d: `M${x} ${y}L${bend - CORNER} ${y}${corner}`, at: [bend, panel.y + panel.height], way: [0, -1] };
}

const place = (view: View, [x, y]: Pair): Pair => [x * view.scale + view.tx, y * view.scale + view.ty];
const within = (rect: Rect, [x, y]: Pair, margin: number): boolean =>
  x > rect.x + margin && x < rect.x + rect.width - margin && y > rect.y + margin && y < rect.y + rect.height - margin;

/** The number beside a call-out, where the feature has one; nothing in millimetres without a spacing. */
function calloutValue(key: CalloutKey, finding: Finding, measurable: boolean): { value: string; unit: string } {
  const f = finding.features;
  switch (key) {
    case 'ground-glass':
      if (f.type.value !== 'part-solid') return NO_VALUE;
      return { value: `${Math.round((1 - f.solidFraction.value) * 100)}`, unit: '%' };
    case 'solid-part':
      return measurable ? { value: oneDecimal(f.solidDiameterMm.value), unit: 'mm' } : NO_VALUE;
    case 'solid-density':
      return { value: whole(f.meanHu.value), unit: 'HU' };
    case 'calcification':
      return { value: whole(f.maxHu.value), unit: 'HU' };
    case 'fat':
      return { value: whole(f.minHu.value), unit: 'HU' };
    case 'pleura-touching':
    case 'pleura-near':
    case 'pleura-free':
      if (!measurable) return NO_VALUE;
      return f.pleuraDistanceMm.value < 1
        ? { value: '< 1', unit: 'mm' }
        : { value: oneDecimal(f.pleuraDistanceMm.value), unit: 'mm' };
    default:
      return NO_VALUE;
  }
}
const NO_VALUE = { value: '', unit: '' };

/** The slice in small at the lower right, and the crop on it. */
function locator(axial: Picture, view: View, places: ZoomPlaces): ZoomLook['locator'] {
  const { panel } = places;
  const { width, right, bottom } = places.locator;
  const fit = width / axial.width;
  const height = Math.round(axial.height * fit);
  const box = { x: right - width, y: bottom - height, width, height };
  const at = (px: number, t: number, from: number, origin: number) =>
    Math.round(((px - t) / view.scale / axial.mmPerPixel[0] - origin / axial.voxelsPerPixel[0]) * fit + from);
  const x = at(panel.x, view.tx, box.x, axial.origin[0]);
  const y = at(panel.y, view.ty, box.y, axial.origin[1]);
  const size = (px: number) => Math.round((px / view.scale / axial.mmPerPixel[0]) * fit);
  return { place: box, crop: { x, y, width: size(panel.width), height: size(panel.height) } };
}

/** 05: the lesion enlarged, three findings on leaders. @throws StudioError TIMELINE_INVALID when there is no finding. */
export function composeZoom(base: SceneBase, input: ComposeInput): ZoomProps {
  const look = zoomLook(base, input);
  const highlight = highlightLook(base, input);
  if (!look || !highlight) throw new StudioError('TIMELINE_INVALID', { detail: 'a zoom scene without a finding' });
  return {
    ...base,
    kind: 'zoom',
    from: highlight.view,
    look,
    before: followed(base, input, 'highlight') ? highlight : null,
  };
}

export interface ZoomState {
  view: View;
  clip: Rect;
  dim: number;
  /** What 04 leaves: label, axes and mark. */
  before: number;
  /** Opacity of locator, magnification and scale chip. */
  after: number;
  leaders: number[];
  texts: { opacity: number; shift: number }[];
}

export function zoomState(props: ZoomProps, frame: number): ZoomState {
  const { highlight, zoom } = placesOf(props);
  const t = eased(frame, 0, ZOOM_FRAMES, travel);
  const starts = [0, 1, 2].map((i) =>
    Math.max(ZOOM_FRAMES + 2, cueStart(props, `callout-${i + 1}`, ZOOM_FRAMES + 2 + i * (LEADER_FRAMES + 20))),
  );
  return {
    view: between(props.from, props.look.view, props.look.anchorMm, t),
    // The image leaves the header before it grows bright.
    clip: clipBetween(highlight.stage, zoom.panel, eased(frame, 0, CLIP_FRAMES, draw)),
    dim: props.before ? Math.round(DIM * (1 - eased(frame, 8, 8, linear)) * 1e4) / 1e4 : 0,
    before: props.before ? 1 - eased(frame, 0, 6, leave) : 0,
    after: eased(frame, ZOOM_FRAMES, 8, linear),
    leaders: starts.map((start) => eased(frame, start, LEADER_FRAMES, draw)),
    texts: starts.map((start) => textEntrance(frame, start + 4)),
  };
}

/** 05 as it stands at its end. */
export function zoomAtRest(look: ZoomLook, frame: { width: number; height: number }): ZoomState {
  const full = { opacity: 1, shift: 0 };
  return {
    view: look.view,
    clip: placesOf(frame).zoom.panel,
    dim: 0,
    before: 0,
    after: 1,
    leaders: [1, 1, 1],
    texts: [full, full, full],
  };
}

/** 04 as 05 takes it over. */
export const highlightLeaving = (
  look: HighlightLook,
  state: ZoomState,
  frame: { width: number; height: number },
): HighlightState => ({
  ...highlightAtRest(look, frame),
  view: state.view,
  clip: state.clip,
  dim: state.dim,
});
