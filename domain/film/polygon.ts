export type Point = readonly [number, number];

/** True when a point lies inside a closed outline (even-odd rule). */
export function isInside(outline: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [ax, ay] = outline[i]!;
    const [bx, by] = outline[j]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Distance of a point from the nearest edge of an outline. */
export function edgeDistance(outline: readonly Point[], [x, y]: Point): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [ax, ay] = outline[j]!;
    const [bx, by] = outline[i]!;
    const [dx, dy] = [bx - ax, by - ay];
    const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    best = Math.min(best, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return best;
}

/** The point nearest to `wanted` that lies inside an outline with `room` to its edge; the roomiest one where there is none. */
export function pulledInside(outline: readonly Point[], wanted: Point, room: number): Point {
  if (isInside(outline, wanted) && edgeDistance(outline, wanted) >= room) return wanted;
  const xs = outline.map(([x]) => x);
  const ys = outline.map(([, y]) => y);
  const step = 6;
  let best: { point: Point; away: number } | null = null;
  let roomiest: { point: Point; room: number } = { point: wanted, room: -1 };
  for (let x = Math.min(...xs); x <= Math.max(...xs); x += step) {
    for (let y = Math.min(...ys); y <= Math.max(...ys); y += step) {
      const away = Math.hypot(x - wanted[0], y - wanted[1]);
      if ((best && away >= best.away) || !isInside(outline, [x, y])) continue;
      const clear = edgeDistance(outline, [x, y]);
      if (clear > roomiest.room) roomiest = { point: [x, y], room: clear };
      if (clear >= room) best = { point: [x, y], away };
    }
  }
  return best?.point ?? roomiest.point;
}

/** Where vertical lines, `pitch` apart, run inside an outline: x, top and bottom, shortened by `inset` at both ends. */
export function uprights(outline: readonly Point[], pitch: number, inset: number): [number, number, number][] {
  const xs = outline.map(([x]) => x);
  const runs: [number, number, number][] = [];
  for (let x = Math.ceil(Math.min(...xs) / pitch) * pitch; x < Math.max(...xs); x += pitch) {
    const crossings: number[] = [];
    for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
      const [ax, ay] = outline[i]!;
      const [bx, by] = outline[j]!;
      if (ax > x !== bx > x) crossings.push(ay + ((x - ax) * (by - ay)) / (bx - ax));
    }
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const [top, bottom] = [crossings[i]! + inset, crossings[i + 1]! - inset];
      if (bottom - top >= pitch) runs.push([x, Math.round(top * 10) / 10, Math.round(bottom * 10) / 10]);
    }
  }
  return runs;
}

/** An open curve through points (Catmull-Rom), `steps` samples a stretch; both ends included. */
export function curveThrough(points: readonly Point[], steps = 10): Point[] {
  const out: Point[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b, c, d] = [points[i - 1] ?? points[i]!, points[i]!, points[i + 1]!, points[i + 2] ?? points[i + 1]!];
    for (let k = 0; k < steps; k++) {
      const t = k / steps;
      const at = (n: 0 | 1): number =>
        0.5 *
        (2 * b[n] +
          (c[n] - a[n]) * t +
          (2 * a[n] - 5 * b[n] + 4 * c[n] - d[n]) * t * t +
          (3 * b[n] - a[n] - 3 * c[n] + d[n]) * t * t * t);
      out.push([Math.round(at(0) * 10) / 10, Math.round(at(1) * 10) / 10]);
    }
  }
  return [...out, points.at(-1)!];
}

/** SVG path of a closed outline. */
export const outlinePath = (outline: readonly Point[]): string => `M${outline.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
