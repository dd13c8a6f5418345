/** The phantom as numbers. */
import { addNoise, blur, gaussianKernel, kernelNoise } from './acquisition.ts';
import { type CoarseFields, sampleCoarseFields } from './coarse-fields.ts';
import { CARINA_D, COLUMNS, columnX, HEIGHT_MM, PIXEL_MM, ROWS, rowY } from './frame.ts';
import type { PlacedNodule } from './nodule-shape.ts';
import { noduleTruth } from './nodule-truth.ts';
import { bendVesselsAround, placeNodules } from './nodules.ts';
import { type PhantomOptions, type PhantomTruth, resolveOptions, type Vec3 } from './options.ts';
import { growPulmonaryTrees, type PulmonaryTrees } from './pulmonary.ts';
import { SlicePainter } from './slice-painter.ts';

/** Raise whenever the made voxels or the truth change: kept phantoms of older versions are then made anew. */
export const GENERATOR_VERSION = '0.5.0';

export interface PhantomGeometry {
  fields: CoarseFields;
  trees: PulmonaryTrees;
  nodules: PlacedNodule[];
  truth: PhantomTruth;
}

/** Everything about the phantom that needs no voxels: surfaces, trees, nodules, truth. About a second. */
export function buildPhantomGeometry(options: PhantomOptions): PhantomGeometry {
  const resolved = resolveOptions(options);
  const fields = sampleCoarseFields(resolved.seed);
  const trees = growPulmonaryTrees(fields, resolved.seed);
  const nodules = placeNodules(resolved, fields, trees.vessels);
  bendVesselsAround(trees.vessels, nodules);
  const truth: PhantomTruth = {
    seed: resolved.seed,
    simulated: true,
    generatorVersion: GENERATOR_VERSION,
    slices: resolved.slices,
    spacingMm: [PIXEL_MM, PIXEL_MM, HEIGHT_MM / resolved.slices],
    nodules: nodules.map((n) => noduleTruth(n, fields, resolved.slices)),
  };
  return { fields, trees, nodules, truth };
}

export interface PhantomVolume {
  /** Hounsfield units; index = (slice * rows + row) * cols + column; slice 0 is the head end. */
  hu: Int16Array;
  cols: number;
  rows: number;
  slices: number;
  /** Column, row, slice spacing. */
  spacingMm: Vec3;
  /** DICOM patient coordinates (LPS) of the first voxel's middle; z falls with the slice index. */
  originMm: Vec3;
  truth: PhantomTruth;
}

/** LPS position of a slice's first voxel. */
export function sliceOrigin(slice: number, slices: number): Vec3 {
  return [columnX(0), rowY(0), CARINA_D - (slice + 0.5) * (HEIGHT_MM / slices)];
}

/** Renders slices one by one, in any order: each depends only on the options and its own index. */
export class PhantomRenderer {
  readonly truth: PhantomTruth;
  private readonly seed: number;
  private readonly slices: number;
  private readonly painter: SlicePainter;
  private readonly sum = new Float32Array(SIZE);
  private readonly noise = new Float32Array(SIZE);
  private readonly scratch = new Float32Array(SIZE);
  private readonly second = new Float32Array(SIZE);

  constructor(options: PhantomOptions) {
    const { seed, slices } = resolveOptions(options);
    const geometry = buildPhantomGeometry(options);
    this.truth = geometry.truth;
    this.seed = seed;
    this.slices = slices;
    this.painter = new SlicePainter(geometry.fields, geometry.trees, geometry.nodules, seed);
  }

  /** Hounsfield units of slice `slice` (0 = head end), ROWS x COLUMNS, -1024..3071. */
  renderSlice(slice: number): Int16Array {
    const { sum, noise, scratch } = this;
    const thickness = HEIGHT_MM / this.slices;
    const layers = Math.max(1, Math.min(4, Math.round(thickness / LAYER_MM)));
    this.painter.paintSlice((slice + 0.5) * thickness, thickness, layers, sum);
    blur(sum, SPREAD, scratch);
    kernelNoise(this.seed, slice, noise, scratch, this.second);
    addNoise(sum, this.painter.planes.skin, noise, this.seed, slice);
    const out = new Int16Array(SIZE);
    for (let i = 0; i < SIZE; i++) out[i] = Math.max(-1024, Math.min(3071, Math.round(sum[i]!)));
    return out;
  }
}

/** Builds the whole volume in memory. The same options give the same voxels. */
export function buildPhantomVolume(options: PhantomOptions): PhantomVolume {
  const renderer = new PhantomRenderer(options);
  const { slices, spacingMm } = renderer.truth;
  const hu = new Int16Array(SIZE * slices);
  for (let slice = 0; slice < slices; slice++) hu.set(renderer.renderSlice(slice), slice * SIZE);
  return { hu, cols: COLUMNS, rows: ROWS, slices, spacingMm, originMm: sliceOrigin(0, slices), truth: renderer.truth };
}

const SIZE = COLUMNS * ROWS;
/** In-plane blur of a standard body kernel (pixels). */
const SPREAD = gaussianKernel(0.62);
/** Planes painted per slice: one about every this many mm, four at most. */
const LAYER_MM = 0.85;
