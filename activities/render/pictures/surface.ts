import type { Step } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import type { Analysis } from '#domain/analysis';
import { SURFACE_DEGREES, type SurfaceViews } from '#domain/film/surface-view';
import { encode } from './draw.ts';
import { type Field, lungField } from './lung-field.ts';
import { readLungMask } from './lung-mask.ts';
import { resample } from './resample.ts';
import { breathe } from './scan.ts';

/** Pictures are marched at the field's own fineness and smoothly enlarged by this before they are kept. */
const ENLARGE = 3;
/** How dense the walls are that a ray crosses, the nearest and the farthest; where they are seen edge on, denser. */
const WALL = { front: 0.46, back: 0.4, rim: 0.4 } as const;
/** Grey of a wall in shadow, and how much light adds. */
const GREY = { dark: 52, light: 203 } as const;
/** Light from the front and above, the same from left and right. */
const LIGHT = [0, -0.6, -0.8] as const;
/** A ray that only grazes the surface shows it in part: from this value of the field on. */
const GRAZE = 0.3;
/** Below this a ray takes two steps at once: the smoothed surface is thicker than that. */
const EMPTY = 0.01;
/** Cells over which the surface's slope is taken. */
const SLOPE = 1.6;

/**
 * Both lungs from the front, turned in small steps; null when there is no lung mask. Ray-marched through the smoothed mask: no model,
 * no guess, nothing that is not in the segmentation.
 * @throws StudioError STORE_MISSING, CANCELLED
 */
export async function lungSurface(analysis: Analysis, store: BlobStore, step: Step): Promise<SurfaceViews | null> {
  const mask = await readLungMask(analysis, store);
  const field = mask && lungField(mask, analysis.study.geometry);
  if (!field) return null;
  const size = frameOf(field);
  const views = SURFACE_DEGREES.map(() => Buffer.alloc(size.width * size.height * 2));
  for (let row = 0; row < size.height; row++) {
    await breathe(step);
    for (const [i, degrees] of SURFACE_DEGREES.entries()) drawRow(field, degrees, row, views[i]!, size.width);
  }
  const images = [];
  for (const [i, pixels] of views.entries()) {
    await breathe(step);
    images.push(await store.put(await enlarged(pixels, size), 'image/png', `surface-${i + 1}`));
  }
  return {
    images,
    degrees: [...SURFACE_DEGREES],
    width: size.width * ENLARGE,
    height: size.height * ENLARGE,
    mmPerPixel: field.stepMm / ENLARGE,
    originMm: [(-size.width / 2) * field.stepMm, field.originMm[2] - field.stepMm / 2],
    axisMm: [field.axisMm[0], field.axisMm[1]],
  };
}

/** As wide as the lungs can be from any side, as high as they are. */
function frameOf({ size }: Field): { width: number; height: number } {
  const turn = Math.max(...SURFACE_DEGREES) * (Math.PI / 180);
  const width = Math.ceil(size[0] * Math.cos(turn) + size[1] * Math.sin(turn));
  return { width: Math.max(size[0], width + (width % 2)), height: size[2] };
}

/** Smoothly enlarged about its own middle; colour counts as far as it is seen. */
function enlarged(pixels: Buffer, { width, height }: { width: number; height: number }): Promise<Buffer> {
  const where = {
    start: [-0.5, -0.5],
    step: [1 / ENLARGE, 1 / ENLARGE],
    width: width * ENLARGE,
    height: height * ENLARGE,
  } as const;
  const plane = (value: (i: number) => number) =>
    resample({ data: Float32Array.from({ length: width * height }, (_, i) => value(i)), width, height }, where, 'tent');
  const alpha = plane((i) => pixels[2 * i + 1]!);
  const grey = plane((i) => pixels[2 * i]! * pixels[2 * i + 1]!);
  const out = Buffer.alloc(alpha.length * 2);
  for (let i = 0; i < alpha.length; i++) {
    if (alpha[i]! < 0.5) continue;
    out[2 * i] = Math.round(grey[i]! / alpha[i]!);
    out[2 * i + 1] = Math.round(alpha[i]!);
  }
  return encode(out, where);
}

/** One row of a view: each pixel's ray crosses one plane of the field, from the front to the back. */
function drawRow(field: Field, degrees: number, row: number, out: Buffer, width: number): void {
  const [nx, ny] = field.size;
  const plane = field.values.subarray(row * nx * ny, (row + 1) * nx * ny);
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const reach = Math.ceil(Math.hypot(nx, ny) / 2);
  for (let px = 0; px < width; px++) {
    const u = px + 0.5 - width / 2;
    // The point on the ray at depth w: (u·cos − w·sin, u·sin + w·cos), from the field's middle.
    const x0 = u * cos + (nx - 1) / 2;
    const y0 = u * sin + (ny - 1) / 2;
    const hit = crossing(plane, nx, ny, x0, y0, -sin, cos, reach);
    if (!hit) continue;
    const colour = shaded(field, row, hit, [x0, y0, -sin, cos]);
    out[2 * (row * width + px)] = colour[0];
    out[2 * (row * width + px) + 1] = colour[1];
  }
}

/** Depths at which a ray meets the surface from the front and from the back; grazing rays have one depth and a part below 1. */
interface Hit {
  readonly front: number;
  readonly back: number;
  readonly part: number;
}

function crossing(
  plane: Float32Array,
  nx: number,
  ny: number,
  x0: number,
  y0: number,
  dx: number,
  dy: number,
  reach: number,
): Hit | null {
  let best = GRAZE;
  let bestAt = 0;
  let front = 0;
  let before = 0;
  let found = false;
  let step = 1;
  for (let w = -reach; w <= reach; w += step) {
    const value = bilinear(plane, nx, ny, x0 + w * dx, y0 + w * dy);
    if (value >= 0.5) {
      front = w - (step * (value - 0.5)) / Math.max(1e-6, value - before);
      found = true;
      break;
    }
    if (value > best) {
      best = value;
      bestAt = w;
    }
    before = value;
    step = value < EMPTY ? 2 : 1;
  }
  if (!found) return best > GRAZE ? { front: bestAt, back: bestAt, part: (best - GRAZE) / (0.5 - GRAZE) } : null;
  before = 0;
  step = 1;
  for (let w = reach; w > front; w -= step) {
    const value = bilinear(plane, nx, ny, x0 + w * dx, y0 + w * dy);
    if (value >= 0.5) return { front, back: w + (step * (value - 0.5)) / Math.max(1e-6, value - before), part: 1 };
    before = value;
    step = value < EMPTY ? 2 : 1;
  }
  return { front, back: front, part: 1 };
}

/** Grey and alpha of a ray: the far wall seen through the near one. */
function shaded(field: Field, row: number, hit: Hit, ray: readonly [number, number, number, number]): [number, number] {
  const near = wall(field, row, hit.front, ray, WALL.front);
  if (hit.back <= hit.front) return [Math.round(near.grey), Math.round(near.alpha * hit.part * 255)];
  const far = wall(field, row, hit.back, ray, WALL.back);
  const alpha = near.alpha + far.alpha * (1 - near.alpha);
  const grey = (near.grey * near.alpha + far.grey * far.alpha * (1 - near.alpha)) / alpha;
  return [Math.round(grey), Math.round(alpha * hit.part * 255)];
}

function wall(
  field: Field,
  row: number,
  w: number,
  [x0, y0, dx, dy]: readonly [number, number, number, number],
  density: number,
): { grey: number; alpha: number } {
  const [x, y] = [x0 + w * dx, y0 + w * dy];
  const at = (a: number, b: number, c: number) => trilinear(field, a, b, c);
  // The field grows inwards, so its gradient points away from the outside: the outward normal is its negative.
  const gx = at(x - SLOPE, y, row) - at(x + SLOPE, y, row);
  const gy = at(x, y - SLOPE, row) - at(x, y + SLOPE, row);
  const gz = (at(x, y, row - 2) + at(x, y, row - 1) - at(x, y, row + 1) - at(x, y, row + 2)) * (SLOPE / 3);
  const length = Math.hypot(gx, gy, gz) || 1;
  const across = (gx * dy - gy * dx) / length;
  const along = (gx * dx + gy * dy) / length;
  const facing = Math.abs(along);
  const light = Math.max(0, across * LIGHT[0] + (gz / length) * LIGHT[1] + along * LIGHT[2]);
  return {
    grey: GREY.dark + GREY.light * light ** 1.4,
    alpha: Math.min(0.9, density + WALL.rim * (1 - facing) ** 2),
  };
}

function bilinear(plane: Float32Array, nx: number, ny: number, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= nx - 1 || y >= ny - 1) return 0;
  const i = x | 0;
  const j = y | 0;
  const at = j * nx + i;
  const top = plane[at]! + (plane[at + 1]! - plane[at]!) * (x - i);
  const low = plane[at + nx]! + (plane[at + nx + 1]! - plane[at + nx]!) * (x - i);
  return top + (low - top) * (y - j);
}

function trilinear({ values, size: [nx, ny, nz] }: Field, x: number, y: number, z: number): number {
  const k = Math.min(nz - 1, Math.max(0, z));
  return bilinear(values.subarray(k * nx * ny, (k + 1) * nx * ny), nx, ny, x, y);
}
