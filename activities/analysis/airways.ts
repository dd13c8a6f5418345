import { components, forEachNeighbour, IntQueue } from './components.ts';
import type { HuVolume, MaskVolume } from './grid.ts';
import { voxelMm3 } from './grid.ts';

/** Trachea in cross-section: area limits (mm2) generous enough for children and for tracheomegaly. */
const AREA_MM2 = { min: 40, max: 700 };
/** Trachea, main and lobar bronchi hold some 50 to 80 ml in adults; more means that the growth leaked into lung. */
const LARGEST_ML = 110;
/** A step of 15 HU that adds this share of volume is a leak. */
const LEAK_GROWTH = 1.6;

/**
 * Trachea and main bronchi: grown from a round dark disc near the body's middle in the upper slices, at the highest HU limit that does
 * not leak into the lungs. All 0 when no trachea is found (a scan that begins below it).
 */
export function airwayMask(volume: HuVolume, body: MaskVolume): MaskVolume {
  const { size, spacing } = volume;
  const none: MaskVolume = { size, spacing, data: new Uint8Array(volume.data.length) };
  const seed = tracheaSeed(volume, body);
  if (seed < 0) return none;
  const limit = (LARGEST_ML * 1000) / voxelMm3(volume);
  let best: IntQueue | null = null;
  for (let hu = -965; hu <= -860; hu += 15) {
    const grown = grow(volume, seed, hu, limit);
    if (grown === null || (best !== null && grown.length > best.length * LEAK_GROWTH + 2000 / voxelMm3(volume))) break;
    best = grown;
  }
  if (best) for (let i = 0; i < best.length; i++) none.data[best.at(i)] = 1;
  return none;
}

function grow(volume: HuVolume, seed: number, hu: number, limit: number): IntQueue | null {
  const [nx, ny, nz] = volume.size;
  const seen = new Uint8Array(volume.data.length);
  const queue = new IntQueue();
  queue.push(seed);
  seen[seed] = 1;
  for (let head = 0; head < queue.length; head++) {
    if (queue.length > limit) return null;
    forEachNeighbour(queue.at(head), nx, ny, nz, (next) => {
      if (seen[next] === 0 && volume.data[next]! < hu) {
        seen[next] = 1;
        queue.push(next);
      }
    });
  }
  return queue;
}

/** A voxel inside the trachea: the best round, dark, central disc of the upper half. -1 when there is none. */
function tracheaSeed(volume: HuVolume, body: MaskVolume): number {
  const [nx, ny, nz] = volume.size;
  const area = volume.spacing[0] * volume.spacing[1];
  let best = -1;
  let bestScore = 0;
  for (let z = 0; z < nz / 2; z++) {
    const base = z * nx * ny;
    const flat = { size: [nx, ny, 1] as const, spacing: volume.spacing };
    const discs = components(flat, (i) => body.data[base + i] === 1 && volume.data[base + i]! < -880);
    for (const disc of discStatistics(discs.labels, discs.sizes.length, nx, body.data.subarray(base, base + nx * ny))) {
      const mm2 = disc.count * area;
      if (mm2 < AREA_MM2.min || mm2 > AREA_MM2.max) continue;
      const round = mm2 / (disc.width * volume.spacing[0] * disc.height * volume.spacing[1]);
      const aside = Math.abs(disc.x - disc.bodyX) * volume.spacing[0];
      const aspect = Math.max(disc.width / disc.height, disc.height / disc.width);
      if (aside > 35 || aspect > 2.2 || round < 0.55) continue;
      const score = round * (1 - aside / 50) * Math.min(1, mm2 / 120) * (1 - (0.5 * z) / nz);
      if (score > bestScore && disc.seed >= 0) {
        bestScore = score;
        best = base + disc.seed;
      }
    }
  }
  return best;
}

interface Disc {
  count: number;
  x: number;
  y: number;
  width: number;
  height: number;
  bodyX: number;
  seed: number;
}

function discStatistics(labels: Int32Array, count: number, nx: number, body: Uint8Array): Disc[] {
  const sums = Array.from({ length: count }, () => ({ n: 0, x: 0, y: 0, x0: nx, x1: 0, y0: 1e9, y1: 0 }));
  let bodySum = 0;
  let bodyCount = 0;
  for (let i = 0; i < labels.length; i++) {
    const x = i % nx;
    if (body[i] === 1) {
      bodySum += x;
      bodyCount++;
    }
    const label = labels[i]!;
    if (label === 0) continue;
    const y = (i - x) / nx;
    const s = sums[label]!;
    s.n++;
    s.x += x;
    s.y += y;
    s.x0 = Math.min(s.x0, x);
    s.x1 = Math.max(s.x1, x);
    s.y0 = Math.min(s.y0, y);
    s.y1 = Math.max(s.y1, y);
  }
  return sums.slice(1).map((s, k) => {
    const centre = Math.round(s.y / s.n) * nx + Math.round(s.x / s.n);
    return {
      count: s.n,
      x: s.x / s.n,
      y: s.y / s.n,
      width: s.x1 - s.x0 + 1,
      height: s.y1 - s.y0 + 1,
      bodyX: bodySum / Math.max(1, bodyCount),
      seed: labels[centre] === k + 1 ? centre : -1,
    };
  });
}
