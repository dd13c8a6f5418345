/** The vertebral column: bodies with waists, arches, processes, discs and what lies in the canal. */
import { spineY, VERTEBRA_D } from './landmarks.ts';
import { clamp01, smin } from './shapes.ts';

export interface SpineSample {
  /** Distance to bone, negative inside. */
  bone: number;
  /** Distance to the nearest disc. */
  disc: number;
  /** Scaled radius in the canal: below 1 inside it. */
  canal: number;
}

interface Vertebra {
  middle: number;
  y: number;
  halfWidth: number;
  halfDepth: number;
  halfHeight: number;
  grow: number;
}

const DISC_HALF_MM = 2.3;

const VERTEBRAE: Vertebra[] = VERTEBRA_D.map((middle, i) => {
  const grow = clamp01(i / 13);
  const above = middle - (VERTEBRA_D[i - 1] ?? middle - 19);
  const below = (VERTEBRA_D[i + 1] ?? middle + 28) - middle;
  return {
    middle,
    y: spineY(middle),
    halfWidth: 13.6 + 6.4 * grow,
    halfDepth: 9.8 + 6 * grow,
    halfHeight: Math.min(above, below) / 2 - DISC_HALF_MM * (0.7 + 0.5 * grow),
    grow,
  };
});

/** The vertebrae that may be met at depth `d`. */
export function vertebraeNear(d: number): Vertebra[] {
  return VERTEBRAE.filter((v) => d > v.middle - v.halfHeight - 14 && d < v.middle + v.halfHeight + 34);
}

/** Half-width and half-depth of the box about the spine at any depth, to know where to look. */
export const SPINE_REACH = { side: 48, front: 24, back: 74 } as const;

/** Samples the column at a point among the given vertebrae into `out`, which callers reuse: this runs for millions of points. */
export function sampleSpine(near: readonly Vertebra[], x: number, y: number, d: number, out: SpineSample): SpineSample {
  out.bone = Infinity;
  out.disc = Infinity;
  for (const v of near) {
    bodyDistance(v, x, y, d - v.middle, out);
    const arch = archDistance(v, Math.abs(x), y, d - v.middle);
    if (arch < out.bone) out.bone = arch;
  }
  const cy = spineY(d);
  const grow = clamp01(d / 300);
  const cx = x / (9.5 + grow);
  const back = (y - cy - 9.8 - 6 * grow - 6.2) / 7.6;
  out.canal = Math.sqrt(cx * cx + back * back);
  return out;
}

/** Lowers the distances to bone and disc by one vertebral body and the discs at its ends. */
function bodyDistance(v: Vertebra, x: number, y: number, dz: number, out: SpineSample): void {
  const dy = y - v.y;
  if (dy > v.halfDepth + 6 || Math.abs(x) > v.halfWidth + 6) return;
  const z = dz - dy * 0.03;
  const up = clamp01(Math.abs(z) / v.halfHeight);
  const waist = 1.7 * (1 - up * up);
  const dent = dy > 0 ? 2.2 * Math.exp(-(x * x) / 70) : 0;
  const px = Math.abs(x / v.halfWidth);
  const py = Math.abs((dy + dent) / (dy > 0 ? v.halfDepth * 0.92 : v.halfDepth));
  const flat = (px * px * Math.sqrt(px) + py * py * Math.sqrt(py)) ** 0.4;
  const round = (flat - 1) * Math.min(v.halfWidth, v.halfDepth) + waist;
  const hollow = 1.2 * Math.exp(-(x * x + dy * dy) / 60);
  const cap = Math.abs(z) - v.halfHeight + hollow;
  const bone = cap > 0 && round > 0 ? Math.sqrt(cap * cap + round * round) : Math.max(cap, round);
  if (bone < out.bone) out.bone = bone;
  const disc = Math.max(round - waist + 0.6, Math.abs(z) - v.halfHeight - 2 * DISC_HALF_MM);
  if (disc < out.disc) out.disc = disc;
}

/** Pedicles, laminae, joints, transverse and spinous processes; `ax` is |x|. */
function archDistance(v: Vertebra, ax: number, y: number, dz: number): number {
  const back = v.y + v.halfDepth * 0.92;
  if (y < back - 6) return Infinity;
  const g = v.grow;
  const tpOut = 30 - 4 * g;
  let best = rod(ax, y, dz, 10.5, back - 3, -5, 12.5, back + 9, -4, 2.7, 2.9, 1.7);
  best = smin(best, rod(ax, y, dz, 12, back + 9.5, -4, 2, back + 19, 5, 2.5, 2.3, 2.4), 2);
  best = smin(best, rod(ax, y, dz, 13, back + 10, -3, tpOut, back + 19 - 4 * g, -6, 3.2, 4.4, 1.2), 2.5);
  best = smin(
    best,
    rod(ax, y, dz, 11.5, back + 10.5, v.halfHeight * -0.95, 10.5, back + 12, v.halfHeight * 1.05, 3.6, 3.2, 1),
    1.5,
  );
  best = smin(best, rod(ax, y, dz, 0, back + 20, 6, 0, back + 43 - 9 * g, 17 - 10 * g, 2, 3, 2.1), 2);
  return best;
}

function rod(
  x: number,
  y: number,
  z: number,
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
  r0: number,
  r1: number,
  tall: number,
): number {
  const ux = bx - ax;
  const uy = by - ay;
  const uz = bz - az;
  const t = clamp01(((x - ax) * ux + (y - ay) * uy + (z - az) * uz) / (ux * ux + uy * uy + uz * uz));
  const ex = x - ax - ux * t;
  const ey = y - ay - uy * t;
  const ez = (z - az - uz * t) / tall;
  return Math.sqrt(ex * ex + ey * ey + ez * ez) - r0 - (r1 - r0) * t;
}
