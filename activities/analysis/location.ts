import type { Lobe, Side } from '#domain/finding';
import type { MaskVolume } from './grid.ts';
import { RIGHT } from './lung-sides.ts';

/** Where something lies in its lung, by rule. */
interface Location {
  readonly side: Side;
  readonly lobe: Lobe;
  readonly zone: 'upper' | 'middle' | 'lower';
  /** 0..1 each; low near a border that is only estimated. */
  readonly lobeCertainty: number;
  readonly zoneCertainty: number;
}

/** Extent of one lung in voxels of the mask. */
interface LungExtent {
  readonly top: number;
  readonly bottom: number;
  readonly front: number;
  readonly back: number;
}

function lungExtent(mask: MaskVolume, label: number): LungExtent {
  const [nx, ny, nz] = mask.size;
  const perSlice = new Uint32Array(nz);
  const perRow = new Uint32Array(ny);
  for (let z = 0, i = 0; z < nz; z++)
    for (let y = 0; y < ny; y++)
      for (let x = 0; x < nx; x++, i++)
        if (mask.data[i] === label) {
          perSlice[z]!++;
          perRow[y]!++;
        }
  const ends = (counts: Uint32Array): [number, number] => {
    const total = counts.reduce((a, b) => a + b, 0);
    // The outermost 0.2 % on each side are tips of the recess and specks.
    let sum = 0;
    let from = 0;
    let to = counts.length - 1;
    while (from < to && sum + counts[from]! < total * 0.002) sum += counts[from++]!;
    sum = 0;
    while (to > from && sum + counts[to]! < total * 0.002) sum += counts[to--]!;
    return [from, to];
  };
  const [top, bottom] = ends(perSlice);
  const [front, back] = ends(perRow);
  return { top, bottom, front, back };
}

/**
 * The oblique fissure as a plane through the lung, in shares of the lung's height: at the back wall it begins a fifth below the apex (about the
 * fourth thoracic vertebra); it runs down and forward to the base at the front wall, which lies well above the deep recess at the back.
 */
const OBLIQUE = { back: 0.2, front: 0.7 };
/** The horizontal fissure of the right lung, about the level of the fourth rib in front. */
const HORIZONTAL = 0.42;
/** Fissures vary by about this much (one standard deviation), mm. */
const FISSURE_SD_MM = 14;

/**
 * Side from the lung's label; lobe from planes at the fissures' usual places, because fissures are not segmented; zone by thirds of the height.
 * @param at voxel coordinates in `mask`
 */
export function locate(mask: MaskVolume, label: number, at: readonly [number, number, number]): Location {
  const e = lungExtent(mask, label);
  const height = Math.max(1, e.bottom - e.top);
  const depth = Math.max(1, e.back - e.front);
  const down = (at[2] - e.top) / height;
  const backward = Math.max(0, Math.min(1, (at[1] - e.front) / depth));
  const obliqueAt = OBLIQUE.front + (OBLIQUE.back - OBLIQUE.front) * backward;
  const heightMm = height * mask.spacing[2];
  const slope = ((OBLIQUE.front - OBLIQUE.back) * heightMm) / (depth * mask.spacing[1]);
  // Distance at right angles to the slanted plane, above it positive.
  const aboveOblique = ((obliqueAt - down) * heightMm) / Math.hypot(1, slope);
  const aboveHorizontal = (HORIZONTAL - down) * heightMm;
  const right = label === RIGHT;
  const isLower = aboveOblique < 0;
  const lobe: Lobe = right ? (isLower ? 'RLL' : aboveHorizontal >= 0 ? 'RUL' : 'RML') : isLower ? 'LLL' : 'LUL';
  const nearest =
    right && !isLower ? Math.min(Math.abs(aboveOblique), Math.abs(aboveHorizontal)) : Math.abs(aboveOblique);
  const third = Math.min(2, Math.max(0, Math.floor(down * 3)));
  const toBorder = Math.min(Math.abs(down - 1 / 3), Math.abs(down - 2 / 3)) * heightMm;
  return {
    side: right ? 'right' : 'left',
    lobe,
    zone: (['upper', 'middle', 'lower'] as const)[third]!,
    lobeCertainty: round2(0.95 * normalShare(nearest / FISSURE_SD_MM)),
    zoneCertainty: round2(Math.min(0.97, normalShare(toBorder / 8))),
  };
}

const round2 = (value: number): number => Math.round(value * 100) / 100;

/** Share of a normal distribution below `z` (Abramowitz & Stegun 26.2.17, error below 1e-5 for z >= 0). */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.33267 * z);
  const tail = Math.exp((-z * z) / 2) * 0.39894228 * t * (0.4361836 + t * (-0.1201676 + t * 0.937298));
  return 1 - tail;
}
