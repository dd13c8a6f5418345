/** Mediastinum and belly: heart, great vessels, windpipe, gullet; liver, stomach, spleen, bowel, kidneys. */
import { liverVeins, ORGAN_TOP_D, softThings } from './abdomen.ts';
import { type CoarseFields, fieldPlane } from './coarse-fields.ts';
import { COLUMNS, columnX, PIXEL_MM, ROWS, rowY, xColumn, yRow } from './frame.ts';
import { greatVessels, leftMainBronchus, oesophagus, rightMainBronchus, trachea, veinStumps } from './great-vessels.ts';
import { chambers, coronaries, heartDistance } from './heart.ts';
import { Planes } from './planes.ts';
import { SegmentBuilder, type Segments } from './segments.ts';
import { clamp01, ellipsoidDistance, type TubePoint } from './shapes.ts';

function segmentsOf(...paths: TubePoint[][]): Segments {
  const builder = new SegmentBuilder();
  for (const path of paths) builder.addPath(path);
  return builder.build();
}

const vessels = [...greatVessels, ...veinStumps].map((t) => ({
  hu: t.hu,
  wall: t.name === 'aorta' ? 1.2 : 0,
  segments: segmentsOf(t.path),
}));
const coronaryTubes = segmentsOf(...coronaries.map((c) => c.path));
const windpipe = segmentsOf(trachea);
const mainBronchi = segmentsOf(rightMainBronchus, leftMainBronchus);
const gullet = segmentsOf(oesophagus);
const gulletAir = segmentsOf(
  oesophagus
    .filter((q) => q[2] < 60 || (q[2] > 120 && q[2] < 170))
    .map((q): TubePoint => [q[0] + 0.5, q[1] - 1, q[2], 1.5]),
);
const nodes = segmentsOf(
  [
    [-12, -4, 84, 3],
    [-11, -4, 88, 3],
  ],
  [
    [-14, 2, 97, 3.6],
    [-13, 3, 100, 3.4],
  ],
  [
    [28, 2, 93, 2.8],
    [29, 3, 96, 2.6],
  ],
  [
    [6, 24, 114, 4],
    [2, 24, 118, 4],
  ],
  [
    [-4, -48, 78, 2],
    [-4, -48, 80, 2],
  ],
);

/** Paints the mediastinum into its fat. */
export function paintMediastinum(p: Planes): void {
  if (p.d > 40 && p.d < 130) thymus(p);
  paintHeart(p);
  p.stamp(nodes, 36);
  for (const t of vessels) p.stamp(t.segments, t.hu);
  p.stamp(coronaryTubes, 46);
  p.stamp(gullet, 36);
  p.stamp(gulletAir, -600);
  p.stamp(windpipe, 42, 1.5);
  p.stamp(mainBronchi, 40, 1.3);
  openWindpipe(p);
}

/** The air in windpipe and main bronchi; painted again after the lungs' own bronchi, whose walls would else cross it. */
export function openWindpipe(p: Planes): void {
  p.stamp(windpipe, -995);
  p.stamp(mainBronchi, -995);
}

/** What age leaves of the thymus: strands in the fat. */
function thymus(p: Planes): void {
  each(-26, 30, -70, -20, (i) => {
    if (p.mediastinum[i]! < -2 && p.cloudy[i]! > 0.1) p.mix(i, -40, 0.35 * clamp01((p.cloudy[i]! - 0.1) * 3));
  });
}

function each(x0: number, x1: number, y0: number, y1: number, visit: (i: number, x: number, y: number) => void): void {
  const left = Math.max(0, Math.floor(xColumn(x0)));
  const right = Math.min(COLUMNS - 1, Math.ceil(xColumn(x1)));
  const bottom = Math.min(ROWS - 1, Math.ceil(yRow(y1)));
  for (let row = Math.max(0, Math.floor(yRow(y0))); row <= bottom; row++) {
    const y = rowY(row);
    for (let column = left; column <= right; column++) visit(row * COLUMNS + column, columnX(column), y);
  }
}

const leftVentricle = chambers.find((c) => c.name === 'left ventricle')!.shape;

function paintHeart(p: Planes): void {
  const { d } = p;
  if (d < 108 || d > 216) return;
  each(-72, 106, -96, 46, (i, x, y) => {
    const m = p.mediastinum[i]!;
    if (m > 1) return;
    const h = heartDistance(x, y, d, 7);
    const muscle = clamp01(0.5 - h / PIXEL_MM);
    // The pericardium: a hair line in the fat around the heart.
    if (muscle < 1 && d > 128) {
      const sac = Math.abs(heartDistance(x, y, d, 22) - 2.6);
      if (sac < 1) p.mix(i, 20, 0.7 * (1 - sac));
    }
    if (muscle <= 0) return;
    const wall = ellipsoidDistance(leftVentricle, x, y, d);
    p.mix(i, (wall < 0 && wall > -10 ? 50 : 42) + 2 * p.cloudy[i]!, muscle);
  });
}

/** Paints the belly's organs into the fat below the diaphragm. */
export class BellyPainter {
  private readonly field = new Float32Array(COLUMNS * ROWS);
  private readonly fields: CoarseFields;

  constructor(fields: CoarseFields) {
    this.fields = fields;
  }

  paint(p: Planes): void {
    if (p.d < ORGAN_TOP_D) return;
    this.diaphragm(p);
    p.stamp(softThings, 42, 0, belowDiaphragm(p));
    this.organ(p, this.fields.kidney, (i, k) => (k < -20 ? -30 + 40 * p.grainy[i]! : 33 + 3 * p.cloudy[i]!));
    this.organ(p, this.fields.bowel, (i, k, y) =>
      k > -2.4 ? 38 : p.cloudy[i]! + 0.5 * p.grainy[i]! > 0.25 || y < -78 ? -900 : 10 + 60 * p.grainy[i]!,
    );
    this.organ(p, this.fields.spleen, (i) => 51 + 2 * p.cloudy[i]!);
    this.organ(p, this.fields.stomach, (i, k, y) => {
      const wall = 3.6 + 1.6 * p.cloudy[i]!;
      if (k > -wall) return 42;
      return y < -6 && k < -wall - 1 ? -980 : 16 + 9 * p.cloudy[i]! + 8 * p.grainy[i]!;
    });
    this.organ(p, this.fields.liver, (i) => 59 + 1.5 * p.cloudy[i]!);
    // The veins stay inside the liver.
    for (let i = 0; i < p.scratch.length; i++) p.scratch[i] = clamp01(-this.field[i]! / 3);
    p.stamp(liverVeins, 43, 0, p.scratch);
  }

  private organ(p: Planes, source: Float32Array, value: (i: number, distance: number, y: number) => number): void {
    fieldPlane(source, p.d, this.field);
    for (let row = 0; row < ROWS; row++) {
      const y = rowY(row);
      for (let i = row * COLUMNS, end = i + COLUMNS; i < end; i++) {
        const k = this.field[i]!;
        if (k < PIXEL_MM / 2) p.mix(i, value(i, k, y), clamp01(0.5 - k / PIXEL_MM));
      }
    }
  }

  private diaphragm(p: Planes): void {
    for (let i = 0; i < p.hu.length; i++) {
      const under = p.floor[i]!;
      if (under > -1 && under < 4 && p.wall[i]! < 1 && p.mediastinum[i]! > -6)
        p.mix(i, 50, clamp01(under + 1) * clamp01(3 - under));
    }
  }
}

function belowDiaphragm(p: Planes): Float32Array {
  for (let i = 0; i < p.scratch.length; i++) p.scratch[i] = p.floor[i]! > 0 || p.mediastinum[i]! < 0 ? 1 : 0;
  return p.scratch;
}
