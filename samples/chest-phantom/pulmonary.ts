/** The lungs' own trees: arteries with their bronchi, and veins between them, grown lobe by lobe from the hila. */
import { type CoarseFields, lungDistance } from './coarse-fields.ts';
import { fissureGap, lobeAt } from './landmarks.ts';
import { growTree, headingAt, type Run, unit } from './lung-tree.ts';
import type { Vec3 } from './options.ts';
import { randomStream } from './random.ts';
import { SegmentBuilder, type Segments } from './segments.ts';
import { smoothPath, type TubePoint } from './shapes.ts';

export interface PulmonaryTrees {
  /** Arteries and veins. */
  vessels: Segments;
  /** Airway lumens. */
  airways: Segments;
  /** Wall thickness of the airways is drawn from their radius; same pieces, radius of the outer surface. */
  airwayWalls: Segments;
}

interface Territory {
  name: string;
  holds: (x: number, y: number, d: number) => boolean;
  /** From the hilum to the start of the grown tree: x, y, d, radius. */
  artery: TubePoint[];
  vein: TubePoint[];
  bronchus: TubePoint[];
}

const lingula = (y: number, d: number): boolean => d - 0.45 * y > 128 + 14;

const TERRITORIES: Territory[] = [
  {
    name: 'RUL',
    holds: (x, y, d) => lobeAt(x, y, d) === 'RUL',
    artery: [
      [-26, -3, 116, 8],
      [-35, -1, 111, 6.2],
      [-43, 1, 105, 5.4],
    ],
    vein: [
      [-43, -6, 124, 6],
      [-47, -9, 115, 5.2],
      [-52, -12, 107, 4.8],
    ],
    bronchus: [
      [-19, 16, 110, 5],
      [-30, 13, 110, 4.3],
      [-40, 8, 107, 3.4],
    ],
  },
  {
    name: 'RML',
    holds: (x, y, d) => lobeAt(x, y, d) === 'RML',
    artery: [
      [-40, 8, 131, 6.4],
      [-46, 0, 138, 3.8],
      [-52, -9, 143, 3.4],
    ],
    vein: [
      [-41, -4, 126, 5],
      [-46, -12, 138, 3.8],
      [-52, -20, 146, 3.3],
    ],
    bronchus: [
      [-30, 15, 136, 4],
      [-38, 5, 143, 3.4],
      [-46, -6, 148, 3],
    ],
  },
  {
    name: 'RLL',
    holds: (x, y, d) => lobeAt(x, y, d) === 'RLL',
    artery: [
      [-36, 3, 120, 8.4],
      [-42, 11, 130, 7.6],
      [-45, 19, 142, 6.8],
      [-48, 26, 154, 6],
    ],
    vein: [
      [-42, 25, 155, 6],
      [-48, 31, 161, 5.4],
      [-53, 36, 168, 5],
    ],
    bronchus: [
      [-21, 16, 112, 6],
      [-28, 17, 126, 5.4],
      [-34, 19, 139, 4.9],
      [-40, 25, 153, 4.2],
    ],
  },
  {
    name: 'LUL',
    holds: (x, y, d) => lobeAt(x, y, d) === 'LUL' && !lingula(y, d),
    artery: [
      [36, 0, 104, 8],
      [46, 1, 99, 5.8],
      [54, 0, 92, 5],
    ],
    vein: [
      [46, -9, 119, 5.6],
      [52, -13, 110, 4.8],
      [57, -16, 102, 4.4],
    ],
    bronchus: [
      [33, 20, 124, 5.4],
      [44, 13, 121, 4.7],
      [51, 8, 111, 3.9],
    ],
  },
  {
    name: 'lingula',
    holds: (x, y, d) => lobeAt(x, y, d) === 'LUL' && lingula(y, d),
    artery: [
      [45, 20, 126, 7],
      [53, 9, 134, 3.8],
      [60, -2, 142, 3.2],
    ],
    vein: [
      [45, -8, 120, 4.6],
      [53, -17, 130, 3.8],
      [60, -25, 140, 3.2],
    ],
    bronchus: [
      [44, 13, 122, 4],
      [52, 4, 130, 3.3],
      [59, -5, 138, 2.8],
    ],
  },
  {
    name: 'LLL',
    holds: (x, y, d) => lobeAt(x, y, d) === 'LLL',
    artery: [
      [44, 15, 114, 9.4],
      [47, 22, 127, 7.6],
      [49, 29, 141, 6.6],
      [51, 34, 152, 5.8],
    ],
    vein: [
      [42, 29, 151, 6],
      [47, 35, 158, 5.2],
      [51, 40, 166, 4.8],
    ],
    bronchus: [
      [34, 20, 125, 5.4],
      [40, 25, 138, 4.9],
      [45, 31, 151, 4.2],
    ],
  },
];

const SPACING_MM = 5.8;
const END_RADIUS_MM = 0.33;

/** Grows all trees for a seed. Ends keep 3.5 mm from the pleura and 2.5 mm from the fissures, as vessels do. */
export function growPulmonaryTrees(fields: CoarseFields, seed: number): PulmonaryTrees {
  const vessels = new SegmentBuilder();
  const airways = new SegmentBuilder();
  const walls = new SegmentBuilder();
  const arterial = scatterPoints(fields, seed, 'artery');
  const venous = scatterPoints(fields, seed, 'vein');
  for (const territory of TERRITORIES) {
    const settings = { endRadiusMm: END_RADIUS_MM, balance: 0.12 };
    const arteries = growTree(rootOf(territory.artery, select(arterial, territory)), settings);
    const veins = growTree(rootOf(territory.vein, select(venous, territory)), settings);
    vessels.addPath(smoothPath(fitEnd(territory.artery, arteries), 2.5));
    vessels.addPath(smoothPath(fitEnd(territory.vein, veins), 2.5));
    for (const run of [...arteries, ...veins]) vessels.addPath(run.path);
    addBronchi(territory, arteries, airways, walls);
  }
  return { vessels: vessels.build(), airways: airways.build(), airwayWalls: walls.build() };
}

/** The stem ends as wide as the tree that grows from it begins. */
function fitEnd(stem: TubePoint[], runs: Run[]): TubePoint[] {
  const widest = Math.max(0, ...runs.filter((r) => r.parent < 0).map((r) => r.path[0]![3]));
  const last = stem[stem.length - 1]!;
  return [...stem.slice(0, -1), [last[0], last[1], last[2], Math.max(widest, Math.min(last[3], widest * 1.15))]];
}

function rootOf(stem: TubePoint[], points: Float64Array) {
  const end = stem[stem.length - 1]!;
  const before = stem[stem.length - 2]!;
  return {
    start: [end[0], end[1], end[2]] as Vec3,
    direction: unit([end[0] - before[0], end[1] - before[1], end[2] - before[2]]),
    points,
  };
}

function select(points: Float64Array, territory: Territory): Float64Array {
  const out: number[] = [];
  for (let i = 0; i < points.length; i += 3) {
    if (territory.holds(points[i]!, points[i + 1]!, points[i + 2]!))
      out.push(points[i]!, points[i + 1]!, points[i + 2]!);
  }
  return Float64Array.from(out);
}

function scatterPoints(fields: CoarseFields, seed: number, salt: string): Float64Array {
  const random = randomStream(seed, `points ${salt}`);
  const out: number[] = [];
  for (let d = 15; d < 290; d += SPACING_MM) {
    for (let y = -100; y < 110; y += SPACING_MM) {
      for (let x = -130; x < 130; x += SPACING_MM) {
        const px = x + (random() - 0.5) * SPACING_MM * 1.5;
        const py = y + (random() - 0.5) * SPACING_MM * 1.5;
        const pd = d + (random() - 0.5) * SPACING_MM * 1.5;
        const keep = 2.5 + 3.5 * random();
        if (lungDistance(fields, px, py, pd) < -keep && fissureGap(px, py, pd) > 1.2) out.push(px, py, pd);
      }
    }
  }
  return Float64Array.from(out);
}

/** Bronchi run beside their arteries: the artery's axis moved aside by both radii, to the same side all along. */
function addBronchi(territory: Territory, arteries: Run[], airways: SegmentBuilder, walls: SegmentBuilder): void {
  const stem = smoothPath(territory.bronchus, 2);
  addAirway(stem, airways, walls);
  const arteryEnd = territory.artery[territory.artery.length - 1]!;
  const bronchusEnd = stem[stem.length - 1]!;
  const gap: Vec3 = [bronchusEnd[0] - arteryEnd[0], bronchusEnd[1] - arteryEnd[1], bronchusEnd[2] - arteryEnd[2]];
  const side = unit(gap);
  const beside: TubePoint[][] = [];
  for (const run of arteries) {
    const from = beside[run.parent]?.[run.leaves];
    const path = besidePath(run, side, bronchusEnd[3], from ?? bronchusEnd);
    beside.push(path);
    let visible = path.findIndex((p) => p[3] < THINNEST_BRONCHUS_MM);
    if (visible < 0) visible = path.length;
    if (visible > 1) addAirway(path.slice(0, visible), airways, walls);
  }
}

const THINNEST_BRONCHUS_MM = 0.75;

function besidePath(run: Run, side: Vec3, widest: number, start: TubePoint): TubePoint[] {
  let travelled = 0;
  return run.path.map((p, i): TubePoint => {
    const before = run.path[Math.max(0, i - 1)]!;
    travelled += Math.hypot(p[0] - before[0], p[1] - before[1], p[2] - before[2]);
    const inner = Math.min(widest, p[3] * 0.72);
    const away = p[3] + inner * 1.22 + 0.5;
    const tangent = headingAt(run.path, i);
    const along = side[0] * tangent[0] + side[1] * tangent[1] + side[2] * tangent[2];
    const e = unit([side[0] - along * tangent[0], side[1] - along * tangent[1], side[2] - along * tangent[2]]);
    const t = Math.min(1, travelled / 9);
    return [0, 1, 2].map((c) => (p[c]! + e[c]! * away) * t + start[c]! * (1 - t)).concat(inner) as unknown as TubePoint;
  });
}

function addAirway(path: TubePoint[], airways: SegmentBuilder, walls: SegmentBuilder): void {
  airways.addPath(path);
  walls.addPath(path.map((p): TubePoint => [p[0], p[1], p[2], p[3] * 1.18 + 0.42]));
}
