/** Nodules with a known answer: where they are put, their shape, and what is true of them. */
import { type CoarseFields, columnX, lungDistance, xColumn, yRow } from './coarse-fields.ts';
import { CARINA_D, HEIGHT_MM, lobeAt, PIXEL_MM } from './landmarks.ts';
import type { NoduleTruth, ResolvedNodule, ResolvedOptions, Vec3 } from './options.ts';
import { fissureGap } from './pulmonary.ts';
import { randomStream } from './random.ts';
import type { Segments } from './segments.ts';

export interface PlacedNodule {
  spec: ResolvedNodule;
  /** x, y, d of the middle. */
  centre: Vec3;
  /** Semi-axes: two in the axial plane, one along the body. */
  semi: Vec3;
  /** In-plane angle of the first semi-axis. */
  angle: number;
  core: { centre: Vec3; semi: Vec3; angle: number } | null;
  /** Phases of the slight lobulation of the outline. */
  lobulation: { amount: number; phases: number[] };
  lobe: ReturnType<typeof lobeAt>;
}

const LONG_SHARE = 8.3 / 8;
const SHORT_SHARE = 7.7 / 8;

/** Puts each nodule where there is room: inside its lobe, clear of vessels over 2 mm, of fissures and of the other nodules. */
export function placeNodules(options: ResolvedOptions, fields: CoarseFields, vessels: Segments): PlacedNodule[] {
  const placed: PlacedNodule[] = [];
  options.nodules.forEach((spec, index) => {
    const random = randomStream(options.seed, `nodule ${index}`);
    const shape = shapeOf(spec, random);
    const centre = findRoom(spec, shape.semi, options, fields, vessels, placed, random);
    const turn = random() * Math.PI;
    placed.push({ spec, centre, lobe: spec.lobe, ...shape, core: coreOf(spec, centre, turn, random) });
  });
  return placed;
}

function shapeOf(spec: ResolvedNodule, random: () => number) {
  const r = spec.diameterMm / 2;
  const semi: Vec3 = [r * LONG_SHARE, r * SHORT_SHARE, r * (0.97 + 0.06 * random())];
  return {
    semi,
    angle: random() * Math.PI,
    lobulation: { amount: 0, phases: [random() * 6.28, random() * 6.28] },
  };
}

function coreOf(spec: ResolvedNodule, centre: Vec3, angle: number, random: () => number): PlacedNodule['core'] {
  if (spec.type !== 'part-solid') return null;
  const r = spec.solidMm / 2;
  const room = Math.max(0, (spec.diameterMm - spec.solidMm) / 2 - 0.6);
  const shift = Math.min(0.7, room);
  const where = random() * Math.PI * 2;
  return {
    centre: [centre[0] + shift * Math.cos(where), centre[1] + shift * Math.sin(where), centre[2]],
    semi: [r * 1.03, r * 0.97, r],
    angle,
  };
}

function findRoom(
  spec: ResolvedNodule,
  semi: Vec3,
  options: ResolvedOptions,
  fields: CoarseFields,
  vessels: Segments,
  others: PlacedNodule[],
  random: () => number,
): Vec3 {
  const right = spec.lobe.startsWith('R');
  const radius = Math.max(...semi);
  const slice = HEIGHT_MM / options.slices;
  let best: { centre: Vec3; score: number } | null = null;
  for (let attempt = 0; attempt < 6000 && !(best && attempt > 1500); attempt++) {
    const x = (right ? -1 : 1) * (52 + 72 * random());
    const y = -80 + 165 * random();
    const nominal = 50 + 200 * random();
    // The middle lies near the middle of a slice, so that the largest cut is really imaged.
    const d = (Math.round(nominal / slice - 0.5) + 0.5 + (random() - 0.5) * 0.3) * slice;
    const centre: Vec3 = [x, y, d];
    const score = scorePlace(spec, centre, radius, fields, others);
    if (score === null || (best && score <= best.score)) continue;
    const gap = vesselGap(vessels, centre, 1) - radius;
    if (gap < 2.5) continue;
    best = { centre, score: score + 0 };
  }
  if (!best) throw new RangeError(`no room for a ${spec.diameterMm} mm nodule in ${spec.lobe}`);
  return best.centre;
}

function scorePlace(
  spec: ResolvedNodule,
  c: Vec3,
  radius: number,
  fields: CoarseFields,
  others: PlacedNodule[],
): number | null {
  if (lobeAt(...c) !== spec.lobe) return null;
  const depth = -lungDistance(fields, ...c);
  if (depth < 1 || fissureGap(...c) < radius + 4) return null;
  for (const o of others) {
    if (Math.hypot(c[0] - o.centre[0], c[1] - o.centre[1], c[2] - o.centre[2]) < radius + Math.max(...o.semi) + 15)
      return null;
  }
  const wanted = spec.type === 'juxtapleural' ? radius * 0.45 : radius + 9;
  const miss = Math.abs(depth - wanted);
  return miss > (spec.type === 'juxtapleural' ? 0.4 : 3) ? null : -miss;
}

/** Distance from a point to the surface of the nearest vessel of at least `minRadius`. */
export function vesselGap(vessels: Segments, c: Vec3, minRadius: number): number {
  const { data, count } = vessels;
  let best = Infinity;
  for (let i = 0; i < count; i++) {
    const o = i * 8;
    const r = Math.max(data[o + 3]!, data[o + 7]!);
    if (r < minRadius) continue;
    const ux = data[o + 4]! - data[o]!;
    const uy = data[o + 5]! - data[o + 1]!;
    const uz = data[o + 6]! - data[o + 2]!;
    const px = c[0] - data[o]!;
    const py = c[1] - data[o + 1]!;
    const pz = c[2] - data[o + 2]!;
    const t = Math.max(0, Math.min(1, (px * ux + py * uy + pz * uz) / (ux * ux + uy * uy + uz * uz + 1e-9)));
    best = Math.min(best, Math.hypot(px - ux * t, py - uy * t, pz - uz * t) - r);
  }
  return best;
}

/** Moves thin vessels out of the nodules' way, in place: a point inside the guard sphere goes to its surface. */
export function bendVesselsAround(vessels: Segments, nodules: PlacedNodule[], marginMm = 2): void {
  for (const n of nodules) {
    const guard = Math.max(...n.semi) + marginMm;
    for (let i = 0; i < vessels.count; i++) {
      for (const end of [0, 4]) {
        const o = i * 8 + end;
        const p: Vec3 = [
          vessels.data[o]! - n.centre[0],
          vessels.data[o + 1]! - n.centre[1],
          vessels.data[o + 2]! - n.centre[2],
        ];
        const far = Math.hypot(...p);
        if (far >= guard || far < 1e-6) continue;
        for (let c = 0; c < 3; c++) vessels.data[o + c] = n.centre[c]! + (p[c]! / far) * guard;
      }
    }
  }
}

/** Scaled radius of a point in the nodule: below 1 inside. */
export function noduleRadius(n: { centre: Vec3; semi: Vec3; angle: number }, x: number, y: number, d: number): number {
  const px = x - n.centre[0];
  const py = y - n.centre[1];
  const cos = Math.cos(n.angle);
  const sin = Math.sin(n.angle);
  return Math.hypot(
    (px * cos + py * sin) / n.semi[0],
    (py * cos - px * sin) / n.semi[1],
    (d - n.centre[2]) / n.semi[2],
  );
}

/** What is true of a placed nodule. A juxtapleural one is cut off by the pleura, so its volume is counted, not computed. */
export function noduleTruth(n: PlacedNodule, fields: CoarseFields, slices: number): NoduleTruth {
  const [a, b, c] = n.semi;
  const volume = (4 / 3) * Math.PI * a * b * c;
  const core = n.core ? (4 / 3) * Math.PI * n.core.semi[0] * n.core.semi[1] * n.core.semi[2] : 0;
  const spacing = HEIGHT_MM / slices;
  const solid = n.spec.type !== 'part-solid' && n.spec.type !== 'non-solid';
  void columnX;
  void PIXEL_MM;
  return {
    type: n.spec.type === 'part-solid' || n.spec.type === 'non-solid' ? n.spec.type : 'solid',
    calcified: n.spec.type === 'calcified',
    juxtapleural: n.spec.type === 'juxtapleural',
    centreMm: [n.centre[0], n.centre[1], CARINA_D - n.centre[2]],
    centreVoxel: [xColumn(n.centre[0]), yRow(n.centre[1]), n.centre[2] / spacing - 0.5],
    longMm: 2 * a,
    shortMm: 2 * b,
    meanMm: a + b,
    volumeMm3: volume,
    solidFraction: solid ? 1 : core / volume,
    solidMm: solid ? a + b : n.core ? n.core.semi[0] + n.core.semi[1] : 0,
    lobe: n.lobe,
    side: n.centre[0] < 0 ? 'right' : 'left',
    distanceToPleuraMm: Math.max(0, -lungDistance(fields, ...n.centre) - Math.max(a, b)),
  };
}
