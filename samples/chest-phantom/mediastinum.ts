/** Heart, great vessels, airways and gullet as axes and ellipsoids, and the outline of the mediastinum that the lungs lie against. */
import { spineY, wallBack, wallFront } from './landmarks.ts';
import {
  clamp01,
  type Ellipsoid,
  ellipsoid,
  ellipsoidDistance,
  profile,
  ramp,
  smin,
  smoothPath,
  type TubePoint,
} from './shapes.ts';

export interface Tube {
  name: string;
  path: TubePoint[];
  hu: number;
  /** Distance kept between the tube and the lung (its fat sheath). */
  sheathMm: number;
}

function tube(name: string, hu: number, sheathMm: number, points: TubePoint[]): Tube {
  return { name, path: smoothPath(points, 4), hu, sheathMm };
}

const BLOOD = 43;

/** Vessels inside the mediastinum (no contrast agent given, so all at the density of blood). */
export const greatVessels: Tube[] = [
  tube('aorta', BLOOD + 2, 3, [
    [6, -28, 146, 15],
    [0, -30, 132, 16.5],
    [-10, -34, 116, 16.5],
    [-12, -33, 100, 16],
    [-7, -26, 86, 15],
    [5, -12, 78.5, 14],
    [16, 5, 79, 13.5],
    [23, 21, 86, 13.2],
    [25, 32, 98, 13],
    [24, 39, 116, 12.6],
    [21, 42, 140, 12.2],
    [17, 41, 175, 12],
    [11, 34, 212, 11.6],
    [4, 25, 250, 11],
    [2, 17, 305, 10.5],
  ]),
  tube('brachiocephalic artery', BLOOD, 3, [
    [-5, -22, 74, 7],
    [-12, -20, 58, 6.5],
    [-20, -12, 42, 6],
    [-26, -6, 28, 5.5],
    [-34, -4, 20, 4.8],
    [-58, -6, 14, 4.4],
    [-90, -16, 10, 4],
  ]),
  tube('right carotid', BLOOD, 3, [
    [-23, -9, 34, 4],
    [-22, -10, 16, 3.8],
    [-24, -8, -8, 3.6],
  ]),
  tube('left carotid', BLOOD, 3, [
    [5, -13, 70, 4.2],
    [12, -10, 50, 4],
    [18, -9, 25, 3.8],
    [23, -8, -8, 3.6],
  ]),
  tube('left subclavian', BLOOD, 3, [
    [16, 3, 70, 5.2],
    [21, 7, 52, 5],
    [26, 6, 34, 5],
    [36, 1, 20, 4.8],
    [60, -6, 13, 4.4],
    [92, -16, 9, 4],
  ]),
  tube('superior vena cava', BLOOD, 2.5, [
    [-25, -28, 66, 8.5],
    [-28, -24, 84, 9.5],
    [-30, -21, 104, 10],
    [-32, -19, 136, 11],
  ]),
  tube('right brachiocephalic vein', BLOOD, 3, [
    [-25, -28, 66, 7.5],
    [-29, -24, 50, 7],
    [-34, -20, 34, 6.5],
    [-36, -16, 20, 6],
    [-33, -12, -8, 5],
  ]),
  tube('left brachiocephalic vein', BLOOD, 3, [
    [-24, -29, 67, 7.5],
    [-8, -39, 62, 6.6],
    [10, -38, 54, 6.4],
    [24, -28, 44, 6.4],
    [33, -20, 30, 6.2],
    [33, -13, -8, 5],
  ]),
  tube('right subclavian vein', BLOOD, 3, [
    [-34, -20, 28, 6],
    [-54, -24, 24, 5.2],
    [-92, -30, 20, 4.6],
  ]),
  tube('left subclavian vein', BLOOD, 3, [
    [33, -20, 28, 6],
    [54, -24, 23, 5.2],
    [92, -30, 18, 4.6],
  ]),
  tube('azygos', BLOOD - 2, 2, [
    [-27, -12, 95, 4.2],
    [-26, 2, 91, 4],
    [-20, 18, 91, 3.8],
    [-9, 34, 98, 3.6],
    [-3, 42, 116, 3.6],
    [-2, 44, 150, 3.4],
    [-2, 40, 200, 3.2],
    [-4, 30, 260, 3],
  ]),
  tube('inferior vena cava', BLOOD - 2, 2, [
    [-26, -6, 176, 12.5],
    [-26, 2, 192, 12],
    [-25, 10, 210, 11.5],
    [-22, 14, 240, 11],
    [-19, 14, 305, 10.5],
  ]),
  tube('pulmonary trunk', BLOOD + 1, 3, [
    [24, -56, 148, 14],
    [21, -48, 132, 14.2],
    [21, -34, 117, 14],
    [24, -20, 109, 12.5],
    [33, -6, 105, 11.4],
    [41, 6, 107, 10.6],
    [44, 15, 114, 9.6],
  ]),
  tube('right pulmonary artery', BLOOD + 1, 3, [
    [18, -26, 114, 11],
    [6, -14, 116, 10.8],
    [-12, -7, 117, 10.6],
    [-28, -3, 117, 9.6],
    [-36, 3, 120, 8.4],
  ]),
];

/** Lumen axes with the lumen's radius; walls are drawn around them. */
export const trachea = smoothPath(
  [
    [0, -10, -10, 8.4],
    [0, -4, 20, 8.4],
    [1, 2, 50, 8.5],
    [2, 9, 80, 8.8],
    [1, 13, 97, 9.2],
  ],
  3,
);
export const rightMainBronchus = smoothPath(
  [
    [0, 12, 93, 7.6],
    [-10, 14, 103, 7.2],
    [-21, 16, 112, 6.8],
  ],
  2,
);
export const leftMainBronchus = smoothPath(
  [
    [2, 12, 93, 7.4],
    [11, 15, 106, 6.8],
    [23, 18, 117, 6.2],
    [35, 20, 126, 6],
  ],
  2,
);
export const oesophagus = smoothPath(
  [
    [3, 10, -10, 6.5],
    [5, 16, 20, 6.5],
    [7, 22, 50, 6.8],
    [8, 27, 85, 7],
    [7, 32, 110, 7],
    [4, 36, 140, 7],
    [6, 32, 170, 7.5],
    [12, 20, 195, 8],
    [17, 8, 212, 8.5],
    [24, 2, 222, 9],
  ],
  4,
);

export interface Chamber {
  name: string;
  shape: Ellipsoid;
}

const chamber = (name: string, shape: Ellipsoid): Chamber => ({ name, shape });

/** Outer surfaces of the heart's chambers (wall included). */
export const chambers: Chamber[] = [
  chamber('left ventricle', ellipsoid([44, -18, 170], [49, 32, 31], [0.66, -0.38, 0.62])),
  chamber('right ventricle', ellipsoid([17, -44, 174], [51, 27, 28], [0.82, -0.1, 0.5])),
  chamber('right ventricle outflow', ellipsoid([20, -52, 150], [20, 17, 24], [0.1, 0.1, 1])),
  chamber('right atrium', ellipsoid([-30, -18, 160], [25, 24, 34], [0, 0.3, 1])),
  chamber('right auricle', ellipsoid([-24, -44, 140], [18, 11, 15], [0.5, -0.5, 0.3])),
  chamber('left atrium', ellipsoid([2, 12, 141], [36, 17, 23], [1, 0.05, 0])),
  chamber('septa', ellipsoid([4, -14, 152], [26, 22, 24], [1, -0.4, 0.4])),
  chamber('posterior groove', ellipsoid([14, -10, 174], [26, 20, 22], [1, -0.3, 0.3])),
  chamber('left auricle', ellipsoid([43, -18, 132], [15, 9, 11], [0.6, -0.8, 0.2])),
];

/** Veins where they enter the left atrium. */
export const veinStumps: Tube[] = [
  tube('right superior pulmonary vein', BLOOD, 2, [
    [-18, 8, 136, 8],
    [-34, 0, 130, 7],
    [-43, -6, 124, 6],
  ]),
  tube('right inferior pulmonary vein', BLOOD, 2, [
    [-20, 14, 146, 8],
    [-33, 19, 151, 7],
    [-42, 25, 155, 6],
  ]),
  tube('left superior pulmonary vein', BLOOD, 2, [
    [24, 6, 132, 8],
    [36, -3, 126, 7],
    [46, -9, 119, 5.8],
  ]),
  tube('left inferior pulmonary vein', BLOOD, 2, [
    [24, 14, 143, 8],
    [34, 22, 147, 7],
    [42, 29, 151, 6],
  ]),
];

const coronary = (name: string, points: TubePoint[]): Tube => tube(name, 45, 0, points);

export const coronaries: Tube[] = [
  coronary('left anterior descending', [
    [14, -30, 134, 2],
    [34, -38, 136, 1.9],
    [46, -54, 144, 1.7],
    [56, -62, 158, 1.5],
    [66, -64, 174, 1.3],
    [76, -58, 188, 1],
  ]),
  coronary('circumflex', [
    [34, -36, 136, 1.7],
    [48, -20, 141, 1.6],
    [54, -2, 148, 1.4],
    [46, 12, 158, 1.2],
  ]),
  coronary('right coronary', [
    [-8, -40, 136, 1.9],
    [-20, -50, 146, 1.8],
    [-24, -50, 162, 1.7],
    [-18, -40, 180, 1.6],
    [-2, -18, 194, 1.4],
  ]),
];

/** Distance to the heart's muscle and blood; `k` rounds the grooves between the chambers. */
export function heartDistance(x: number, y: number, d: number, k: number): number {
  let distance = Infinity;
  for (const c of chambers) distance = smin(distance, ellipsoidDistance(c.shape, x, y, d), k);
  return distance;
}

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
