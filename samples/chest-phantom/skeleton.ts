/** Ribs with their cartilages, breastbone, collar bones, shoulder blades and the heads of the arm bones (arms raised). */
import type { OvalRod } from './bone-plane.ts';
import {
  spineY,
  VERTEBRA_D,
  WALL_EGG,
  WALL_POWER_BACK,
  WALL_POWER_FRONT,
  wallBack,
  wallFront,
  wallHalfWidth,
} from './landmarks.ts';
import { ramp, smoothPath, type TubePoint } from './shapes.ts';

/** A point on the inner chest wall at `angle` from the back (0) round the side to the front (pi), moved out by `out`, and the way out. */
export function wallPoint(
  side: number,
  angle: number,
  d: number,
  out: number,
): { x: number; y: number; normal: [number, number] } {
  const halfWidth = wallHalfWidth(d);
  const front = wallFront(d);
  const back = wallBack(d);
  const middle = (front + back) / 2;
  const halfDepth = (back - front) / 2;
  const s = Math.sin(angle);
  const c = Math.cos(angle);
  const e = 2 / (c > 0 ? WALL_POWER_BACK : WALL_POWER_FRONT);
  const v = Math.sign(c) * Math.abs(c) ** e;
  const x = halfWidth * (1 + WALL_EGG * v) * Math.abs(s) ** e;
  const y = middle + halfDepth * v;
  const nx = (Math.sign(x) * Math.abs(x / halfWidth) ** 1.3) / halfWidth;
  const ny = (Math.sign(v) * Math.abs(v) ** 1.3) / halfDepth;
  const n = Math.hypot(nx, ny) || 1;
  const normal: [number, number] = [(side * nx) / n, ny / n];
  return { x: side * x + normal[0] * out, y: y + normal[1] * out, normal };
}
/** End angle of the bony rib and how far it drops from spine to there, ribs 1..12. */
const RIB_END = [2.5, 2.56, 2.6, 2.6, 2.56, 2.48, 2.38, 2.26, 2.12, 1.96, 1.42, 0.95];
const RIB_DROP = [44, 62, 70, 74, 76, 78, 80, 80, 80, 78, 54, 34];
/** Depth at which the cartilages of ribs 1..7 reach the breastbone. */
const CARTILAGE_D = [54, 92, 112, 131, 149, 165, 178];
const RIB_MIDDLE_MM = 5.4;

/** The trunk leans a little: the left side of the cage and girdle lies lower than the right. */
export const LEAN_MM = 1.8;

function ribDepth(n: number, angle: number, side: number): number {
  const t = (angle - 0.42) / (RIB_END[n]! - 0.42);
  return VERTEBRA_D[n + 1]! - 6 + side * LEAN_MM * (0.4 + 0.6 * t) + RIB_DROP[n]! * (0.8 * t + 0.2 * t * t);
}

/** The bony ribs. */
export function ribRods(): OvalRod[] {
  const out: OvalRod[] = [];
  for (let n = 0; n < 12; n++) {
    for (const side of [-1, 1]) {
      const head = VERTEBRA_D[n + 1]! - 8;
      const y0 = spineY(head);
      let from: [number, number, number] = [side * 17, y0 + 9, head];
      const neck: [number, number, number] = [side * 28, y0 + 20, head + 0.5];
      out.push({ a: from, b: neck, normal: [0.4 * side, 0.9], across: 3, along: 4.4 });
      from = neck;
      const steps = 60;
      for (let i = 0; i <= steps; i++) {
        const angle = 0.42 + (RIB_END[n]! - 0.42) * (i / steps);
        const d = ribDepth(n, angle, side);
        const p = wallPoint(side, angle, d, RIB_MIDDLE_MM);
        const to: [number, number, number] = [p.x, p.y, d];
        const wide = n === 0 ? 5 : 5.6 + 1.2 * Math.sin((i / steps) * Math.PI);
        out.push({ a: from, b: to, normal: p.normal, across: i < 12 ? 3.6 : 3.1, along: wide });
        from = to;
      }
    }
  }
  return out;
}

/** The cartilages in front, as tubes. */
export function cartilagePaths(): TubePoint[][] {
  const out: TubePoint[][] = [];
  for (const side of [-1, 1]) {
    for (let n = 0; n < 10; n++) {
      const end = RIB_END[n]!;
      const d = ribDepth(n, end, side);
      const p = wallPoint(side, end, d, RIB_MIDDLE_MM);
      if (n < 7) {
        const to = CARTILAGE_D[n]!;
        const m = wallPoint(side, (end + 2.98) / 2, d * 0.62 + to * 0.38 + (n > 3 ? 3 : 0), RIB_MIDDLE_MM);
        const x = side * (sternumHalfWidth(to) + 0.5);
        out.push(
          smoothPath(
            [
              [p.x, p.y, d, 4.6],
              [m.x, m.y, d * 0.5 + to * 0.5 + (n > 3 ? 4 : 0), 4.6],
              [x, wallFront(to) - 6.2, to, 4.2],
            ],
            3,
          ),
        );
      } else {
        const aboveD = ribDepth(n - 1, RIB_END[n - 1]!, side) + 3;
        const q = wallPoint(side, RIB_END[n - 1]! + 0.16, aboveD - 6, RIB_MIDDLE_MM);
        out.push(
          smoothPath(
            [
              [p.x, p.y, d, 4.4],
              [q.x, q.y, aboveD - 4, 4.2],
            ],
            3,
          ),
        );
      }
    }
  }
  return out;
}

function sternumHalfWidth(d: number): number {
  if (d < 92) return 27 - 11 * ramp(50, 88, d);
  return 14.5 + 5 * ramp(95, 165, d) - 11 * ramp(178, 203, d);
}

/** Distance to the breastbone (manubrium, body, sword). */
export function sternumDistance(x: number, y: number, d: number): number {
  if (d < 40 || d > 214) return 50;
  const thick = d < 92 ? 6 : 5.2 - 1.6 * ramp(180, 205, d);
  const middle = wallFront(d) - 1.5 - thick;
  const bow = d < 92 ? 0.009 : 0.004;
  const qx = Math.abs(x) - sternumHalfWidth(d) + 3.6;
  const qy = Math.abs(y - middle - bow * x * x) - thick + 3.6;
  const box = Math.hypot(Math.max(qx, 0), Math.max(qy, 0)) + Math.min(Math.max(qx, qy), 0) - 3.6;
  const joint = 2 - Math.abs(d - 91.5);
  const notch = 44 + 0.012 * x * x * -1 - d + 7 * Math.exp(-(x * x) / 120);
  return Math.max(box, joint, notch, d - 208);
}
