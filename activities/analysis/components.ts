import type { Grid } from './grid.ts';

interface Components {
  /** 0 = background, else 1..count, in scan order of the first voxel. */
  readonly labels: Int32Array;
  /** Voxels of each label; index 0 unused. */
  readonly sizes: number[];
}

/** 6-connected components of the voxels where `inside`. Deterministic: labels follow scan order. */
export function components(grid: Grid, inside: (index: number) => boolean): Components {
  const [nx, ny, nz] = grid.size;
  const labels = new Int32Array(nx * ny * nz);
  const sizes = [0];
  const queue = new IntQueue();
  for (let seed = 0; seed < labels.length; seed++) {
    if (labels[seed] !== 0 || !inside(seed)) continue;
    const label = sizes.length;
    labels[seed] = label;
    queue.clear();
    queue.push(seed);
    for (let head = 0; head < queue.length; head++)
      forEachNeighbour(queue.at(head), nx, ny, nz, (next) => {
        if (labels[next] === 0 && inside(next)) {
          labels[next] = label;
          queue.push(next);
        }
      });
    sizes.push(queue.length);
  }
  return { labels, sizes };
}

/** Visits the six face neighbours that lie in the grid. */
export function forEachNeighbour(
  index: number,
  nx: number,
  ny: number,
  nz: number,
  visit: (index: number) => void,
): void {
  const plane = nx * ny;
  const x = index % nx;
  const y = ((index - x) / nx) % ny;
  const z = (index - x - y * nx) / plane;
  if (x > 0) visit(index - 1);
  if (x < nx - 1) visit(index + 1);
  if (y > 0) visit(index - nx);
  if (y < ny - 1) visit(index + nx);
  if (z > 0) visit(index - plane);
  if (z < nz - 1) visit(index + plane);
}

/** A growing list of voxel indices, read by position. */
export class IntQueue {
  #items = new Int32Array(4096);
  length = 0;
  push(value: number): void {
    if (this.length === this.#items.length) {
      const larger = new Int32Array(this.#items.length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.length++] = value;
  }
  at(position: number): number {
    return this.#items[position]!;
  }
  clear(): void {
    this.length = 0;
  }
}

/** Marks in every slice what can be reached from the slice's border through voxels where `open`; 1 = reached. */
export function reachedFromSliceBorder(grid: Grid, open: (index: number) => boolean): Uint8Array {
  const [nx, ny, nz] = grid.size;
  const reached = new Uint8Array(nx * ny * nz);
  const queue = new IntQueue();
  const take = (index: number) => {
    if (reached[index] === 0 && open(index)) {
      reached[index] = 1;
      queue.push(index);
    }
  };
  for (let z = 0; z < nz; z++) {
    const base = z * nx * ny;
    queue.clear();
    for (let x = 0; x < nx; x++) {
      take(base + x);
      take(base + (ny - 1) * nx + x);
    }
    for (let y = 0; y < ny; y++) {
      take(base + y * nx);
      take(base + y * nx + nx - 1);
    }
    for (let head = 0; head < queue.length; head++) {
      const index = queue.at(head);
      const inPlane = index - base;
      const x = inPlane % nx;
      if (x > 0) take(index - 1);
      if (x < nx - 1) take(index + 1);
      if (inPlane >= nx) take(index - nx);
      if (inPlane < (ny - 1) * nx) take(index + nx);
    }
  }
  return reached;
}
