/** The body of a nodule: an ellipsoid with a slightly lobulated outline, and within it the solid core of a part-solid one. */
import type { Lobe, ResolvedNodule, Vec3 } from './options.ts';
import { smax } from './shapes.ts';

export interface NoduleBody {
  /** x, y, d of the middle. */
  centre: Vec3;
  /** Semi-axes: two in the axial plane, one along the body. */
  semi: Vec3;
  /** In-plane angle of the first semi-axis. */
  angle: number;
  /** Depth and phases of the outline's waves, three and five round the circle. */
  waves: { amount: number; phases: [number, number] };
}

export interface PlacedNodule extends NoduleBody {
  spec: ResolvedNodule;
  lobe: Lobe;
  core: NoduleBody | null;
}

/** Scaled radius of a point: below 1 inside. */
export function noduleRadius(n: NoduleBody, x: number, y: number, d: number): number {
  const px = x - n.centre[0];
  const py = y - n.centre[1];
  const cos = Math.cos(n.angle);
  const sin = Math.sin(n.angle);
  const u = (px * cos + py * sin) / n.semi[0];
  const v = (py * cos - px * sin) / n.semi[1];
  const w = (d - n.centre[2]) / n.semi[2];
  const flat = u * u + v * v;
  const r = Math.sqrt(flat + w * w);
  if (n.waves.amount === 0 || r < 1e-6) return r;
  const around = Math.atan2(v, u);
  const belt = flat / (r * r);
  const swell =
    n.waves.amount * belt * (Math.sin(3 * around + n.waves.phases[0]) + 0.7 * Math.sin(5 * around + n.waves.phases[1]));
  return r / (1 + swell);
}

/** Largest possible distance of the surface from the middle. */
export function noduleReach(n: NoduleBody): number {
  return Math.max(...n.semi) * (1 + 1.7 * n.waves.amount);
}

/** Distance (about, mm) from the nodule's surface; negative inside. */
export function noduleDistance(n: NoduleBody, x: number, y: number, d: number): number {
  return (noduleRadius(n, x, y, d) - 1) * Math.min(n.semi[0], n.semi[1], n.semi[2]);
}

/** Distance to what is seen of the nodule: a juxtapleural one ends at the lung's surface (`lung` negative inside the lung). */
export function visibleDistance(n: PlacedNodule, x: number, y: number, d: number, lung: number): number {
  const own = noduleDistance(n, x, y, d);
  return n.spec.type === 'juxtapleural' ? smax(own, lung, 0.01) : own;
}

const LONG_SHARE = 8.3 / 8;
const SHORT_SHARE = 7.7 / 8;

/** A body of the wanted size at the origin; sized exactly by `sizeTo` once its outline is known. */
export function makeBody(spec: ResolvedNodule, random: () => number): NoduleBody {
  const r = spec.diameterMm / 2;
  const waves = {
    amount: spec.type === 'juxtapleural' ? 0 : 0.022 + 0.012 * random(),
    phases: [random() * 6.283, random() * 6.283] as [number, number],
  };
  const along = r * (0.97 + 0.06 * random());
  const angle = random() * Math.PI;
  if (spec.type === 'juxtapleural') {
    // Half of it lies in the lung: a lens on the pleura, 1.2 D wide and 0.8 D deep.
    return { centre: [0, 0, 0], semi: [r * 1.2, r * 1.6, r * 1.15], angle, waves };
  }
  return sizeTo({ centre: [0, 0, 0], semi: [r * LONG_SHARE, r * SHORT_SHARE, along], angle, waves }, spec.diameterMm);
}

/** The solid core, a little off the middle. */
export function makeCore(spec: ResolvedNodule, random: () => number): NoduleBody | null {
  if (spec.type !== 'part-solid') return null;
  const r = spec.solidMm / 2;
  const shift = Math.min(0.6, Math.max(0, (spec.diameterMm - spec.solidMm) / 2 - 0.8));
  const where = random() * 6.283;
  const waves = { amount: 0.03, phases: [random() * 6.283, random() * 6.283] as [number, number] };
  const body: NoduleBody = {
    centre: [shift * Math.cos(where), shift * Math.sin(where), 0],
    semi: [r * 1.03, r * 0.97, r],
    angle: random() * Math.PI,
    waves,
  };
  return sizeTo(body, spec.solidMm);
}

/** Scales a body so that its mean axial diameter is exactly the wanted one. */
function sizeTo(body: NoduleBody, meanMm: number): NoduleBody {
  const { longMm, shortMm } = axialDiameters(outline(body));
  const scale = (2 * meanMm) / (longMm + shortMm);
  return { ...body, semi: body.semi.map((s) => s * scale) as Vec3 };
}

/** The outline in the plane through the middle, as points. */
export function outline(n: NoduleBody, count = 360): [number, number][] {
  const points: [number, number][] = [];
  for (let k = 0; k < count; k++) {
    const a = (k / count) * 2 * Math.PI;
    const r = 1 / noduleRadius(n, n.centre[0] + Math.cos(a), n.centre[1] + Math.sin(a), n.centre[2]);
    points.push([n.centre[0] + Math.cos(a) * r, n.centre[1] + Math.sin(a) * r]);
  }
  return points;
}

/** The longest diameter of an outline and its greatest width at right angles to that. */
export function axialDiameters(points: readonly (readonly [number, number])[]): { longMm: number; shortMm: number } {
  let longMm = 0;
  let along: [number, number] = [1, 0];
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 1; j < points.length; j++) {
      const dx = points[j]![0] - points[i]![0];
      const dy = points[j]![1] - points[i]![1];
      const far = Math.hypot(dx, dy);
      if (far > longMm) {
        longMm = far;
        along = [dx / far, dy / far];
      }
    }
  }
  let low = Infinity;
  let high = -Infinity;
  for (const [x, y] of points) {
    const across = y * along[0] - x * along[1];
    low = Math.min(low, across);
    high = Math.max(high, across);
  }
  return { longMm, shortMm: Math.max(0, high - low) };
}
