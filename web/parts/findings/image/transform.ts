/** From voxels of a slice (column, row) to pixels of the viewport, and back. */
export interface Transform {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}
export type Point = readonly [number, number];

export const onScreen = ({ a, b, c, d, e, f }: Transform, [x, y]: Point): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

export function inVoxels({ a, b, c, d, e, f }: Transform, [x, y]: Point): [number, number] {
  const det = a * d - b * c || 1;
  return [(d * (x - e) - c * (y - f)) / det, (a * (y - f) - b * (x - e)) / det];
}

/** From where three voxels (0,0), (1,0) and (0,1) of a slice come to lie. */
export const transformFrom = (origin: Point, across: Point, down: Point): Transform => ({
  a: across[0] - origin[0],
  b: across[1] - origin[1],
  c: down[0] - origin[0],
  d: down[1] - origin[1],
  e: origin[0],
  f: origin[1],
});

export const sameTransform = (p: Transform | null, q: Transform): boolean =>
  p !== null && (['a', 'b', 'c', 'd', 'e', 'f'] as const).every((key) => Math.abs(p[key] - q[key]) < 1e-4);

/** Viewport pixels to a mm, across. */
export const pixelsPerMm = (t: Transform, spacing: readonly [number, number]): number =>
  Math.hypot(t.a, t.b) / spacing[0];
