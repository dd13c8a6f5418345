import { squaredDistance } from './distance.ts';
import type { HuVolume } from './grid.ts';
import { type LesionPatch, patchIndex } from './patch.ts';

export type Polygon = [number, number][];

/** A slice's part of a lesion. */
export interface SliceOutline {
  readonly slice: number;
  /** (column, row), closed, first point not repeated. */
  readonly points: Polygon;
  readonly areaMm2: number;
}

/** Outlines may leave the segmented voxels by this many patch voxels; beyond it (along vessels, into the wall) they are cut. */
const SLACK = 1.5;
/** Depth of the cut where an outline is stopped, in units of 60 HU: moves it to about half way between the last and the first barred pixel. */
const CUT = 6;

/**
 * Sub-voxel outlines of a mask on the native slices: the line where the lightly smoothed HU cross `limitHu`, near the mask only
 * (marching squares with linear interpolation). The largest closed line of each slice is kept.
 */
export function outlines(volume: HuVolume, patch: LesionPatch, mask: Uint8Array, limitHu: number): SliceOutline[] {
  const away2 = squaredDistance(patch, (i) => mask[i] === 1);
  const [sx, sy, sz] = volume.spacing;
  const slackMm = SLACK * patch.step;
  const [n] = patch.size;
  const end = (axis: 0 | 1 | 2) => patch.origin[axis] + (n - 1) * patch.step;
  const first = Math.max(0, Math.ceil(patch.origin[2] / sz - 0.5));
  const last = Math.min(volume.size[2] - 1, Math.floor(end(2) / sz - 0.5));
  const x0 = Math.max(0, Math.floor(patch.origin[0] / sx - 0.5));
  const x1 = Math.min(volume.size[0] - 1, Math.ceil(end(0) / sx - 0.5));
  const y0 = Math.max(0, Math.floor(patch.origin[1] / sy - 0.5));
  const y1 = Math.min(volume.size[1] - 1, Math.ceil(end(1) / sy - 0.5));
  const found: SliceOutline[] = [];
  for (let slice = first; slice <= last; slice++) {
    const [w, h] = [x1 - x0 + 1, y1 - y0 + 1];
    const field = smoothedSlice(volume, slice, x0, y0, w, h);
    for (let y = 0; y < h; y++)
      for (let x = 0; x < w; x++) {
        const at = patchIndex(patch, (x + x0 + 0.5) * sx, (y + y0 + 0.5) * sy, (slice + 0.5) * sz);
        const away = at < 0 ? 1e6 : Math.sqrt(away2[at]!);
        const rise = field[y * w + x]! - limitHu;
        const isBeyond = away > slackMm || patch.lung[at] !== 1;
        field[y * w + x] = isBeyond ? Math.min(rise, -60 * (Math.max(0, away - slackMm) + CUT)) : rise;
      }
    const best = largest(closedLines(field, w, h));
    if (!best) continue;
    const points = soften(best).map(([x, y]): [number, number] => [x + x0, y + y0]);
    const areaMm2 = Math.abs(signedArea(points)) * sx * sy;
    if (points.length >= 6 && areaMm2 > 1.5) found.push({ slice, points, areaMm2 });
  }
  return adjacentRun(found);
}

/** 3x3 binomial smoothing of a window of one slice. */
function smoothedSlice(volume: HuVolume, slice: number, x0: number, y0: number, w: number, h: number): Float32Array {
  const [nx, ny] = volume.size;
  const base = slice * nx * ny;
  const at = (x: number, y: number) =>
    volume.data[base + Math.min(ny - 1, Math.max(0, y)) * nx + Math.min(nx - 1, Math.max(0, x))]!;
  const out = new Float32Array(w * h);
  const k = [0.18, 0.64, 0.18];
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) sum += k[dy + 1]! * k[dx + 1]! * at(x0 + x + dx, y0 + y + dy);
      out[y * w + x] = sum;
    }
  return out;
}

/** Zero lines of a field by marching squares; only closed ones. Each crossing is one edge of the pixel grid, so lines join by edge key. */
function closedLines(field: Float32Array, w: number, h: number): Polygon[] {
  const next = new Map<number, number>();
  const edgeRight = (x: number, y: number) => (y * w + x) * 2;
  const edgeDown = (x: number, y: number) => (y * w + x) * 2 + 1;
  for (let y = 0; y < h - 1; y++)
    for (let x = 0; x < w - 1; x++) {
      const v = [field[y * w + x]!, field[y * w + x + 1]!, field[(y + 1) * w + x + 1]!, field[(y + 1) * w + x]!];
      const code = v.reduce((sum, value, i) => sum + (value > 0 ? 1 << i : 0), 0);
      if (code === 0 || code === 15) continue;
      const edges = [edgeRight(x, y), edgeDown(x + 1, y), edgeRight(x, y + 1), edgeDown(x, y)];
      const saddleIsIn = v[0]! + v[1]! + v[2]! + v[3]! > 0;
      for (const [a, b] of segmentsOf(code, saddleIsIn)) next.set(edges[a]!, edges[b]!);
    }
  const lines: Polygon[] = [];
  const used = new Set<number>();
  for (const start of next.keys()) {
    if (used.has(start)) continue;
    const line: Polygon = [];
    let at: number | undefined = start;
    while (at !== undefined && !used.has(at)) {
      used.add(at);
      line.push(crossing(field, w, at));
      at = next.get(at);
    }
    if (at === start && line.length >= 3) lines.push(line);
  }
  return lines;
}

/** Directed pieces with the inside on the right-hand side, as pairs of cell edges 0 top, 1 right, 2 bottom, 3 left. */
function segmentsOf(code: number, saddleIsIn: boolean): readonly (readonly [number, number])[] {
  switch (code) {
    case 1:
      return [[0, 3]];
    case 2:
      return [[1, 0]];
    case 3:
      return [[1, 3]];
    case 4:
      return [[2, 1]];
    case 5:
      return saddleIsIn
        ? [
            [0, 1],
            [2, 3],
          ]
        : [
            [0, 3],
            [2, 1],
          ];
    case 6:
      return [[2, 0]];
    case 7:
      return [[2, 3]];
    case 8:
      return [[3, 2]];
    case 9:
      return [[0, 2]];
    case 10:
      return saddleIsIn
        ? [
            [1, 2],
            [3, 0],
          ]
        : [
            [1, 0],
            [3, 2],
          ];
    case 11:
      return [[1, 2]];
    case 12:
      return [[3, 1]];
    case 13:
      return [[0, 1]];
    default:
      return [[3, 0]];
  }
}

function crossing(field: Float32Array, w: number, edge: number): [number, number] {
  const cell = edge >> 1;
  const x = cell % w;
  const y = (cell - x) / w;
  const other = edge & 1 ? cell + w : cell + 1;
  const share = field[cell]! / (field[cell]! - field[other]!);
  return edge & 1 ? [x, y + share] : [x + share, y];
}

/** One light smoothing pass along a closed line. */
function soften(line: Polygon): Polygon {
  const n = line.length;
  return line.map(([x, y], i) => {
    const [a, b] = line[(i + n - 1) % n]!;
    const [c, d] = line[(i + 1) % n]!;
    return [0.25 * a + 0.5 * x + 0.25 * c, 0.25 * b + 0.5 * y + 0.25 * d];
  });
}

function largest(lines: Polygon[]): Polygon | null {
  let best: Polygon | null = null;
  for (const line of lines) if (!best || Math.abs(signedArea(line)) > Math.abs(signedArea(best))) best = line;
  return best;
}

/** Shoelace area in squared pixels. */
export function signedArea(points: Polygon): number {
  let sum = 0;
  for (let i = 0; i < points.length; i++) {
    const [x, y] = points[i]!;
    const [u, v] = points[(i + 1) % points.length]!;
    sum += x * v - u * y;
  }
  return sum / 2;
}

/** Neighbouring slices round the largest outline; a piece beyond a gap is something else. */
function adjacentRun(found: SliceOutline[]): SliceOutline[] {
  if (found.length === 0) return found;
  const peak = found.reduce((a, b) => (b.areaMm2 > a.areaMm2 ? b : a));
  const at = found.indexOf(peak);
  let from = at;
  let to = at;
  while (from > 0 && found[from - 1]!.slice === found[from]!.slice - 1) from--;
  while (to < found.length - 1 && found[to + 1]!.slice === found[to]!.slice + 1) to++;
  return found.slice(from, to + 1);
}

/** The outline with the largest section; null where there is none. */
export function largestOutline(shapes: readonly SliceOutline[]): SliceOutline | null {
  return shapes.reduce<SliceOutline | null>(
    (best, shape) => (!best || shape.areaMm2 > best.areaMm2 ? shape : best),
    null,
  );
}
