/** What is true of a placed nodule, counted from its shape on a fine lattice. */
import { type CoarseFields, lungDistance } from './coarse-fields.ts';
import { CARINA_D, HEIGHT_MM, xColumn, yRow } from './frame.ts';
import {
  axialDiameters,
  type NoduleBody,
  noduleDistance,
  noduleRadius,
  noduleReach,
  outline,
  type PlacedNodule,
  visibleDistance,
} from './nodule-shape.ts';
import type { NoduleTruth, Vec3 } from './options.ts';

const STEP_MM = 0.25;

/** Measures the nodule as it lies in the lung (before the scanner blurs it). */
export function noduleTruth(n: PlacedNodule, fields: CoarseFields, slices: number): NoduleTruth {
  const kind = n.spec.type;
  const juxtapleural = kind === 'juxtapleural';
  const counted = juxtapleural ? countVisible(n, fields) : { volume: bodyVolume(n), centre: n.centre };
  const edge = juxtapleural ? visibleOutline(n, fields) : outline(n);
  const { longMm, shortMm } = axialDiameters(edge);
  const whole = kind !== 'part-solid' && kind !== 'non-solid';
  const core = n.core ? axialDiameters(outline(n.core)) : null;
  const [x, y, d] = counted.centre;
  return {
    type: whole ? 'solid' : kind,
    calcified: kind === 'calcified',
    juxtapleural,
    centreMm: [x, y, CARINA_D - d],
    centreVoxel: [xColumn(x), yRow(y), d / (HEIGHT_MM / slices) - 0.5],
    longMm,
    shortMm,
    meanMm: (longMm + shortMm) / 2,
    volumeMm3: counted.volume,
    solidFraction: whole ? 1 : n.core ? bodyVolume(n.core) / counted.volume : 0,
    solidMm: whole ? (longMm + shortMm) / 2 : core ? (core.longMm + core.shortMm) / 2 : 0,
    lobe: n.lobe,
    side: x < 0 ? 'right' : 'left',
    distanceToPleuraMm: juxtapleural ? 0 : pleuraGap(n, fields),
  };
}

/** Volume of a star-shaped body: a third of the cubed radius over all directions. */
export function bodyVolume(n: NoduleBody): number {
  const turns = 180;
  const tilts = 90;
  let sum = 0;
  for (let i = 0; i < tilts; i++) {
    const w = -1 + (2 * (i + 0.5)) / tilts;
    const flat = Math.sqrt(1 - w * w);
    for (let k = 0; k < turns; k++) {
      const a = (2 * Math.PI * (k + 0.5)) / turns;
      sum +=
        1 / noduleRadius(n, n.centre[0] + flat * Math.cos(a), n.centre[1] + flat * Math.sin(a), n.centre[2] + w) ** 3;
    }
  }
  return ((4 * Math.PI) / 3) * (sum / (turns * tilts));
}

function countVisible(n: PlacedNodule, fields: CoarseFields): { volume: number; centre: Vec3 } {
  const reach = noduleReach(n);
  let count = 0;
  const sum: Vec3 = [0, 0, 0];
  for (let d = n.centre[2] - reach; d <= n.centre[2] + reach; d += STEP_MM) {
    for (let y = n.centre[1] - reach; y <= n.centre[1] + reach; y += STEP_MM) {
      for (let x = n.centre[0] - reach; x <= n.centre[0] + reach; x += STEP_MM) {
        if (noduleDistance(n, x, y, d) > 0 || visibleDistance(n, x, y, d, lungDistance(fields, x, y, d)) > 0) continue;
        count++;
        sum[0] += x;
        sum[1] += y;
        sum[2] += d;
      }
    }
  }
  return { volume: count * STEP_MM ** 3, centre: sum.map((s) => s / count) as Vec3 };
}

function visibleOutline(n: PlacedNodule, fields: CoarseFields): [number, number][] {
  const points: [number, number][] = [];
  const reach = noduleReach(n);
  const d = n.centre[2];
  for (let y = n.centre[1] - reach; y <= n.centre[1] + reach; y += STEP_MM) {
    for (let x = n.centre[0] - reach; x <= n.centre[0] + reach; x += STEP_MM) {
      const v = visibleDistance(n, x, y, d, lungDistance(fields, x, y, d));
      if (v <= 0 && v > -2 * STEP_MM) points.push([x, y]);
    }
  }
  return points;
}

/** Shortest way from the nodule's surface to the lung's surface, straight out from its middle. */
function pleuraGap(n: PlacedNodule, fields: CoarseFields): number {
  let best = Infinity;
  const directions = 600;
  for (let k = 0; k < directions; k++) {
    const w = 1 - (2 * (k + 0.5)) / directions;
    const a = k * 2.399963;
    const flat = Math.sqrt(1 - w * w);
    const way: Vec3 = [flat * Math.cos(a), flat * Math.sin(a), w];
    const start = 1 / noduleRadius(n, n.centre[0] + way[0], n.centre[1] + way[1], n.centre[2] + way[2]);
    for (let t = start; t - start < best; t += 0.2) {
      if (lungDistance(fields, n.centre[0] + way[0] * t, n.centre[1] + way[1] * t, n.centre[2] + way[2] * t) < 0)
        continue;
      best = t - start;
      break;
    }
  }
  return best;
}
