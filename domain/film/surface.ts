import { z } from 'zod';
import type { Finding } from '../finding.ts';
import type { Geometry } from '../study.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { shown } from './format.ts';
import { outline } from './lesion-mark.ts';
import { setLines } from './lines.ts';
import { displayFace } from './measure.ts';
import { draw, type Entrance, eased, linear, settle, textEntrance } from './motion.ts';
import { Picture } from './pictures.ts';
import { leading, type Rect, View } from './placement.ts';
import { type SurfaceLayout, surfaceLayout } from './surface-layout.ts';
import { projected, type SurfaceViews } from './surface-view.ts';
import { WarpLung, warpLung } from './warp.ts';
import { conferenceWord } from './words-conference.ts';
import { findingName } from './words-image.ts';

const Pair = z.tuple([z.number(), z.number()]);

export const SurfaceProps = SceneBase.extend({
  kind: z.literal('surface'),
  /** The lungs from the right to the left side, the middle one straight from the front; null without a lung mask. */
  turn: z.object({ stack: z.array(Picture).min(1), front: z.int().nonnegative(), view: View }).nullable(),
  /** The coronal outline that stands in where there are no views. */
  warp: WarpLung.nullable(),
  /** The lesion from the front: its shape on screen, the ring round it, and the thread that comes to the ring. */
  lesion: z.object({ shape: z.array(Pair).min(3), centre: Pair, radius: z.number(), path: z.string() }).nullable(),
  /** Name and size over the thread's row; `end` = set to end at x. */
  label: z.object({ size: z.number(), lines: z.array(z.string()), x: z.number(), row: z.number(), end: z.boolean() }),
  detail: z.string().nullable(),
  bar: z.object({ mm: z.number(), text: z.string() }).nullable(),
  tag: z.string(),
});
export type SurfaceProps = z.infer<typeof SurfaceProps>;

/** The ring keeps this far from the lesion, and is never smaller, px. */
const RING = { clear: 16, least: 30 } as const;
const CORNER = 40;
/** Where the thread of a wide frame may run, so that the words beside it keep to the stage. */
const ROWS = { top: 300, bottom: 700 } as const;

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Views as pictures whose voxel is a millimetre of the projection. */
function turnOf(views: SurfaceViews, place: Rect): NonNullable<SurfaceProps['turn']> {
  const { width, height, mmPerPixel, originMm } = views;
  const scale = Math.round(Math.min(place.width / width, place.height / height) * (1e5 / mmPerPixel)) / 1e5;
  const middle = [originMm[0] + (width * mmPerPixel) / 2, originMm[1] + (height * mmPerPixel) / 2] as const;
  return {
    stack: views.images.map((image) => ({
      ...{ image, width, height, mmPerPixel: [mmPerPixel, mmPerPixel], origin: originMm },
      voxelsPerPixel: [mmPerPixel, mmPerPixel],
    })),
    front: views.degrees.indexOf(0),
    view: {
      scale,
      tx: Math.round((place.x + place.width / 2 - middle[0] * scale) * 1000) / 1000,
      ty: Math.round((place.y + place.height / 2 - middle[1] * scale) * 1000) / 1000,
    },
  };
}

/** The lesion's outline seen from the front, px: all its contours projected, their hull, smooth. */
export function lesionShape(
  finding: Finding,
  geometry: Geometry,
  views: Pick<SurfaceViews, 'axisMm'>,
  view: View,
): [number, number][] {
  const points = finding.contours.flatMap(({ slice, points: ring }) =>
    ring.flatMap(([x, y]) =>
      [-0.25, 0.25].map((dz) => projected([x, y, slice + dz], geometry.spacingMm, views.axisMm, 0)),
    ),
  );
  const shape = outline(hull(points), 0.6);
  return shape.map(([u, v]) => [tenth(u * view.scale + view.tx), tenth(v * view.scale + view.ty)]);
}

/** Convex hull (monotone chain), mm. */
function hull(points: readonly [number, number][]): [number, number][] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const cross = (o: readonly number[], a: readonly number[], b: readonly number[]) =>
    (a[0]! - o[0]!) * (b[1]! - o[1]!) - (a[1]! - o[1]!) * (b[0]! - o[0]!);
  const chain = (items: readonly [number, number][]) => {
    const out: [number, number][] = [];
    for (const item of items) {
      while (out.length > 1 && cross(out.at(-2)!, out.at(-1)!, item) <= 0) out.pop();
      out.push(item);
    }
    return out.slice(0, -1);
  };
  return [...chain(sorted), ...chain([...sorted].reverse())];
}

type Lesion = NonNullable<SurfaceProps['lesion']>;

/** Ring and thread: from the right along the ring's top (wide), or from the left under the words and up to its right side. */
function threadTo(shape: [number, number][], width: number, layout: SurfaceLayout): Lesion {
  const mean = (i: 0 | 1) => tenth(shape.reduce((sum, point) => sum + point[i], 0) / shape.length);
  const [cx, cy] = [mean(0), mean(1)];
  const far = Math.max(...shape.map(([x, y]) => Math.hypot(x - cx, y - cy)));
  const r = tenth(Math.max(RING.least, far + RING.clear));
  const { row } = layout.label;
  if (row === null) {
    const y = Math.min(ROWS.bottom, Math.max(ROWS.top, cy - r));
    const turn = y === cy - r ? `H${cx}` : `H${cx + r + 140}C${cx + r + 60} ${y} ${cx + 80} ${cy - r} ${cx} ${cy - r}`;
    const path = `M${width} ${y}${turn}A${r} ${r} 0 1 0 ${tenth(cx + 0.1)} ${cy - r}`;
    return { shape, centre: [cx, cy], radius: r, path };
  }
  // From the side where there is room: the words stand over the thread, and it rises before it would cross them.
  const way = cx < width / 2 ? -1 : 1;
  const x = tenth(cx + way * r);
  const edge = way === 1 ? 0 : width;
  const rise = `H${tenth(x - way * CORNER)}Q${x} ${row} ${x} ${row - CORNER}V${cy}`;
  const path = `M${edge} ${row}${rise}A${r} ${r} 0 1 ${way === 1 ? 0 : 1} ${x} ${tenth(cy + 0.1)}`;
  return { shape, centre: [cx, cy], radius: r, path };
}

function lesionOf(
  base: SceneBase,
  input: ComposeInput,
  turn: SurfaceProps['turn'],
  warp: WarpLung | null,
): Lesion | null {
  const finding = leading(input.analysis.findings);
  const views = input.pictures.surface;
  const layout = surfaceLayout(base);
  if (!finding) return null;
  if (turn && views) {
    return threadTo(lesionShape(finding, input.analysis.study.geometry, views, turn.view), base.width, layout);
  }
  if (!warp?.lesion) return null;
  const { x, y } = warp.lesion;
  const dot = Array.from({ length: 24 }, (_, i): [number, number] => {
    const angle = (i * Math.PI) / 12;
    return [tenth(x + 8 * Math.cos(angle)), tenth(y + 8 * Math.sin(angle))];
  });
  return threadTo(dot, base.width, layout);
}

/** Both lungs in space, turned slowly, and where the lesion lies in them. */
export function composeSurface(base: SceneBase, input: ComposeInput): SurfaceProps {
  const { analysis, pictures } = input;
  const { language } = base;
  const layout = surfaceLayout(base);
  const turn = pictures.surface ? turnOf(pictures.surface, layout.place) : null;
  const warp = turn ? null : warpLung(analysis, layout.place);
  const lesion = lesionOf(base, input, turn, warp);
  const finding = leading(analysis.findings);
  const { measurable } = analysis.study;
  const mean = finding?.features.meanDiameterMm.value ?? 0;
  const text = finding ? findingName(language, finding) : conferenceWord(language, 'surface.none');
  const top = lesion ? Math.min(ROWS.bottom, Math.max(ROWS.top, lesion.centre[1] - lesion.radius)) : 446;
  const end = layout.label.row !== null && lesion !== null && lesion.centre[0] < base.width / 2;
  return {
    ...base,
    kind: 'surface',
    turn,
    warp,
    lesion,
    label: {
      ...setLines(text, language, {
        ...{
          face: displayFace(base.brand),
          tracking: 0,
          maxWidth: layout.label.width,
          maxLines: layout.label.row === null ? 1 : 2,
        },
        sizes: [0, 4, 8, 12, 16, 20].map((less) => layout.label.size - less),
      }),
      ...{ x: end ? layout.foot.right : layout.label.x, row: layout.label.row ?? top, end },
    },
    detail: finding && measurable ? conferenceWord(language, 'surface.size', { mm: shown(mean, 1) }) : null,
    bar: measurable && turn ? { mm: 50, text: '5 cm' } : null,
    tag: conferenceWord(language, turn ? 'surface.tag' : 'surface.tag.outline'),
  };
}

export interface SurfaceState {
  readonly image: number;
  /** Index of the view on screen. */
  readonly shown: number;
  readonly sides: number;
  readonly thread: number;
  readonly lesion: number;
  readonly label: Entrance;
  readonly detail: Entrance;
}

/** Frames of one slow turn to both sides and back, at least and at most. */
const TURN = { least: 100, most: 200 } as const;
const THREAD = 36;

/** From the front to one side, to the other and back to the front: one slow swing without a stop, then rest. */
export function surfaceState(props: SurfaceProps, frame: number): SurfaceState {
  const start = Math.max(10, cueStart(props, 'surface', 10));
  const wanted = cueStart(props, 'lesion', Math.floor(props.durationInFrames * 0.6));
  const frames = Math.min(TURN.most, Math.max(TURN.least, wanted - start - 8));
  const lesion = props.turn ? Math.max(wanted, start + frames + 4) : wanted;
  const swing = Math.sin(2 * Math.PI * eased(frame, start, frames, linear));
  const { front, stack } = props.turn ?? { front: 0, stack: [null] };
  return {
    image: eased(frame, 0, 10, linear),
    shown: Math.min(stack.length - 1, Math.max(0, Math.round(front + swing * (stack.length - 1 - front)))),
    sides: eased(frame, 4, 10, linear),
    lesion: eased(frame, lesion, 8, settle),
    thread: eased(frame, lesion + 2, THREAD, draw),
    label: textEntrance(frame, props.lesion ? lesion + 8 : wanted),
    detail: textEntrance(frame, lesion + 14),
  };
}
