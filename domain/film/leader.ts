import { contains, distance, type Pair } from './lesion-mark.ts';

/** Where a leader leaves the text for the image: the path up to there, the point, and the direction it goes on in. */
export interface LeaderStart {
  readonly d: string;
  readonly at: Pair;
  readonly way: Pair;
}

/** A leader from a text's underline into the image, screen px: straight to the panel, then one curve to its tip. */
export interface Leader {
  readonly d: string;
  readonly tip: Pair;
}

/** Directions (degrees from the outward one) and reaches the last stretch may come from. */
const TURNS = [0, 25, -25, 50, -50, 80, -80, 110, -110] as const;
const REACHES = [70, 120, 180] as const;

/**
 * The leader from its start to `tip`. Of a fan of curves it takes the one that keeps furthest off the
 * lesion's outline (`shape`, screen px) at the least detour: a leader hugs the feature and never covers it.
 * It ends `gap` px before the tip, where a ring stands. `outward` points from the lesion to where the leader should come from.
 */
export function layLeader(start: LeaderStart, tip: Pair, outward: Pair, shape: readonly Pair[], gap: number): Leader {
  const { at: from, way } = start;
  const ahead = (tip[0] - from[0]) * way[0] + (tip[1] - from[1]) * way[1];
  const first = Math.max(60, ahead * 0.45);
  const c1: Pair = [from[0] + way[0] * first, from[1] + way[1] * first];
  const base = Math.atan2(outward[1], outward[0]);
  let best: { cost: number; c2: Pair } | null = null;
  for (const turn of TURNS) {
    for (const reach of REACHES) {
      const angle = base + (turn * Math.PI) / 180;
      const c2: Pair = [tip[0] + Math.cos(angle) * reach, tip[1] + Math.sin(angle) * reach];
      const cost = costOf([from, c1, c2, tip], way, shape) + Math.abs(turn) * 0.6;
      if (!best || cost < best.cost) best = { cost, c2 };
    }
  }
  const { c2 } = best!;
  const away = Math.hypot(c2[0] - tip[0], c2[1] - tip[1]) || 1;
  const end: Pair = [tip[0] + ((c2[0] - tip[0]) / away) * gap, tip[1] + ((c2[1] - tip[1]) / away) * gap];
  const text = [c1, c2, end].map((point) => point.map((value) => Math.round(value * 10) / 10).join(' ')).join(' ');
  return {
    d: `${start.d}L${from[0]} ${from[1]}C${text}`,
    tip,
  };
}

const STEPS = 24;
/** Stretch before the tip that may be near the outline, px. */
const NEAR = 26;

type Curve = readonly [Pair, Pair, Pair, Pair];

function costOf(curve: Curve, way: Pair, shape: readonly Pair[]): number {
  const [p0, , , p3] = curve;
  let cost = curveLength(curve) * 0.3;
  for (let i = 1; i < STEPS; i++) {
    const point = onCurve(curve, i / STEPS);
    if (Math.hypot(point[0] - p3[0], point[1] - p3[1]) < NEAR) continue;
    if (contains(shape, point)) cost += 60;
    else cost += Math.max(0, 14 - distance(shape, point)) * 2;
    // Never back over the texts.
    if ((point[0] - p0[0]) * way[0] + (point[1] - p0[1]) * way[1] < -1) cost += 40;
  }
  return cost;
}

function onCurve([p0, p1, p2, p3]: Curve, t: number): Pair {
  const of = (i: 0 | 1) =>
    p0[i] * (1 - t) ** 3 + 3 * p1[i] * t * (1 - t) ** 2 + 3 * p2[i] * t ** 2 * (1 - t) + p3[i] * t ** 3;
  return [of(0), of(1)];
}

function curveLength(curve: Curve): number {
  let [length, last] = [0, curve[0]];
  for (let i = 1; i <= STEPS; i++) {
    const next = onCurve(curve, i / STEPS);
    length += Math.hypot(next[0] - last[0], next[1] - last[1]);
    last = next;
  }
  return length;
}
