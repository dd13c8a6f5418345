import { z } from 'zod';

const Pair = z.tuple([z.number(), z.number()]);
const Triple = z.tuple([z.number(), z.number(), z.number()]);

/** Which model, version and rule produced a value. */
export const Source = z.object({ model: z.string(), version: z.string(), rule: z.string() });
export type Source = z.infer<typeof Source>;

const measured = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    /** UCUM-like unit: mm, mm3, HU, 1 (a ratio), '' for words. */
    unit: z.string(),
    /** How it was measured, one plain English phrase. */
    method: z.string(),
    source: Source,
    /** 0..1 where the method knows its own doubt, else null. */
    certainty: z.number().min(0).max(1).nullable(),
  });
export const MeasuredNumber = measured(z.number());
export type MeasuredNumber = z.infer<typeof MeasuredNumber>;

/** Rule of a value that nobody measured, as of a finding added by hand: shown as such, and neither spoken of nor drawn. */
export const NOT_MEASURED = 'not-measured';
export const isMeasured = (measured: { readonly source: Source }): boolean => measured.source.rule !== NOT_MEASURED;

export const NoduleType = z.enum(['solid', 'part-solid', 'non-solid']);
export type NoduleType = z.infer<typeof NoduleType>;
export const Side = z.enum(['left', 'right']);
export type Side = z.infer<typeof Side>;
export const Lobe = z.enum(['RUL', 'RML', 'RLL', 'LUL', 'LLL']);
export type Lobe = z.infer<typeof Lobe>;
export const Zone = z.enum(['upper', 'middle', 'lower']);
export const Calcification = z.enum(['none', 'complete', 'central', 'popcorn', 'ring', 'eccentric']);
export type Calcification = z.infer<typeof Calcification>;

/** Everything measured of one nodule. Diameters to 0.1 mm; rounding for display only. */
export const Features = z.object({
  longAxisMm: MeasuredNumber,
  shortAxisMm: MeasuredNumber,
  meanDiameterMm: MeasuredNumber,
  volumeMm3: MeasuredNumber,
  meanHu: MeasuredNumber,
  minHu: MeasuredNumber,
  maxHu: MeasuredNumber,
  sdHu: MeasuredNumber,
  type: measured(NoduleType),
  /** Solid volume / total volume, 0..1. */
  solidFraction: MeasuredNumber,
  /** Mean diameter of the solid part; 0 where there is none. */
  solidDiameterMm: MeasuredNumber,
  /** Wadell sphericity, 1 = ball. */
  sphericity: MeasuredNumber,
  /** HU per mm across the margin, along the outward normal (median). */
  marginSharpnessHuPerMm: MeasuredNumber,
  /** 0 smooth .. 1 deeply lobulated. */
  lobulation: MeasuredNumber,
  /** 0 none .. 1 many radiating strands. */
  spiculation: MeasuredNumber,
  calcification: measured(Calcification),
  fat: measured(z.boolean()),
  pleuraDistanceMm: MeasuredNumber,
  juxtapleural: measured(z.boolean()),
  side: measured(Side),
  lobe: measured(Lobe),
  zone: measured(Zone),
});
export type Features = z.infer<typeof Features>;

const Segment = z.object({ from: Pair, to: Pair });

/** One nodule or mass. Voxel coordinates are (column, row, slice) of voxel centres, slice 0 = head end. */
export const Finding = z.object({
  id: z.string().regex(/^F\d+$/),
  rank: z.int().positive(),
  /** 0..1, from the candidate model. */
  score: z.number().min(0).max(1),
  centreVoxel: Triple,
  centreMm: Triple,
  boxVoxel: z.object({ min: Triple, max: Triple }),
  /** The slice (0-based) on which the axes were measured: the one with the largest section. */
  keySlice: z.int().nonnegative(),
  /** Closed outlines (column, row) on each slice the nodule touches, sub-voxel, first point not repeated. */
  contours: z.array(z.object({ slice: z.int().nonnegative(), points: z.array(Pair).min(3) })),
  /** Outline of the solid part on the key slice; null where there is none. */
  solidContour: z.array(Pair).min(3).nullable(),
  longAxis: Segment,
  shortAxis: Segment,
  features: Features,
});
export type Finding = z.infer<typeof Finding>;

/** The same place in the other lung, for the comparison scene: a region of ordinary lung. */
export const Contralateral = z.object({
  findingId: z.string(),
  slice: z.int().nonnegative(),
  centre: Pair,
  meanHu: MeasuredNumber,
});
export type Contralateral = z.infer<typeof Contralateral>;
