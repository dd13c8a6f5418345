import { forEachNeighbour, IntQueue } from './components.ts';
import { squaredDistance } from './distance.ts';
import type { Grid, HuVolume } from './grid.ts';
import type { LungDepth, Point } from './rays.ts';
import { trilinear } from './resample.ts';

/** A small isotropic cube of HU round a lesion, interpolated from the native volume, with the closed lung beside it. */
export interface LesionPatch extends Grid {
  /** Position (mm from the volume's outer corner) of the centre of patch voxel (0,0,0). */
  readonly origin: Point;
  /** Edge of a voxel, mm. */
  readonly step: number;
  readonly hu: Float32Array;
  /** 1 inside the closed lung, and a little beyond its border (see `BORDER_MM`). */
  readonly lung: Uint8Array;
  /** Distance to the border of the closed lung, mm; 0 outside. */
  readonly depth: Float32Array;
}

/**
 * The ball that closes the lung bulges into the mouth of a nodule on the pleura by this much (12 mm ball, mouth of about 8 mm), so lesions may
 * reach that far out.
 */
const BORDER_MM = 0.8;

/** Cuts the cube that reaches `halfMm` from `centre` in every direction. */
export function cutLesionPatch(
  volume: HuVolume,
  lungDepth: LungDepth,
  centre: Point,
  halfMm: number,
  step: number,
): LesionPatch {
  const [sx, sy, sz] = volume.spacing;
  const half = Math.ceil(halfMm / step);
  const n = 2 * half + 1;
  const origin: Point = [centre[0] - half * step, centre[1] - half * step, centre[2] - half * step];
  const hu = new Float32Array(n * n * n);
  const depth = new Float32Array(n * n * n);
  for (let k = 0, i = 0; k < n; k++) {
    const z = origin[2] + k * step;
    for (let j = 0; j < n; j++) {
      const y = origin[1] + j * step;
      for (let m = 0; m < n; m++, i++) {
        const x = origin[0] + m * step;
        hu[i] = trilinear(volume, x / sx - 0.5, y / sy - 0.5, z / sz - 0.5);
        depth[i] = lungDepth(x, y, z);
      }
    }
  }
  const grid = { size: [n, n, n], spacing: [step, step, step] } as const;
  const beyond2 = squaredDistance(grid, (i) => depth[i]! > 0);
  const lung = Uint8Array.from(beyond2, (d2) => (d2 <= BORDER_MM * BORDER_MM ? 1 : 0));
  return { ...grid, origin, step, hu, lung, depth };
}

/** Index of the patch voxel nearest to a point, or -1 outside. */
export function patchIndex(patch: LesionPatch, x: number, y: number, z: number): number {
  const [n] = patch.size;
  const i = Math.round((x - patch.origin[0]) / patch.step);
  const j = Math.round((y - patch.origin[1]) / patch.step);
  const k = Math.round((z - patch.origin[2]) / patch.step);
  return i < 0 || j < 0 || k < 0 || i >= n || j >= n || k >= n ? -1 : (k * n + j) * n + i;
}

/** Position (mm) of a patch voxel's centre. */
export function patchPoint(patch: LesionPatch, index: number): [number, number, number] {
  const [n] = patch.size;
  const x = index % n;
  const y = ((index - x) / n) % n;
  const z = (index - x - y * n) / (n * n);
  return [patch.origin[0] + x * patch.step, patch.origin[1] + y * patch.step, patch.origin[2] + z * patch.step];
}

/** The part of `inside` connected (6 neighbours) to any of the seeds, as a mask. */
export function connectedTo(grid: Grid, seeds: Iterable<number>, inside: (index: number) => boolean): Uint8Array {
  const [nx, ny, nz] = grid.size;
  const out = new Uint8Array(nx * ny * nz);
  const queue = new IntQueue();
  for (const seed of seeds)
    if (out[seed] === 0 && inside(seed)) {
      out[seed] = 1;
      queue.push(seed);
    }
  for (let head = 0; head < queue.length; head++)
    forEachNeighbour(queue.at(head), nx, ny, nz, (next) => {
      if (out[next] === 0 && inside(next)) {
        out[next] = 1;
        queue.push(next);
      }
    });
  return out;
}

/** Nothing thicker than twice this is cut off as a vessel. */
const THICKEST_NECK_MM = 2.5;
/** What was cut off grows back by this share of the inner radius: the roots of spicules belong to a lesion. */
const ROOTS = 0.1;

export interface Opened {
  readonly mask: Uint8Array;
  /** Radius (mm) of the largest ball inside, near the seed. */
  readonly innerRadius: number;
}

/**
 * Cuts off what hangs on a lesion by thin necks: erodes by a share of the lesion's own inner radius, keeps the piece at the seed, grows it
 * back inside the mask (morphological opening by reconstruction over a limited distance; after Kuhnigk et al., IEEE TMI 2006;25:417).
 */
export function openAround(
  patch: LesionPatch,
  mask: Uint8Array,
  seed: number,
  share: number,
  searchMm: number,
): Opened | null {
  const depth2 = squaredDistance(patch, (i) => mask[i] === 0);
  const peak = deepestNear(patch, depth2, seed, searchMm);
  if (peak < 0 || depth2[peak]! <= 0) return null;
  // Distances run to the first voxel outside; the surface lies half a voxel before it.
  const innerRadius = Math.sqrt(depth2[peak]!) - patch.step / 2;
  const radius = Math.min(THICKEST_NECK_MM, Math.max(0.5 * patch.step, share * innerRadius));
  const erode2 = (radius + patch.step / 2) ** 2;
  const core = connectedTo(patch, [peak], (i) => mask[i] === 1 && depth2[i]! >= erode2);
  const near2 = squaredDistance(patch, (i) => core[i] === 1);
  const reach2 = (radius + 0.6 * patch.step + ROOTS * innerRadius) ** 2;
  const out = connectedTo(patch, [peak], (i) => mask[i] === 1 && near2[i]! <= reach2);
  return { mask: out, innerRadius };
}

function deepestNear(patch: LesionPatch, depth2: Float32Array, seed: number, searchMm: number): number {
  const [n] = patch.size;
  const reach = Math.max(1, Math.round(searchMm / patch.step));
  const x0 = seed % n;
  const y0 = ((seed - x0) / n) % n;
  const z0 = (seed - x0 - y0 * n) / (n * n);
  let best = -1;
  for (let z = Math.max(0, z0 - reach); z <= Math.min(n - 1, z0 + reach); z++)
    for (let y = Math.max(0, y0 - reach); y <= Math.min(n - 1, y0 + reach); y++)
      for (let x = Math.max(0, x0 - reach); x <= Math.min(n - 1, x0 + reach); x++) {
        const i = (z * n + y) * n + x;
        if (Math.hypot(x - x0, y - y0, z - z0) <= reach && (best < 0 || depth2[i]! > depth2[best]!)) best = i;
      }
  return best;
}

/** Gaussian blur of a patch, sigma in mm, borders repeated. */
export function blurPatch(patch: LesionPatch, sigmaMm: number): Float32Array {
  const sigma = sigmaMm / patch.step;
  const radius = Math.max(1, Math.ceil(2.5 * sigma));
  const kernel = Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)));
  const sum = kernel.reduce((a, b) => a + b, 0);
  const [n] = patch.size;
  let from: Float32Array = patch.hu;
  for (const stride of [1, n, n * n]) {
    const to = new Float32Array(from.length);
    for (let i = 0; i < to.length; i++) {
      const place = Math.floor(i / stride) % n;
      let value = 0;
      for (let k = -radius; k <= radius; k++) {
        const at = place + k < 0 ? 0 : place + k >= n ? n - 1 : place + k;
        value += kernel[k + radius]! * from[i + (at - place) * stride]!;
      }
      to[i] = value / sum;
    }
    from = to;
  }
  return from;
}
