/** Paints one thin plane of the body in Hounsfield units. Later paint covers earlier paint. */
import { type CoarseFields, columnX, fieldPlane, lungFromParts, rowY, xColumn, yRow } from './coarse-fields.ts';
import { COLUMNS, diaphragmDepth, PIXEL_MM, ROWS, spineY } from './landmarks.ts';
import {
  coronaries,
  greatVessels,
  heartDistance,
  leftMainBronchus,
  oesophagus,
  rightMainBronchus,
  trachea,
  veinStumps,
} from './mediastinum.ts';
import { noduleRadius, type PlacedNodule } from './nodules.ts';
import type { PulmonaryTrees } from './pulmonary.ts';
import { valueNoise3 } from './random.ts';
import { CoveragePlane, SegmentBuilder, type Segments, stampSegments } from './segments.ts';
import { clamp01, ramp, type TubePoint } from './shapes.ts';
import { ribs, sternumDistance, vertebraDistance } from './skeleton.ts';

const FAT = -106;
const MUSCLE = 54;

function segmentsOf(...paths: TubePoint[][]): Segments {
  const builder = new SegmentBuilder();
  for (const path of paths) builder.addPath(path);
  return builder.build();
}

export class SlicePainter {
  private readonly skin = new Float32Array(COLUMNS * ROWS);
  private readonly wall = new Float32Array(COLUMNS * ROWS);
  private readonly mediastinum = new Float32Array(COLUMNS * ROWS);
  private readonly floor = new Float32Array(COLUMNS * ROWS);
  private readonly cover = new CoveragePlane();
  private readonly tubes = greatVessels
    .concat(veinStumps, coronaries)
    .map((t) => ({ hu: t.hu, segments: segmentsOf(t.path) }));
  private readonly windpipe = segmentsOf(trachea, rightMainBronchus, leftMainBronchus);
  private readonly gullet = segmentsOf(oesophagus);
  private readonly ribs = segmentsOf(...ribs().map((r) => r.path));
  private readonly texture;
  private readonly fields: CoarseFields;
  private readonly trees: PulmonaryTrees;
  private readonly nodules: PlacedNodule[];

  constructor(fields: CoarseFields, trees: PulmonaryTrees, nodules: PlacedNodule[], seed: number) {
    this.fields = fields;
    this.trees = trees;
    this.nodules = nodules;
    this.texture = valueNoise3(seed, 'texture');
  }

  /** Adds the plane at depth `d`, weighted, to `sum`. */
  paint(d: number, hu: Float32Array): void {
    fieldPlane(this.fields.skin, d, this.skin);
    fieldPlane(this.fields.wall, d, this.wall);
    fieldPlane(this.fields.mediastinum, d, this.mediastinum);
    fieldPlane(this.fields.floor, d, this.floor);
    this.paintTissues(d, hu);
    this.paintHeart(d, hu);
    for (const t of this.tubes) this.stamp(hu, t.segments, d, 0, t.hu);
    this.stamp(hu, this.gullet, d, 0, 38);
    this.stamp(hu, this.windpipe, d, 1.6, 30);
    this.stamp(hu, this.windpipe, d, 0, -990);
    this.paintBones(d, hu);
    this.stamp(hu, this.trees.vessels, d, 0, 40);
    this.stamp(hu, this.trees.airwayWalls, d, 0, 10);
    this.stamp(hu, this.trees.airways, d, 0, -985);
    for (const n of this.nodules) this.paintNodule(n, d, hu);
  }

  private stamp(hu: Float32Array, segments: Segments, d: number, grow: number, value: number): void {
    this.cover.clear();
    stampSegments(this.cover, segments, d, grow);
    this.cover.blend(hu, value);
  }

  private paintTissues(d: number, hu: Float32Array): void {
    for (let row = 0; row < ROWS; row++) {
      const y = rowY(row);
      for (let column = 0; column < COLUMNS; column++) {
        const i = row * COLUMNS + column;
        const s = this.skin[i]!;
        if (s > PIXEL_MM) {
          hu[i] = -1000;
          continue;
        }
        const c = this.wall[i]!;
        let v = FAT;
        if (s > -1.6) v = 10;
        else if (c > 1 && c < 9) v = 35;
        else if (c >= 9 && c < 18 && s < -8) v = MUSCLE;
        else if (c <= 1 && this.floor[i]! > 0 && d > 150) v = this.abdomen(columnX(column), y, d, this.floor[i]!, c);
        const cover = clamp01(0.5 - lungFromParts(c, this.mediastinum[i]!, this.floor[i]!) / PIXEL_MM);
        if (cover > 0) v += (this.lung(columnX(column), y, d) - v) * cover;
        hu[i] = v + (-1000 - v) * clamp01(0.5 + s / PIXEL_MM);
      }
    }
  }

  private lung(x: number, y: number, d: number): number {
    return -858 + 0.28 * (y + 20) + 14 * this.texture(x / 9, y / 9, d / 9) + 0.06 * (d - 150);
  }

  private abdomen(x: number, y: number, d: number, below: number, wall: number): number {
    if (below < 3) return 45;
    if (x < 8 - 0.2 * (d - 200) && wall < -2 && y < 62) return 58;
    if (Math.hypot((x - 82) / 30, (y - 46) / 36, (d - 240) / 44) < 1) return 50;
    return FAT;
  }

  private paintHeart(d: number, hu: Float32Array): void {
    if (d < 112 || d > 215) return;
    for (let row = Math.floor(yRow(-95)); row < yRow(45); row++) {
      const y = rowY(row);
      for (let column = Math.floor(xColumn(-70)); column < xColumn(105); column++) {
        const i = row * COLUMNS + column;
        if (this.mediastinum[i]! > 0) continue;
        const c = clamp01(0.5 - heartDistance(columnX(column), y, d, 4) / PIXEL_MM);
        if (c > 0) hu[i] = hu[i]! + (44 - hu[i]!) * c;
      }
    }
  }

  private paintBones(d: number, hu: Float32Array): void {
    this.stamp(hu, this.ribs, d, 0, 650);
    this.stamp(hu, this.ribs, d, -1.6, 220);
    const cy = spineY(d);
    for (let row = Math.floor(yRow(cy - 22)); row < Math.min(ROWS, yRow(cy + 75)); row++) {
      const y = rowY(row);
      for (let column = Math.floor(xColumn(-45)); column < xColumn(45); column++) {
        const x = columnX(column);
        this.paintBone(hu, row * COLUMNS + column, Math.min(vertebraDistance(x, y, d), sternumDistance(x, y, d)), 190);
      }
    }
    for (let row = Math.floor(yRow(-115)); row < yRow(-20); row++) {
      for (let column = Math.floor(xColumn(-45)); column < xColumn(45); column++) {
        this.paintBone(hu, row * COLUMNS + column, sternumDistance(columnX(column), rowY(row), d), 110);
      }
    }
  }

  private paintBone(hu: Float32Array, i: number, distance: number, marrow: number): void {
    const c = clamp01(0.5 - distance / PIXEL_MM);
    if (c <= 0) return;
    const value = marrow + (620 - marrow) * ramp(-2, -0.8, distance);
    hu[i] = hu[i]! + (value - hu[i]!) * c;
  }

  private paintNodule(n: PlacedNodule, d: number, hu: Float32Array): void {
    const reach = Math.max(...n.semi) + 1;
    if (Math.abs(d - n.centre[2]) > reach) return;
    const value =
      n.spec.type === 'part-solid' || n.spec.type === 'non-solid' ? -580 : n.spec.type === 'calcified' ? 420 : 36;
    for (let row = Math.floor(yRow(n.centre[1] - reach)); row <= yRow(n.centre[1] + reach); row++) {
      for (let column = Math.floor(xColumn(n.centre[0] - reach)); column <= xColumn(n.centre[0] + reach); column++) {
        const i = row * COLUMNS + column;
        const x = columnX(column);
        const y = rowY(row);
        const c = clamp01(0.5 - ((noduleRadius(n, x, y, d) - 1) * n.semi[1]) / PIXEL_MM);
        hu[i] = hu[i]! + (value - hu[i]!) * c;
        if (!n.core) continue;
        const k = clamp01(0.5 - ((noduleRadius(n.core, x, y, d) - 1) * n.core.semi[1]) / PIXEL_MM);
        hu[i] = hu[i]! + (32 - hu[i]!) * k;
      }
    }
  }
}
void diaphragmDepth;
