/** What the scanner does to the truth: slice profile, blur, noise with the texture of a reconstruction kernel. */
import { COLUMNS, PIXEL_MM, ROWS } from './frame.ts';
import { randomStream } from './random.ts';

const N = COLUMNS * ROWS;

/** Separable blur with a symmetric kernel given as [centre, first, second, ...]; edges repeat. */
export function blur(plane: Float32Array, kernel: readonly number[], scratch: Float32Array): void {
  const reach = kernel.length - 1;
  for (let row = 0; row < ROWS; row++) {
    const o = row * COLUMNS;
    for (let c = 0; c < COLUMNS; c++) {
      let sum = kernel[0]! * plane[o + c]!;
      for (let k = 1; k <= reach; k++) {
        sum += kernel[k]! * (plane[o + (c >= k ? c - k : 0)]! + plane[o + (c + k < COLUMNS ? c + k : COLUMNS - 1)]!);
      }
      scratch[o + c] = sum;
    }
  }
  for (let row = 0; row < ROWS; row++) {
    const o = row * COLUMNS;
    for (let c = 0; c < COLUMNS; c++) {
      let sum = kernel[0]! * scratch[o + c]!;
      for (let k = 1; k <= reach; k++) {
        const up = row >= k ? o - k * COLUMNS : 0;
        const down = row + k < ROWS ? o + k * COLUMNS : (ROWS - 1) * COLUMNS;
        sum += kernel[k]! * (scratch[up + c]! + scratch[down + c]!);
      }
      plane[o + c] = sum;
    }
  }
}

export function gaussianKernel(sigma: number): number[] {
  const reach = Math.ceil(2.6 * sigma);
  const raw = Array.from({ length: reach + 1 }, (_, k) => Math.exp(-(k * k) / (2 * sigma * sigma)));
  const sum = raw[0]! + 2 * raw.slice(1).reduce((a, b) => a + b, 0);
  return raw.map((v) => v / sum);
}

const FINE = gaussianKernel(0.75);
const WIDE = gaussianKernel(1.9);

/** Noise of unit standard deviation whose slow variations are missing, as filtered back projection leaves it. */
export function kernelNoise(
  seed: number,
  slice: number,
  out: Float32Array,
  scratch: Float32Array,
  second: Float32Array,
): void {
  const random = randomStream(seed, `noise ${slice}`);
  for (let i = 0; i < N; i++) {
    const v = random() + random() + random() - 1.5;
    out[i] = v;
    second[i] = v;
  }
  blur(out, FINE, scratch);
  blur(second, WIDE, scratch);
  let square = 0;
  for (let i = 0; i < N; i++) {
    out[i] = out[i]! - 0.85 * second[i]!;
    square += out[i]! * out[i]!;
  }
  const scale = 1 / Math.sqrt(square / N);
  for (let i = 0; i < N; i++) out[i] = out[i]! * scale;
}

/**
 * Adds to `hu` what a low-dose scan adds: noise that grows with the water-equivalent size of the slice and towards its middle, and
 * streaks along the rows that the rays cross most matter in (shoulders). `skin` is the distance to the skin, `noise` unit noise.
 */
export function addNoise(hu: Float32Array, skin: Float32Array, noise: Float32Array, seed: number, slice: number): void {
  const random = randomStream(seed, `streaks ${slice}`);
  const rows = new Float32Array(ROWS);
  let water = 0;
  for (let row = 0; row < ROWS; row++) {
    let sum = 0;
    for (let i = row * COLUMNS, end = i + COLUMNS; i < end; i++) sum += Math.max(0, hu[i]! + 1000);
    rows[row] = (sum / 1000) * PIXEL_MM;
    water += rows[row]! * PIXEL_MM;
  }
  const diameter = 2 * Math.sqrt(water / Math.PI);
  const base = 17.5 * Math.exp((diameter - 255) / 130);
  const line = new Float32Array(COLUMNS);
  for (let row = 0; row < ROWS; row++) {
    const streak = 3 * Math.exp((rows[row]! - 270) / 62);
    if (streak > 0.4) streakLine(line, random);
    for (let column = 0; column < COLUMNS; column++) {
      const i = row * COLUMNS + column;
      const depth = Math.max(0, Math.min(1, (-skin[i]! + 12) / 80));
      const inside = 0.5 + 0.5 * depth;
      hu[i] = hu[i]! + base * inside * noise[i]!;
      if (streak > 0.4) hu[i] = hu[i]! + streak * depth * line[column]!;
    }
  }
}

/** A line of noise that changes slowly along the row: two one-sided averages, there and back. */
function streakLine(line: Float32Array, random: () => number): void {
  let v = 0;
  for (let c = -60; c < COLUMNS; c++) {
    v = 0.97 * v + 0.42 * (random() + random() - 1);
    if (c >= 0) line[c] = v;
  }
}
