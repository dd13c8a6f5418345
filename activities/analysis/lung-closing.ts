import { components } from './components.ts';
import { squaredDistance } from './distance.ts';
import { type Box, boundingBox, boxSize, cropData, type MaskVolume } from './grid.ts';
import { LEFT, RIGHT } from './lung-sides.ts';

/** Ball rolled along the lung's outside: bridges pleura-based nodules up to about 20 mm across and hilar vessels. */
const BALL_MM = 12;
/** Airways wider than this stay outside after closing (trachea and main bronchi, not the segmental ones). */
const MAIN_AIRWAY_MM = 3.2;

/**
 * Closes each lung with a ball (dilate, then erode, by exact distances) and fills what is enclosed. The main airways, the other lung and
 * the outside of the body stay out.
 */
export function closeLung(sided: MaskVolume, airways: Uint8Array, body: Uint8Array): MaskVolume {
  const data = new Uint8Array(sided.data.length);
  const barred = mainAirways(sided, airways);
  for (const side of [RIGHT, LEFT]) {
    const one: MaskVolume = { ...sided, data: sided.data.map((label) => (label === side ? 1 : 0)) };
    const box = boundingBox(one, Math.ceil(BALL_MM / sided.spacing[0]) + 2);
    if (!box) continue;
    const size = boxSize(box);
    const small: MaskVolume = { size, spacing: sided.spacing, data: cropData(one.data, sided.size, box) };
    paste(
      data,
      sided,
      closeOne(small),
      box,
      (i) => (sided.data[i] === 0 || sided.data[i] === side) && barred[i] === 0 && body[i] === 1,
      side,
    );
  }
  return { ...sided, data };
}

function closeOne(mask: MaskVolume): MaskVolume {
  const r2 = BALL_MM * BALL_MM;
  const away = squaredDistance(mask, (i) => mask.data[i] === 1);
  const inner = squaredDistance(mask, (i) => away[i]! > r2);
  const closed = new Uint8Array(mask.data.length);
  for (let i = 0; i < closed.length; i++) closed[i] = mask.data[i] === 1 || inner[i]! > r2 ? 1 : 0;
  const outside = components(mask, (i) => closed[i] === 0);
  // The crop has a margin, so its first voxel is outside and every other empty piece is enclosed.
  let largest = 1;
  for (let label = 2; label < outside.sizes.length; label++)
    if (outside.sizes[label]! > (outside.sizes[largest] ?? 0)) largest = label;
  for (let i = 0; i < closed.length; i++) if (closed[i] === 0 && outside.labels[i] !== largest) closed[i] = 1;
  return { ...mask, data: closed };
}

/** Airway voxels that survive an opening: the wide tubes. */
function mainAirways(grid: MaskVolume, airways: Uint8Array): Uint8Array {
  const depth2 = squaredDistance(grid, (i) => airways[i] === 0);
  const r2 = MAIN_AIRWAY_MM ** 2;
  const away2 = squaredDistance(grid, (i) => airways[i] === 1 && depth2[i]! > r2);
  const wide = (MAIN_AIRWAY_MM + 2.5) ** 2;
  return away2.reduce((out, d2, i) => {
    if (d2 <= wide) out[i] = 1;
    return out;
  }, new Uint8Array(airways.length));
}

function paste(
  into: Uint8Array,
  grid: MaskVolume,
  from: MaskVolume,
  box: Box,
  allowed: (index: number) => boolean,
  label: number,
): void {
  const [nx, ny] = grid.size;
  const [w, h, d] = from.size;
  for (let z = 0, i = 0; z < d; z++)
    for (let y = 0; y < h; y++)
      for (let x = 0; x < w; x++, i++) {
        if (from.data[i] === 0) continue;
        const o = ((z + box.min[2]) * ny + y + box.min[1]) * nx + x + box.min[0];
        if (allowed(o)) into[o] = label;
      }
}
