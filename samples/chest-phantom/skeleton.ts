/** Ribs with their cartilages, breastbone, collar bones, shoulder blades and the heads of the arm bones (arms raised). */
import type { OvalRod, Plate } from './bone-plane.ts';
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
const LEAN_MM = 1.8;

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

type Point = [number, number, number];

/** Both sides of a set of bones given for the left (x > 0). */
function mirrored<T>(make: (side: number) => T[]): T[] {
  return [...make(-1), ...make(1)];
}

/** Medial and lateral edge of the blade at some depths; between them it bows backwards. */
const BLADE_ROWS: [medial: Point, lateral: Point, bow: number][] = [
  [[75, 92, 34], [122, 40, 38], 5],
  [[83, 102, 58], [128, 44, 56], 8],
  [[88, 106, 82], [134, 58, 82], 9],
  [[93, 107, 106], [134, 72, 106], 8],
  [[102, 104, 130], [130, 83, 130], 5],
  [[114, 95, 152], [122, 90, 152], 1],
];

function bladeGrid(s: number): Point[][] {
  return BLADE_ROWS.map(([m, l, bow]) =>
    [0, 0.22, 0.45, 0.7, 1].map((t): Point => {
      const swell = bow * 4 * t * (1 - t);
      return [
        s * (m[0] + (l[0] - m[0]) * t + swell * 0.55),
        m[1] + (l[1] - m[1]) * t + swell * 0.8,
        m[2] + (l[2] - m[2]) * t + s * LEAN_MM,
      ];
    }),
  );
}

/** The flat parts of the shoulder blades. */
export function scapulaPlates(): Plate[] {
  return mirrored((s) => {
    const grid = bladeGrid(s);
    const out: Plate[] = [];
    for (let r = 0; r + 1 < grid.length; r++) {
      for (let c = 0; c < 4; c++) {
        const half = c === 3 ? 1.6 : 1.05;
        const [a, b] = [grid[r]![c]!, grid[r]![c + 1]!];
        const [e, f] = [grid[r + 1]![c]!, grid[r + 1]![c + 1]!];
        out.push({ corners: [a, b, f], half }, { corners: [a, f, e], half });
      }
    }
    const lift = s * LEAN_MM;
    const root: Point = [s * 85, 104, 62 + lift];
    const acromion: Point = [s * 150, 86, 20 + lift];
    const notch: Point = [s * 122, 52, 50 + lift];
    const middle: Point = [s * 118, 108, 42 + lift];
    out.push({ corners: [root, middle, notch], half: 1.4 }, { corners: [middle, acromion, notch], half: 1.6 });
    return out;
  });
}

/** Round bones of the shoulder girdle: borders and processes of the blades, collar bones, arm bones. */
export function girdlePaths(): TubePoint[][] {
  return mirrored((s) => {
    const path = (points: TubePoint[], step = 4): TubePoint[] =>
      smoothPath(
        points.map((p): TubePoint => [s * p[0], p[1], p[2], p[3]]),
        step,
      );
    return [
      path([
        [128, 38, 44, 6],
        [135, 62, 92, 4.6],
        [132, 80, 126, 4],
        [119, 92, 152, 4.6],
      ]),
      path([
        [74, 92, 34, 2.4],
        [85, 103, 66, 2.6],
        [93, 106, 100, 2.6],
        [110, 99, 140, 3],
      ]),
      path([
        [86, 104, 62, 3],
        [116, 103, 42, 3.6],
        [148, 84, 22, 6],
        [162, 58, 10, 6.5],
      ]),
      path([
        [124, 38, 44, 9],
        [132, 30, 36, 11],
      ]),
      path([
        [124, 26, 38, 6],
        [118, 4, 34, 5.4],
        [121, -10, 36, 5],
      ]),
      path([
        [18, -57, 47, 7.2],
        [32, -66, 42, 6.4],
        [58, -66, 33, 5.6],
        [92, -38, 20, 5.6],
        [126, 2, 10, 6],
        [150, 36, 6, 6.4],
      ]),
      path([
        [152, 22, 26, 21],
        [158, 20, 18, 21],
      ]),
      path([
        [160, 20, 14, 17],
        [178, 10, -22, 13],
      ]),
    ];
  });
}
