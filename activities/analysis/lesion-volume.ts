import { squaredDistance } from './distance.ts';
import type { Grid } from './grid.ts';
import { median } from './median.ts';
import type { Lesion } from './segment.ts';

/** The rim in which a voxel may hold lesion and lung, mm in plane. */
const RIM_MM = 1.7;

/**
 * Volume with partial voxels: inside counts whole; in a rim on both sides of the surface a voxel counts by (HU - lung) / (outer part - lung),
 * so that blur and thick slices move nothing in or out (after Kuhnigk et al., IEEE TMI 2006;25:417). What hangs on the lesion is left out.
 * @param sliceMm distance of the native slices: the rim is wider along the body where slices are thick
 */
export function partialVolume(lesion: Lesion, inPlaneMm: number, sliceMm: number): number {
  const { patch, mask, attached, lungHu } = lesion;
  const grid = squeezed(lesion, inPlaneMm, sliceMm);
  const outside2 = squaredDistance(grid, (i) => mask[i] === 1);
  const inside2 = squaredDistance(grid, (i) => mask[i] === 0);
  const full = outerLevel(lesion, inside2);
  let sum = 0;
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 1) {
      sum += inside2[i]! > RIM_MM ** 2 ? 1 : clampOne((patch.hu[i]! - lungHu) / (full - lungHu));
    } else if (outside2[i]! <= RIM_MM ** 2 && attached[i] === 0 && patch.lung[i] === 1) {
      // Noise round zero must cancel out, so small negative parts are kept.
      sum += Math.max(-0.4, Math.min(0.6, (patch.hu[i]! - lungHu) / (full - lungHu)));
    }
  }
  return sum * patch.step ** 3;
}

/** Soft tissue: the solid part's full value. */
const SOLID_FULL_HU = 30;

/**
 * Volume of the solid part of a sub-solid lesion, mm3: near the solid voxels each counts by its HU between the lesion's ground glass (0) and
 * soft tissue (1).
 */
export function solidVolume(lesion: Lesion, inPlaneMm: number, sliceMm: number): number {
  const { patch, solid, mask, rimHu } = lesion;
  const near2 = squaredDistance(squeezed(lesion, inPlaneMm, sliceMm), (i) => solid[i] === 1);
  let sum = 0;
  for (let i = 0; i < mask.length; i++)
    if (mask[i] === 1 && near2[i]! <= RIM_MM ** 2) sum += clampOne((patch.hu[i]! - rimHu) / (SOLID_FULL_HU - rimHu));
  return sum * patch.step ** 3;
}

/** The patch's grid with the way along the body shortened where slices are thick, as a slice smears that far. */
function squeezed({ patch }: Lesion, inPlaneMm: number, sliceMm: number): Grid {
  const share = Math.min(1, (1.6 * inPlaneMm) / sliceMm);
  return { size: patch.size, spacing: [patch.step, patch.step, patch.step * share] };
}

const clampOne = (value: number): number => (value > 1 ? 1 : Math.max(value, 0));

/** HU of the lesion just inside its rim: the glass of a sub-solid lesion, the plateau of a solid one. */
function outerLevel(lesion: Lesion, inside2: Float32Array): number {
  if (lesion.type !== 'solid') return lesion.rimHu;
  const values: number[] = [];
  for (let i = 0; i < lesion.mask.length; i++) if (inside2[i]! > 1.5 ** 2) values.push(lesion.smooth[i]!);
  // A nodule too small for a plateau is taken to be soft tissue, as its blurred peak is lower than its substance.
  return values.length < 20 ? Math.max(20, lesion.rimHu) : Math.max(median(values), lesion.rimHu);
}
