import { z } from 'zod';
import { ArtifactRef } from '../artifact.ts';

/** Degrees the lungs are turned by about the body's long axis: an odd number of views, the middle one straight from the front. */
const TURN = 30;
const VIEWS = 31;
export const SURFACE_DEGREES: readonly number[] = Array.from(
  { length: VIEWS },
  (_, i) => -TURN + (2 * TURN * i) / (VIEWS - 1),
);

/** Both lungs seen from the front, from several sides; grey and alpha, no colour. Orthographic: one scale over the whole picture. */
export const SurfaceViews = z.object({
  /** One picture for each of `degrees`. */
  images: z.array(ArtifactRef).min(1),
  degrees: z.array(z.number()).min(1),
  width: z.int().positive(),
  height: z.int().positive(),
  mmPerPixel: z.number().positive(),
  /** Across and down at the pictures' top-left corner, mm as `projected` gives them. */
  originMm: z.tuple([z.number(), z.number()]),
  /** The axis the lungs are turned about, mm of the slice plane (voxel coordinate times spacing). */
  axisMm: z.tuple([z.number(), z.number()]),
});
export type SurfaceViews = z.infer<typeof SurfaceViews>;

type Triple = readonly [number, number, number];

/**
 * Where a voxel coordinate is seen: across and down, mm, from the axis and from the head end. Turned by 0 it is the coronal plane as every
 * film shows it, the patient's right at the left.
 */
export function projected(
  voxel: Triple,
  spacingMm: Triple,
  axisMm: readonly [number, number],
  degrees: number,
): [number, number] {
  const angle = (degrees * Math.PI) / 180;
  const x = voxel[0] * spacingMm[0] - axisMm[0];
  const y = voxel[1] * spacingMm[1] - axisMm[1];
  return [x * Math.cos(angle) + y * Math.sin(angle), voxel[2] * spacingMm[2]];
}
