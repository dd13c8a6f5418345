import { z } from 'zod';
import { ArtifactRef } from './artifact.ts';

const Triple = z.tuple([z.number(), z.number(), z.number()]);

/** Regular grid of the volume. Patient coordinates are DICOM LPS in mm; slice 0 is the head end; image left is the patient's right. */
export const Geometry = z.object({
  columns: z.int().positive(),
  rows: z.int().positive(),
  slices: z.int().positive(),
  /** Distance between columns, between rows, between slices (from positions, not SliceThickness), mm. */
  spacingMm: Triple,
  /** Patient position of the centre of voxel (0,0,0), mm. */
  originMm: Triple,
  /** Unit vectors of increasing column, row and slice index. */
  columnAxis: Triple,
  rowAxis: Triple,
  sliceAxis: Triple,
});
export type Geometry = z.infer<typeof Geometry>;

export const ExamPurpose = z.enum(['screening-baseline', 'screening-follow-up', 'diagnostic', 'unknown']);
export type ExamPurpose = z.infer<typeof ExamPurpose>;

/** What is known of the acquisition after de-identification; null = the header does not say. */
export const Acquisition = z.object({
  purpose: ExamPurpose,
  /** How the purpose is known: a person said so, keywords of the protocol and the dose, or not at all. */
  purposeSource: z.enum(['person', 'header', 'none']),
  contrast: z.boolean().nullable(),
  kvp: z.number().nullable(),
  ctdiVolMgy: z.number().nullable(),
  sliceThicknessMm: z.number().nullable(),
  kernel: z.enum(['soft', 'lung', 'bone', 'unknown']),
});
export type Acquisition = z.infer<typeof Acquisition>;

/** Where the images come from, as the film's credits must say it. */
export const Provenance = z.enum(['simulated', 'hospital', 'lidc-idri']);
export type Provenance = z.infer<typeof Provenance>;

/** A de-identified imaging study: only attributes on the allow-list exist here. */
export const Study = z.object({
  /** Case code shown to people, from the digest of the pixels: never from a name or a number of the hospital. */
  caseCode: z.string().regex(/^CL-[0-9A-F]{4}$/),
  provenance: Provenance,
  modality: z.enum(['CT', 'PICTURES']),
  ageYears: z.int().min(0).max(90).nullable(),
  /** True when the age was above 89 and is given as 90 ("89 or older", PS3.15 and HIPAA safe harbour). */
  ageCapped: z.boolean(),
  sex: z.enum(['male', 'female', 'other']).nullable(),
  acquisition: Acquisition,
  geometry: Geometry,
  /** Hounsfield units, Int16 little endian, index (slice*rows+row)*columns+column. Null for pictures: no HU exist. */
  volume: ArtifactRef.nullable(),
  /** 8-bit grey stack in the same order, for pictures only. */
  pictures: ArtifactRef.nullable(),
  /** False when no spacing is known: then nothing is measured in mm and no rating is given. */
  measurable: z.boolean(),
  spacingSource: z.enum(['header', 'person', 'none']),
  warnings: z.array(z.string()),
  deidentification: z.object({
    profile: z.string(),
    kept: z.array(z.string()),
    droppedCount: z.int().nonnegative(),
    methodCodes: z.array(z.string()),
  }),
});
export type Study = z.infer<typeof Study>;
