import type { BlobStore } from '#activities/store/blob-store';
import type { Analysis } from '#domain/analysis';
import type { Finding } from '#domain/finding';
import { analysisOf, nodule } from '#tests/fixtures/analysis';

const SIZE = { columns: 128, rows: 96, slices: 20 } as const;
const SPACING: [number, number, number] = [2.5, 2.5, 6];
export const LUNG_HU = -850;
/** Middle of the nodule, voxels. */
export const CENTRE: [number, number, number] = [40, 50, 9];
const RADIUS = 4;

const ellipse = (x: number, y: number, cx: number, cy: number, rx: number, ry: number): boolean =>
  ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1;

/** Hounsfield units at a voxel: body, two lungs, a bright ball in the right one, and a hollow table 8 mm below the back. */
function huAt(x: number, y: number, z: number): number {
  if (ellipse(x, y, 64, 46, 56, 36)) {
    const ball = Math.hypot(x - CENTRE[0], y - CENTRE[1]) <= RADIUS && Math.abs(z - CENTRE[2]) <= 1;
    if (ball) return 40;
    return ellipse(x, y, 38, 46, 20, 26) || ellipse(x, y, 90, 46, 20, 26) ? LUNG_HU : 30;
  }
  const table = x > 8 && x < 120 && y > 84 && y < 93;
  const shell = table && (y < 87 || y > 90 || x < 11 || x > 117);
  return shell ? 100 : -1000;
}

/** Samples of the table's shell, for asking whether it is gone. */
export const TABLE_VOXEL: [number, number] = [64, 85];

function circle(radius: number): [number, number][] {
  return Array.from({ length: 48 }, (_, i) => {
    const angle = (i / 48) * 2 * Math.PI;
    return [CENTRE[0] + radius * Math.cos(angle), CENTRE[1] + radius * Math.sin(angle)];
  });
}

/** A small made-up scan in `store`, with the finding that fits it. */
export async function tinyChest(store: BlobStore, withFinding = true): Promise<Analysis> {
  const { columns, rows, slices } = SIZE;
  const bytes = Buffer.alloc(columns * rows * slices * 2);
  for (let z = 0; z < slices; z++)
    for (let y = 0; y < rows; y++)
      for (let x = 0; x < columns; x++) bytes.writeInt16LE(huAt(x, y, z), ((z * rows + y) * columns + x) * 2);
  const volume = await store.put(bytes, 'application/octet-stream', 'volume');
  const lungMask = await store.put(Buffer.from('no mask'), 'application/octet-stream', 'lung-mask');
  const base = analysisOf({ findings: withFinding ? [ballFinding()] : [] });
  return {
    ...base,
    study: { ...base.study, volume, geometry: { ...base.study.geometry, ...SIZE, spacingMm: SPACING } },
    lungs: { ...base.lungs, firstSlice: 1, lastSlice: 18 },
    lungMask,
    contralateral: withFinding
      ? [{ findingId: 'F1', slice: CENTRE[2], centre: [88, CENTRE[1]], meanHu: base.findings[0]!.features.meanHu }]
      : [],
  };
}

/** The ball as the analysis would report it: 20 mm across. */
function ballFinding(): Finding {
  const [x, y, z] = CENTRE;
  const mm = 2 * RADIUS * SPACING[0];
  return {
    ...nodule({ type: 'solid', longAxisMm: mm, shortAxisMm: mm, keySlice: z }),
    centreVoxel: CENTRE,
    boxVoxel: { min: [x - RADIUS, y - RADIUS, z - 1], max: [x + RADIUS, y + RADIUS, z + 1] },
    contours: [{ slice: z, points: circle(RADIUS) }],
    longAxis: { from: [x - RADIUS, y], to: [x + RADIUS, y] },
    shortAxis: { from: [x, y - RADIUS], to: [x, y + RADIUS] },
  };
}
