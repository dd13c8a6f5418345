/** What lies under the diaphragm: liver, spleen, stomach, bowel, kidneys. Distances are negative inside. */
import { spineY } from './landmarks.ts';
import { SegmentBuilder, type Segments } from './segments.ts';
import { ellipsoid, ellipsoidDistance, ramp, smax, smin, smoothPath, type TubePoint } from './shapes.ts';

export const ORGAN_TOP_D = 176;

const stomachShape = ellipsoid([56, 2, 240], [36, 46, 42], [0.35, 1, 0.1]);
const antrum = ellipsoid([28, -34, 285], [46, 24, 22], [1, -0.2, 0.4]);
const spleenShape = ellipsoid([97, 46, 246], [50, 40, 23], [0.25, -0.5, 1]);
const flexure = ellipsoid([92, -36, 268], [30, 23, 28], [0.2, 0.3, 1]);
const transverse = ellipsoid([22, -72, 300], [62, 14, 16], [1, 0, 0.1]);
const kidneys = [
  ellipsoid([-52, 52, 306], [44, 25, 27], [-0.15, 0.2, 1]),
  ellipsoid([52, 50, 298], [44, 25, 27], [0.15, 0.2, 1]),
];

/** Liver: under the right dome, its left lobe reaching across in front. `under` is the depth below the diaphragm, `wall` from the belly wall. */
export function liverDistance(x: number, y: number, d: number, under: number, wall: number): number {
  const leftEdge = 52 - 64 * ramp(-84, 34, y) - (d - 208) * (0.2 + 0.14 * ramp(20, -50, y));
  const behind = 72 - 0.42 * Math.max(0, d - 240) + 0.16 * Math.min(0, x + 50);
  const spine = 34 - Math.hypot(x + 2, y - spineY(d) + 2);
  let liver = smax(smax(2.6 - under, wall + 2.8, 4), (x - leftEdge) * 0.82, 14);
  liver = smax(liver, smax(y - behind, spine, 8), 12);
  const notch = Math.max(
    Math.abs(x - 8 + 0.3 * (y + 70)) - 0.6 - 3.5 * ramp(238, 290, d) * ramp(-40, -85, y),
    y + 52 - 0.35 * (d - 240),
  );
  return d > 216 ? smax(liver, -notch, 3) : liver;
}

/** Stomach with its wall. */
export function stomachDistance(x: number, y: number, d: number, under: number, wall: number): number {
  const bag = smin(ellipsoidDistance(stomachShape, x, y, d), ellipsoidDistance(antrum, x, y, d), 14);
  return smax(smax(bag, 3.4 - under, 8), wall + 3, 5);
}

export function spleenDistance(x: number, y: number, d: number, under: number, wall: number): number {
  return smax(smax(ellipsoidDistance(spleenShape, x, y, d), 3 - under, 6), wall + 2.6, 5);
}

export function bowelDistance(x: number, y: number, d: number, under: number, wall: number): number {
  const loop = smin(ellipsoidDistance(flexure, x, y, d), ellipsoidDistance(transverse, x, y, d), 6);
  return smax(smax(loop + 2.2 * Math.sin(d / 5 + x / 9), 3.4 - under, 5), wall + 3, 4);
}

export function kidneyDistance(x: number, y: number, d: number): number {
  return Math.min(ellipsoidDistance(kidneys[0]!, x, y, d), ellipsoidDistance(kidneys[1]!, x, y, d));
}

function build(...paths: TubePoint[][]): Segments {
  const builder = new SegmentBuilder();
  for (const path of paths) builder.addPath(smoothPath(path, 3));
  return builder.build();
}

/** Veins in the liver: a little darker than the liver itself when no contrast agent was given. */
export const liverVeins = build(
  [
    [-25, 6, 204, 6],
    [-44, 14, 212, 4.6],
    [-70, 22, 224, 3.4],
    [-92, 24, 240, 2.2],
  ],
  [
    [-26, 2, 205, 5.4],
    [-36, -18, 214, 4.4],
    [-50, -42, 226, 3.2],
    [-60, -60, 240, 2],
  ],
  [
    [-24, 0, 205, 5],
    [-12, -26, 212, 4],
    [4, -48, 218, 2.8],
    [16, -62, 226, 1.8],
  ],
  [
    [-8, -4, 300, 6.5],
    [-22, -6, 280, 6.5],
    [-40, -4, 264, 5.6],
    [-66, 4, 256, 4.2],
    [-90, 8, 258, 2.6],
  ],
  [
    [-22, -6, 280, 5],
    [-12, -28, 264, 4.4],
    [4, -46, 254, 3.2],
    [22, -56, 246, 2],
  ],
  [
    [-66, 4, 256, 3.4],
    [-80, -20, 246, 2.6],
    [-88, -36, 240, 1.8],
  ],
  [
    [-66, 4, 256, 3.2],
    [-78, 30, 262, 2.6],
    [-84, 44, 272, 1.8],
  ],
);

/** Soft things in the fat: crura of the diaphragm, adrenals, pancreas, splenic and mesenteric vessels. */
export const softThings = build(
  [
    [-9, 22, 214, 4.5],
    [-13, 22, 240, 5.5],
    [-13, 18, 275, 5.5],
    [-10, 14, 305, 5],
  ],
  [
    [16, 20, 214, 4.5],
    [16, 18, 240, 5],
    [14, 12, 275, 5],
    [12, 8, 305, 4.5],
  ],
  [
    [26, 26, 262, 2],
    [30, 34, 272, 2.4],
    [32, 40, 282, 2.2],
  ],
  [
    [26, 26, 262, 2],
    [24, 36, 274, 2.2],
  ],
  [
    [-24, 28, 258, 2],
    [-28, 38, 270, 2.2],
    [-30, 44, 280, 2],
  ],
  [
    [-4, -14, 306, 9],
    [18, -8, 296, 8.5],
    [44, 8, 286, 8],
    [66, 26, 276, 7.5],
    [78, 34, 270, 6],
  ],
  [
    [6, -2, 292, 3.4],
    [34, 14, 284, 3.2],
    [62, 34, 268, 2.8],
    [78, 42, 256, 2.4],
  ],
  [
    [18, -50, 262, 1.4],
    [40, -58, 274, 1.5],
    [62, -48, 284, 1.4],
  ],
  [
    [74, -52, 238, 1.1],
    [84, -56, 252, 1.2],
    [70, -62, 270, 1.3],
  ],
  [
    [48, -62, 236, 1],
    [58, -68, 252, 1.2],
    [40, -74, 272, 1.2],
  ],
);
