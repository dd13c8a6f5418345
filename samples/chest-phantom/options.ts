/** What a caller may ask of the phantom, and what the phantom says is true about itself. All lengths in mm. */

export type NoduleKind = 'part-solid' | 'solid' | 'non-solid' | 'calcified' | 'juxtapleural';
export type Lobe = 'RUL' | 'RML' | 'RLL' | 'LUL' | 'LLL';
export type Vec3 = [number, number, number];

export interface NoduleSpec {
  type: NoduleKind;
  /** Mean in-plane diameter, (long + short) / 2. Default by type: 8 (part-solid, solid), 12 (non-solid), 6 (calcified), 7 (juxtapleural). */
  diameterMm?: number;
  /** Mean in-plane diameter of the solid core of a part-solid nodule. Default 4.5 mm, or 0.56 of the whole where that is smaller. */
  solidMm?: number;
  /** Lobe it is put into. Default: right upper lobe, then the others in turn. */
  lobe?: Lobe;
}

export interface PhantomOptions {
  /** Any integer; the same seed gives the same bytes. Default 1. */
  seed?: number;
  /** Default: one 8 mm part-solid nodule with a 4.5 mm core in the right upper lobe. `[]` for none. */
  nodules?: NoduleSpec[];
  /** Slices over the same 300 mm, so 120 is 2.5 mm apart and 60 is 5 mm. 24..300, default 120. */
  slices?: number;
}

export interface NoduleTruth {
  type: 'solid' | 'part-solid' | 'non-solid';
  calcified: boolean;
  juxtapleural: boolean;
  /** DICOM patient coordinates (LPS). */
  centreMm: Vec3;
  /** Fractional column, row and slice (0 = head end). */
  centreVoxel: Vec3;
  /** Longest axial diameter through the centre and the longest one perpendicular to it. */
  longMm: number;
  shortMm: number;
  meanMm: number;
  volumeMm3: number;
  /** Solid volume / whole volume: 1 for solid, 0 for non-solid. */
  solidFraction: number;
  /** Mean in-plane diameter of the solid part; 0 where there is none. */
  solidMm: number;
  lobe: Lobe;
  side: 'left' | 'right';
  /** From the nodule's surface to the nearest lung surface (fissures do not count); 0 where it touches. */
  distanceToPleuraMm: number;
}

export interface PhantomTruth {
  seed: number;
  simulated: true;
  generatorVersion: string;
  slices: number;
  spacingMm: Vec3;
  nodules: NoduleTruth[];
}

export interface ResolvedNodule {
  type: NoduleKind;
  diameterMm: number;
  solidMm: number;
  lobe: Lobe;
}

export interface ResolvedOptions {
  seed: number;
  nodules: ResolvedNodule[];
  slices: number;
}

const DEFAULT_DIAMETER: Record<NoduleKind, number> = {
  'part-solid': 8,
  solid: 8,
  'non-solid': 12,
  calcified: 6,
  juxtapleural: 7,
};
const LOBE_TURN: Lobe[] = ['RUL', 'LLL', 'LUL', 'RLL', 'RML'];

function resolveNodule(spec: NoduleSpec, index: number): ResolvedNodule {
  const diameterMm = spec.diameterMm ?? DEFAULT_DIAMETER[spec.type];
  if (!(diameterMm >= 2 && diameterMm <= 35)) throw new RangeError(`nodule diameter ${diameterMm} mm is outside 2..35`);
  const core = spec.type === 'part-solid' ? (spec.solidMm ?? Math.min(4.5, 0.5625 * diameterMm)) : 0;
  if (spec.type === 'part-solid' && !(core > 0 && core <= 0.9 * diameterMm)) {
    throw new RangeError(`solid part of ${core} mm does not fit a nodule of ${diameterMm} mm`);
  }
  const solidMm = spec.type === 'part-solid' ? core : spec.type === 'non-solid' ? 0 : diameterMm;
  return { type: spec.type, diameterMm, solidMm, lobe: spec.lobe ?? LOBE_TURN[index % LOBE_TURN.length]! };
}

/** Fills every default in. Throws RangeError for what cannot be built. */
export function resolveOptions(options: PhantomOptions): ResolvedOptions {
  const seed = options.seed ?? 1;
  const slices = options.slices ?? 120;
  if (!Number.isSafeInteger(seed)) throw new RangeError('seed must be an integer');
  if (!Number.isInteger(slices) || slices < 24 || slices > 300)
    throw new RangeError('slices must be an integer in 24..300');
  return { seed, slices, nodules: (options.nodules ?? [{ type: 'part-solid' }]).map(resolveNodule) };
}
