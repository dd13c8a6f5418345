/**
 * The large surfaces of the chest as functions of position. x to the patient's left, y to the back, d from the top slice towards
 * the feet (mm). Proportions of a slim adult man, arms raised, full breath held.
 */
import { profile, ramp } from './shapes.ts';

/** Depths of the middle of the vertebral bodies C7, T1..T12, L1, L2. */
export const VERTEBRA_D = [-14, 5, 24, 44, 64, 85, 106, 128, 150, 173, 197, 222, 248, 275, 303] as const;

/** y of the middle of the vertebral column (kyphosis). */
export const spineY = profile([
  [-20, 18],
  [5, 24],
  [30, 35],
  [62, 48],
  [100, 59],
  [137, 65],
  [175, 64],
  [212, 57],
  [250, 49],
  [300, 41],
]);

/** Inner chest wall: half width, front and back at each depth. */
export const wallHalfWidth = profile([
  [0, 62],
  [20, 72],
  [40, 88],
  [62, 103],
  [100, 118],
  [137, 124],
  [175, 128],
  [215, 129],
  [260, 127],
  [305, 124],
]);
export const wallFront = profile([
  [0, -8],
  [20, -24],
  [40, -42],
  [62, -57],
  [80, -68],
  [100, -76],
  [137, -83],
  [175, -87],
  [215, -89],
  [260, -90],
  [305, -90],
]);
export const wallBack = profile([
  [0, 52],
  [20, 62],
  [40, 74],
  [62, 84],
  [100, 94],
  [137, 99],
  [175, 98],
  [215, 92],
  [260, 84],
  [305, 78],
]);

/** Skin: half width, front and back. */
export const skinHalfWidth = profile([
  [0, 196],
  [20, 192],
  [45, 189],
  [70, 181],
  [100, 171],
  [137, 163],
  [175, 157],
  [212, 154],
  [250, 153],
  [305, 154],
]);
export const skinFront = profile([
  [0, -52],
  [20, -62],
  [45, -80],
  [70, -96],
  [100, -107],
  [137, -112],
  [175, -113],
  [212, -111],
  [250, -110],
  [305, -111],
]);
export const skinBack = profile([
  [0, 100],
  [30, 114],
  [62, 124],
  [100, 131],
  [137, 132],
  [175, 129],
  [212, 123],
  [250, 116],
  [305, 110],
]);

/**
 * Distance to an oval |x/a|^n + |y/b|^n = 1 whose power differs in front and behind and that is wider behind by `egg`; exact on its edge,
 * first order near it.
 */
export function ovalDistance(
  x: number,
  y: number,
  halfWidth: number,
  front: number,
  back: number,
  powerFront: number,
  powerBack: number,
  egg: number,
): number {
  const middle = (front + back) / 2;
  const halfDepth = (back - front) / 2;
  const signed = (y - middle) / halfDepth;
  const width = halfWidth * (1 + egg * Math.max(-1.3, Math.min(1.3, signed)));
  const power = signed > 0 ? powerBack : powerFront;
  const u = Math.abs(x) / width + 1e-6;
  const v = Math.abs(signed) + 1e-6;
  const un = u ** power;
  const vn = v ** power;
  const g = (un + vn) ** (1 / power);
  const scale = g ** (1 - power);
  const gx = (un / u / width) * scale;
  const gy = (vn / v / halfDepth) * scale;
  return (g - 1) / Math.sqrt(gx * gx + gy * gy);
}

/** How much wider the chest is behind than in front, and how square it is. */
export const WALL_EGG = 0.07;
export const WALL_POWER_FRONT = 2.15;
export const WALL_POWER_BACK = 2.5;

/** Distance to the inner chest wall (ribs' inside); negative within. */
export function wallDistance(x: number, y: number, d: number): number {
  return ovalDistance(x, y, wallHalfWidth(d), wallFront(d), wallBack(d), WALL_POWER_FRONT, WALL_POWER_BACK, WALL_EGG);
}

/** Distance to the dome of the pleura under the first rib; negative below it. Each lung has its own. */
export function apexDistance(x: number, y: number, d: number): number {
  const right = x < 0;
  const top = right ? 19 : 16;
  const dx = Math.abs(x) - 36;
  const dy = y - 20;
  const rx = dx > 0 ? 58 : 60;
  const ry = dy > 0 ? 54 : 76;
  const roof = top + (dx * dx) / (2 * rx) + (dy * dy) / (2 * ry);
  const gx = dx / rx;
  const gy = dy / ry;
  return (roof - d) / Math.sqrt(1 + gx * gx + gy * gy);
}

/** Distance to the skin; negative inside the body. */
export function skinDistance(x: number, y: number, d: number): number {
  const oval = ovalDistance(x, y, skinHalfWidth(d), skinFront(d), skinBack(d), 2.3, 2.75, 0.05);
  const ax = Math.abs(x);
  // The furrow over the spine and the shallow one over the breastbone.
  const furrow = 4 * Math.exp(-(ax * ax) / 240) * ramp(60, 110, y) + 3 * Math.exp(-(ax * ax) / 300) * ramp(-60, -95, y);
  const breast = 5 * Math.exp(-((ax - 80) ** 2) / 1000 - (d - 135) ** 2 / 800) * ramp(-30, -80, y);
  const nipple = 3 * Math.exp(-((ax - 92) ** 2 + (d - 141) ** 2) / 14) * ramp(-60, -80, y);
  // The fold in front of the raised arm and the shoulder blade's swell behind.
  const blade = 5 * Math.exp(-((ax - 112) ** 2) / 900 - (d - 95) ** 2 / 2600) * ramp(30, 80, y);
  return oval + furrow - breast - nipple - blade;
}

/** Depth of the diaphragm's upper surface under (x, y): two domes, and between them the central tendon on which the heart lies. */
export function diaphragmDepth(x: number, y: number): number {
  const right = domeDepth((x + 60) / 71, y + 14, 189);
  const left = domeDepth((x - 68) / 65, y + 8, 199);
  const behind = Math.max(0, y - 8);
  const tendon = Math.min(195 + 0.35 * behind + 0.024 * behind * behind + 0.0016 * (x - 16) * (x - 16), 266);
  const fromRight = ramp(-50, -4, x);
  const toLeft = ramp(14, 52, x);
  return right * (1 - fromRight) + (tendon * (1 - toLeft) + left * toLeft) * fromRight;
}

/** A dome: `u` from its middle to the side in units of its half width, `fromTop` mm behind (positive) or before its highest point. */
function domeDepth(u: number, fromTop: number, top: number): number {
  const v = fromTop > 0 ? fromTop / 106 : -fromTop / 80;
  const along = fromTop > 0 ? 80 * v ** 2.1 : 26 * v ** 1.9;
  const side = Math.abs(u);
  return top + along + 38 * side ** 2 + 16 * side ** 4;
}
