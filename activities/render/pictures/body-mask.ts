import type { Plane } from './resample.ts';

/** Skin against air, midway between fat and air. */
const SKIN_HU = -400;
/** Sheets, tubes and table tops are thinner than twice this; it is opened away before the body is picked. */
const OPENING_MM = 4;
/** A second part this large beside the body (an arm) is kept. */
const ARM_SHARE = 0.12;

/** Less of the body than this, and its wall was too thin for the opening. */
const BROKEN_SHARE = 0.85;
/** At this share of all that is enclosed, table included, the body is surely whole: no second look. */
const SOUND_SHARE = 0.72;
/** Parts beside the largest one are kept when they are filled with tissue: an arm is, a table top is not. */
const TISSUE_SHARE = 0.6;

/**
 * The patient without table, sheets and air: 255 inside, 0 outside, lungs filled, edge softened over about three voxels
 * (the half-way level is the skin). One axial slice.
 */
export function bodyMask(slice: Plane, spacingMm: number): Uint8Array {
  const { width, height, data } = slice;
  const dense = new Uint8Array(width * height);
  for (let i = 0; i < dense.length; i++) dense[i] = data[i]! > SKIN_HU ? 1 : 0;
  const radius = Math.max(1, Math.round(OPENING_MM / spacingMm));
  // Holes filled last keep the air between a curved table and the back outside. Where that opens a thin chest wall (a child's), the
  // lungs are lost; then holes are filled first.
  const strict = opened(dense, dense, width, height, radius);
  const filled = fillHoles(dense, width, height);
  if (count(strict) >= SOUND_SHARE * count(filled)) return soften(strict, width, height);
  const loose = opened(filled, dense, width, height, radius);
  return soften(count(strict) >= BROKEN_SHARE * count(loose) ? strict : loose, width, height);
}

/** The body picked out of `mask` after an opening, grown back to its outline, its holes filled. */
function opened(mask: Uint8Array, dense: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  const core = largest(square(mask, width, height, radius, 'erode'), dense, width, height);
  // Back to the full outline: what the core grows into, but never further than it was eroded.
  const grown = square(core, width, height, radius + 1, 'dilate');
  for (let i = 0; i < grown.length; i++) grown[i] = grown[i]! & mask[i]!;
  return fillHoles(grown, width, height);
}

function count(mask: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < mask.length; i++) sum += mask[i]!;
  return sum;
}

/** Sets everything the outside air cannot reach from the picture's edge. */
function fillHoles(mask: Uint8Array, width: number, height: number): Uint8Array {
  const out = new Uint8Array(mask.length).fill(1);
  const stack = new Int32Array(mask.length);
  let top = 0;
  const seed = (i: number) => {
    if (mask[i] === 0 && out[i] === 1) {
      out[i] = 0;
      stack[top++] = i;
    }
  };
  for (let x = 0; x < width; x++) {
    seed(x);
    seed((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    seed(y * width);
    seed(y * width + width - 1);
  }
  while (top > 0) {
    const i = stack[--top]!;
    const x = i % width;
    if (x > 0) seed(i - 1);
    if (x < width - 1) seed(i + 1);
    if (i >= width) seed(i - width);
    if (i < mask.length - width) seed(i + width);
  }
  return out;
}

/**
 * Erosion (`need` = all of the square) or dilation (`need` = 1) by a square of side 2r+1, one direction after the other, by running
 * counts; beyond the edge lies nothing.
 */
function square(mask: Uint8Array, width: number, height: number, r: number, way: 'erode' | 'dilate'): Uint8Array {
  const need = way === 'erode' ? 2 * r + 1 : 1;
  const rows = new Uint8Array(mask.length);
  for (let y = 0; y < height; y++) {
    const line = y * width;
    let count = 0;
    for (let x = -r; x < width; x++) {
      if (x + r < width) count += mask[line + x + r]!;
      if (x > r) count -= mask[line + x - r - 1]!;
      if (x >= 0 && count >= need) rows[line + x] = 1;
    }
  }
  const out = new Uint8Array(mask.length);
  const counts = new Int16Array(width);
  for (let y = -r; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (y + r < height) counts[x]! += rows[(y + r) * width + x]!;
      if (y > r) counts[x]! -= rows[(y - r - 1) * width + x]!;
      if (y >= 0 && counts[x]! >= need) out[y * width + x] = 1;
    }
  }
  return out;
}

/** The largest 4-connected part, with others of at least `ARM_SHARE` of it that hold tissue. */
function largest(mask: Uint8Array, dense: Uint8Array, width: number, height: number): Uint8Array {
  const label = new Int32Array(mask.length);
  const sizes = [0];
  const tissue = [0];
  const stack = new Int32Array(mask.length);
  for (let seed = 0; seed < mask.length; seed++) {
    if (mask[seed] === 0 || label[seed] !== 0) continue;
    const name = sizes.length;
    let size = 0;
    let filled = 0;
    let top = 0;
    const visit = (i: number) => {
      if (mask[i] !== 0 && label[i] === 0) {
        label[i] = name;
        stack[top++] = i;
      }
    };
    visit(seed);
    while (top > 0) {
      const i = stack[--top]!;
      size++;
      filled += dense[i]!;
      const x = i % width;
      if (x > 0) visit(i - 1);
      if (x < width - 1) visit(i + 1);
      if (i >= width) visit(i - width);
      if (i < width * (height - 1)) visit(i + width);
    }
    sizes.push(size);
    tissue.push(filled);
  }
  const most = Math.max(...sizes);
  const kept = sizes.map(
    (size, i) => size > 0 && (size === most || (size >= most * ARM_SHARE && tissue[i]! >= size * TISSUE_SHARE)),
  );
  return Uint8Array.from(label, (name) => (kept[name] ? 1 : 0));
}

/** Weights 1 2 3 2 1 each way (a three-wide mean, twice): a margin that can be resampled without steps. */
function soften(mask: Uint8Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array(mask.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const a = x > 0 ? 1 : 0;
      const b = x < width - 1 ? 1 : 0;
      const far = (x > 1 ? mask[i - 2]! : mask[i - a]!) + (x < width - 2 ? mask[i + 2]! : mask[i + b]!);
      rows[i] = far + 2 * (mask[i - a]! + mask[i + b]!) + 3 * mask[i]!;
    }
  }
  const out = new Uint8Array(mask.length);
  for (let y = 0; y < height; y++) {
    const [up, down] = [y > 0 ? width : 0, y < height - 1 ? width : 0];
    const [up2, down2] = [y > 1 ? 2 * width : up, y < height - 2 ? 2 * width : down];
    for (let i = y * width; i < (y + 1) * width; i++) {
      const sum = rows[i - up2]! + rows[i + down2]! + 2 * (rows[i - up]! + rows[i + down]!) + 3 * rows[i]!;
      out[i] = Math.round((sum * 255) / 81);
    }
  }
  return out;
}

/** Smallest box (first and last column and row) holding the mask's half-way level; null for an empty slice. */
export function maskBox(mask: Uint8Array, width: number): { min: [number, number]; max: [number, number] } | null {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -1, -1];
  for (let i = 0; i < mask.length; i++) {
    if (mask[i]! < 128) continue;
    const x = i % width;
    const y = (i - x) / width;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  return x1 < 0 ? null : { min: [x0, y0], max: [x1, y1] };
}
