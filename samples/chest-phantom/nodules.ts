/** Where the nodules are put: inside their lobe, clear of larger vessels, fissures and each other. */
import { type CoarseFields, lungDistance } from './coarse-fields.ts';
import { fissureGap, lobeAt } from './fissures.ts';
import { HEIGHT_MM } from './frame.ts';
import { makeBody, makeCore, noduleReach, type PlacedNodule } from './nodule-shape.ts';
import type { ResolvedNodule, ResolvedOptions, Vec3 } from './options.ts';
import { randomStream } from './random.ts';
import type { Segments } from './segments.ts';

/** Vessels of at least this radius (2 mm across) keep `VESSEL_ROOM_MM` from every nodule's surface. */
const LARGE_VESSEL_RADIUS_MM = 1;
const VESSEL_ROOM_MM = 2;
/** Wanted depth of a nodule's surface under the pleura. */
const PLEURA_MM = 9.5;

/** How much room a nodule must have. */
interface Room {
  /** To vessels of at least this radius. */
  vesselRadiusMm: number;
  fissureMm: number;
  /** How far its depth may differ from PLEURA_MM. */
  pleuraPlayMm: number;
}

const STRICT: Room = { vesselRadiusMm: LARGE_VESSEL_RADIUS_MM, fissureMm: 3, pleuraPlayMm: 3.5 };
/** No lobe has room for a mass between its vessels: a mass pushes all but the largest aside and may lie at any depth. */
const MASS: Room = { vesselRadiusMm: 2.6, fissureMm: 1.5, pleuraPlayMm: 8 };
const MASS_FROM_MM = 16;

/** Places each nodule of the options. Throws RangeError where a lobe has no room for one. */
export function placeNodules(options: ResolvedOptions, fields: CoarseFields, vessels: Segments): PlacedNodule[] {
  const placed: PlacedNodule[] = [];
  options.nodules.forEach((spec, index) => {
    const random = randomStream(options.seed, `nodule ${index}`);
    const body = makeBody(spec, random);
    const core = makeCore(spec, random);
    const site = findSite(spec, noduleReach(body), options, fields, vessels, placed, random);
    placed.push({
      ...body,
      centre: site.centre,
      angle: site.angle ?? body.angle,
      core: core && { ...core, centre: [0, 1, 2].map((c) => site.centre[c]! + core.centre[c]!) as Vec3 },
      spec,
      lobe: spec.lobe,
    });
  });
  return placed;
}

interface Site {
  centre: Vec3;
  /** Set where the pleura decides how the nodule lies. */
  angle?: number;
}

function findSite(
  spec: ResolvedNodule,
  reach: number,
  options: ResolvedOptions,
  fields: CoarseFields,
  vessels: Segments,
  others: readonly PlacedNodule[],
  random: () => number,
): Site {
  const side = spec.lobe.startsWith('R') ? -1 : 1;
  const slice = HEIGHT_MM / options.slices;
  const room = spec.diameterMm > MASS_FROM_MM ? MASS : STRICT;
  let best: { site: Site; miss: number } | null = null;
  for (let attempt = 0, good = 0; attempt < 60000 && good < 4; attempt++) {
    const x = side * (48 + 76 * random());
    const y = -82 + 170 * random();
    const nominal = 48 + 205 * random();
    // The middle lies near the middle of a slice, so that the largest cut is really imaged.
    const d = (Math.round(nominal / slice - 0.5) + 0.5 + (random() - 0.5) * 0.3) * slice;
    const site = spec.type === 'juxtapleural' ? onPleura(fields, [x, y, d]) : { centre: [x, y, d] as Vec3 };
    if (!site) continue;
    const miss = placeMiss(spec, site.centre, reach, room, fields, others);
    if (miss === null || (best && miss >= best.miss)) continue;
    if (vesselGap(vessels, site.centre, room.vesselRadiusMm) - reach < VESSEL_ROOM_MM) continue;
    best = { site, miss };
    good++;
  }
  if (!best) throw new RangeError(`no room for a ${spec.diameterMm} mm nodule in ${spec.lobe}`);
  return best.site;
}

/** How far from the wanted depth a place is; null where a nodule must not be. */
function placeMiss(
  spec: ResolvedNodule,
  c: Vec3,
  reach: number,
  room: Room,
  fields: CoarseFields,
  others: readonly PlacedNodule[],
): number | null {
  if (lobeAt(...c) !== spec.lobe || fissureGap(...c) < reach + room.fissureMm) return null;
  for (const o of others) {
    const gap = Math.hypot(c[0] - o.centre[0], c[1] - o.centre[1], c[2] - o.centre[2]);
    if (gap < reach + noduleReach(o) + 15) return null;
  }
  if (spec.type === 'juxtapleural') return 0;
  const miss = Math.abs(-lungDistance(fields, ...c) - reach - PLEURA_MM);
  return miss > room.pleuraPlayMm ? null : miss;
}

/** Moves a point in the outer lung sideways onto the costal pleura; null where the pleura is not near or not upright. */
function onPleura(fields: CoarseFields, from: Vec3): Site | null {
  let [x, y] = from;
  const d = from[2];
  const near = lungDistance(fields, x, y, d);
  if (near > -1 || near < -16) return null;
  for (let k = 0; k < 14; k++) {
    const value = lungDistance(fields, x, y, d);
    const gx = lungDistance(fields, x + 1, y, d) - lungDistance(fields, x - 1, y, d);
    const gy = lungDistance(fields, x, y + 1, d) - lungDistance(fields, x, y - 1, d);
    const gd = lungDistance(fields, x, y, d + 1) - lungDistance(fields, x, y, d - 1);
    const flat = Math.hypot(gx, gy);
    if (flat < 1 || Math.abs(gd) > 0.55 * flat) return null;
    x -= ((value / (flat / 2)) * gx) / flat;
    y -= ((value / (flat / 2)) * gy) / flat;
    if (Math.abs(value) < 0.02) {
      // The second semi-axis lies along the pleura's normal; towards the mediastinum there is no such place.
      return Math.sign(gx) === Math.sign(x) ? { centre: [x, y, d], angle: Math.atan2(gy, gx) - Math.PI / 2 } : null;
    }
  }
  return null;
}

/** Distance from a point to the surface of the nearest vessel of at least `minRadius`. */
export function vesselGap(vessels: Segments, c: Vec3, minRadius: number): number {
  const { data, count } = vessels;
  let best = Infinity;
  for (let i = 0; i < count; i++) {
    const o = i * 8;
    const r = Math.max(data[o + 3]!, data[o + 7]!);
    if (r < minRadius) continue;
    const px = c[0] - data[o]!;
    const py = c[1] - data[o + 1]!;
    const pz = c[2] - data[o + 2]!;
    const ux = data[o + 4]! - data[o]!;
    const uy = data[o + 5]! - data[o + 1]!;
    const uz = data[o + 6]! - data[o + 2]!;
    const t = Math.max(0, Math.min(1, (px * ux + py * uy + pz * uz) / (ux * ux + uy * uy + uz * uz + 1e-9)));
    best = Math.min(best, Math.hypot(px - ux * t, py - uy * t, pz - uz * t) - r);
  }
  return best;
}

/** Moves thin vessels out of the nodules' way, in place: a point inside the guard sphere goes to its surface. */
export function bendVesselsAround(vessels: Segments, nodules: readonly PlacedNodule[]): void {
  for (const n of nodules) {
    const guard = noduleReach(n) + VESSEL_ROOM_MM + 0.6;
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
