/** Muscles and fat between ribs and skin: sheets that follow the chest wall, and single muscles as tubes. */
import { spineY } from './landmarks.ts';
import { profile, ramp } from './shapes.ts';

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

/** The muscles between the ribs thin out in front of the first rib, where neck passes into chest. */
export function intercostalShare(a: number, d: number): number {
  return Math.max(ramp(62, 74, d), ramp(0.3, 0.5, a) * ramp(14, 40, d));
}
