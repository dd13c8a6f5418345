import type { z } from 'zod';
import type { Calcification } from '#domain/finding';
import { components } from './components.ts';
import { squaredDistance } from './distance.ts';
import type { HuVolume } from './grid.ts';
import { patchIndex } from './patch.ts';
import type { Lesion } from './segment.ts';

/** HU of the native voxels whose centre lies in the lesion, away from its partly filled rim where there is room. */
interface HuStatistics {
  readonly mean: number;
  readonly min: number;
  readonly max: number;
  readonly sd: number;
  readonly voxels: number;
  /** How far from the surface voxels had to be to count, mm. */
  readonly insetMm: number;
}

/**
 * Squared depth below the surface, mm2, in which the way along the body counts less where slices are thick: a whole slice at either end of a
 * lesion holds lung as well.
 */
function rimDepth2(lesion: Lesion, volume: HuVolume): Float32Array {
  const { patch, mask } = lesion;
  const squeeze = Math.min(1, (1.6 * volume.spacing[0]) / volume.spacing[2]);
  const grid = { size: patch.size, spacing: [patch.step, patch.step, patch.step * squeeze] as const };
  return squaredDistance(grid, (i) => mask[i] === 0);
}

/** Tries an inset of 1 mm first and less where fewer than 12 voxels remain. */
export function huStatistics(volume: HuVolume, lesion: Lesion): HuStatistics {
  const depth2 = rimDepth2(lesion, volume);
  for (const insetMm of [1, 0.6, 0]) {
    const values = nativeValues(volume, lesion, (i) => depth2[i]! > insetMm * insetMm);
    if (values.length < 12 && insetMm > 0) continue;
    if (values.length === 0) break;
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
    return {
      mean,
      min: Math.min(...values),
      max: Math.max(...values),
      sd: Math.sqrt(variance),
      voxels: values.length,
      insetMm,
    };
  }
  return { mean: lesion.rimHu, min: lesion.rimHu, max: lesion.rimHu, sd: 0, voxels: 0, insetMm: 0 };
}

function nativeValues(volume: HuVolume, lesion: Lesion, deepEnough: (index: number) => boolean): number[] {
  const { patch, mask } = lesion;
  const [sx, sy, sz] = volume.spacing;
  const [nx, ny, nz] = volume.size;
  const [n] = patch.size;
  const range = (axis: 0 | 1 | 2, step: number, count: number) => {
    const from = Math.max(0, Math.ceil(patch.origin[axis] / step - 0.5));
    const to = Math.min(count - 1, Math.floor((patch.origin[axis] + (n - 1) * patch.step) / step - 0.5));
    return [from, to] as const;
  };
  const [x0, x1] = range(0, sx, nx);
  const [y0, y1] = range(1, sy, ny);
  const [z0, z1] = range(2, sz, nz);
  const values: number[] = [];
  for (let z = z0; z <= z1; z++)
    for (let y = y0; y <= y1; y++)
      for (let x = x0; x <= x1; x++) {
        const at = patchIndex(patch, (x + 0.5) * sx, (y + 0.5) * sy, (z + 0.5) * sz);
        if (at >= 0 && mask[at] === 1 && deepEnough(at)) values.push(volume.data[(z * ny + y) * nx + x]!);
      }
  return values;
}

/** Calcium: 200 HU without contrast medium; contrast can reach that in a lesion, so more is asked for where it was or may have been given. */
const CALCIUM_HU = { without: 200, with: 320 };

/**
 * Calcification pattern from where the bright voxels lie: `complete` when they fill it, `central` when they are its middle, `ring` when they
 * are a shell round a darker middle, `popcorn` for several separate pieces, else `eccentric`. House rule; only the words are from Lung-RADS.
 */
export function calcificationOf(
  volume: HuVolume,
  lesion: Lesion,
  contrast: boolean | null,
): z.infer<typeof Calcification> {
  const { patch, mask } = lesion;
  const { hu } = patch;
  const limit = contrast === true ? CALCIUM_HU.with : CALCIUM_HU.without;
  const depth2 = rimDepth2(lesion, volume);
  const deepest = Math.sqrt(depth2.reduce((a, b) => Math.max(a, b), 0));
  const inset = Math.min(1, deepest / 3);
  const isInner = (i: number) => mask[i] === 1 && depth2[i]! > inset * inset;
  const calcium = new Uint8Array(mask.length);
  let inner = 0;
  let bright = 0;
  let depthSum = 0;
  let coreAll = 0;
  let coreBright = 0;
  for (let i = 0; i < mask.length; i++) {
    if (!isInner(i)) continue;
    inner++;
    const isCore = Math.sqrt(depth2[i]!) > 0.6 * deepest;
    if (isCore) coreAll++;
    if (hu[i]! < limit) continue;
    calcium[i] = 1;
    bright++;
    depthSum += Math.sqrt(depth2[i]!) / deepest;
    if (isCore) coreBright++;
  }
  const share = bright / Math.max(1, inner);
  if (bright * patch.step ** 3 < 5 || share < 0.04) return 'none';
  if (share > 0.75) return 'complete';
  const coreShare = coreBright / Math.max(1, coreAll);
  if (coreShare > 0.75) return 'central';
  const pieces = components(patch, (i) => calcium[i] === 1).sizes.filter((size) => size * patch.step ** 3 > 4).length;
  if (pieces >= 3) return 'popcorn';
  return coreShare < 0.25 && share > 0.3 && depthSum / bright < 0.45 ? 'ring' : 'eccentric';
}

/**
 * Fat: a connected part of at least 15 mm3 and 8 % of a solid lesion between -120 and -30 HU, more than 1.8 mm inside, where neither the blurred
 * edge nor the step to lung can pass through these values. Not sought in sub-solid lesions, whose glass-to-solid step passes through them.
 */
export function hasFat(lesion: Lesion): boolean {
  if (lesion.type !== 'solid') return false;
  const { patch, mask, smooth } = lesion;
  const depth2 = squaredDistance(patch, (i) => mask[i] === 0);
  const isFat = (i: number) => depth2[i]! > 1.8 ** 2 && smooth[i]! > -120 && smooth[i]! < -30;
  const largest = Math.max(0, ...components(patch, isFat).sizes);
  const whole = mask.reduce((sum, value) => sum + value, 0);
  return largest * patch.step ** 3 >= 15 && largest >= 0.08 * whole;
}
