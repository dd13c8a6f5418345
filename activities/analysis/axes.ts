import type { Polygon } from './contour.ts';

interface Chord {
  readonly from: [number, number];
  readonly to: [number, number];
  readonly mm: number;
}

export interface Axes {
  readonly long: Chord;
  /** The longest chord perpendicular to `long`. */
  readonly short: Chord;
}

/** The two largest perpendicular diameters of a closed outline given in voxels of sizes `sx`, `sy` mm. */
export function axesOf(points: Polygon, sx: number, sy: number): Axes {
  const mm = points.map(([x, y]): [number, number] => [x * sx, y * sy]);
  let far: [number, number] = [0, 0];
  let most = -1;
  for (let i = 0; i < mm.length; i++)
    for (let j = i + 1; j < mm.length; j++) {
      const d = (mm[i]![0] - mm[j]![0]) ** 2 + (mm[i]![1] - mm[j]![1]) ** 2;
      if (d > most) {
        most = d;
        far = [i, j];
      }
    }
  const [a, b] = [mm[far[0]]!, mm[far[1]]!];
  const length = Math.sqrt(most);
  const u: [number, number] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const widest = widestAcross(mm, a, u, length);
  const voxel = ([x, y]: readonly [number, number]): [number, number] => [x / sx, y / sy];
  return {
    long: { from: voxel(a), to: voxel(b), mm: length },
    short: { from: voxel(widest.from), to: voxel(widest.to), mm: widest.mm },
  };
}

/** Longest inner run across direction `u`, tried every 0.1 mm along it. */
function widestAcross(points: Polygon, start: readonly [number, number], u: [number, number], length: number): Chord {
  const local = points.map(([x, y]): [number, number] => {
    const [dx, dy] = [x - start[0], y - start[1]];
    return [dx * u[0] + dy * u[1], dy * u[0] - dx * u[1]];
  });
  let best = { t: length / 2, low: 0, high: 0 };
  const steps = Math.max(8, Math.ceil(length / 0.1));
  for (let s = 1; s < steps; s++) {
    const t = (s / steps) * length;
    const cuts: number[] = [];
    for (let i = 0; i < local.length; i++) {
      const [p, q] = [local[i]!, local[(i + 1) % local.length]!];
      if (p[0] > t === q[0] > t) continue;
      cuts.push(p[1] + ((t - p[0]) / (q[0] - p[0])) * (q[1] - p[1]));
    }
    cuts.sort((m, n) => m - n);
    for (let i = 0; i + 1 < cuts.length; i += 2)
      if (cuts[i + 1]! - cuts[i]! > best.high - best.low) best = { t, low: cuts[i]!, high: cuts[i + 1]! };
  }
  const world = (v: number): [number, number] => [
    start[0] + best.t * u[0] - v * u[1],
    start[1] + best.t * u[1] + v * u[0],
  ];
  return { from: world(best.low), to: world(best.high), mm: best.high - best.low };
}
