import { components, reachedFromSliceBorder } from './components.ts';
import type { HuVolume, MaskVolume } from './grid.ts';

/** Between fat (about -100 HU) and lung: everything above is tissue of the patient or a hard part of the table. */
const TISSUE_HU = -300;

/**
 * The patient's body, lungs and airways included: the largest piece of tissue, with everything filled that cannot be reached from the
 * slice's border. The table is another piece, unless it is hollow and closed, and then it is smaller.
 */
export function bodyMask(volume: HuVolume): MaskVolume {
  const { data, size, spacing } = volume;
  const tissue = components({ size, spacing }, (i) => data[i]! > TISSUE_HU);
  let largest = 1;
  for (let label = 2; label < tissue.sizes.length; label++)
    if (tissue.sizes[label]! > (tissue.sizes[largest] ?? 0)) largest = label;
  const outside = reachedFromSliceBorder({ size, spacing }, (i) => tissue.labels[i] !== largest);
  const body = new Uint8Array(outside.length);
  for (let i = 0; i < body.length; i++) body[i] = outside[i] === 0 ? 1 : 0;
  return { size, spacing, data: body };
}
