/** Muscles and fat between ribs and skin: sheets that follow the chest wall, and single muscles as tubes. */
import { spineY } from './landmarks.ts';
import { SegmentBuilder, type Segments } from './segments.ts';
import { profile, ramp, smoothPath, type TubePoint } from './shapes.ts';

/** Bins of the angle round the chest, from the breastbone (0) to the spine. */
export const ANGLES = 256;

/** A sheet's inner and outer distance from the inner chest wall for each angle; empty where outer <= inner. */
export interface Sheet {
  inner: Float32Array;
  outer: Float32Array;
}

interface SheetPlan {
  /** Angles (share of the half turn) where it begins, is full, starts to thin, ends. */
  span: [number, number, number, number];
  thickness: (d: number) => number;
  inner: (a: number, d: number) => number;
}

const upper = profile([
  [20, 26],
  [60, 12],
  [100, 2],
  [140, 0],
]);

const PLANS: SheetPlan[] = [
  // pectoralis minor
  {
    span: [0.2, 0.26, 0.33, 0.41],
    thickness: profile([
      [36, 4],
      [55, 9],
      [85, 8],
      [108, 2],
      [114, 0],
    ]),
    inner: (_, d) => 10.5 + upper(d) * 0.25,
  },
  // pectoralis major
  {
    span: [0.07, 0.13, 0.3, 0.42],
    thickness: profile([
      [30, 10],
      [60, 15],
      [95, 15],
      [125, 10],
      [150, 5],
      [166, 0],
    ]),
    inner: (a, d) =>
      11 + (10 + upper(d) * 0.4) * ramp(0.17, 0.28, a) * ramp(122, 95, d) + upper(d) * 1.6 * ramp(0.3, 0.46, a),
  },
  // serratus anterior
  {
    span: [0.34, 0.42, 0.62, 0.74],
    thickness: profile([
      [45, 8],
      [80, 8],
      [140, 7],
      [190, 5],
      [215, 0],
    ]),
    inner: () => 10,
  },
  // latissimus dorsi with teres major above
  {
    span: [0.52, 0.6, 0.68, 0.84],
    thickness: profile([
      [30, 24],
      [70, 22],
      [110, 15],
      [150, 11],
      [200, 8],
      [260, 6],
      [310, 5],
    ]),
    inner: (a, d) => 19.5 + upper(d) * 0.8 + 9 * ramp(0.6, 0.72, a) * ramp(160, 130, d),
  },
  // external oblique and the upper part of the belly wall
  {
    span: [0.16, 0.24, 0.55, 0.66],
    thickness: profile([
      [165, 0],
      [185, 5],
      [230, 7],
      [310, 8],
    ]),
    inner: () => 10.2,
  },
  // rectus abdominis
  {
    span: [-0.1, 0.015, 0.17, 0.2],
    thickness: profile([
      [172, 0],
      [190, 7],
      [310, 9],
    ]),
    inner: () => 7.6,
  },
];

/** The sheets at depth `d`. */
export function sheetsAt(d: number): Sheet[] {
  return PLANS.map((plan) => {
    const inner = new Float32Array(ANGLES);
    const outer = new Float32Array(ANGLES);
    const full = plan.thickness(d);
    for (let i = 0; i < ANGLES; i++) {
      const a = i / (ANGLES - 1);
      const [a0, a1, a2, a3] = plan.span;
      const share = Math.min(ramp(a0, a1, a), 1 - ramp(a2, a3, a));
      inner[i] = plan.inner(a, d);
      outer[i] = inner[i]! + full * Math.sqrt(share) - (share === 0 ? 1 : 0);
    }
    return { inner, outer };
  });
}

/** Depth of the fat under the skin at an angle: thin over the breastbone and the back, thicker at the sides and below. */
export function fatUnderSkin(a: number, d: number): number {
  return 6 + 4 * ramp(0.2, 0.45, a) * (1 - ramp(0.6, 0.85, a)) + 4 * ramp(180, 270, d) + 2 * ramp(0.4, 0.1, a);
}

/** Scaled radius in the long muscles of the back on either side of the spinous processes; below 1 inside. */
export function backMuscleRadius(x: number, y: number, d: number, behindBone: number, skinBackY: number): number {
  const front = spineY(d) + behindBone;
  const back = skinBackY - 15;
  const middle = (front + back) / 2;
  const half = (back - front) / 2;
  const side = 21 + 5 * ramp(150, 260, d) - 3 * ramp(60, 20, d);
  return (Math.abs((Math.abs(x) - 3 - side) / side) ** 2.6 + Math.abs((y - middle) / half) ** 2.6) ** (1 / 2.6);
}

/** Thickness of the flat muscles of the upper back (trapezius over rhomboids) from the fat inwards. */
export function backSheets(a: number, d: number): { trapezius: number; rhomboid: number } {
  const across = ramp(0.74, 0.86, a);
  return {
    trapezius: across * (4 + 3 * ramp(90, 40, d)) * (1 - ramp(170, 215, d)),
    rhomboid: across * 5 * ramp(40, 55, d) * (1 - ramp(115, 135, d)) * (1 - ramp(0.95, 0.98, a)),
  };
}

function both(points: TubePoint[]): TubePoint[][] {
  return [1, -1].map((side) =>
    smoothPath(
      points.map((p): TubePoint => [side * p[0], p[1], p[2], p[3]]),
      4,
    ),
  );
}

/** Single muscles of neck, shoulder and upper arm. */
export function soloMuscles(): Segments {
  const builder = new SegmentBuilder();
  const paths = [
    both([
      [22, -28, -14, 7],
      [21, -44, 14, 6.5],
      [18, -56, 36, 5],
    ]), // sternomastoid
    both([
      [28, 2, -14, 9],
      [38, 6, 6, 10],
      [52, 12, 26, 7],
    ]), // scalenes
    both([
      [9, 8, -14, 5.5],
      [9, 16, 14, 5],
      [8, 24, 44, 3],
    ]), // longus colli
    both([
      [9, -30, -14, 4.5],
      [11, -44, 20, 4],
      [12, -52, 42, 3.5],
    ]), // strap muscles
    both([
      [24, 56, -14, 15],
      [26, 70, 20, 15],
      [24, 82, 60, 10],
    ]), // splenius and semispinalis
    both([
      [52, 52, -14, 13],
      [66, 70, 10, 12],
      [76, 88, 32, 9],
    ]), // levator scapulae
    both([
      [60, 74, -14, 14],
      [96, 92, 8, 12],
      [128, 92, 22, 9],
    ]), // upper trapezius
    both([
      [112, 84, 36, 10],
      [132, 66, 30, 11],
      [146, 42, 22, 10],
    ]), // supraspinatus
    both([
      [104, 112, 66, 10],
      [128, 94, 70, 12],
      [144, 62, 48, 10],
      [150, 44, 30, 8],
    ]), // infraspinatus
    both([
      [112, 106, 108, 9],
      [132, 84, 90, 11],
      [146, 58, 62, 9],
    ]), // infraspinatus, lower part, and teres minor
    both([
      [100, 84, 64, 9],
      [118, 68, 66, 11],
      [126, 44, 48, 9],
    ]), // subscapularis
    both([
      [104, 90, 108, 8],
      [122, 72, 98, 10],
      [128, 50, 70, 8],
    ]), // subscapularis, lower part
    both([
      [120, 90, 150, 7],
      [140, 66, 118, 12],
      [152, 38, 76, 13],
      [164, 16, 34, 11],
    ]), // teres major
    both([
      [150, 62, 30, 12],
      [172, 40, 6, 14],
      [190, 20, -14, 14],
    ]), // deltoid behind
    both([
      [146, -18, 24, 10],
      [168, -14, 4, 14],
      [188, -6, -16, 14],
    ]), // deltoid in front
    both([
      [118, -22, 46, 9],
      [140, -8, 30, 9],
      [164, -2, 10, 10],
    ]), // coracobrachialis and biceps
    both([
      [134, 46, 58, 9],
      [156, 40, 34, 12],
      [180, 28, 0, 14],
    ]), // triceps
    both([
      [72, -80, 60, 8],
      [106, -54, 38, 11],
      [136, -28, 20, 11],
      [166, -14, 4, 10],
    ]), // pectoralis major towards the arm
  ];
  for (const pair of paths) for (const path of pair) builder.addPath(path);
  return builder.build();
}

/** Vessels and nodes in the fat of the armpits. */
export function axillaryVessels(): Segments {
  const builder = new SegmentBuilder();
  const paths = [
    both([
      [92, -16, 9, 4],
      [112, -6, 20, 4],
      [140, 8, 22, 3.8],
      [172, 6, 0, 3.5],
    ]),
    both([
      [92, -30, 18, 4.6],
      [112, -18, 26, 4.6],
      [140, -2, 28, 4.2],
      [172, -4, 4, 4],
    ]),
    both([
      [122, 10, 40, 1.8],
      [132, 24, 80, 1.6],
      [138, 30, 120, 1.2],
      [140, 30, 160, 0.9],
    ]),
    both([
      [104, -30, 50, 1.4],
      [126, -12, 86, 1.2],
      [138, -4, 130, 0.9],
    ]),
    both([
      [116, 4, 54, 3.6],
      [117, 5, 57, 3.6],
    ]),
    both([
      [128, 14, 66, 3],
      [129, 15, 69, 3],
    ]),
    both([
      [124, -4, 76, 2.6],
      [124, -3, 79, 2.6],
    ]),
    both([
      [4, -72, 60, 1.3],
      [16, -78, 110, 1.2],
      [17, -80, 180, 1],
    ]), // internal thoracic
  ];
  for (const pair of paths) for (const path of pair) builder.addPath(path);
  return builder.build();
}

const BUNDLE_MM = 25;

/** Distance (mm, about) to the nearest fat plane between the muscle bundles of shoulder and upper back: the edges of drifting cells. */
export function bundleEdge(x: number, y: number, d: number): number {
  const u = (Math.abs(x) * 0.82 + y * 0.35) / BUNDLE_MM;
  const v = (y * 0.95 - Math.abs(x) * 0.3) / (BUNDLE_MM * 0.78) + d / 70;
  const cu = Math.floor(u);
  const cv = Math.floor(v);
  let first = 9;
  let second = 9;
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) {
      const h = Math.imul((cu + i) * 374761393 + (cv + j) * 668265263 + (x < 0 ? 99 : 0), 1274126177);
      const pu = i + 0.5 + 0.38 * Math.sin((h % 1000) + d / 31) - (u - cu);
      const pv = j + 0.5 + 0.38 * Math.cos(((h >> 10) % 1000) + d / 27) - (v - cv);
      const far = Math.sqrt(pu * pu + pv * pv);
      if (far < first) {
        second = first;
        first = far;
      } else if (far < second) second = far;
    }
  }
  return ((second - first) / 2) * BUNDLE_MM * 0.9;
}

/** Where that jumble of bundles lies: behind and beside the ribs above the armpits. */
export function bundleZone(a: number, c: number, d: number): number {
  const behind = ramp(0.5, 0.56, a) * ramp(96, 70, d);
  const beside = ramp(0.36, 0.44, a) * ramp(46, 30, d);
  // Above the first ribs the muscles of the neck reach inwards, round the dome of the pleura.
  const inner = 9 - 34 * ramp(40, 22, d) * ramp(0.4, 0.55, a);
  return Math.max(behind, beside) * ramp(inner, inner + 2, c);
}

/** The muscles between the ribs thin out in front of the first rib, where neck passes into chest. */
export function intercostalShare(a: number, d: number): number {
  return Math.max(ramp(62, 74, d), ramp(0.3, 0.5, a) * ramp(14, 40, d));
}
