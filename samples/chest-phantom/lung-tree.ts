/**
 * Trees that supply a cloud of points: every point joins the growing tree where the added length plus a share of the way back to the root
 * is least (the balance of wiring and path length of Cuntz et al., PLoS Comput Biol 2010;6:e1000877), turning back costs extra, then the
 * larger branches are drawn smooth. Calibres follow Murray's law (the cubes of the branches' radii add up).
 */
import type { Vec3 } from './options.ts';
import type { TubePoint } from './shapes.ts';

/** A run of the tree without its side branches, from where it leaves its parent to its end. */
export interface Run {
  path: TubePoint[];
  /** Index of the run it leaves, -1 for the first. */
  parent: number;
  /** Index within `path` of the parent where it leaves. */
  leaves: number;
}

export interface TreeRoot {
  start: Vec3;
  direction: Vec3;
  /** x, y, d triples. */
  points: Float64Array;
}

export interface TreeSettings {
  /** Radius of a vessel that supplies one point. */
  endRadiusMm: number;
  /** Share of the path back to the root in the cost: 0 gives the shortest net, 1 a broom. */
  balance: number;
}

/** Radius goes with the load to this power; Murray's law has 1/3, lungs as measured a little more. */
const MURRAY = 0.36;

/** Grows one tree; O(n^2) in the number of points, some 3000 a lobe. */
export function growTree(root: TreeRoot, settings: TreeSettings): Run[] {
  const parents = joinPoints(root, settings.balance);
  const n = parents.length;
  const load = new Float64Array(n);
  const order = inOrder(parents);
  for (let k = n - 1; k > 0; k--) {
    const i = order[k]!;
    if (load[i] === 0) load[i] = 1;
    load[parents[i]!]! += load[i]!;
  }
  const places = smoothPlaces(root, parents, load, order);
  return cutRuns(places, parents, load, root, settings.endRadiusMm);
}

/** Parent of every node; node 0 is the root, node i + 1 is point i. */
function joinPoints(root: TreeRoot, balance: number): Int32Array {
  const n = root.points.length / 3 + 1;
  const p = new Float64Array(n * 3);
  p.set(root.start);
  p.set(root.points, 3);
  const parents = new Int32Array(n).fill(-1);
  const way = new Float64Array(n);
  const cost = new Float64Array(n).fill(Infinity);
  const heading = new Float64Array(n * 3);
  heading.set(root.direction);
  const open = Int32Array.from({ length: n - 1 }, (_, i) => i + 1);
  let left = n - 1;
  let last = 0;
  while (left > 0) {
    let best = 0;
    for (let k = 0; k < left; k++) {
      const i = open[k]!;
      const dx = p[i * 3]! - p[last * 3]!;
      const dy = p[i * 3 + 1]! - p[last * 3 + 1]!;
      const dz = p[i * 3 + 2]! - p[last * 3 + 2]!;
      const far = Math.sqrt(dx * dx + dy * dy + dz * dz);
      const base = far + balance * (way[last]! + far);
      if (base < cost[i]!) {
        const along =
          (dx * heading[last * 3]! + dy * heading[last * 3 + 1]! + dz * heading[last * 3 + 2]!) / (far + 1e-9);
        const total = base + far * 0.9 * (0.6 - along > 0 ? 0.6 - along : 0);
        if (total < cost[i]!) {
          cost[i] = total;
          parents[i] = last;
        }
      }
      if (cost[i]! < cost[open[best]!]!) best = k;
    }
    last = open[best]!;
    open[best] = open[--left]!;
    const from = parents[last]!;
    const dx = p[last * 3]! - p[from * 3]!;
    const dy = p[last * 3 + 1]! - p[from * 3 + 1]!;
    const dz = p[last * 3 + 2]! - p[from * 3 + 2]!;
    const far = Math.sqrt(dx * dx + dy * dy + dz * dz) + 1e-9;
    way[last] = way[from]! + far;
    heading.set([dx / far, dy / far, dz / far], last * 3);
  }
  return parents;
}

/** Nodes so that every parent comes before its children. */
function inOrder(parents: Int32Array): Int32Array {
  const n = parents.length;
  const children: number[][] = Array.from({ length: n }, () => []);
  for (let i = 1; i < n; i++) children[parents[i]!]!.push(i);
  const order = new Int32Array(n);
  let filled = 1;
  for (let k = 0; k < filled; k++) for (const c of children[order[k]!]!) order[filled++] = c;
  return order;
}

/** Draws the larger branches straight: a node moves towards the middle of its parent and its heaviest child, the more the more it carries. */
function smoothPlaces(root: TreeRoot, parents: Int32Array, load: Float64Array, order: Int32Array): Float64Array {
  const n = parents.length;
  let p = new Float64Array(n * 3);
  p.set(root.start);
  p.set(root.points, 3);
  const heavy = heaviestChildren(parents, load);
  for (let pass = 0; pass < 10; pass++) {
    const q = Float64Array.from(p);
    for (let k = 1; k < n; k++) {
      const i = order[k]!;
      const child = heavy[i]!;
      if (child < 0) continue;
      const pull = Math.min(0.75, 0.36 + 0.06 * Math.log2(load[i]!));
      for (let c = 0; c < 3; c++) {
        const middle = (p[parents[i]! * 3 + c]! + p[child * 3 + c]!) / 2;
        q[i * 3 + c] = p[i * 3 + c]! * (1 - pull) + middle * pull;
      }
    }
    p = q;
  }
  return p;
}

function heaviestChildren(parents: Int32Array, load: Float64Array): Int32Array {
  const heavy = new Int32Array(parents.length).fill(-1);
  for (let i = 1; i < parents.length; i++) {
    const from = parents[i]!;
    if (heavy[from]! < 0 || load[i]! > load[heavy[from]!]!) heavy[from] = i;
  }
  return heavy;
}

function cutRuns(p: Float64Array, parents: Int32Array, load: Float64Array, root: TreeRoot, endRadius: number): Run[] {
  const heavy = heaviestChildren(parents, load);
  const children: number[][] = Array.from({ length: parents.length }, () => []);
  for (let i = 1; i < parents.length; i++) children[parents[i]!]!.push(i);
  const runs: Run[] = [];
  const stack = [{ from: 0, first: heavy[0]!, parent: -1, leaves: 0, heading: root.direction }];
  for (const side of children[0]!) {
    if (side !== heavy[0]) stack.push({ from: 0, first: side, parent: -1, leaves: 0, heading: root.direction });
  }
  while (stack.length > 0) {
    const job = stack.pop()!;
    if (job.first < 0) continue;
    const nodes = [job.from];
    for (let i = job.first; i >= 0; i = heavy[i]!) nodes.push(i);
    const index = runs.length;
    const { path, marks } = drawRun(p, nodes, load, job.heading, endRadius);
    runs.push({ path, parent: job.parent, leaves: job.leaves });
    for (let k = 1; k < nodes.length; k++) {
      const node = nodes[k]!;
      for (const side of children[node]!) {
        if (side === heavy[node]) continue;
        const at = marks[k]!;
        stack.push({ from: node, first: side, parent: index, leaves: at, heading: headingAt(path, at) });
      }
    }
  }
  return runs;
}

function drawRun(p: Float64Array, nodes: number[], load: Float64Array, heading: Vec3, endRadius: number) {
  const at = (i: number): Vec3 => [p[i * 3]!, p[i * 3 + 1]!, p[i * 3 + 2]!];
  const radius = (i: number): number => endRadius * load[i]! ** MURRAY;
  const start = at(nodes[0]!);
  const next = at(nodes[1]!);
  const far = Math.hypot(next[0] - start[0], next[1] - start[1], next[2] - start[2]);
  const first = radius(nodes[1]!);
  const controls: TubePoint[] = [[...start, first]];
  // Leaves along its parent, then bends away: the acute fork of real vessels.
  const lead = Math.min(far * 0.3, 5);
  controls.push(
    [0, 1, 2]
      .map((c) => start[c]! + heading[c]! * lead * 0.7 + (next[c]! - start[c]!) * 0.16)
      .concat(first) as unknown as TubePoint,
  );
  for (let k = 1; k < nodes.length; k++)
    controls.push([...at(nodes[k]!), radius(nodes[k]!) * (k === nodes.length - 1 ? 0.75 : 1)]);
  const path: TubePoint[] = [];
  const marks: number[] = [0];
  for (let k = 0; k + 1 < controls.length; k++) {
    for (const point of pieceBetween(controls, k)) path.push(point);
    if (k >= 1) marks[k] = path.length;
  }
  path.push(controls[controls.length - 1]!);
  return { path, marks };
}

function pieceBetween(c: TubePoint[], k: number): TubePoint[] {
  const a = c[Math.max(0, k - 1)]!;
  const b = c[k]!;
  const e = c[k + 1]!;
  const f = c[Math.min(c.length - 1, k + 2)]!;
  const far = Math.hypot(e[0] - b[0], e[1] - b[1], e[2] - b[2]);
  const pieces = Math.max(1, Math.min(6, Math.round(far / 2.4)));
  const out: TubePoint[] = [];
  for (let s = 0; s < pieces; s++) {
    const t = s / pieces;
    const t2 = t * t;
    const t3 = t2 * t;
    const at = (i: 0 | 1 | 2): number =>
      0.5 *
      (2 * b[i] +
        (e[i] - a[i]) * t +
        (2 * a[i] - 5 * b[i] + 4 * e[i] - f[i]) * t2 +
        (3 * b[i] - a[i] - 3 * e[i] + f[i]) * t3);
    out.push([at(0), at(1), at(2), b[3] + (e[3] - b[3]) * t]);
  }
  return out;
}

/** Unit tangent of a path at an index. */
export function headingAt(path: readonly TubePoint[], i: number): Vec3 {
  const a = path[Math.max(0, i - 1)]!;
  const b = path[Math.min(path.length - 1, i + 1)]!;
  return unit([b[0] - a[0], b[1] - a[1], b[2] - a[2]]);
}

export function unit(v: Vec3): Vec3 {
  const n = Math.hypot(v[0], v[1], v[2]) || 1;
  return [v[0] / n, v[1] / n, v[2] / n];
}
