import { z } from 'zod';
import type { Finding } from '../finding.ts';
import { BOX_MARGIN_MM, keyContour, type View } from './placement.ts';

const Pair = z.tuple([z.number(), z.number()]);
export type Pair = z.infer<typeof Pair>;

/** What encloses the lesion, in mm of the slice plane (voxel coordinate times spacing). */
export const LesionMark = z.discriminatedUnion('kind', [
  /** Closed, smooth, counter-clockwise on screen, beginning at its highest point. */
  z.object({ kind: z.literal('outline'), points: z.array(Pair).min(8) }),
  z.object({ kind: z.literal('box'), min: Pair, max: Pair }),
]);
export type LesionMark = z.infer<typeof LesionMark>;

/** Fourier harmonics the outline keeps (film-style §6, scene 04). */
const HARMONICS = 4;
const SAMPLES = 96;
/** Corner of the box, screen px. */
const CORNER = 12;

const round = (value: number, digits = 3): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** How far the outline keeps from the lesion, mm: 3 for the reference mass, less around something small. */
export const outlineGap = (longMm: number): number => Math.min(3, Math.max(1.6, longMm * 0.09));

/** The mark of a finding on its key slice. */
export function lesionMark(finding: Finding, spacing: readonly [number, number], kind: 'outline' | 'box'): LesionMark {
  const contour = keyContour(finding).map((point): Pair => [point[0] * spacing[0], point[1] * spacing[1]]);
  if (kind === 'outline') return { kind, points: outline(contour, outlineGap(finding.features.longAxisMm.value)) };
  const edge = (axis: 0 | 1, pick: (...values: number[]) => number, by: number): number =>
    round(pick(...contour.map((point) => point[axis])) + by);
  return {
    kind,
    min: [edge(0, Math.min, -BOX_MARGIN_MM), edge(1, Math.min, -BOX_MARGIN_MM)],
    max: [edge(0, Math.max, BOX_MARGIN_MM), edge(1, Math.max, BOX_MARGIN_MM)],
  };
}

/**
 * A smooth closed line round a contour, at least four fifths of `gap` outside it everywhere, so that spicules are surrounded and the
 * margin is never touched. It is the radius, seen from the contour's middle, of the contour grown by `gap`, kept to `HARMONICS`
 * harmonics and raised where they would cut in: always simple, never crossing itself. mm in, mm out.
 */
export function outline(contour: readonly Pair[], gap: number): Pair[] {
  const dense = evenly(contour, 360);
  const middle = meanOf(dense);
  const wanted = Array.from({ length: SAMPLES }, (_, i) => reach(dense, middle, angleOf(i), gap));
  const pushed = [...wanted];
  let smooth = harmonics(pushed);
  for (let round = 0; round < 24; round++) {
    wanted.forEach((radius, i) => {
      pushed[i]! += Math.max(0, radius - smooth[i]!) * 0.7;
    });
    smooth = harmonics(pushed);
  }
  const missing = Math.max(0, ...wanted.map((radius, i) => radius - smooth[i]!)) - 0.1 * gap;
  const points = smooth.map((radius, i): Pair => {
    const r = radius + Math.max(0, missing);
    return [round(middle[0] + r * Math.cos(angleOf(i))), round(middle[1] + r * Math.sin(angleOf(i)))];
  });
  return fromTheTop(points);
}

/** Directions run counter-clockwise on a screen, whose y points down. */
const angleOf = (i: number): number => (-2 * Math.PI * i) / SAMPLES;

const meanOf = (points: readonly Pair[]): Pair => [
  points.reduce((sum, point) => sum + point[0], 0) / points.length,
  points.reduce((sum, point) => sum + point[1], 0) / points.length,
];

/** How far from the middle, in one direction, the union of discs of radius `gap` round the points extends. */
function reach(points: readonly Pair[], middle: Pair, angle: number, gap: number): number {
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
  let far = gap;
  for (const [x, y] of points) {
    const [dx, dy] = [x - middle[0], y - middle[1]];
    const aside = dx * uy - dy * ux;
    if (Math.abs(aside) < gap) far = Math.max(far, dx * ux + dy * uy + Math.sqrt(gap * gap - aside * aside));
  }
  return far;
}

/** The contour at `count` places equally far apart along it. */
function evenly(contour: readonly Pair[], count: number): Pair[] {
  const steps = contour.map((point, i) => {
    const next = contour[(i + 1) % contour.length]!;
    return Math.hypot(next[0] - point[0], next[1] - point[1]);
  });
  const total = steps.reduce((sum, step) => sum + step, 0);
  const out: Pair[] = [];
  let index = 0;
  let passed = 0;
  for (let i = 0; i < count; i++) {
    const at = (total * i) / count;
    while (index < steps.length - 1 && passed + steps[index]! < at) passed += steps[index++]!;
    const t = steps[index]! === 0 ? 0 : (at - passed) / steps[index]!;
    const [a, b] = [contour[index]!, contour[(index + 1) % contour.length]!];
    out.push([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]);
  }
  return out;
}

/** The lowest harmonics of a periodic function. */
function harmonics(values: readonly number[]): number[] {
  const n = values.length;
  const out = values.map(() => values.reduce((sum, value) => sum + value, 0) / n);
  for (let k = 1; k <= HARMONICS; k++) {
    let [c, s] = [0, 0];
    values.forEach((value, i) => {
      c += (2 * value * Math.cos((2 * Math.PI * k * i) / n)) / n;
      s += (2 * value * Math.sin((2 * Math.PI * k * i) / n)) / n;
    });
    out.forEach((_, i) => {
      out[i]! += c * Math.cos((2 * Math.PI * k * i) / n) + s * Math.sin((2 * Math.PI * k * i) / n);
    });
  }
  return out;
}

/** The closed line from its highest point on. */
function fromTheTop(points: readonly Pair[]): Pair[] {
  let top = 0;
  for (let i = 1; i < points.length; i++) if (points[i]![1] < points[top]![1]) top = i;
  return [...points.slice(top), ...points.slice(0, top)];
}

/** True when a point lies inside a closed polygon (even-odd). */
export function contains(polygon: readonly Pair[], [x, y]: Pair): boolean {
  let inside = false;
  polygon.forEach((a, i) => {
    const b = polygon[(i + 1) % polygon.length]!;
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  });
  return inside;
}

/** Distance of a point from a closed polygon's line. */
export function distance(polygon: readonly Pair[], [x, y]: Pair): number {
  return polygon.reduce((least, a, i) => {
    const b = polygon[(i + 1) % polygon.length]!;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const t = Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)));
    return Math.min(least, Math.hypot(a[0] + t * dx - x, a[1] + t * dy - y));
  }, Infinity);
}

/** A mark as a path on screen: where the thread meets it, the loop from there, and its length in px. */
export interface MarkPath {
  readonly start: Pair;
  readonly loop: string;
  readonly length: number;
}

/**
 * How a thread meets the mark: along its highest row running left (it came from the right) or right, or along its rightmost column
 * running up (it came from below) or down.
 */
export type MarkRun = 'left' | 'right' | 'up' | 'down';

/** The mark in a view, once round from the tangent point at which the thread meets it. */
export function markPath(mark: LesionMark, view: View, run: MarkRun = 'left'): MarkPath {
  const place = ([x, y]: Pair): Pair => [x * view.scale + view.tx, y * view.scale + view.ty];
  if (mark.kind === 'box') return boxPath(place(mark.min), place(mark.max), run);
  const points = fromTangent(mark.points.map(place), run);
  const way = run === 'left' || run === 'up' ? points : [points[0]!, ...points.slice(1).reverse()];
  const at = (i: number): Pair => way[(i + way.length) % way.length]!;
  let loop = '';
  let length = 0;
  for (let i = 0; i < way.length; i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const c1 = [p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6];
    const c2 = [p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6];
    loop += `C${[...c1, ...c2, ...p2].map((value) => round(value, 2)).join(' ')}`;
    length += Math.hypot(p2[0] - p1[0], p2[1] - p1[1]);
  }
  const start = way[0]!;
  return { start: [round(start[0], 2), round(start[1], 2)], loop, length: round(length, 1) };
}

/** An outline begins at its top; a thread that runs up or down meets it at its rightmost point. */
function fromTangent(points: readonly Pair[], run: MarkRun): readonly Pair[] {
  if (run === 'left' || run === 'right') return points;
  let far = 0;
  for (let i = 1; i < points.length; i++) if (points[i]![0] > points[far]![0]) far = i;
  return [...points.slice(far), ...points.slice(0, far)];
}

/** Corners of a box in the order the run passes them, each with the point before and after its arc. */
function boxPath([x0, y0]: Pair, [x1, y1]: Pair, run: MarkRun): MarkPath {
  const r = CORNER;
  const backwards = run === 'left' || run === 'up';
  // Counter-clockwise on screen from the upper right corner: its arc's two ends, then those of the others.
  const ends: Pair[] = [
    [x1, y0 + r],
    [x1 - r, y0],
    [x0 + r, y0],
    [x0, y0 + r],
    [x0, y1 - r],
    [x0 + r, y1],
    [x1 - r, y1],
    [x1, y1 - r],
  ];
  const first = { left: 1, right: 2, up: 7, down: 0 }[run];
  const way = Array.from({ length: 8 }, (_, i) => ends[(first + (backwards ? i : 8 - i)) % 8]!);
  const at = ([x, y]: Pair) => `${round(x, 2)} ${round(y, 2)}`;
  // From the tangent point a straight side, then an arc, in turns.
  const loop = [...way.slice(1), way[0]!].map((point, i) =>
    i % 2 === 0 ? `L${at(point)}` : `A${r} ${r} 0 0 ${backwards ? 0 : 1} ${at(point)}`,
  );
  const [x, y] = way[0]!;
  return {
    start: [round(x, 2), round(y, 2)],
    loop: loop.join(''),
    length: round(2 * (x1 - x0 + y1 - y0) - 8 * r + 2 * Math.PI * r, 1),
  };
}
