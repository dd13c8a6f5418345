import { z } from 'zod';
import type { Analysis } from '../analysis.ts';
import type { Finding } from '../finding.ts';
import type { Geometry } from '../study.ts';
import { CUT_FOR } from './image-layouts.ts';
import type { ComparePlaces, HighlightPlaces, Rect, ZoomPlaces } from './image-places.ts';
import type { Picture } from './pictures.ts';

/**
 * Where a plane lies on the screen: x = column·spacing·scale + tx, and likewise y. `scale` in screen px per mm; voxel centres at
 * whole coordinates. The pictures are resampled for exactly these places, so that at rest the browser scales nothing.
 */
export const View = z.object({ scale: z.number(), tx: z.number(), ty: z.number() });
export type View = z.infer<typeof View>;

export type { Rect };

type Point = readonly [number, number];
type Body = { readonly min: Point; readonly max: Point };
type Spacing = readonly [number, number];

/** Ink left around the patient inside the stage of 03, px of the wide frame; the letter A stands above. */
const SCROLL_MARGIN = { side: 10, top: 26, bottom: 6 } as const;
/** px the zoom's field is wide in the wide frame; the comparison's scale is a share of it in every frame. */
const ZOOM_WIDTH = CUT_FOR.zoom.width;
/** Ink kept around a mark inside its comparison panel, px. */
const COMPARE_MARGIN = 60;
/** The box mark lies this far outside the lesion, mm (film-style, mark style). */
export const BOX_MARGIN_MM = 4;

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** In-plane spacing (across, down), mm. */
export const spacingOf = (geometry: Geometry): Spacing => [geometry.spacingMm[0], geometry.spacingMm[1]];

/** Screen position of a voxel coordinate. */
export const onScreen = (view: View, spacing: Spacing, voxel: Point): [number, number] => [
  voxel[0] * spacing[0] * view.scale + view.tx,
  voxel[1] * spacing[1] * view.scale + view.ty,
];

/** The view that brings a voxel coordinate to a screen position. */
function viewAt(scale: number, spacing: Spacing, voxel: Point, screen: Point): View {
  const s = round(scale, 5);
  return {
    scale: s,
    tx: round(screen[0] - voxel[0] * spacing[0] * s, 3),
    ty: round(screen[1] - voxel[1] * spacing[1] * s, 3),
  };
}

/** 03: the patient as large as the stage lets, in its middle. For making the pictures; scenes ask `stageView`. */
export function scrollView(geometry: Geometry, body: Body, stage: Rect): View {
  const spacing = spacingOf(geometry);
  const { width, height } = stage;
  const scale = Math.min(
    (width - 2 * SCROLL_MARGIN.side) / ((body.max[0] - body.min[0] + 1) * spacing[0]),
    (height - SCROLL_MARGIN.top - SCROLL_MARGIN.bottom) / ((body.max[1] - body.min[1] + 1) * spacing[1]),
  );
  const [x, y] = middleOf(stage);
  const middle: Point = [(body.min[0] + body.max[0]) / 2, (body.min[1] + body.max[1]) / 2];
  return viewAt(scale, spacing, middle, [x, y + (SCROLL_MARGIN.top - SCROLL_MARGIN.bottom) / 2]);
}

/** 03: the view in which an axial picture fills the stage. */
export function stageView(picture: Picture, stage: Rect): View {
  const fit = Math.min(stage.width / picture.width, stage.height / picture.height);
  const middle: Point = [
    picture.origin[0] + (picture.voxelsPerPixel[0] * picture.width) / 2,
    picture.origin[1] + (picture.voxelsPerPixel[1] * picture.height) / 2,
  ];
  const scale = fit / picture.mmPerPixel[0];
  const spacing: Spacing = [
    picture.mmPerPixel[0] / picture.voxelsPerPixel[0],
    picture.mmPerPixel[1] / picture.voxelsPerPixel[1],
  ];
  return viewAt(scale, spacing, middle, middleOf(stage));
}

/** Where a picture lies in a view. */
export function pictureRect(picture: Picture, view: View): Rect {
  const scale = [view.scale * picture.mmPerPixel[0], view.scale * picture.mmPerPixel[1]] as const;
  return {
    x: round((picture.origin[0] / picture.voxelsPerPixel[0]) * scale[0] + view.tx, 2),
    y: round((picture.origin[1] / picture.voxelsPerPixel[1]) * scale[1] + view.ty, 2),
    width: round(picture.width * scale[0], 2),
    height: round(picture.height * scale[1], 2),
  };
}

/** The outline on the key slice, voxels (column, row); its bounding box where the segmentation left none. */
export function keyContour(finding: Finding): readonly Point[] {
  const found = finding.contours.find((contour) => contour.slice === finding.keySlice)?.points;
  if (found) return found;
  const { min, max } = finding.boxVoxel;
  return [
    [min[0], min[1]],
    [min[0], max[1]],
    [max[0], max[1]],
    [max[0], min[1]],
  ];
}

/** Middle of the key slice's outline, voxels: what the camera looks at. */
export function lesionCentre(finding: Finding): [number, number] {
  const points = keyContour(finding);
  const of = (i: 0 | 1): number => {
    const values = points.map((point) => point[i]);
    return round((Math.min(...values) + Math.max(...values)) / 2, 3);
  };
  return [of(0), of(1)];
}

/** 04: a small nodule is brought nearer than a mass; the scale never falls below that of the reference frame. px per mm. */
export const highlightScale = (longMm: number): number => Math.min(11, Math.max(3.911, 92 / Math.max(1, longMm)));
/** 05: width of the crop, mm; 84 for the reference mass, 34 for anything under 13 mm. */
export const zoomWidthMm = (longMm: number): number => Math.min(120, Math.max(34, longMm * 2.56));

/** 04: the lesion at its column, hung so that a box `BOX_MARGIN_MM` outside it touches its row. */
export function highlightView(geometry: Geometry, finding: Finding, { lesion }: HighlightPlaces): View {
  const scale = highlightScale(finding.features.longAxisMm.value);
  const spacing = spacingOf(geometry);
  const points = keyContour(finding);
  const centre = lesionCentre(finding);
  const topMm = (centre[1] - Math.min(...points.map((point) => point[1]))) * spacing[1] + BOX_MARGIN_MM;
  return viewAt(scale, spacing, centre, [lesion.x, lesion.y + topMm * scale]);
}

const middleOf = (rect: Rect): Point => [rect.x + rect.width / 2, rect.y + rect.height / 2];

/** 05: the lesion in the panel's middle; unless told otherwise, as its picture is cut. */
export function zoomView(geometry: Geometry, finding: Finding, { panel, width }: ZoomPlaces = CUT_FOR.zoom): View {
  const scale = width / zoomWidthMm(finding.features.longAxisMm.value);
  return viewAt(scale, spacingOf(geometry), lesionCentre(finding), middleOf(panel));
}

/** 06, one of the panels around a point of the key slice, both at one scale, in which the box mark fits. */
export function compareView(
  geometry: Geometry,
  finding: Finding,
  centre: Point,
  panel: Rect,
  { share, leastMm }: ComparePlaces,
): View {
  const longMm = finding.features.longAxisMm.value;
  const zoom = ZOOM_WIDTH / zoomWidthMm(longMm);
  const fits = (Math.min(panel.width, panel.height) - 2 * COMPARE_MARGIN) / (longMm + 2 * BOX_MARGIN_MM);
  const scale = Math.min(zoom * share, panel.width / leastMm, fits);
  return viewAt(scale, spacingOf(geometry), centre, middleOf(panel));
}

/**
 * Where the other lung is shown: the region the analysis measured, or, where it found none fit to measure, the place mirrored about the
 * image's middle, without a number.
 */
export function oppositeOf(
  analysis: Pick<Analysis, 'contralateral' | 'study'>,
  finding: Finding,
): { slice: number; centre: [number, number]; meanHu: number | null } {
  const measured = analysis.contralateral.find((item) => item.findingId === finding.id);
  if (measured) return { slice: measured.slice, centre: measured.centre, meanHu: measured.meanHu.value };
  const [x, y] = lesionCentre(finding);
  return { slice: finding.keySlice, centre: [analysis.study.geometry.columns - 1 - x, y], meanHu: null };
}

/** The finding the film is about: the first by rank. */
export const leading = (findings: readonly Finding[]): Finding | null =>
  [...findings].sort((a, b) => a.rank - b.rank)[0] ?? null;

/** A view between two, the scale moving geometrically and `anchor` (mm) in a straight line; t in 0..1. */
export function between(from: View, to: View, anchorMm: Point, t: number): View {
  if (t <= 0) return from;
  if (t >= 1) return to;
  const scale = from.scale * (to.scale / from.scale) ** t;
  const at = (i: 0 | 1, a: number, b: number) => {
    const start = anchorMm[i] * from.scale + a;
    const end = anchorMm[i] * to.scale + b;
    return start + (end - start) * t - anchorMm[i] * scale;
  };
  return { scale: round(scale, 5), tx: round(at(0, from.tx, to.tx), 3), ty: round(at(1, from.ty, to.ty), 3) };
}

/** Sides as in every axial image, the patient's right lung in the left panel; of stacked panels the normal one comes first. */
export function comparePanels(
  finding: Finding,
  { first, second, stacked }: ComparePlaces,
): { lesion: Rect; other: Rect } {
  return stacked || finding.features.side.value === 'left'
    ? { lesion: second, other: first }
    : { lesion: first, other: second };
}
