import type { AxisLine, AxisPair } from './correction.ts';

type Point = readonly [number, number];
type Spacing = readonly [number, number];
/** Which end of which axis a person holds. */
export type AxisEnd = 'long-from' | 'long-to' | 'short-from' | 'short-to';
type Lines = Pick<AxisPair, 'longAxis' | 'shortAxis'>;

const round = (value: number, digits: number): number => {
  const scale = 10 ** digits;
  const rounded = Math.round(value * scale) / scale;
  return Object.is(rounded, -0) ? 0 : rounded;
};

/** Length of a measure, mm, unrounded. */
export const lengthMm = ({ from, to }: AxisLine, [sx, sy]: Spacing): number =>
  Math.hypot((to[0] - from[0]) * sx, (to[1] - from[1]) * sy);

/** As it is kept and spoken: to 0.1 mm. */
export const roundMm = (mm: number): number => round(mm, 1);

/** Ends to 0.01 voxel, as the engine keeps them. */
const tidy = ({ from, to }: AxisLine): AxisLine => ({
  from: [round(from[0], 2), round(from[1], 2)],
  to: [round(to[0], 2), round(to[1], 2)],
});

/** The longer of the two is the long axis, whatever it was called while it was dragged. */
export function tidyAxes<T extends Lines>(axes: T, spacing: Spacing): T {
  const [a, b] = [tidy(axes.longAxis), tidy(axes.shortAxis)];
  const swap = lengthMm(b, spacing) > lengthMm(a, spacing);
  return { ...axes, longAxis: swap ? b : a, shortAxis: swap ? a : b };
}

/** Where both lie in mm: middle and directions of a frame that the long axis spans. */
function frameOf(axes: Lines, [sx, sy]: Spacing) {
  const mm = ([x, y]: Point): Point => [x * sx, y * sy];
  const [a, b] = [mm(axes.longAxis.from), mm(axes.longAxis.to)];
  const long = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const u: Point = [(b[0] - a[0]) / long, (b[1] - a[1]) / long];
  const v: Point = [-u[1], u[0]];
  const across = (p: Point) => (p[0] - a[0]) * v[0] + (p[1] - a[1]) * v[1];
  const along = (p: Point) => (p[0] - a[0]) * u[0] + (p[1] - a[1]) * u[1];
  const [c, d] = [mm(axes.shortAxis.from), mm(axes.shortAxis.to)];
  const low = Math.min(across(c), across(d));
  const high = Math.max(across(c), across(d));
  const cross = (along(c) + along(d)) / 2;
  const at = (s: number, t: number): Point => [(a[0] + u[0] * s + v[0] * t) / sx, (a[1] + u[1] * s + v[1] * t) / sy];
  return { long, low, high, cross, u, v, start: a, at, along, across, mm };
}

/** How far from a right angle the two stand, degrees. */
export function tiltDegrees(axes: Lines, [sx, sy]: Spacing): number {
  const of = ({ from, to }: AxisLine): Point => [(to[0] - from[0]) * sx, (to[1] - from[1]) * sy];
  const [a, b] = [of(axes.longAxis), of(axes.shortAxis)];
  const cosine = (a[0] * b[0] + a[1] * b[1]) / (Math.hypot(...a) * Math.hypot(...b) || 1);
  return Math.abs(90 - (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI);
}

/**
 * One end dragged to a place. An end of the long axis takes the short one with it, at right angles and at the same share of the way; an end of
 * the short axis moves across the long one only, so that both stay at right angles (as size is measured by Lung-RADS and Fleischner).
 */
export function dragAxis<T extends Lines>(axes: T, end: AxisEnd, place: Point, spacing: Spacing): T {
  const frame = frameOf(axes, spacing);
  if (end === 'long-from' || end === 'long-to') {
    const to: [number, number] = [place[0], place[1]];
    const longAxis: AxisLine = end === 'long-from' ? { ...axes.longAxis, from: to } : { ...axes.longAxis, to };
    if (lengthMm(longAxis, spacing) < 0.5) return axes;
    const next = frameOf({ longAxis, shortAxis: axes.shortAxis }, spacing);
    const cross = (frame.cross / frame.long) * next.long;
    const [from, till] = isFlipped(axes, spacing) ? [frame.high, frame.low] : [frame.low, frame.high];
    return { ...axes, longAxis, shortAxis: { from: pair(next.at(cross, from)), to: pair(next.at(cross, till)) } };
  }
  const here = frame.mm(place);
  const [cross, across] = [Math.max(0, Math.min(frame.long, frame.along(here))), frame.across(here)];
  const other = end === 'short-from' ? axes.shortAxis.to : axes.shortAxis.from;
  const kept = frame.across(frame.mm(other));
  if (Math.abs(kept - across) < 0.5) return axes;
  const [held, still] = [pair(frame.at(cross, across)), pair(frame.at(cross, kept))];
  return { ...axes, shortAxis: end === 'short-from' ? { from: held, to: still } : { from: still, to: held } };
}

const pair = ([x, y]: Point): [number, number] => [x, y];

const isFlipped = (axes: Lines, spacing: Spacing): boolean => {
  const frame = frameOf(axes, spacing);
  return frame.across(frame.mm(axes.shortAxis.from)) > frame.across(frame.mm(axes.shortAxis.to));
};

/** One axis brought to a length about its own middle, for those who type a number instead of dragging. */
export function resizeAxis<T extends Lines>(axes: T, which: 'longAxis' | 'shortAxis', mm: number, spacing: Spacing): T {
  const line = axes[which];
  const share = mm / (lengthMm(line, spacing) || 1);
  const middle: Point = [(line.from[0] + line.to[0]) / 2, (line.from[1] + line.to[1]) / 2];
  const out = ([x, y]: Point): [number, number] => [
    middle[0] + (x - middle[0]) * share,
    middle[1] + (y - middle[1]) * share,
  ];
  return { ...axes, [which]: { from: out(line.from), to: out(line.to) } };
}

/** The ellipse that two axes span, as a closed outline in voxels. */
export function ellipseOf(axes: Lines, spacing: Spacing, count = 48): [number, number][] {
  const { long, low, high, at } = frameOf(axes, spacing);
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    const [x, y] = at(long / 2 + (long / 2) * Math.cos(angle), (low + high) / 2 + ((high - low) / 2) * Math.sin(angle));
    return [round(x, 2), round(y, 2)];
  });
}

/**
 * An outline that follows its axes: what the change does to the two axes (shift, turn, stretch) is done to every point, so that mark and box in
 * the film enclose what was measured. The same axes give the same outline.
 */
export function followAxes(
  points: readonly Point[],
  before: Lines,
  after: Lines,
  spacing: Spacing,
): [number, number][] {
  const [a, b] = [frameOf(before, spacing), frameOf(after, spacing)];
  return points.map((point) => {
    const p = a.mm(point);
    const along = (a.along(p) / a.long) * b.long;
    const half = (a.high - a.low) / 2 || 1;
    const across = ((a.across(p) - (a.low + a.high) / 2) / half) * ((b.high - b.low) / 2) + (b.low + b.high) / 2;
    const [x, y] = b.at(along, across);
    return [round(x, 2), round(y, 2)];
  });
}
