/** The lungs' own trees: arteries with their bronchi, and veins between them, grown lobe by lobe from the hila. */
import { type CoarseFields, lungDistance } from './coarse-fields.ts';
import { fissureGap } from './fissures.ts';
import { growTree, headingAt, type Run, unit } from './lung-tree.ts';
import type { Vec3 } from './options.ts';
import { randomStream } from './random.ts';
import { SegmentBuilder, type Segments } from './segments.ts';
import { smoothPath, type TubePoint } from './shapes.ts';
import { TERRITORIES, type Territory } from './territories.ts';

export interface PulmonaryTrees {
  /** Arteries and veins. */
  vessels: Segments;
  /** Airway lumens. */
  airways: Segments;
  /** Wall thickness of the airways is drawn from their radius; same pieces, radius of the outer surface. */
  airwayWalls: Segments;
}

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
