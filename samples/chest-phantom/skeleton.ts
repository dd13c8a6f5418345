/** Ribs, costal cartilages, breastbone, collar bones and shoulder blades as axes; vertebrae as distances. */
import { spineY, VERTEBRA_D, wallBack, wallFront, wallHalfWidth } from './landmarks.ts';
import { clamp01, ramp, smin, type TubePoint } from './shapes.ts';

export interface Rib {
  path: TubePoint[];
  /** Semi-axes of its section: across the wall, along the wall. */
  half: [number, number];
  kind: 'bone' | 'cartilage';
}

/** A point on the inner chest wall at `angle` from the back (0) round the side to the front (pi), moved out by `out`. */
function wallPoint(side: number, angle: number, d: number, out: number): [number, number] {
  const a = wallHalfWidth(d) + out;
  const front = wallFront(d) - out;
  const back = wallBack(d) + out;
  const s = Math.sin(angle);
  const c = Math.cos(angle);
  const e = 2 / 2.35;
  const x = a * Math.sign(s) * Math.abs(s) ** e;
  const y = (front + back) / 2 + ((back - front) / 2) * Math.sign(c) * Math.abs(c) ** e;
  return [side * x, y];
}

/** End angle of the bony rib and how far it drops from spine to there, ribs 1..12. */
const RIB_END = [2.55, 2.6, 2.62, 2.6, 2.55, 2.46, 2.36, 2.24, 2.1, 1.95, 1.45, 1.0];
const RIB_DROP = [30, 46, 56, 64, 70, 74, 78, 80, 80, 78, 56, 36];

export function ribs(): Rib[] {
  const out: Rib[] = [];
  for (let n = 0; n < 12; n++) {
    for (const side of [-1, 1]) out.push(rib(n, side));
  }
  return out;
}

function rib(n: number, side: number): Rib {
  const head = VERTEBRA_D[n + 1]! - 8;
  const y0 = spineY(head);
  const path: TubePoint[] = [
    [side * 19, y0 + 8, head, 4],
    [side * 27, y0 + 17, head - 1, 4],
  ];
  const end = RIB_END[n]!;
  const drop = RIB_DROP[n]!;
  const steps = 46;
  for (let i = 0; i <= steps; i++) {
    const t = i / steps;
    const angle = 0.5 + (end - 0.5) * t;
    const d = head + 2 + drop * (0.25 * t + 0.75 * t * t * (1.6 - 0.6 * t));
    const [x, y] = wallPoint(side, angle, d, 5.6);
    path.push([x, y, d, 4.5]);
  }
  return { path, half: [3.3, n === 0 ? 6 : 6.4], kind: 'bone' };
}

/** Distance to the vertebra's bone nearest in depth. Canal and discs are left open. */
export function vertebraDistance(x: number, y: number, d: number): number {
  let best = Infinity;
  for (let i = 0; i < VERTEBRA_D.length; i++) {
    const middle = VERTEBRA_D[i]!;
    if (Math.abs(d - middle) > 34) continue;
    best = Math.min(best, oneVertebra(i, x, y, d));
  }
  return best;
}

function oneVertebra(i: number, x: number, y: number, d: number): number {
  const middle = VERTEBRA_D[i]!;
  const cy = spineY(middle);
  const grow = clamp01(i / 13);
  const halfWidth = 14.5 + 6 * grow;
  const halfDepth = 11 + 5.5 * grow;
  const halfHeight = (i + 1 < VERTEBRA_D.length ? (VERTEBRA_D[i + 1]! - middle) / 2 : 14) - 2.6;
  const dz = d - middle;
  const waist = 1.6 * (1 - clamp01(Math.abs(dz) / halfHeight) ** 2);
  const dy = y - cy;
  const flat = Math.hypot(x / halfWidth, dy / (dy > 0 ? halfDepth * 0.86 : halfDepth));
  const round = (flat - 1) * Math.min(halfWidth, halfDepth) + waist;
  let best = Math.max(round, Math.abs(dz) - halfHeight);
  const ax = Math.abs(x);
  const back = cy + halfDepth * 0.86;
  best = Math.min(best, stick(ax, y, dz, [10, back - 3, -4], [11.5, back + 8, -3], 3.6, 1.5)); // pedicle
  best = smin(best, stick(ax, y, dz, [11.5, back + 9, -2], [2, back + 20, 4], 3, 1.7), 2); // lamina
  best = smin(best, stick(ax, y, dz, [12, back + 10, -2], [31 - 5 * grow, back + 19, -6], 3.8, 1), 2); // transverse process
  best = smin(best, stick(ax, y, dz, [0, back + 20, 4], [0, back + 42 - 8 * grow, 16 - 8 * grow], 2.6, 1.5), 2); // spinous process
  return best;
}

function stick(
  x: number,
  y: number,
  z: number,
  a: [number, number, number],
  b: [number, number, number],
  r: number,
  tall: number,
): number {
  const ux = b[0] - a[0];
  const uy = b[1] - a[1];
  const uz = b[2] - a[2];
  const t = clamp01(((x - a[0]) * ux + (y - a[1]) * uy + (z - a[2]) * uz) / (ux * ux + uy * uy + uz * uz));
  return Math.hypot(x - a[0] - ux * t, y - a[1] - uy * t, (z - a[2] - uz * t) / tall) - r;
}

/** Distance to the breastbone (manubrium and body). */
export function sternumDistance(x: number, y: number, d: number): number {
  if (d < 40 || d > 205) return 50;
  const half = d < 92 ? 26 - 12 * ramp(48, 90, d) : 14 + 5 * ramp(95, 160, d) - 10 * ramp(180, 203, d);
  const middle = wallFront(d) - 6.5;
  const qx = Math.abs(x) - half + 4;
  const qy = Math.abs(y - middle - 0.006 * x * x) - 1.2;
  const box = Math.hypot(Math.max(qx, 0), Math.max(qy, 0)) + Math.min(Math.max(qx, qy), 0) - 4;
  const joint = 3 - Math.abs(d - 92) * 2;
  return Math.max(box, joint, 42 - d);
}
