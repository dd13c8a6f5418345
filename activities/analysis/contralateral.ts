import type { Contralateral, Finding } from '#domain/finding';
import type { Grid } from './grid.ts';
import { type Measurer, measuredNumber } from './measured.ts';

/** Above this a voxel is a vessel or wall, not parenchyma. */
const PARENCHYMA_HU = -500;

/**
 * The same place in the other lung: mirrored about the middle between the lungs, then moved to the nearest spot where a disc of the lesion's
 * size lies inside that lung and holds few vessels. Null when the other lung has no such spot on that slice.
 */
export function contralateralOf(
  finding: Finding,
  hu: Int16Array,
  mask: Uint8Array,
  grid: Grid,
  by: Measurer,
): Contralateral | null {
  const [nx, ny] = grid.size;
  const [sx, sy] = grid.spacing;
  const slice = finding.keySlice;
  const base = slice * nx * ny;
  const other = finding.features.side.value === 'right' ? 2 : 1;
  const middle = midline(mask, grid);
  const [cx, cy] = [2 * middle - finding.centreVoxel[0], finding.centreVoxel[1]];
  const radius = Math.max(5, finding.features.meanDiameterMm.value / 2 + 1);
  let best: { x: number; y: number; cost: number; meanHu: number } | null = null;
  const reach = 60;
  for (let dy = -reach; dy <= reach; dy += 2)
    for (let dx = -reach; dx <= reach; dx += 2) {
      const [x, y] = [Math.round(cx + dx / sx), Math.round(cy + dy / sy)];
      const distance = Math.hypot(dx, dy);
      if (best && distance >= best.cost) continue;
      const disc = discAt(hu, mask, grid, base, x, y, radius, other);
      if (!disc) continue;
      const cost = distance + 160 * disc.vesselShare;
      if (!best || cost < best.cost) best = { x, y, cost, meanHu: disc.meanHu };
    }
  if (!best) return null;
  return {
    findingId: finding.id,
    slice,
    centre: [best.x, best.y],
    meanHu: measuredNumber(
      by,
      best.meanHu,
      0,
      'HU',
      'mirror-disc',
      `mean of lung below ${PARENCHYMA_HU} HU in a disc of ${Math.round(radius * 2)} mm at the mirrored place`,
    ),
  };
}

function discAt(
  hu: Int16Array,
  mask: Uint8Array,
  grid: Grid,
  base: number,
  x: number,
  y: number,
  radiusMm: number,
  label: number,
): { vesselShare: number; meanHu: number } | null {
  const [nx, ny] = grid.size;
  const [sx, sy] = grid.spacing;
  const [rx, ry] = [Math.ceil(radiusMm / sx), Math.ceil(radiusMm / sy)];
  if (x - rx < 0 || y - ry < 0 || x + rx >= nx || y + ry >= ny) return null;
  let all = 0;
  let vessels = 0;
  let sum = 0;
  for (let dy = -ry; dy <= ry; dy++)
    for (let dx = -rx; dx <= rx; dx++) {
      if ((dx * sx) ** 2 + (dy * sy) ** 2 > radiusMm * radiusMm) continue;
      const i = base + (y + dy) * nx + x + dx;
      if (mask[i] !== label) return null;
      all++;
      if (hu[i]! >= PARENCHYMA_HU) vessels++;
      else sum += hu[i]!;
    }
  return all === vessels ? null : { vesselShare: vessels / all, meanHu: sum / (all - vessels) };
}

/** Column half way between the middles of both lungs. */
function midline(mask: Uint8Array, grid: Grid): number {
  const [nx] = grid.size;
  const sum = [0, 0, 0];
  const count = [0, 0, 0];
  for (let i = 0; i < mask.length; i += 3) {
    const label = mask[i]!;
    sum[label]! += i % nx;
    count[label]!++;
  }
  if (count[1] === 0 || count[2] === 0) return nx / 2;
  return (sum[1]! / count[1]! + sum[2]! / count[2]!) / 2;
}
