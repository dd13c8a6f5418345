/** Lungs: parenchyma with its gradient towards the dependent side, fissures, vessels, bronchi, nodules. */
import { lungFromParts } from './coarse-fields.ts';
import { minorFissureDepth, obliqueFissureDepth } from './fissures.ts';
import { COLUMNS, columnX, PIXEL_MM, ROWS, rowY, xColumn, yRow } from './frame.ts';
import { noduleDistance, noduleRadius, noduleReach, type PlacedNodule } from './nodule-shape.ts';
import { Planes } from './planes.ts';
import type { PulmonaryTrees } from './pulmonary.ts';
import { clamp01, ramp } from './shapes.ts';

const FISSURE_MM = 0.2;
const BLOOD = 46;

export class LungPainter {
  private readonly oblique = new Float32Array(COLUMNS * ROWS);
  private readonly minor = new Float32Array(COLUMNS * ROWS);
  private readonly trees: PulmonaryTrees;
  private readonly nodules: readonly PlacedNodule[];

  constructor(trees: PulmonaryTrees, nodules: readonly PlacedNodule[]) {
    this.trees = trees;
    this.nodules = nodules;
    for (let row = 0; row < ROWS; row++) {
      for (let column = 0; column < COLUMNS; column++) {
        this.oblique[row * COLUMNS + column] = obliqueFissureDepth(columnX(column), rowY(row));
        this.minor[row * COLUMNS + column] = minorFissureDepth(columnX(column), rowY(row));
      }
    }
  }

  /** Air and tissue of the lungs, without what runs through them; fills `p.lung`. */
  paintParenchyma(p: Planes, layerMm: number): void {
    const { d } = p;
    for (let row = 0; row < ROWS; row++) {
      const y = rowY(row);
      for (let i = row * COLUMNS, end = i + COLUMNS; i < end; i++) {
        const share =
          p.wall[i]! > 2 ? 0 : clamp01(0.5 - lungFromParts(p.wall[i]!, p.mediastinum[i]!, p.floor[i]!) / PIXEL_MM);
        p.lung[i] = share;
        if (share <= 0) continue;
        let v = -884 + 0.2 * (y + 40) + 16 * ramp(40, 100, y) + 0.07 * (d - 140) + 13 * p.cloudy[i]! + 9 * p.grainy[i]!;
        v += (5 - v) * this.fissure(i, row, d, layerMm);
        p.mix(i, v, share);
      }
    }
  }

  /** Share of a thin sheet in a layer of the given thickness, spread over what its slope crosses. */
  private fissure(i: number, row: number, d: number, layerMm: number): number {
    const toOblique = d - this.oblique[i]!;
    const right = i - row * COLUMNS < COLUMNS / 2;
    let share = 0;
    if (Math.abs(toOblique) < 3.5) share = this.sheet(this.oblique, i, toOblique, layerMm);
    if (right && toOblique < 0) {
      const toMinor = d - this.minor[i]!;
      if (Math.abs(toMinor) < 3.5) share = Math.max(share, this.sheet(this.minor, i, toMinor, layerMm));
    }
    return share;
  }

  private sheet(depth: Float32Array, i: number, away: number, layerMm: number): number {
    const gx = (depth[i + 1]! - depth[i - 1]!) / (2 * PIXEL_MM);
    const gy = (depth[i + COLUMNS]! - depth[i - COLUMNS]!) / (2 * PIXEL_MM);
    const slope = gx * gx + gy * gy;
    const width = layerMm + PIXEL_MM * Math.sqrt(slope);
    return ((FISSURE_MM * Math.sqrt(1 + slope)) / width) * clamp01((width / 2 - Math.abs(away)) / 0.4 + 0.5);
  }

  /** Vessels and bronchi; hilar parts run through the mediastinal fat as well. */
  paintTrees(p: Planes): void {
    p.stamp(this.trees.vessels, BLOOD);
    p.stamp(this.trees.airwayWalls, 15);
    p.stamp(this.trees.airways, -985);
  }

  paintNodules(p: Planes): void {
    for (const n of this.nodules) this.paintNodule(n, p);
  }

  private paintNodule(n: PlacedNodule, p: Planes): void {
    const reach = noduleReach(n) + 1;
    if (Math.abs(p.d - n.centre[2]) > reach) return;
    for (let row = Math.floor(yRow(n.centre[1] - reach)); row <= yRow(n.centre[1] + reach); row++) {
      for (let column = Math.floor(xColumn(n.centre[0] - reach)); column <= xColumn(n.centre[0] + reach); column++) {
        const i = row * COLUMNS + column;
        const x = columnX(column);
        const y = rowY(row);
        const share = cover(noduleDistance(n, x, y, p.d)) * (n.spec.type === 'juxtapleural' ? p.lung[i]! : 1);
        if (share > 0) p.mix(i, noduleValue(n, p, i, x, y), share);
        if (n.core) p.mix(i, 34 + 6 * p.grainy[i]!, cover(noduleDistance(n.core, x, y, p.d)));
      }
    }
  }
}

function cover(distance: number): number {
  return clamp01(0.5 - distance / PIXEL_MM);
}

function noduleValue(n: PlacedNodule, p: Planes, i: number, x: number, y: number): number {
  switch (n.spec.type) {
    case 'part-solid':
      return -575 + 30 * p.grainy[i]! + 20 * p.cloudy[i]!;
    case 'non-solid':
      return -610 + 30 * p.grainy[i]! + 20 * p.cloudy[i]!;
    case 'calcified':
      return 260 + 420 * ramp(0.9, 0.2, noduleRadius(n, x, y, p.d));
    default:
      return 36 + 6 * p.grainy[i]!;
  }
}
