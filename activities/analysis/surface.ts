import { components } from './components.ts';
import type { Polygon } from './contour.ts';
import { signedArea } from './contour.ts';
import { squaredDistance } from './distance.ts';
import type { HuVolume } from './grid.ts';
import { median } from './median.ts';
import { patchPoint } from './patch.ts';
import type { Lesion } from './segment.ts';

/**
 * Wadell sphericity: surface of the ball of equal volume / surface. The surface is the integral of the gradient of the blurred mask
 * (co-area formula), and the ball is blurred alike, so that a voxel ball gives 1.
 */
export function sphericityOf(lesion: Lesion): number {
  const { patch, mask } = lesion;
  const [n] = patch.size;
  const sigma = 1.6;
  const soft = blurMask(mask, n, sigma);
  let area = 0;
  let count = 0;
  for (let z = 1; z < n - 1; z++)
    for (let y = 1; y < n - 1; y++)
      for (let x = 1; x < n - 1; x++) {
        const i = (z * n + y) * n + x;
        count += mask[i]!;
        const dx = soft[i + 1]! - soft[i - 1]!;
        const dy = soft[i + n]! - soft[i - n]!;
        const dz = soft[i + n * n]! - soft[i - n * n]!;
        area += Math.sqrt(dx * dx + dy * dy + dz * dz) / 2;
      }
  if (count === 0 || area === 0) return 0;
  const radius = Math.cbrt((3 * count) / (4 * Math.PI));
  const ball = 4 * Math.PI * (radius * radius + sigma * sigma);
  return Math.min(1, ball / area);
}

function blurMask(mask: Uint8Array, n: number, sigma: number): Float32Array {
  const radius = Math.ceil(2.5 * sigma);
  const kernel = Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)));
  const sum = kernel.reduce((a, b) => a + b, 0);
  let from = Float32Array.from(mask);
  for (const stride of [1, n, n * n]) {
    const to = new Float32Array(from.length);
    for (let i = 0; i < to.length; i++) {
      const place = Math.floor(i / stride) % n;
      let value = 0;
      for (let k = Math.max(-radius, -place); k <= Math.min(radius, n - 1 - place); k++)
        value += kernel[k + radius]! * from[i + k * stride]!;
      to[i] = value / sum;
    }
    from = to;
  }
  return from;
}

/** Convexity lost by lobes: 1 - area / area of the convex hull, scaled so that 15 % or more is 1. */
export function lobulationOf(outline: Polygon): number {
  const hull = convexHull(outline);
  const loss = 1 - Math.abs(signedArea(outline)) / Math.abs(signedArea(hull));
  return Math.max(0, Math.min(1, (loss - 0.01) / 0.14));
}

/** Andrew's monotone chain. */
export function convexHull(points: Polygon): Polygon {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: Polygon): Polygon => {
    const chain: Polygon = [];
    for (const p of list) {
      while (chain.length >= 2 && turn(chain[chain.length - 2]!, chain[chain.length - 1]!, p) <= 0) chain.pop();
      chain.push(p);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

const turn = (a: [number, number], b: [number, number], c: [number, number]): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Strands are looked for in this shell outside the surface, mm. */
const SHELL_MM = { from: 1.4, to: 3.2 };
/** A strand's cross-section, mm2: less is a speck, more is a vessel that passes by, or the wall. */
const SECTION_MM2 = { from: 0.6, to: 9 };
/** Strands are not looked for nearer to the border of the lung, mm. */
const WALL_MM = 2;
/** So many strands make an index of 1 - 1/e. */
const MANY = 6;

/**
 * Spiculation from the number of thin bright strands that run outward through a shell round the lesion: 1 - exp(-strands / 6). A strand
 * starts at the surface, reaches the end of the shell, and moves little sideways on the way. One or two vessels that end in a nodule
 * give 0.15 to 0.28.
 */
export function spiculationOf(lesion: Lesion): number {
  const { patch, mask, smooth, lungHu } = lesion;
  const away2 = squaredDistance(patch, (i) => mask[i] === 1);
  const limit = lungHu + Math.max(150, 0.3 * (Math.min(0, lesion.rimHu) - lungHu));
  const inShell = (i: number) => away2[i]! >= SHELL_MM.from ** 2 && away2[i]! <= SHELL_MM.to ** 2;
  // Near the lung's border the blurred wall would pass for strands.
  const spots = components(patch, (i) => inShell(i) && patch.depth[i]! > WALL_MM && smooth[i]! > limit);
  const ends = spots.sizes.map(() => ({ near: [0, 0, 0, 0], far: [0, 0, 0, 0] }));
  for (let i = 0; i < spots.labels.length; i++) {
    const label = spots.labels[i]!;
    if (label === 0) continue;
    const away = Math.sqrt(away2[i]!);
    const end = away < SHELL_MM.from + 0.7 ? ends[label]!.near : away > SHELL_MM.to - 0.7 ? ends[label]!.far : null;
    if (!end) continue;
    const point = patchPoint(patch, i);
    for (const axis of [0, 1, 2] as const) end[axis]! += point[axis];
    end[3]!++;
  }
  const thickness = SHELL_MM.to - SHELL_MM.from;
  const strands = spots.sizes.filter((size, label) => {
    if (label === 0) return false;
    const section = (size * patch.step ** 3) / thickness;
    const { near, far } = ends[label]!;
    if (section < SECTION_MM2.from || section > SECTION_MM2.to || near[3] === 0 || far[3] === 0) return false;
    const length = Math.hypot(...[0, 1, 2].map((axis) => far[axis]! / far[3]! - near[axis]! / near[3]!));
    return length > 0.6 && length < 1.5 * thickness;
  }).length;
  return 1 - Math.exp(-strands / MANY);
}

/** Steepest fall of HU along the outward normal within 2 mm of the outline, median over its points, HU/mm. */
export function marginSharpness(volume: HuVolume, slice: number, outline: Polygon): number {
  const [nx, ny] = volume.size;
  const [sx, sy] = volume.spacing;
  const base = slice * nx * ny;
  const hu = (x: number, y: number) => {
    const cx = Math.max(0, Math.min(nx - 1.001, x));
    const cy = Math.max(0, Math.min(ny - 1.001, y));
    const [i, j] = [Math.floor(cx), Math.floor(cy)];
    const at = (a: number, b: number) => volume.data[base + b * nx + a]!;
    const top = at(i, j) * (1 - (cx - i)) + at(i + 1, j) * (cx - i);
    const bottom = at(i, j + 1) * (1 - (cx - i)) + at(i + 1, j + 1) * (cx - i);
    return top * (1 - (cy - j)) + bottom * (cy - j);
  };
  const outward = signedArea(outline) > 0 ? 1 : -1;
  const slopes = outline.map(([x, y], k) => {
    const [a, b] = outline[(k + outline.length - 1) % outline.length]!;
    const [c, d] = outline[(k + 1) % outline.length]!;
    const [tx, ty] = [(c - a) * sx, (d - b) * sy];
    const length = Math.hypot(tx, ty) || 1;
    const [ux, uy] = [(outward * ty) / length / sx, (-outward * tx) / length / sy];
    let steepest = 0;
    for (let r = -2; r <= 1.2; r += 0.2)
      steepest = Math.max(steepest, (hu(x + r * ux, y + r * uy) - hu(x + (r + 0.8) * ux, y + (r + 0.8) * uy)) / 0.8);
    return steepest;
  });
  return median(slopes);
}
