/** Where a picture's pixels lie in the source plane: `start` is the voxel coordinate of the first pixel's outer edge, `step` voxels a pixel. */
export interface Sampling {
  readonly start: readonly [number, number];
  readonly step: readonly [number, number];
  readonly width: number;
  readonly height: number;
}

/** A plane of samples, row after row. `data` may be a view into a volume. */
export interface Plane {
  readonly data: Int16Array | Uint8Array | Float32Array;
  readonly width: number;
  readonly height: number;
}

interface Taps {
  readonly first: Int32Array;
  readonly weights: Float32Array;
  readonly count: number;
}

/** Catmull-Rom, the cubic through its samples (Keys 1981, a = -1/2): neither softens nor sharpens. */
function cubic(t: number): number {
  const x = Math.abs(t);
  if (x < 1) return 1.5 * x ** 3 - 2.5 * x ** 2 + 1;
  if (x < 2) return -0.5 * x ** 3 + 2.5 * x ** 2 - 4 * x + 2;
  return 0;
}

/** Triangle, for masks: stays within 0..1. */
const tent = (t: number): number => Math.max(0, 1 - Math.abs(t));

/** Weights of every output pixel along one direction; widened when the picture is coarser than its source, so that nothing aliases. */
function taps(start: number, step: number, count: number, kernel: (t: number) => number, reach: number): Taps {
  const stretch = Math.max(1, step);
  const width = Math.ceil(reach * stretch) * 2 + 1;
  const first = new Int32Array(count);
  const weights = new Float32Array(count * width);
  for (let i = 0; i < count; i++) {
    const at = start + (i + 0.5) * step;
    const from = Math.floor(at - reach * stretch) + 1;
    first[i] = from;
    let sum = 0;
    for (let k = 0; k < width; k++) sum += kernel((from + k - at) / stretch);
    for (let k = 0; k < width; k++) weights[i * width + k] = kernel((from + k - at) / stretch) / sum;
  }
  return { first, weights, count: width };
}

/**
 * Resamples a plane by separable interpolation; samples beyond the edge repeat the edge.
 * Voxel centres are at whole coordinates, as in `Finding`.
 */
export function resample(plane: Plane, where: Sampling, kernel: 'cubic' | 'tent' = 'cubic'): Float32Array {
  const [shape, reach] = kernel === 'cubic' ? ([cubic, 2] as const) : ([tent, 1] as const);
  const across = taps(where.start[0], where.step[0], where.width, shape, reach);
  const down = taps(where.start[1], where.step[1], where.height, shape, reach);
  const top = clamp(down.first[0] ?? 0, 0, plane.height - 1);
  const bottom = clamp((down.first[where.height - 1] ?? 0) + down.count - 1, 0, plane.height - 1);
  const rows = rowsAcross(plane, across, where.width, top, bottom);
  const out = new Float32Array(where.width * where.height);
  for (let y = 0; y < where.height; y++) {
    const base = y * where.width;
    for (let k = 0; k < down.count; k++) {
      const weight = down.weights[y * down.count + k]!;
      if (weight === 0) continue;
      const source = (clamp(down.first[y]! + k, top, bottom) - top) * where.width;
      for (let x = 0; x < where.width; x++) out[base + x]! += weight * rows[source + x]!;
    }
  }
  return out;
}

function rowsAcross(plane: Plane, across: Taps, width: number, top: number, bottom: number): Float32Array {
  const rows = new Float32Array(width * (bottom - top + 1));
  const last = plane.width - 1;
  for (let y = top; y <= bottom; y++) {
    const source = y * plane.width;
    const target = (y - top) * width;
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = 0; k < across.count; k++) {
        const weight = across.weights[x * across.count + k]!;
        if (weight !== 0) sum += weight * plane.data[source + clamp(across.first[x]! + k, 0, last)]!;
      }
      rows[target + x] = sum;
    }
  }
  return rows;
}

const clamp = (value: number, low: number, high: number): number => (value < low ? low : Math.min(value, high));
