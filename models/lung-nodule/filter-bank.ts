import { OnnxGraph } from './onnx-graph.ts';

/** Gaussian scales in voxels. With pyramid levels of 1.4, 2.8 and 5.6 mm they match balls of about 4 to 35 mm. */
const SIGMAS = [0.8, 1.06, 1.4, 1.85] as const;
/** A ball of diameter d answers most at sigma = d / (2 sqrt 3) (zero of the scale derivative of the Laplacian of Gaussian). */
const DIAMETER_PER_SIGMA = 2 * Math.sqrt(3);
/** Answer of sigma^2 x second derivative at the centre of a unit ball at its own scale: (4 pi / 3) 3 sqrt 3 (2 pi)^-1.5 e^-1.5. */
const UNIT_BALL = ((4 * Math.PI) / 3) * 3 * Math.sqrt(3) * (2 * Math.PI) ** -1.5 * Math.exp(-1.5);
/** Two views of the same HU: one in which solid tissue stands out, one in which ground glass does and vessels saturate. */
const WINDOWS = [
  { from: -1000, to: -200 },
  { from: -1000, to: -550 },
] as const;
/** How far (voxels) an output depends on its input; the caller gives at least this much round each patch. */
export const HALO = Math.ceil(3 * SIGMAS[SIGMAS.length - 1]!) + 1;

const SHAPE = [1, 1, 'depth', 'height', 'width'] as const;

/**
 * The candidate model: a bank of Gaussian Hessian filters on an isotropic HU patch.
 * Input `hu` [1,1,D,H,W]; outputs `score` (same shape, 1 = a ball as bright as soft tissue) and `diameter` (voxels, of the best scale).
 *
 * With eigenvalues l1, l2, l3 all negative, mean -trace/3 times the roundness 27 det / trace^3 is 9 det / trace^2: near the full curvature
 * for a ball, 0 for a tube or a plate. It needs no eigen-decomposition: all are negative exactly when trace < 0, the sum of the principal
 * 2x2 minors > 0 and det < 0. (Blob and dot enhancement after Li, Sone & Doi, Med Phys 2003;30:2040, with the smooth measure in place of
 * the eigenvalue ratio.)
 */
export function buildFilterBank(version: string): Uint8Array {
  const g = new OnnxGraph('lung-nodule-filter-bank', 'Scale-space blob score of HU; classical, not trained.');
  const hu = g.input('hu', SHAPE);
  const views = WINDOWS.map(({ from, to }) => {
    const clipped = g.node('Clip', [hu, g.scalar(from), g.scalar(to)]);
    return g.node('Mul', [g.node('Sub', [clipped, g.scalar(from)]), g.scalar(1 / (to - from))]);
  });
  const both = g.node('Concat', views, { axis: 0 });
  let score: string | null = null;
  let diameter: string | null = null;
  for (const sigma of SIGMAS) {
    const answer = bestView(g, blobScore(g, hessian(g, smooth(g, both, sigma)), sigma));
    const size = g.scalar(Math.fround(sigma * DIAMETER_PER_SIGMA));
    if (score === null || diameter === null) {
      score = answer;
      diameter = g.node('Add', [g.node('Mul', [answer, g.scalar(0)]), size]);
      continue;
    }
    diameter = g.node('Where', [g.node('Greater', [answer, score]), size, diameter]);
    score = g.node('Max', [answer, score]);
  }
  g.output(score!, 'score', SHAPE);
  g.output(diameter!, 'diameter', SHAPE);
  return g.finish(17, 'caseloom', version);
}

/** Separable Gaussian, radius 3 sigma, one axis after the other. */
function smooth(g: OnnxGraph, input: string, sigma: number): string {
  const radius = Math.ceil(3 * sigma);
  const kernel = gaussian(sigma, radius);
  let value = input;
  for (const axis of [0, 1, 2]) {
    const dims = [1, 1, 1, 1, 1];
    dims[2 + axis] = kernel.length;
    const pad = [0, 0, 0].map((_, k) => (k === axis ? radius : 0));
    value = g.node('Conv', [value, g.constant(kernel, dims)], {
      kernel_shape: dims.slice(2),
      pads: [...pad, ...pad],
    });
  }
  return value;
}

function gaussian(sigma: number, radius: number): number[] {
  const raw = Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)));
  const sum = raw.reduce((a, b) => a + b, 0);
  return raw.map((value) => Math.fround(value / sum));
}

/** Six second derivatives by central differences: xx, yy, zz, xy, xz, yz. */
function hessian(g: OnnxGraph, input: string): string[] {
  const at = (z: number, y: number, x: number) => (z + 1) * 9 + (y + 1) * 3 + (x + 1);
  const kernels = Array.from({ length: 6 }, () => new Array<number>(27).fill(0));
  const unit = [
    [0, 0, 1],
    [0, 1, 0],
    [1, 0, 0],
  ] as const;
  unit.forEach(([z, y, x], k) => {
    kernels[k]![at(z, y, x)] = 1;
    kernels[k]![at(-z, -y, -x)] = 1;
    kernels[k]![at(0, 0, 0)] = -2;
  });
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const;
  pairs.forEach(([a, b], k) => {
    for (const s of [-1, 1])
      for (const t of [-1, 1]) {
        const [z, y, x] = [0, 1, 2].map((axis) => s * unit[a][axis]! + t * unit[b][axis]!);
        kernels[3 + k]![at(z!, y!, x!)] = (s * t) / 4;
      }
  });
  const all = g.node('Conv', [input, g.constant(kernels.flat(), [6, 1, 3, 3, 3])], {
    kernel_shape: [3, 3, 3],
    pads: [1, 1, 1, 1, 1, 1],
  });
  return g.nodes('Split', [all, g.integers([1, 1, 1, 1, 1, 1])], 6, { axis: 1 });
}

function blobScore(g: OnnxGraph, second: readonly string[], sigma: number): string {
  const [xx, yy, zz, xy, xz, yz] = second as [string, string, string, string, string, string];
  const mul = (a: string, b: string) => g.node('Mul', [a, b]);
  const sub = (a: string, b: string) => g.node('Sub', [a, b]);
  const add = (a: string, b: string) => g.node('Add', [a, b]);
  const zero = g.scalar(0);
  const trace = add(add(xx, yy), zz);
  const mYZ = sub(mul(yy, zz), mul(yz, yz));
  const mXZ = sub(mul(xx, zz), mul(xz, xz));
  const mXY = sub(mul(xx, yy), mul(xy, xy));
  const minors = add(add(mYZ, mXZ), mXY);
  // det = xx (yy zz - yz^2) - xy (xy zz - yz xz) + xz (xy yz - yy xz)
  const det = add(sub(mul(xx, mYZ), mul(xy, sub(mul(xy, zz), mul(yz, xz)))), mul(xz, sub(mul(xy, yz), mul(yy, xz))));
  const bright = g.node('Relu', [g.node('Neg', [det])]);
  const raw = g.node('Div', [bright, add(mul(trace, trace), g.scalar(1e-6))]);
  const isPeak = g.node('And', [g.node('Less', [trace, zero]), g.node('Greater', [minors, zero])]);
  return mul(g.node('Where', [isPeak, raw, zero]), g.scalar(Math.fround((9 * sigma * sigma) / UNIT_BALL)));
}

/** The larger answer of the two views. */
function bestView(g: OnnxGraph, answers: string): string {
  const [solid, glass] = g.nodes('Split', [answers, g.integers([1, 1])], 2, { axis: 0 });
  return g.node('Max', [solid!, glass!]);
}
