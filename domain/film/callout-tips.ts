import type { CalloutKey } from '../callouts.ts';
import type { Finding } from '../finding.ts';
import type { Pair } from './lesion-mark.ts';
import { keyContour } from './placement.ts';

/** Where a call-out points, mm of the slice plane. */
export interface Tip {
  readonly at: Pair;
  /** Unit vector from the lesion towards where the leader comes from. */
  readonly outward: Pair;
  /** A ring stands at the tip where it points at a place rather than along a margin. */
  readonly ring: boolean;
}

/** On which side of the image the texts stand. */
export type TextSide = 'right' | 'below';

/** Directions for features that are everywhere, by their place in the list, so that no two leaders cross (degrees, y down). */
const PLACES = { right: [-62, -8, 48], below: [152, 78, 14] } as const;
/** Direction of the texts, and how far from it a leader may end at the margin: round a lesion from below is too far. */
const TOWARDS = { right: { way: 0, reach: 110 }, below: { way: 90, reach: 75 } } as const;
/** How far from the margin a leader along it ends, mm; scaled down for small nodules. */
const OFF_MARGIN = 0.12;

/**
 * The point of a feature, from the outlines alone: a spicule is where the contour reaches out furthest, a lobulation where it is drawn in
 * most; both are looked for on the side the texts stand. `pleura` is the nearest pleura on the slice, mm, where it is known.
 */
export function calloutTip(
  key: CalloutKey,
  index: number,
  finding: Finding,
  spacing: readonly [number, number],
  pleura: Pair | null,
  side: TextSide = 'right',
): Tip {
  const mm = (points: readonly (readonly [number, number])[]): Pair[] =>
    points.map(([x, y]) => [x * spacing[0], y * spacing[1]]);
  const contour = mm(keyContour(finding));
  const middle = meanOf(contour);
  const angle = PLACES[side][index] ?? TOWARDS[side].way;
  const towards = TOWARDS[side];
  const margin = finding.features.meanDiameterMm.value * OFF_MARGIN;
  switch (key) {
    case 'solid-part':
    case 'calcification':
    case 'fat': {
      const core = finding.solidContour ? mm(finding.solidContour) : contour.map((p) => between(p, middle, 0.5));
      return along(core, meanOf(core), angle, -0.4 * radiusAt(core, meanOf(core), angle), true);
    }
    case 'ground-glass': {
      const core = finding.solidContour ? mm(finding.solidContour) : [];
      const rim = (degrees: number): number =>
        core.length > 0 ? radiusAt(contour, middle, degrees) - radiusAt(core, middle, degrees) : 0;
      const best = core.length > 0 ? widest(rim, angle) : angle;
      const inside = core.length > 0 ? rim(best) * 0.5 : radiusAt(contour, middle, angle) * 0.4;
      return along(contour, middle, best, -inside, true);
    }
    case 'solid-density':
      return along(contour, middle, angle, -0.3 * radiusAt(contour, middle, angle), true);
    case 'margin-spiculated':
      return along(contour, middle, extreme(contour, middle, 1, towards), margin, false);
    case 'margin-lobulated':
      return along(contour, middle, extreme(contour, middle, -1, towards), margin, false);
    case 'pleura-touching':
    case 'pleura-near':
      if (pleura) return { at: pleura, outward: unit(pleura, middle, true), ring: true };
      return along(contour, middle, angle, margin, false);
    default:
      return along(contour, middle, angle, margin, false);
  }
}

function along(shape: readonly Pair[], middle: Pair, degrees: number, offset: number, ring: boolean): Tip {
  const radius = Math.max(0, radiusAt(shape, middle, degrees) + offset);
  const outward: Pair = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return { at: [middle[0] + outward[0] * radius, middle[1] + outward[1] * radius], outward, ring };
}

/** Direction near `wanted` (±70°) where the rim is broad: breadth counts against the turn. */
function widest(rim: (degrees: number) => number, wanted: number): number {
  const turns = Array.from({ length: 29 }, (_, i) => (i - 14) * 5);
  const broadest = Math.max(...turns.map((turn) => rim(wanted + turn)), 1e-6);
  const cost = (turn: number): number => Math.abs(turn) / 110 - rim(wanted + turn) / broadest;
  return wanted + turns.reduce((best, turn) => (cost(turn) < cost(best) ? turn : best), 0);
}

/** Radius of the shape nearest a direction. */
function radiusAt(shape: readonly Pair[], middle: Pair, degrees: number): number {
  let best = { turn: Infinity, radius: 0 };
  for (const [x, y] of shape) {
    const turn = Math.abs(wrapped((Math.atan2(y - middle[1], x - middle[0]) * 180) / Math.PI - degrees));
    if (turn < best.turn) best = { turn, radius: Math.hypot(x - middle[0], y - middle[1]) };
  }
  return best.radius;
}

/** Direction, within reach of the texts, in which the radius departs most from its mean: outwards (1) or inwards (−1). */
function extreme(shape: readonly Pair[], middle: Pair, way: 1 | -1, towards: { way: number; reach: number }): number {
  const mean = shape.reduce((sum, [x, y]) => sum + Math.hypot(x - middle[0], y - middle[1]), 0) / shape.length;
  let best = { value: -Infinity, degrees: 0 };
  for (const [x, y] of shape) {
    const degrees = (Math.atan2(y - middle[1], x - middle[0]) * 180) / Math.PI;
    if (Math.abs(wrapped(degrees - towards.way)) > towards.reach) continue;
    const value = way * (Math.hypot(x - middle[0], y - middle[1]) - mean);
    if (value > best.value) best = { value, degrees };
  }
  return best.degrees;
}

const wrapped = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;
const between = (a: Pair, b: Pair, t: number): Pair => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

function meanOf(points: readonly Pair[]): Pair {
  const sum = points.reduce<Pair>((total, [x, y]) => [total[0] + x, total[1] + y], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}

/** Unit vector from `to` back to `from`, or away from it. */
function unit(at: Pair, from: Pair, back: boolean): Pair {
  const [dx, dy] = back ? [from[0] - at[0], from[1] - at[1]] : [at[0] - from[0], at[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  return [dx / length, dy / length];
}
