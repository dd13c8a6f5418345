import { z } from 'zod';
import { Contralateral, Finding, Lobe, NoduleType, Side } from '../finding.ts';

const Point = z.tuple([z.number().finite(), z.number().finite()]);

/** A straight measure on a slice, ends in voxels (column, row) of voxel centres. */
export const AxisLine = z.object({ from: Point, to: Point });
export type AxisLine = z.infer<typeof AxisLine>;

/** The two diameters of a nodule as they lie on one slice. */
export const AxisPair = z.object({ slice: z.int().nonnegative(), longAxis: AxisLine, shortAxis: AxisLine });
export type AxisPair = z.infer<typeof AxisPair>;

const FindingId = z.string().regex(/^F\d+$/);
/** Why; needed where something is taken away. */
const Reason = z.string().trim().max(200);
/** Size of the solid part by hand: needed where a nodule becomes part-solid, because no outline of it exists. */
const SolidDiameter = z.number().positive().max(200).nullable();

/** One thing a physician changes. `F1` names a finding of the version the physician had before them. */
export const Correction = z.discriminatedUnion('change', [
  AxisPair.extend({ change: z.literal('axes'), findingId: FindingId, reason: Reason }),
  z.object({
    change: z.literal('type'),
    findingId: FindingId,
    type: NoduleType,
    solidDiameterMm: SolidDiameter,
    reason: Reason,
  }),
  z.object({ change: z.literal('side'), findingId: FindingId, side: Side, reason: Reason }),
  z.object({ change: z.literal('lobe'), findingId: FindingId, lobe: Lobe, reason: Reason }),
  z.object({ change: z.literal('reject'), findingId: FindingId, reason: Reason.min(1) }),
  z.object({ change: z.literal('restore'), findingId: FindingId, reason: Reason }),
  AxisPair.extend({
    change: z.literal('add'),
    type: NoduleType,
    solidDiameterMm: SolidDiameter,
    lobe: Lobe,
    reason: Reason,
  }),
]);
export type Correction = z.infer<typeof Correction>;
export type AxesCorrection = Extract<Correction, { change: 'axes' }>;
export type AddCorrection = Extract<Correction, { change: 'add' }>;

/** A finding that a physician took out of script and film; it stays in the record and may come back as it was. */
export const RejectedFinding = z.object({
  finding: Finding,
  contralateral: Contralateral.nullable(),
  reason: z.string(),
  /** Account id. */
  by: z.string(),
  /** Version of the findings in which it was rejected. */
  version: z.int().positive(),
});
export type RejectedFinding = z.infer<typeof RejectedFinding>;

/** Someone looked at a finding and let it stand. */
export const Review = z.object({ findingId: FindingId, by: z.string(), at: z.iso.datetime() });
export type Review = z.infer<typeof Review>;

/** What a version of the findings keeps beside its analysis: what was changed, what is left out, what was confirmed. */
export const VersionRecord = z.object({
  corrections: z.array(Correction),
  rejected: z.array(RejectedFinding),
  reviews: z.array(Review),
});
export type VersionRecord = z.infer<typeof VersionRecord>;

/** The engine's own version: nothing corrected. */
export const ENGINE_RECORD: VersionRecord = { corrections: [], rejected: [], reviews: [] };
