/** Skin, fat, the sheets of muscle and the space between the ribs; then everything inside the chest wall starts as fat. */
import { ANGLES, backMuscleRadius, backSheets, fatUnderSkin, intercostalShare, sheetsAt } from './chest-wall.ts';
import { COLUMNS, columnX, PIXEL_MM, ROWS, rowY } from './frame.ts';
import { skinBack } from './landmarks.ts';
import { bundleEdge, bundleZone } from './muscle-bundles.ts';
import { Planes } from './planes.ts';
import { clamp01, ramp } from './shapes.ts';
import { axillaryVessels, soloMuscles } from './single-muscles.ts';

export const FAT = -104;
const MUSCLE = 54;
const SKIN = 12;
const SKIN_MM = 1.7;
const AIR = -1000;

const muscles = soloMuscles();
const vessels = axillaryVessels();

/** Draws the muscle bundles of the shoulders for a whole slice. */
export function layBundles(p: Planes, d: number): void {
  if (d > BUNDLES_END_D) return;
  for (let row = 100; row < 420; row++) {
    for (let column = 0; column < COLUMNS; column++)
      p.bundles[row * COLUMNS + column] = bundleEdge(columnX(column), rowY(row), d);
  }
}
const BUNDLES_END_D = 98;

/** Paints all that lies outside the inner chest wall, and fat within it. */
export function paintTissues(p: Planes): void {
  const { d } = p;
  const sheets = sheetsAt(d);
  const back = Array.from({ length: ANGLES }, (_, i) => backSheets(i / (ANGLES - 1), d));
  const fat = Float32Array.from({ length: ANGLES }, (_, i) => fatUnderSkin(i / (ANGLES - 1), d));
  const backY = skinBack(d);
  for (let row = 0; row < ROWS; row++) {
    const y = rowY(row);
    for (let i = row * COLUMNS, end = i + COLUMNS; i < end; i++) {
      const s = p.skin[i]!;
      if (s > PIXEL_MM / 2) {
        p.hu[i] = AIR;
        continue;
      }
      const c = p.wall[i]!;
      let v = FAT + 7 * p.cloudy[i]! + 4 * p.grainy[i]!;
      const strand = Math.abs(p.cloudy[i]! * 0.8 + p.grainy[i]! * 0.35 + 0.12);
      if (strand < 0.035 && s < -3) v += 38;
      if (c > 0.4 || (d < 40 && c > -30)) {
        const m = muscleShare(p, i, c, s, sheets, back, fat);
        if (m > 0) v += (muscleValue(p, i, c) - v) * m;
        if (y > 60 && c > -30) v = backMuscle(p, i, columnX(i - row * COLUMNS), y, s, v, backY);
      } else if (y > 40) v = backMuscle(p, i, columnX(i - row * COLUMNS), y, s, v, backY);
      v += (SKIN - v) * clamp01(0.5 + (s + SKIN_MM) / PIXEL_MM);
      p.hu[i] = v + (AIR - v) * clamp01(0.5 + s / PIXEL_MM);
    }
  }
  inBodyOnly(p);
  p.stamp(muscles, MUSCLE - 2, 0, p.scratch);
  p.stamp(vessels, 42, 0, p.scratch);
}

/** Where single muscles may be drawn: outside the ribs and below the skin's fat. */
function inBodyOnly(p: Planes): void {
  for (let i = 0; i < p.scratch.length; i++) {
    p.scratch[i] =
      p.skin[i]! > -3
        ? 0
        : clamp01((-p.skin[i]! - 4) / 2) * clamp01((p.wall[i]! - 8.5) / 1.5 + (p.d < 50 ? ramp(50, 36, p.d) * 20 : 0));
  }
}

function muscleShare(
  p: Planes,
  i: number,
  c: number,
  s: number,
  sheets: ReturnType<typeof sheetsAt>,
  back: ReturnType<typeof backSheets>[],
  fat: Float32Array,
): number {
  const bin = Math.min(ANGLES - 1, Math.floor(p.angle[i]! * (ANGLES - 1)));
  let share = c < 10 ? clamp01((c - 0.6) / 0.8) * clamp01((9.2 - c) / 1.2) * (0.82 + 0.25 * p.cloudy[i]!) : 0;
  if (share > 0 && p.d < 76) share *= intercostalShare(p.angle[i]!, p.d);
  const wave = 1.1 * p.cloudy[i]!;
  for (const sheet of sheets) {
    const inside = Math.min(c - sheet.inner[bin]! - 0.4 * wave, sheet.outer[bin]! + wave - c);
    if (inside > -0.5) share = Math.max(share, clamp01(inside / 0.9 + 0.5));
  }
  const below = -s - fat[bin]!;
  const t = back[bin]!;
  if (t.trapezius > 0.2) share = Math.max(share, clamp01(Math.min(below, t.trapezius - below) / 0.9 + 0.5));
  if (t.rhomboid > 0.2) {
    const deep = below - t.trapezius - 1.4;
    share = Math.max(share, clamp01(Math.min(deep, t.rhomboid - deep) / 0.9 + 0.5));
  }
  if (p.d < 96) {
    const zone = bundleZone(p.angle[i]!, c, p.d);
    if (zone > 0) {
      const gap = 1 - clamp01((p.bundles[i]! - 0.2) / 1.3);
      share = Math.max(share, zone * (1 - gap * clamp01(0.5 + 0.9 * p.cloudy[i]! + 0.4 * p.grainy[i]!)));
    }
  }
  return share * clamp01((below + 1) / 2);
}

function muscleValue(p: Planes, i: number, c: number): number {
  const marbling = p.grainy[i]! > 0.5 ? -34 * (p.grainy[i]! - 0.5) * 2 : 0;
  return MUSCLE + 6 * p.cloudy[i]! + marbling - (c < 9 ? 8 : 0);
}

function backMuscle(p: Planes, i: number, x: number, y: number, s: number, v: number, backY: number): number {
  if (x > 62 || x < -62) return v;
  const r = backMuscleRadius(x, y, p.d, 17, backY);
  if (r > 1.1) return v;
  const share = clamp01((1 - r) * 22 + 0.5) * clamp01((-s - 9) / 2);
  const streak = p.cloudy[i]! * 0.7 + p.grainy[i]! * 0.6;
  const value = streak > 0.42 ? MUSCLE - 90 * Math.min(1, (streak - 0.42) * 3) : MUSCLE;
  return v + (value - v) * share;
}
