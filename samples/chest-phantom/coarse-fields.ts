/**
 * The smooth large surfaces, sampled once on a coarse lattice (one node per 4 pixels and 2.5 mm) and interpolated for every slice:
 * evaluating them for each of 31 million voxels would cost minutes.
 */
import {
  bowelDistance,
  kidneyDistance,
  liverDistance,
  ORGAN_TOP_D,
  spleenDistance,
  stomachDistance,
} from './abdomen.ts';
import { COLUMNS, FIELD_MM, HEIGHT_MM, MIDDLE_Y, PIXEL_MM, ROWS } from './frame.ts';
import { apexDistance, diaphragmDepth, skinDistance, wallDistance } from './landmarks.ts';
import { mediastinumAt } from './mediastinum.ts';
import { valueNoise3 } from './random.ts';
import { smax } from './shapes.ts';

/** Pixels per lattice node. */
export const STRIDE = 4;
export const NODES = COLUMNS / STRIDE + 2;
export const NODE_MM = PIXEL_MM * STRIDE;
export const LEVEL_MM = 2.5;
export const FIRST_LEVEL_D = -5;
export const LEVELS = Math.round((HEIGHT_MM + 10) / LEVEL_MM) + 1;
const LAYER = NODES * NODES;

const FIRST_X = -FIELD_MM / 2 - NODE_MM / 2;
const FIRST_Y = FIRST_X + MIDDLE_Y;

export interface CoarseFields {
  /** Distance to the skin, negative inside the body. */
  skin: Float32Array;
  /** Distance to the inside of the chest wall, negative within. */
  wall: Float32Array;
  /** Distance to the mediastinum's outline, negative inside it. */
  mediastinum: Float32Array;
  /** Distance to the pleural dome and the diaphragm: negative between them. */
  floor: Float32Array;
  /** Distances to the organs under the diaphragm. */
  liver: Float32Array;
  stomach: Float32Array;
  spleen: Float32Array;
  bowel: Float32Array;
  kidney: Float32Array;
}

type Name = keyof CoarseFields;
const NAMES: readonly Name[] = [
  'skin',
  'wall',
  'mediastinum',
  'floor',
  'liver',
  'stomach',
  'spleen',
  'bowel',
  'kidney',
];
/** How much of the wide and of the narrow bending each surface takes, mm. */
const BENDING: Record<Name, readonly [number, number]> = {
  skin: [2.2, 0],
  wall: [1.8, 0],
  mediastinum: [0, 1.1],
  floor: [0, 1.2],
  liver: [0.6, 0.8],
  stomach: [0.6, 1.5],
  spleen: [0.6, 1],
  bowel: [0.6, 2],
  kidney: [0, 1],
};

/** Samples the surfaces, each bent a little by smooth noise of the seed so that nothing is a perfect oval. */
export function sampleCoarseFields(seed: number): CoarseFields {
  straight ??= sampleStraight();
  const source = straight;
  const { wide, narrow } = bendings(seed, source.wall);
  const bent = (name: Name): Float32Array => {
    const [a, b] = BENDING[name];
    return source[name].map((v, i) => v + a * wide[i]! + b * narrow[i]!);
  };
  return Object.fromEntries(NAMES.map((name) => [name, bent(name)])) as unknown as CoarseFields;
}

/** The noise that bends: wide everywhere, narrow within the chest wall. */
function bendings(seed: number, wall: Float32Array): { wide: Float32Array; narrow: Float32Array } {
  const bend = valueNoise3(seed, 'bend');
  const wide = new Float32Array(LAYER * LEVELS);
  const narrow = new Float32Array(LAYER * LEVELS);
  for (let i = 0; i < wide.length; i++) {
    const x = FIRST_X + (i % NODES) * NODE_MM;
    const y = FIRST_Y + (Math.floor(i / NODES) % NODES) * NODE_MM;
    const d = FIRST_LEVEL_D + Math.floor(i / LAYER) * LEVEL_MM;
    wide[i] = bend(x / 38, y / 38, d / 46);
    if (wall[i]! < 10) narrow[i] = bend(x / 24 + 11, y / 24, d / 24);
  }
  return { wide, narrow };
}

/** The surfaces before bending are the same for every seed. */
let straight: CoarseFields | undefined;

function sampleStraight(): CoarseFields {
  const fields = Object.fromEntries(
    NAMES.map((name) => [name, new Float32Array(LAYER * LEVELS).fill(40)]),
  ) as unknown as CoarseFields;
  for (let level = 0; level < LEVELS; level++) {
    const d = FIRST_LEVEL_D + level * LEVEL_MM;
    const mediastinum = mediastinumAt(d);
    for (let row = 0; row < NODES; row++) {
      const y = FIRST_Y + row * NODE_MM;
      const at = level * LAYER + row * NODES;
      // Skin and chest wall are the same on both sides.
      for (let column = 0; column < NODES / 2; column++) {
        const x = FIRST_X + column * NODE_MM;
        fields.skin[at + column] = skinDistance(x, y, d);
        fields.skin[at + NODES - 1 - column] = fields.skin[at + column]!;
        fields.wall[at + column] = wallDistance(x, y, d);
        fields.wall[at + NODES - 1 - column] = fields.wall[at + column]!;
      }
      for (let column = 0; column < NODES; column++) {
        if (fields.wall[at + column]! < 10)
          sampleInside(fields, at + column, FIRST_X + column * NODE_MM, y, d, mediastinum);
      }
    }
  }
  return fields;
}

function sampleInside(
  f: CoarseFields,
  i: number,
  x: number,
  y: number,
  d: number,
  mediastinum: (x: number, y: number) => number,
): void {
  f.mediastinum[i] = mediastinum(x, y);
  const wall = f.wall[i]!;
  const floor = floorDistance(x, y, d);
  f.floor[i] = floor;
  if (d < ORGAN_TOP_D) return;
  // Each organ yields to the one named before it, with a little fat between them.
  const liver = liverDistance(x, y, d, floor, wall);
  const stomach = smax(stomachDistance(x, y, d, floor, wall), 1.5 - liver, 5);
  const spleen = smax(spleenDistance(x, y, d, floor, wall), 1.5 - stomach, 4);
  f.liver[i] = liver;
  f.stomach[i] = stomach;
  f.spleen[i] = spleen;
  f.bowel[i] = smax(bowelDistance(x, y, d, floor, wall), 2.5 - Math.min(liver, stomach, spleen), 4);
  f.kidney[i] = kidneyDistance(x, y, d);
}

function floorDistance(x: number, y: number, d: number): number {
  const roof = apexDistance(x, y, d);
  if (d < 150) return roof;
  const depth = diaphragmDepth(x, y);
  const sx = diaphragmDepth(x + 1, y) - depth;
  const sy = diaphragmDepth(x, y + 1) - depth;
  return Math.max(roof, (d - depth) / Math.sqrt(1 + sx * sx + sy * sy));
}

/** Trilinear value at any point of the field. */
export function fieldAt(field: Float32Array, x: number, y: number, d: number): number {
  const u = clampIndex((x - FIRST_X) / NODE_MM, NODES);
  const v = clampIndex((y - FIRST_Y) / NODE_MM, NODES);
  const w = clampIndex((d - FIRST_LEVEL_D) / LEVEL_MM, LEVELS);
  const i = Math.floor(u);
  const j = Math.floor(v);
  const k = Math.floor(w);
  const fu = u - i;
  const fv = v - j;
  const fw = w - k;
  const at = k * LAYER + j * NODES + i;
  const low = mix2(field, at, fu, fv);
  return low + (mix2(field, at + LAYER, fu, fv) - low) * fw;
}

function mix2(f: Float32Array, at: number, fu: number, fv: number): number {
  const a = f[at]! + (f[at + 1]! - f[at]!) * fu;
  const b = f[at + NODES]! + (f[at + NODES + 1]! - f[at + NODES]!) * fu;
  return a + (b - a) * fv;
}

function clampIndex(value: number, count: number): number {
  return value < 0 ? 0 : value > count - 1.001 ? count - 1.001 : value;
}

/** Distance to the lung's surface, negative inside either lung. */
export function lungDistance(f: CoarseFields, x: number, y: number, d: number): number {
  return lungFromParts(fieldAt(f.wall, x, y, d), fieldAt(f.mediastinum, x, y, d), fieldAt(f.floor, x, y, d));
}

/** The lung is what lies within the wall, beside the mediastinum, between dome and diaphragm; rounded where these meet. */
export function lungFromParts(wall: number, mediastinum: number, floor: number): number {
  // Between heart and diaphragm no thin wedge of lung is left; between rib and diaphragm it is.
  return Math.max(smax(wall, -mediastinum, 3), smax(floor, -mediastinum, 10), smax(wall, floor, 2.5));
}

/** One field at depth `d`, brought to full pixels (bilinear) into `out`. */
export function fieldPlane(field: Float32Array, d: number, out: Float32Array): Float32Array {
  const w = clampIndex((d - FIRST_LEVEL_D) / LEVEL_MM, LEVELS);
  const k = Math.floor(w);
  const fw = w - k;
  const layer = new Float32Array(LAYER);
  for (let i = 0; i < LAYER; i++) layer[i] = field[k * LAYER + i]! * (1 - fw) + field[(k + 1) * LAYER + i]! * fw;
  const line = new Float32Array(NODES);
  for (let row = 0; row < ROWS; row++) {
    const v = (row + 0.5) / STRIDE + 0.5;
    const j = Math.floor(v);
    const fv = v - j;
    for (let i = 0; i < NODES; i++) line[i] = layer[j * NODES + i]! * (1 - fv) + layer[(j + 1) * NODES + i]! * fv;
    for (let column = 0; column < COLUMNS; column++) {
      const u = (column + 0.5) / STRIDE + 0.5;
      const i = Math.floor(u);
      out[row * COLUMNS + column] = line[i]! + (line[i + 1]! - line[i]!) * (u - i);
    }
  }
  return out;
}
