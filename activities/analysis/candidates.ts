import type { Step } from '../step.ts';
import type { Engine } from './engine.ts';
import type { Grid, HuVolume, MaskVolume } from './grid.ts';
import type { ModelManifest } from './registry.ts';
import { resample } from './resample.ts';

/** A place that may hold a nodule, in mm from the outer corner of voxel (0,0,0) of the grid that was searched. */
export interface Candidate {
  readonly at: readonly [number, number, number];
  /** Matched ball's diameter, mm; 0 when the model gives none. */
  readonly diameterMm: number;
  readonly score: number;
}

/** Inner size of a block, voxels; with its halo it keeps a run below some 200 MB. */
const BLOCK = { x: 96, y: 96, z: 40 } as const;
/** More candidates than this are not looked at; the best by score are. */
const MOST = 600;

/**
 * Runs the model over the lungs, level by level and block by block, and returns the local maxima of its score, best first.
 * Outside the mask the volume is filled with typical lung, so that the chest wall has no edges. Honours `step.signal` between blocks.
 */
export async function findCandidates(
  hu: HuVolume,
  mask: MaskVolume,
  fillHu: number,
  engine: Engine,
  manifest: ModelManifest,
  step: Step,
): Promise<Candidate[]> {
  const filled: HuVolume = { ...hu, data: hu.data.map((value, i) => (mask.data[i] === 0 ? fillHu : value)) };
  const found: Candidate[] = [];
  const levels = manifest.input.levelsMm;
  for (const [k, spacing] of levels.entries()) {
    const level = spacing === hu.spacing[0] ? filled : resample(filled, [spacing, spacing, spacing]);
    const near = coarseMask(mask, level);
    // Level n has 1/8^n of the voxels, so the first one is nearly all of the work.
    const from = k === 0 ? 0 : 0.85 + (0.15 * (k - 1)) / levels.length;
    const share = k === 0 ? 0.85 : 0.15 / levels.length;
    const part: Step = { signal: step.signal, progress: (f, note) => step.progress(from + share * f, note) };
    found.push(...(await scanLevel(level, near, engine, manifest, part)));
  }
  return best(found);
}

/** Which voxels of `grid` have their centre inside the mask. */
function coarseMask(mask: MaskVolume, grid: Grid): Uint8Array {
  const [nx, ny, nz] = grid.size;
  const out = new Uint8Array(nx * ny * nz);
  const scale = ([0, 1, 2] as const).map((axis) => grid.spacing[axis] / mask.spacing[axis]) as [number, number, number];
  const place = (i: number, axis: 0 | 1 | 2) => Math.min(mask.size[axis] - 1, Math.floor((i + 0.5) * scale[axis]));
  for (let z = 0, i = 0; z < nz; z++)
    for (let y = 0; y < ny; y++)
      for (let x = 0; x < nx; x++, i++)
        out[i] = mask.data[(place(z, 2) * mask.size[1] + place(y, 1)) * mask.size[0] + place(x, 0)]!;
  return out;
}

async function scanLevel(
  level: HuVolume,
  mask: Uint8Array,
  engine: Engine,
  manifest: ModelManifest,
  step: Step,
): Promise<Candidate[]> {
  const [nx, ny, nz] = level.size;
  const score = new Float32Array(nx * ny * nz);
  const diameter = new Float32Array(nx * ny * nz);
  const blocks: [number, number, number][] = [];
  for (let z = 0; z < nz; z += BLOCK.z)
    for (let y = 0; y < ny; y += BLOCK.y) for (let x = 0; x < nx; x += BLOCK.x) blocks.push([x, y, z]);
  for (const [n, [x0, y0, z0]] of blocks.entries()) {
    step.signal.throwIfAborted();
    const size = [Math.min(BLOCK.x, nx - x0), Math.min(BLOCK.y, ny - y0), Math.min(BLOCK.z, nz - z0)] as const;
    if (!holdsLung(mask, level.size, [x0, y0, z0], size)) continue;
    const halo = manifest.input.haloVoxels;
    const patch = cutPatch(
      level,
      [x0 - halo, y0 - halo, z0 - halo],
      [size[0] + 2 * halo, size[1] + 2 * halo, size[2] + 2 * halo],
    );
    const result = await engine.run(patch);
    const [px, py] = patch.size;
    for (let z = 0; z < size[2]; z++)
      for (let y = 0; y < size[1]; y++) {
        const from = ((z + halo) * py + y + halo) * px + halo;
        const to = ((z + z0) * ny + y + y0) * nx + x0;
        score.set(result.score.subarray(from, from + size[0]), to);
        if (result.diameter) diameter.set(result.diameter.subarray(from, from + size[0]), to);
      }
    step.progress((n + 1) / blocks.length, 'candidates');
  }
  return peaks(level, mask, score, diameter, manifest.output.threshold);
}

function holdsLung(
  mask: Uint8Array,
  size: Grid['size'],
  at: readonly [number, number, number],
  block: readonly [number, number, number],
): boolean {
  for (let z = at[2]; z < at[2] + block[2]; z++)
    for (let y = at[1]; y < at[1] + block[1]; y++)
      for (let x = at[0], i = (z * size[1] + y) * size[0] + x; x < at[0] + block[0]; x++, i++) if (mask[i]) return true;
  return false;
}

/** Block of a volume as floats; beyond the border the nearest voxel is repeated. */
function cutPatch(volume: HuVolume, from: readonly number[], size: readonly [number, number, number]) {
  const [nx, ny, nz] = volume.size;
  const clamp = (i: number, n: number) => (i < 0 ? 0 : i >= n ? n - 1 : i);
  const xs = Int32Array.from({ length: size[0] }, (_, x) => clamp(x + from[0]!, nx));
  const data = new Float32Array(size[0] * size[1] * size[2]);
  for (let z = 0, o = 0; z < size[2]; z++)
    for (let y = 0; y < size[1]; y++) {
      const row = (clamp(z + from[2]!, nz) * ny + clamp(y + from[1]!, ny)) * nx;
      for (let x = 0; x < size[0]; x++, o++) data[o] = volume.data[row + xs[x]!]!;
    }
  return { size, data };
}

/** Voxels above the threshold that no neighbour of the 26 exceeds. Scores are rounded so that thread count cannot change the order. */
function peaks(
  level: HuVolume,
  mask: Uint8Array,
  score: Float32Array,
  diameter: Float32Array,
  threshold: number,
): Candidate[] {
  const [nx, ny, nz] = level.size;
  const out: Candidate[] = [];
  for (let z = 1; z < nz - 1; z++)
    for (let y = 1; y < ny - 1; y++)
      for (let x = 1; x < nx - 1; x++) {
        const i = (z * ny + y) * nx + x;
        const value = score[i]!;
        if (value < threshold || mask[i] === 0 || !isPeak(score, i, nx, nx * ny)) continue;
        const [sx, sy, sz] = level.spacing;
        out.push({
          at: [(x + 0.5) * sx, (y + 0.5) * sy, (z + 0.5) * sz],
          diameterMm: diameter[i]! * sx,
          score: Math.round(value * 1e4) / 1e4,
        });
      }
  return out;
}

function isPeak(score: Float32Array, i: number, row: number, plane: number): boolean {
  const value = score[i]!;
  for (let dz = -plane; dz <= plane; dz += plane)
    for (let dy = -row; dy <= row; dy += row)
      for (let dx = -1; dx <= 1; dx++) {
        const offset = dz + dy + dx;
        const other = score[i + offset]!;
        if (other > value || (other === value && offset < 0)) return false;
      }
  return true;
}

/** The best candidates, of those that lie within each other only the better one; order: score, then position. */
function best(all: Candidate[]): Candidate[] {
  const order = [...all].sort(
    (a, b) => b.score - a.score || a.at[2] - b.at[2] || a.at[1] - b.at[1] || a.at[0] - b.at[0],
  );
  const kept: Candidate[] = [];
  for (const candidate of order) {
    if (kept.length === MOST) break;
    if (!kept.some((other) => isNear(candidate, other))) kept.push(candidate);
  }
  return kept;
}

function isNear(a: Candidate, b: Candidate): boolean {
  const reach = Math.max(2.5, 0.35 * Math.max(a.diameterMm, b.diameterMm));
  const [dx, dy, dz] = [a.at[0] - b.at[0], a.at[1] - b.at[1], a.at[2] - b.at[2]];
  return dx * dx + dy * dy + dz * dz < reach * reach;
}
