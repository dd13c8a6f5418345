import { components, forEachNeighbour, IntQueue } from './components.ts';
import { squaredDistance } from './distance.ts';
import type { MaskVolume } from './grid.ts';

/** The smaller lung holds at least this share of both; less means that the split cut off something else. */
const SMALLER_SHARE = 0.15;
/** Erosion radii (mm) tried one after the other where the lungs touch at the thin anterior or posterior junction. */
const RADII_MM = [1.6, 2.5, 3.5, 5, 7, 9];

export const RIGHT = 1;
export const LEFT = 2;

/** Labels a lung mask 1 (right) and 2 (left), also where both touch. */
export function separateLungs(mask: MaskVolume, imageLeftIsRight: boolean): MaskVolume {
  const seeds = seedsOfBoth(mask);
  const labels = new Uint8Array(mask.data.length);
  const [nx] = mask.size;
  if (seeds === null) {
    const middle = centroidX(mask, () => true);
    for (let i = 0; i < labels.length; i++) if (mask.data[i] === 1) labels[i] = i % nx < middle ? 1 : 2;
  } else spread(mask, seeds, labels);
  placeRest(mask, labels);
  const low = centroidX(mask, (i) => labels[i] === 1);
  const high = centroidX(mask, (i) => labels[i] === 2);
  const firstIsRight = low < high === imageLeftIsRight;
  if (!firstIsRight) for (let i = 0; i < labels.length; i++) if (labels[i] !== 0) labels[i] = 3 - labels[i]!;
  return { ...mask, data: labels };
}

/** Two large separate pieces as labels 1 and 2, from the mask itself or from the least erosion that parts it; null when none does. */
function seedsOfBoth(mask: MaskVolume): Uint8Array | null {
  let depth2: Float32Array | null = null;
  for (const radius of [0, ...RADII_MM]) {
    if (radius > 0) depth2 ??= squaredDistance(mask, (i) => mask.data[i] === 0);
    const inside = depth2
      ? (i: number) => mask.data[i] === 1 && depth2![i]! > radius * radius
      : (i: number) => mask.data[i] === 1;
    const pieces = components(mask, inside);
    const order = pieces.sizes.map((count, label) => ({ count, label })).slice(1);
    order.sort((a, b) => b.count - a.count || a.label - b.label);
    const [first, second] = order;
    if (!first || !second || second.count < SMALLER_SHARE * (first.count + second.count)) continue;
    const seeds = new Uint8Array(mask.data.length);
    for (let i = 0; i < seeds.length; i++)
      seeds[i] = pieces.labels[i] === first.label ? 1 : pieces.labels[i] === second.label ? 2 : 0;
    return seeds;
  }
  return null;
}

/** Breadth-first growth of both seeds inside the mask; each voxel goes to the one that reaches it first. */
function spread(mask: MaskVolume, seeds: Uint8Array, labels: Uint8Array): void {
  const [nx, ny, nz] = mask.size;
  const queue = new IntQueue();
  for (let i = 0; i < seeds.length; i++)
    if (seeds[i] !== 0) {
      labels[i] = seeds[i]!;
      queue.push(i);
    }
  for (let head = 0; head < queue.length; head++) {
    const index = queue.at(head);
    forEachNeighbour(index, nx, ny, nz, (next) => {
      if (labels[next] === 0 && mask.data[next] === 1) {
        labels[next] = labels[index]!;
        queue.push(next);
      }
    });
  }
}

/** Loose pieces go to the lung whose middle lies nearer from side to side. */
function placeRest(mask: MaskVolume, labels: Uint8Array): void {
  const [nx] = mask.size;
  const one = centroidX(mask, (i) => labels[i] === 1);
  const two = centroidX(mask, (i) => labels[i] === 2);
  for (let i = 0; i < labels.length; i++)
    if (mask.data[i] === 1 && labels[i] === 0) labels[i] = Math.abs((i % nx) - one) <= Math.abs((i % nx) - two) ? 1 : 2;
}

function centroidX(mask: MaskVolume, take: (index: number) => boolean): number {
  const [nx] = mask.size;
  let sum = 0;
  let n = 0;
  for (let i = 0; i < mask.data.length; i++)
    if (mask.data[i] === 1 && take(i)) {
      sum += i % nx;
      n++;
    }
  return n === 0 ? 0 : sum / n;
}
