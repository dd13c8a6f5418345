/**
 * Volume-filling branching (after Tawhai et al., J Appl Physiol 2004;97:2310): a branch grows towards the middle of the points it must
 * supply, the points are split by a plane through that line, and both halves go on. Calibres follow Murray's law (r^3 = sum of r_i^3).
 */

import type { Vec3 } from './options.ts';
import type { TubePoint } from './shapes.ts';

export interface Branch {
  path: TubePoint[];
  /** Points (ends) supplied by this branch. */
  load: number;
  parent: number;
  generation: number;
}

export interface TreeRoot {
  start: Vec3;
  direction: Vec3;
  points: Float64Array;
}

export interface TreeSettings {
  /** Radius of a vessel that supplies one point. */
  endRadiusMm: number;
  /** Share of the way to the points' middle that a branch covers. */
  stride: number;
  random: () => number;
}

/** Grows one tree; `points` holds x, y, d triples and is reordered in place. */
export function growTree(root: TreeRoot, settings: TreeSettings): Branch[] {
  const branches: Branch[] = [];
  const count = root.points.length / 3;
  if (count === 0) return branches;
  const stack = [{ from: 0, to: count, start: root.start, direction: unit(root.direction), parent: -1, generation: 0 }];
  while (stack.length > 0) {
    const job = stack.pop()!;
    const grown = growBranch(root.points, job, settings);
    if (!grown) continue;
    const index =
      branches.push({ path: grown.path, load: job.to - job.from, parent: job.parent, generation: job.generation }) - 1;
    if (job.to - job.from <= 1 || job.generation > 28) continue;
    const cut = splitPoints(root.points, job.from, job.to, grown.end, grown.direction, settings.random);
    for (const [from, to] of [
      [job.from, cut],
      [cut, job.to],
    ] as const) {
      if (to > from)
        stack.push({
          from,
          to,
          start: grown.end,
          direction: grown.direction,
          parent: index,
          generation: job.generation + 1,
        });
    }
  }
  return branches;
}

interface Job {
  from: number;
  to: number;
  start: Vec3;
  direction: Vec3;
  parent: number;
  generation: number;
}

function growBranch(
  points: Float64Array,
  job: Job,
  settings: TreeSettings,
): { path: TubePoint[]; end: Vec3; direction: Vec3 } | null {
  const middle = mean(points, job.from, job.to);
  const way: Vec3 = [middle[0] - job.start[0], middle[1] - job.start[1], middle[2] - job.start[2]];
  const far = Math.hypot(...way);
  if (far < 0.8) return null;
  const load = job.to - job.from;
  const share = load === 1 ? Math.min(1, 9 / far) : settings.stride * (0.85 + 0.3 * settings.random());
  const heading = limitTurn(unit(way), job.direction, load > 60 ? 1.05 : 1.25);
  const length = far * share;
  const radius = settings.endRadiusMm * Math.cbrt(load);
  const wobble = 0.1 * length;
  const end: Vec3 = [0, 1, 2].map(
    (c) => job.start[c]! + heading[c]! * length + (settings.random() - 0.5) * wobble,
  ) as Vec3;
  const bend = length * 0.36;
  const control: Vec3 = [0, 1, 2].map((c) => job.start[c]! + job.direction[c]! * bend) as Vec3;
  const pieces = Math.max(2, Math.min(10, Math.ceil(length / 2.2)));
  const tip = load === 1 ? 0.72 : 0.97;
  const path: TubePoint[] = [];
  for (let s = 0; s <= pieces; s++) {
    const t = s / pieces;
    const a = (1 - t) * (1 - t);
    const b = 2 * t * (1 - t);
    const c = t * t;
    path.push([
      a * job.start[0] + b * control[0] + c * end[0],
      a * job.start[1] + b * control[1] + c * end[1],
      a * job.start[2] + b * control[2] + c * end[2],
      radius * (1 + (tip - 1) * t),
    ]);
  }
  return { path, end, direction: unit([end[0] - control[0], end[1] - control[1], end[2] - control[2]]) };
}

/** Turns `wanted` back towards `from` where the angle between them exceeds `limit` (radians). */
function limitTurn(wanted: Vec3, from: Vec3, limit: number): Vec3 {
  const cos = wanted[0] * from[0] + wanted[1] * from[1] + wanted[2] * from[2];
  const angle = Math.acos(Math.max(-1, Math.min(1, cos)));
  if (angle <= limit || angle > 3.1) return wanted;
  const s = Math.sin(angle);
  const a = Math.sin(limit) / s;
  const b = Math.sin(angle - limit) / s;
  return unit([wanted[0] * a + from[0] * b, wanted[1] * a + from[1] * b, wanted[2] * a + from[2] * b]);
}

/** Splits the points across their longest extent at right angles to the branch; unequal shares make side branches. Returns the cut index. */
function splitPoints(
  points: Float64Array,
  from: number,
  to: number,
  end: Vec3,
  direction: Vec3,
  random: () => number,
): number {
  const normal = longestAcross(points, from, to, direction);
  const middle = mean(points, from, to);
  let spread = 0;
  for (let i = from; i < to; i++) spread += Math.abs(project(points, i, middle, normal));
  spread /= to - from;
  const shift = (random() - 0.5) * 1.0 * spread;
  void end;
  let cut = from;
  for (let i = from; i < to; i++) {
    if (project(points, i, middle, normal) < shift) swapPoints(points, i, cut++);
  }
  if (cut === from) return from + 1;
  return cut === to ? to - 1 : cut;
}

function longestAcross(points: Float64Array, from: number, to: number, direction: Vec3): Vec3 {
  const m = mean(points, from, to);
  let xx = 0;
  let yy = 0;
  let zz = 0;
  let xy = 0;
  let xz = 0;
  let yz = 0;
  for (let i = from; i < to; i++) {
    const x = points[i * 3]! - m[0];
    const y = points[i * 3 + 1]! - m[1];
    const z = points[i * 3 + 2]! - m[2];
    const along = x * direction[0] + y * direction[1] + z * direction[2];
    const px = x - along * direction[0];
    const py = y - along * direction[1];
    const pz = z - along * direction[2];
    xx += px * px;
    yy += py * py;
    zz += pz * pz;
    xy += px * py;
    xz += px * pz;
    yz += py * pz;
  }
  let v: Vec3 = [1, 0.7, 0.4];
  for (let k = 0; k < 12; k++) {
    const w: Vec3 = [
      xx * v[0] + xy * v[1] + xz * v[2],
      xy * v[0] + yy * v[1] + yz * v[2],
      xz * v[0] + yz * v[1] + zz * v[2],
    ];
    if (Math.hypot(...w) < 1e-9) break;
    v = unit(w);
  }
  return v;
}

function project(points: Float64Array, i: number, from: Vec3, normal: Vec3): number {
  return (
    (points[i * 3]! - from[0]) * normal[0] +
    (points[i * 3 + 1]! - from[1]) * normal[1] +
    (points[i * 3 + 2]! - from[2]) * normal[2]
  );
}

function swapPoints(points: Float64Array, a: number, b: number): void {
  for (let c = 0; c < 3; c++) {
    const keep = points[a * 3 + c]!;
    points[a * 3 + c] = points[b * 3 + c]!;
    points[b * 3 + c] = keep;
  }
}

function mean(points: Float64Array, from: number, to: number): Vec3 {
  let x = 0;
  let y = 0;
  let z = 0;
  for (let i = from; i < to; i++) {
    x += points[i * 3]!;
    y += points[i * 3 + 1]!;
    z += points[i * 3 + 2]!;
  }
  const n = to - from;
  return [x / n, y / n, z / n];
}

export function unit(v: Vec3): Vec3 {
  const n = Math.hypot(v[0], v[1], v[2]) || 1;
  return [v[0] / n, v[1] / n, v[2] / n];
}
