/** Round cones by the thousand (vessels, airways, bones' axes), sorted by depth so that a slice touches only its own. */
import { COLUMNS, PIXEL_MM, ROWS, xColumn, yRow } from './frame.ts';
import type { TubePoint } from './shapes.ts';

const FIELDS = 8;
const BIN_MM = 2;
const BIN_START = -30;

/** x0 y0 d0 r0 x1 y1 d1 r1, one after the other. */
export interface Segments {
  data: Float32Array;
  count: number;
  bins: Int32Array[];
}

/** Collects pieces and sorts them into bins by the depths they touch. */
export class SegmentBuilder {
  private readonly values: number[] = [];

  add(a: TubePoint, b: TubePoint): void {
    this.values.push(a[0], a[1], a[2], a[3], b[0], b[1], b[2], b[3]);
  }

  addPath(path: readonly TubePoint[]): void {
    for (let i = 0; i + 1 < path.length; i++) this.add(path[i]!, path[i + 1]!);
  }

  build(): Segments {
    const data = Float32Array.from(this.values);
    const count = data.length / FIELDS;
    const lists: number[][] = [];
    for (let i = 0; i < count; i++) {
      const o = i * FIELDS;
      const reach = Math.max(data[o + 3]!, data[o + 7]!) + PIXEL_MM;
      const first = binOf(Math.min(data[o + 2]!, data[o + 6]!) - reach);
      const last = binOf(Math.max(data[o + 2]!, data[o + 6]!) + reach);
      for (let b = first; b <= last; b++) {
        lists[b] ??= [];
        lists[b]!.push(i);
      }
    }
    return { data, count, bins: Array.from(lists, (l) => Int32Array.from(l ?? [])) };
  }
}

function binOf(d: number): number {
  return Math.max(0, Math.floor((d - BIN_START) / BIN_MM));
}

/** Pieces that may touch depth `d`. */
export function segmentsAt(segments: Segments, d: number): Int32Array {
  return segments.bins[binOf(d)] ?? EMPTY;
}
const EMPTY = new Int32Array(0);

/** A plane of coverages 0..1 with the rectangle that may hold any, so that clearing and blending cost only what was touched. */
export class CoveragePlane {
  readonly values = new Float32Array(COLUMNS * ROWS);
  left = COLUMNS;
  right = -1;
  top = ROWS;
  bottom = -1;

  clear(): void {
    for (let row = this.top; row <= this.bottom; row++) {
      this.values.fill(0, row * COLUMNS + this.left, row * COLUMNS + this.right + 1);
    }
    this.left = COLUMNS;
    this.right = -1;
    this.top = ROWS;
    this.bottom = -1;
  }

  touch(left: number, right: number, top: number, bottom: number): void {
    if (left < this.left) this.left = left;
    if (right > this.right) this.right = right;
    if (top < this.top) this.top = top;
    if (bottom > this.bottom) this.bottom = bottom;
  }

  /** Multiplies the coverages by `where`. */
  limit(where: Float32Array): void {
    for (let row = this.top; row <= this.bottom; row++) {
      for (let i = row * COLUMNS + this.left, end = row * COLUMNS + this.right; i <= end; i++)
        this.values[i] = this.values[i]! * where[i]!;
    }
  }

  /** hu = hu mixed with `value` by the coverage. */
  blend(hu: Float32Array, value: number): void {
    for (let row = this.top; row <= this.bottom; row++) {
      for (let i = row * COLUMNS + this.left, end = row * COLUMNS + this.right; i <= end; i++) {
        const c = this.values[i]!;
        if (c > 0) hu[i] = hu[i]! + (value - hu[i]!) * c;
      }
    }
  }
}

/**
 * Stamps the cut of every piece with the plane at `d` (greatest coverage wins). `grow` widens the radii. Tubes thinner than a pixel are
 * weighted so that their summed coverage equals their cross-section, which keeps thin vessels faint instead of fat.
 */
export function stampSegments(plane: CoveragePlane, segments: Segments, d: number, grow = 0): void {
  const { data } = segments;
  const list = segmentsAt(segments, d);
  for (let n = 0; n < list.length; n++) {
    const o = list[n]! * FIELDS;
    stampCone(
      plane,
      data[o]!,
      data[o + 1]!,
      data[o + 2]! - d,
      data[o + 3]! + grow,
      data[o + 4]!,
      data[o + 5]!,
      data[o + 6]! - d,
      data[o + 7]! + grow,
    );
  }
}

const EDGE = PIXEL_MM;

function stampCone(
  p: CoveragePlane,
  x0: number,
  y0: number,
  z0: number,
  r0: number,
  x1: number,
  y1: number,
  z1: number,
  r1: number,
): void {
  const reach = (r0 > r1 ? r0 : r1) + EDGE / 2;
  const dz = z1 - z0;
  let t0 = 0;
  let t1 = 1;
  if (Math.abs(dz) > 1e-6) {
    const ta = (-reach - z0) / dz;
    const tb = (reach - z0) / dz;
    t0 = Math.max(0, Math.min(ta, tb));
    t1 = Math.min(1, Math.max(ta, tb));
    if (t0 > t1) return;
  } else if (Math.abs(z0) > reach) return;
  const ux = x1 - x0;
  const uy = y1 - y0;
  const xa = x0 + ux * t0;
  const xb = x0 + ux * t1;
  const ya = y0 + uy * t0;
  const yb = y0 + uy * t1;
  const left = Math.max(0, Math.floor(xColumn(Math.min(xa, xb) - reach)));
  const right = Math.min(COLUMNS - 1, Math.ceil(xColumn(Math.max(xa, xb) + reach)));
  const top = Math.max(0, Math.floor(yRow(Math.min(ya, yb) - reach)));
  const bottom = Math.min(ROWS - 1, Math.ceil(yRow(Math.max(ya, yb) + reach)));
  if (left > right || top > bottom) return;
  p.touch(left, right, top, bottom);
  const invLength = 1 / (ux * ux + uy * uy + dz * dz + 1e-9);
  const dr = r1 - r0;
  const offX = xColumn(0);
  const offY = yRow(0);
  const values = p.values;
  for (let row = top; row <= bottom; row++) {
    const py = (row - offY) * PIXEL_MM - y0;
    for (let column = left; column <= right; column++) {
      const px = (column - offX) * PIXEL_MM - x0;
      let t = (px * ux + py * uy - z0 * dz) * invLength;
      t = t < 0 ? 0 : t > 1 ? 1 : t;
      const ex = px - ux * t;
      const ey = py - uy * t;
      const ez = z0 + dz * t;
      const r = r0 + dr * t;
      const square = ex * ex + ey * ey + ez * ez;
      const limit = r + EDGE / 2;
      if (square >= limit * limit) continue;
      let c = 0.5 + (r - Math.sqrt(square)) / EDGE;
      if (c > 1) c = 1;
      if (r < EDGE / 2) c *= (3 * EDGE * r * r) / (limit * limit * limit);
      const i = row * COLUMNS + column;
      if (c > values[i]!) values[i] = c;
    }
  }
}
