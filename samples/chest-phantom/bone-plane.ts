/** Distances to bone over one plane, the nearest bone winning, so that shells and marrow meet without seams. */
import { COLUMNS, columnX, PIXEL_MM, ROWS, rowY, xColumn, yRow } from './frame.ts';

const FAR = 1e3;

/** An oval rod: a straight piece with half-axes across (along `normal`, horizontal) and along. */
export interface OvalRod {
  a: readonly [number, number, number];
  b: readonly [number, number, number];
  normal: readonly [number, number];
  across: number;
  along: number;
}

/** A flat triangular plate of a given half thickness. */
export interface Plate {
  corners: readonly [
    readonly [number, number, number],
    readonly [number, number, number],
    readonly [number, number, number],
  ];
  half: number;
}

export class BonePlane {
  readonly values = new Float32Array(COLUMNS * ROWS).fill(FAR);
  left = COLUMNS;
  right = -1;
  top = ROWS;
  bottom = -1;

  clear(): void {
    for (let row = this.top; row <= this.bottom; row++) {
      this.values.fill(FAR, row * COLUMNS + this.left, row * COLUMNS + this.right + 1);
    }
    this.left = COLUMNS;
    this.right = -1;
    this.top = ROWS;
    this.bottom = -1;
  }

  /** Takes the smaller of what is there and `distance(x, y)` over a rectangle in mm. */
  lower(x0: number, x1: number, y0: number, y1: number, distance: (x: number, y: number) => number): void {
    const left = Math.max(0, Math.floor(xColumn(x0)));
    const right = Math.min(COLUMNS - 1, Math.ceil(xColumn(x1)));
    const top = Math.max(0, Math.floor(yRow(y0)));
    const bottom = Math.min(ROWS - 1, Math.ceil(yRow(y1)));
    if (left > right || top > bottom) return;
    this.left = Math.min(this.left, left);
    this.right = Math.max(this.right, right);
    this.top = Math.min(this.top, top);
    this.bottom = Math.max(this.bottom, bottom);
    for (let row = top; row <= bottom; row++) {
      const y = rowY(row);
      for (let column = left; column <= right; column++) {
        const value = distance(columnX(column), y);
        const i = row * COLUMNS + column;
        if (value < this.values[i]!) this.values[i] = value;
      }
    }
  }

  lowerRod(rod: OvalRod, d: number): void {
    const { a, b, normal, across, along } = rod;
    const reach = Math.max(across, along) + PIXEL_MM;
    if (d < Math.min(a[2], b[2]) - reach || d > Math.max(a[2], b[2]) + reach) return;
    const ux = b[0] - a[0];
    const uy = b[1] - a[1];
    const uz = b[2] - a[2];
    const inverse = 1 / (ux * ux + uy * uy + uz * uz + 1e-9);
    const x0 = Math.min(a[0], b[0]) - reach;
    const x1 = Math.max(a[0], b[0]) + reach;
    this.lower(x0, x1, Math.min(a[1], b[1]) - reach, Math.max(a[1], b[1]) + reach, (x, y) => {
      let t = ((x - a[0]) * ux + (y - a[1]) * uy + (d - a[2]) * uz) * inverse;
      t = Math.max(0, Math.min(1, t));
      const ex = x - a[0] - ux * t;
      const ey = y - a[1] - uy * t;
      const ez = d - a[2] - uz * t;
      const n = ex * normal[0] + ey * normal[1];
      const rest = Math.max(0, ex * ex + ey * ey + ez * ez - n * n);
      const q = Math.sqrt((n * n) / (across * across) + rest / (along * along));
      // Between the true distances along the two half-axes.
      return (q - 1) * (q < 1e-6 ? across : Math.sqrt((n * n + rest) / (q * q)));
    });
  }

  lowerPlate(plate: Plate, d: number): void {
    const [p, q, r] = plate.corners;
    const reach = plate.half + PIXEL_MM;
    if (d < Math.min(p[2], q[2], r[2]) - reach || d > Math.max(p[2], q[2], r[2]) + reach) return;
    const x0 = Math.min(p[0], q[0], r[0]) - reach;
    const x1 = Math.max(p[0], q[0], r[0]) + reach;
    const y0 = Math.min(p[1], q[1], r[1]) - reach;
    this.lower(x0, x1, y0, Math.max(p[1], q[1], r[1]) + reach, (x, y) => triangleDistance(plate, x, y, d) - plate.half);
  }
}

/** Distance from a point to a triangle. */
export function triangleDistance(plate: Plate, x: number, y: number, d: number): number {
  const [p, q, r] = plate.corners;
  const ux = q[0] - p[0];
  const uy = q[1] - p[1];
  const uz = q[2] - p[2];
  const vx = r[0] - p[0];
  const vy = r[1] - p[1];
  const vz = r[2] - p[2];
  const wx = x - p[0];
  const wy = y - p[1];
  const wz = d - p[2];
  const uu = ux * ux + uy * uy + uz * uz;
  const uv = ux * vx + uy * vy + uz * vz;
  const vv = vx * vx + vy * vy + vz * vz;
  const wu = wx * ux + wy * uy + wz * uz;
  const wv = wx * vx + wy * vy + wz * vz;
  const det = uu * vv - uv * uv;
  const s = (vv * wu - uv * wv) / det;
  const t = (uu * wv - uv * wu) / det;
  if (s >= 0 && t >= 0 && s + t <= 1)
    return Math.hypot(wx - s * ux - t * vx, wy - s * uy - t * vy, wz - s * uz - t * vz);
  return Math.min(edge(p, q, x, y, d), edge(q, r, x, y, d), edge(r, p, x, y, d));
}

function edge(a: readonly number[], b: readonly number[], x: number, y: number, d: number): number {
  const ux = b[0]! - a[0]!;
  const uy = b[1]! - a[1]!;
  const uz = b[2]! - a[2]!;
  const t = Math.max(
    0,
    Math.min(1, ((x - a[0]!) * ux + (y - a[1]!) * uy + (d - a[2]!) * uz) / (ux * ux + uy * uy + uz * uz)),
  );
  return Math.hypot(x - a[0]! - ux * t, y - a[1]! - uy * t, d - a[2]! - uz * t);
}
