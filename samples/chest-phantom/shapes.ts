/** Signed distances (negative inside) and curves. Coordinates: x to the patient's left, y to the back, d towards the feet, all mm. */

/** Polynomial smooth minimum; `k` is the width over which two shapes melt into each other. */
export function smin(a: number, b: number, k: number): number {
  const h = k - Math.abs(a - b);
  return (a < b ? a : b) - (h > 0 ? (h * h) / (4 * k) : 0);
}

export function smax(a: number, b: number, k: number): number {
  const h = k - Math.abs(a - b);
  return (a > b ? a : b) + (h > 0 ? (h * h) / (4 * k) : 0);
}

export function clamp01(t: number): number {
  return t < 0 ? 0 : t > 1 ? 1 : t;
}

/** 0 below `from`, 1 above `to`, smooth between (either order). */
export function ramp(from: number, to: number, value: number): number {
  const t = clamp01((value - from) / (to - from));
  return t * t * (3 - 2 * t);
}

/** Smooth interpolation of a table of [position, value], flat outside: finite-difference cubic Hermite. */
export function profile(table: ReadonlyArray<readonly [number, number]>): (position: number) => number {
  const n = table.length;
  const slope = table.map((_, i) => {
    const a = table[Math.max(0, i - 1)]!;
    const b = table[Math.min(n - 1, i + 1)]!;
    return (b[1] - a[1]) / (b[0] - a[0]);
  });
  return (position) => {
    if (position <= table[0]![0]) return table[0]![1];
    if (position >= table[n - 1]![0]) return table[n - 1]![1];
    let i = 0;
    while (position > table[i + 1]![0]) i++;
    const [x0, y0] = table[i]!;
    const [x1, y1] = table[i + 1]!;
    const h = x1 - x0;
    const t = (position - x0) / h;
    const t2 = t * t;
    const t3 = t2 * t;
    return (
      y0 * (2 * t3 - 3 * t2 + 1) +
      slope[i]! * h * (t3 - 2 * t2 + t) +
      y1 * (3 * t2 - 2 * t3) +
      slope[i + 1]! * h * (t3 - t2)
    );
  };
}

/** A point of a tube's axis: x, y, d, radius. */
export type TubePoint = readonly [number, number, number, number];

/** A Catmull-Rom curve through the points (position and radius), cut into pieces of about `stepMm`. */
export function smoothPath(points: readonly TubePoint[], stepMm = 3): TubePoint[] {
  const out: TubePoint[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const p0 = points[Math.max(0, i - 1)]!;
    const p1 = points[i]!;
    const p2 = points[i + 1]!;
    const p3 = points[Math.min(points.length - 1, i + 2)]!;
    const length = Math.hypot(p2[0] - p1[0], p2[1] - p1[1], p2[2] - p1[2]);
    const pieces = Math.max(1, Math.ceil(length / stepMm));
    for (let s = 0; s < pieces; s++) {
      const t = s / pieces;
      out.push([0, 1, 2, 3].map((c) => catmullRom(p0[c]!, p1[c]!, p2[c]!, p3[c]!, t)) as unknown as TubePoint);
    }
  }
  out.push(points[points.length - 1]!);
  return out;
}

function catmullRom(a: number, b: number, c: number, e: number, t: number): number {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - e) * t * t + (3 * b - a - 3 * c + e) * t * t * t);
}

/** An ellipsoid whose first semi-axis points along `axis`; the second lies as near as possible to the axial plane. */
export interface Ellipsoid {
  centre: readonly [number, number, number];
  semi: readonly [number, number, number];
  frame: Float64Array;
}

export function ellipsoid(
  centre: readonly [number, number, number],
  semi: readonly [number, number, number],
  axis: readonly [number, number, number] = [1, 0, 0],
): Ellipsoid {
  const n = Math.hypot(axis[0], axis[1], axis[2]);
  const [ax, ay, ad] = [axis[0] / n, axis[1] / n, axis[2] / n];
  const flat = Math.hypot(ax, ay) || 1;
  const [bx, by] = Math.hypot(ax, ay) > 1e-9 ? [-ay / flat, ax / flat] : [0, 1];
  const frame = new Float64Array([ax, ay, ad, bx, by, 0, -ad * by, ad * bx, ax * by - ay * bx]);
  return { centre, semi, frame };
}

/** First-order distance to the ellipsoid's surface (exact on it). */
export function ellipsoidDistance(e: Ellipsoid, x: number, y: number, d: number): number {
  const px = x - e.centre[0];
  const py = y - e.centre[1];
  const pd = d - e.centre[2];
  const f = e.frame;
  const u = (f[0]! * px + f[1]! * py + f[2]! * pd) / e.semi[0];
  const v = (f[3]! * px + f[4]! * py + f[5]! * pd) / e.semi[1];
  const w = (f[6]! * px + f[7]! * py + f[8]! * pd) / e.semi[2];
  const k0 = Math.sqrt(u * u + v * v + w * w);
  const a = u / e.semi[0];
  const b = v / e.semi[1];
  const c = w / e.semi[2];
  const k1 = Math.sqrt(a * a + b * b + c * c);
  return k1 < 1e-9 ? -Math.min(e.semi[0], e.semi[1], e.semi[2]) : (k0 * (k0 - 1)) / k1;
}
