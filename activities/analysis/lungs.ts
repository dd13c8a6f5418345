import { StudioError } from '#domain/errors';
import type { Step } from '../step.ts';
import { airwayMask } from './airways.ts';
import { bodyMask } from './body.ts';
import { breathe } from './breathe.ts';
import { components, forEachNeighbour } from './components.ts';
import { squaredDistance } from './distance.ts';
import { type Box, boundingBox, boxSize, cropData, type HuVolume, type MaskVolume, voxelMm3 } from './grid.ts';
import { closeLung } from './lung-closing.ts';
import { separateLungs } from './lung-sides.ts';

/** Half way between lung (about -850) and soft tissue (about 40). */
const LUNG_HU = -400;
/** A component darker than this is gas in bowel, stomach or airway, not lung. */
const GAS_HU = -940;
const SMALLEST_PIECE_ML = 2;
const SMALLEST_LUNGS_ML = 250;

export interface Lungs {
  /** The part of the working grid round the lungs (all below is on it). */
  readonly box: Box;
  readonly hu: HuVolume;
  /** Aerated lung before closing, 1 = right, 2 = left. */
  readonly air: MaskVolume;
  /** With vessels and pleura-based nodules closed in, 1 = right, 2 = left. */
  readonly closed: MaskVolume;
  /** Squared distance (mm2) to the outside of `closed`. */
  readonly depth2: Float32Array;
  /** Typical HU of aerated lung (median). */
  readonly parenchymaHu: number;
}

/**
 * Segments the lungs on a near-isotropic HU volume: air inside the body, without the main airways, split into right and left, then
 * closed like a rolling ball, so that vessels and nodules at the pleura lie inside.
 * @param imageLeftIsRight true where the column index grows towards the patient's left (the DICOM habit for axial CT)
 * @throws StudioError ANALYSIS_NO_LUNGS
 */
export async function segmentLungs(volume: HuVolume, imageLeftIsRight: boolean, step: Step): Promise<Lungs> {
  const next = async (fraction: number) => {
    step.progress(fraction, 'lungs');
    await breathe(step);
  };
  const body = bodyMask(volume);
  await next(0.3);
  const airways = airwayMask(volume, body);
  await next(0.45);
  const air = aeratedLung(volume, body, airways);
  await next(0.6);
  const box = boundingBox(air, Math.ceil(20 / volume.spacing[0]));
  if (!box) throw new StudioError('ANALYSIS_NO_LUNGS');
  const size = boxSize(box);
  const { spacing } = volume;
  const hu: HuVolume = { size, spacing, data: cropData(volume.data, volume.size, box) };
  const inBox: MaskVolume = { size, spacing, data: cropData(air.data, volume.size, box) };
  const airwaysInBox = cropData(airways.data, volume.size, box);
  const bodyInBox = cropData(body.data, volume.size, box);
  const sided = separateLungs(inBox, imageLeftIsRight);
  await next(0.7);
  const closed = closeLung(sided, airwaysInBox, bodyInBox);
  await next(0.95);
  const depth2 = squaredDistance(closed, (i) => closed.data[i] === 0);
  return { box, hu, air: sided, closed, depth2, parenchymaHu: medianHu(hu, sided) };
}

function aeratedLung(volume: HuVolume, body: MaskVolume, airways: MaskVolume): MaskVolume {
  const { size, spacing, data } = volume;
  const barred = withNeighbours(airways);
  const inside = (i: number) => body.data[i] === 1 && data[i]! < LUNG_HU && barred[i] === 0;
  const pieces = components(volume, inside);
  const sums = new Float64Array(pieces.sizes.length);
  for (let i = 0; i < data.length; i++) sums[pieces.labels[i]!]! += data[i]!;
  const ml = voxelMm3(volume) / 1000;
  const keep = pieces.sizes.map(
    (count, label) => label > 0 && count * ml >= SMALLEST_PIECE_ML && sums[label]! / count > GAS_HU,
  );
  const main = Math.max(0, ...pieces.sizes.filter((_, label) => keep[label]));
  const out = new Uint8Array(data.length);
  let kept = 0;
  for (let i = 0; i < out.length; i++) {
    const label = pieces.labels[i]!;
    // A piece much smaller than the main one is bowel or a pocket outside the pleura more often than lung.
    if (keep[label] && pieces.sizes[label]! > main * 0.02) {
      out[i] = 1;
      kept++;
    }
  }
  if (kept * ml < SMALLEST_LUNGS_ML) throw new StudioError('ANALYSIS_NO_LUNGS');
  return { size, spacing, data: out };
}

/** The mask and its face neighbours: an airway with the blurred inside of its wall. */
function withNeighbours(mask: MaskVolume): Uint8Array {
  const [nx, ny, nz] = mask.size;
  const out = Uint8Array.from(mask.data);
  for (let i = 0; i < mask.data.length; i++)
    if (mask.data[i] === 1)
      forEachNeighbour(i, nx, ny, nz, (next) => {
        out[next] = 1;
      });
  return out;
}

function medianHu(hu: HuVolume, mask: MaskVolume): number {
  const histogram = new Uint32Array(1024);
  let n = 0;
  for (let i = 0; i < hu.data.length; i++) {
    if (mask.data[i] === 0) continue;
    const value = hu.data[i]!;
    if (value < -1024 || value >= 0) continue;
    histogram[value + 1024]!++;
    n++;
  }
  let seen = 0;
  for (let k = 0; k < 1024; k++) {
    seen += histogram[k]!;
    if (seen * 2 >= n) return k - 1024;
  }
  return -850;
}
