/** The outline of the mediastinum that the lungs lie against: its organs with their fat, the spine and the tissue beside it. */
import {
  greatVessels,
  leftMainBronchus,
  oesophagus,
  rightMainBronchus,
  type Tube,
  trachea,
  tube,
} from './great-vessels.ts';
import { heartDistance } from './heart.ts';
import { spineY, wallBack, wallFront } from './landmarks.ts';
import { clamp01, ellipsoid, ellipsoidDistance, profile, ramp, smin } from './shapes.ts';

const inletHalfWidth = profile([
  [-10, 40],
  [15, 32],
  [30, 25],
  [50, 21],
  [70, 10],
  [80, 0],
]);
const thymicHalfWidth = profile([
  [40, 26],
  [60, 25],
  [80, 19],
  [100, 11],
  [116, 4],
  [140, 2.5],
  [200, 5],
]);

/** Fat between the great vessels that no lung reaches: before the windpipe, under the arch, under the carina, behind the breastbone. */
const fillers: Tube[] = [
  tube('pretracheal fat', 0, 0, [
    [-11, -10, 48, 10],
    [-13, -8, 80, 12],
    [-12, -2, 104, 12],
  ]),
  tube('right paratracheal fat', 0, 0, [
    [-13, 8, 84, 8],
    [-14, 14, 102, 9],
  ]),
  tube('aortopulmonary window', 0, 0, [
    [16, -4, 90, 11],
    [16, 4, 100, 13],
    [20, 8, 112, 11],
  ]),
  tube('subcarinal fat', 0, 0, [
    [2, 20, 108, 11],
    [4, 22, 126, 12],
  ]),
  tube('right hilum', 0, 0, [
    [-32, 6, 112, 9],
    [-36, 8, 126, 9],
    [-36, 14, 142, 7],
  ]),
  tube('left hilum', 0, 0, [
    [38, 10, 110, 8],
    [41, 15, 122, 8],
    [40, 20, 140, 6],
  ]),
];

interface Sheathed {
  cones: Float64Array;
  top: number;
  bottom: number;
}

/** The tubes that push the lung away, with their sheaths added to their radii. */
const sheathed: Sheathed[] = [
  ...greatVessels.map((t) => ({ path: t.path, more: t.sheathMm })),
  ...fillers.map((t) => ({ path: t.path, more: t.sheathMm })),
  { path: trachea, more: 3.2 },
  { path: rightMainBronchus, more: 3.5 },
  { path: leftMainBronchus, more: 3.5 },
  { path: oesophagus, more: 2.5 },
].map(({ path, more }) => ({
  cones: Float64Array.from(path.flatMap((p) => [p[0], p[1], p[2], p[3] + more])),
  top: Math.min(...path.map((p) => p[2] - p[3])) - 18,
  bottom: Math.max(...path.map((p) => p[2] + p[3])) + 18,
}));

/** The outline of the mediastinum at one depth: prepares what is near, then answers point by point. */
export function mediastinumAt(d: number): (x: number, y: number) => number {
  const tubes = sheathed.filter((t) => d > t.top && d < t.bottom).map((t) => conesNear(t.cones, d));
  const inlet = inletHalfWidth(d);
  return (x, y) => {
    let m = spineColumnDistance(x, y, d);
    if (d < 82) m = smin(m, Math.max(Math.abs(x - 1) - inlet, y - spineY(d) - 4) + ramp(55, 80, d) * 12, 9);
    if (d > 36) m = smin(m, thymusDistance(x, y, d), 8);
    for (const cones of tubes) m = smin(m, conesDistance(cones, x, y, d), 9);
    if (d > 100) {
      m = smin(m, heartDistance(x, y, d, 22) - 4, 9);
      m = smin(m, ellipsoidDistance(rightFatPad, x, y, d), 18);
      m = smin(m, ellipsoidDistance(leftFatPad, x, y, d), 18);
    }
    return m;
  };
}

/** The stretch of a chain of cones that may matter at depth `d`. */
function conesNear(cones: Float64Array, d: number): Float64Array {
  const out: number[] = [];
  for (let i = 0; i + 7 < cones.length; i += 4) {
    const reach = Math.max(cones[i + 3]!, cones[i + 7]!) + 20;
    const low = Math.min(cones[i + 2]!, cones[i + 6]!) - reach;
    const high = Math.max(cones[i + 2]!, cones[i + 6]!) + reach;
    if (d > low && d < high) for (let k = 0; k < 8; k++) out.push(cones[i + k]!);
  }
  return Float64Array.from(out);
}

function conesDistance(c: Float64Array, x: number, y: number, d: number): number {
  let best = 60;
  for (let i = 0; i < c.length; i += 8) {
    const px = x - c[i]!;
    const py = y - c[i + 1]!;
    const pz = d - c[i + 2]!;
    const ux = c[i + 4]! - c[i]!;
    const uy = c[i + 5]! - c[i + 1]!;
    const uz = c[i + 6]! - c[i + 2]!;
    let t = (px * ux + py * uy + pz * uz) / (ux * ux + uy * uy + uz * uz + 1e-9);
    t = Math.max(0, Math.min(1, t));
    const ex = px - ux * t;
    const ey = py - uy * t;
    const ez = pz - uz * t;
    const distance = Math.sqrt(ex * ex + ey * ey + ez * ez) - c[i + 3]! - (c[i + 7]! - c[i + 3]!) * t;
    if (distance < best) best = distance;
  }
  return best;
}

const rightFatPad = ellipsoid([-16, -66, 190], [28, 15, 18]);
const leftFatPad = ellipsoid([64, -66, 200], [30, 13, 17]);

function spineColumnDistance(x: number, y: number, d: number): number {
  const from = spineY(d) + 1;
  const dy = y < from ? from - y : y > from + 60 ? y - from - 60 : 0;
  const spread = 22.5 + 4 * ramp(from + 8, from + 26, y);
  const column = Math.sqrt(x * x + dy * dy) - spread;
  // Necks of the ribs, transverse processes and the ligaments between them fill the corner behind.
  const ax = Math.abs(x);
  const back = wallBack(d);
  const ux = 26;
  const uy = back - 1 - (from + 22);
  const t = clamp01(((ax - 24) * ux + (y - from - 22) * uy) / (ux * ux + uy * uy));
  const corner = Math.hypot(ax - 24 - ux * t, y - from - 22 - uy * t) - 9 + 3.5 * t;
  return smin(column, corner, 8);
}

/** The fat in front of the great vessels, narrowing downwards to the line where the lungs meet. */
function thymusDistance(x: number, y: number, d: number): number {
  const front = wallFront(d);
  const wide = thymicHalfWidth(d);
  const half =
    wide + (6 - (6 + 0.62 * wide) * ramp(58, 84, d)) * ramp(-30, front + 6, y) + 4 * ramp(front + 8, front - 2, y);
  return Math.max(Math.abs(x - 2) - half, y + 26);
}
