/** Bones: a dense shell around marrow, with the marrow's own texture. */
import { BonePlane } from './bone-plane.ts';
import { COLUMNS, PIXEL_MM, xColumn, yRow } from './frame.ts';
import { girdlePaths, scapulaPlates } from './girdle.ts';
import { spineY } from './landmarks.ts';
import { Planes } from './planes.ts';
import { SegmentBuilder } from './segments.ts';
import { clamp01, ramp } from './shapes.ts';
import { cartilagePaths, ribRods, sternumDistance } from './skeleton.ts';
import { SPINE_REACH, type SpineSample, sampleSpine, vertebraeNear } from './vertebra.ts';

const rods = ribRods();
const plates = scapulaPlates();
const girdle = girdlePaths().flatMap((path) =>
  path.slice(1).map((b, k) => {
    const a = path[k]!;
    const r = (a[3] + b[3]) / 2;
    return {
      a: [a[0], a[1], a[2]] as const,
      b: [b[0], b[1], b[2]] as const,
      normal: [1, 0] as const,
      across: r,
      along: r,
    };
  }),
);
const cartilages = (() => {
  const builder = new SegmentBuilder();
  for (const path of cartilagePaths()) builder.addPath(path);
  return builder.build();
})();

interface Shell {
  marrow: number;
  shell: number;
  shellMm: number;
  grain: number;
}

const RIB: Shell = { marrow: 170, shell: 860, shellMm: 1.15, grain: 60 };
const BLADE: Shell = { marrow: 210, shell: 900, shellMm: 1.1, grain: 50 };
const VERTEBRA: Shell = { marrow: 165, shell: 560, shellMm: 0.9, grain: 75 };
const STERNUM: Shell = { marrow: 95, shell: 470, shellMm: 0.9, grain: 45 };

export class BonePainter {
  private readonly bone = new BonePlane();
  private readonly sample: SpineSample = { bone: 0, disc: 0, canal: 0 };

  paint(p: Planes): void {
    const { d } = p;
    p.stamp(cartilages, 92);
    p.stamp(cartilages, 78, -1.4);
    this.bone.clear();
    for (const rod of rods) this.bone.lowerRod(rod, d);
    this.fill(p, RIB);
    if (d < 175) {
      this.bone.clear();
      for (const plate of plates) this.bone.lowerPlate(plate, d);
      for (const rod of girdle) this.bone.lowerRod(rod, d);
      this.fill(p, BLADE);
    }
    this.spine(p);
    this.bone.clear();
    if (d > 38 && d < 216) {
      this.bone.lower(-34, 34, -118, -20, (x, y) => sternumDistance(x, y, d));
      this.fill(p, STERNUM);
    }
  }

  private spine(p: Planes): void {
    const { d } = p;
    const near = vertebraeNear(d);
    const cy = spineY(d);
    this.bone.clear();
    this.bone.lower(-SPINE_REACH.side, SPINE_REACH.side, cy - SPINE_REACH.front, cy + SPINE_REACH.back, (x, y) => {
      const s = sampleSpine(near, x, y, d, this.sample);
      this.soft(p, x, y, s.canal, s.disc);
      return s.bone;
    });
    this.fill(p, VERTEBRA);
  }

  /** Disc and spinal canal go under the bone. */
  private soft(p: Planes, x: number, y: number, canal: number, disc: number): void {
    const i = pixelAt(x, y);
    if (disc < 0.4) p.mix(i, 88, clamp01(0.5 - disc / PIXEL_MM));
    if (canal < 1.05) {
      p.mix(i, -50, clamp01((1 - canal) * 10 + 0.5));
      p.mix(i, 18, clamp01((0.86 - canal) * 10 + 0.5));
      p.mix(i, 38, clamp01((0.55 - canal) * 10 + 0.5));
    }
  }

  private fill(p: Planes, shell: Shell): void {
    const b = this.bone;
    for (let row = b.top; row <= b.bottom; row++) {
      for (let i = row * COLUMNS + b.left, end = row * COLUMNS + b.right; i <= end; i++) {
        const distance = b.values[i]!;
        if (distance > PIXEL_MM / 2) continue;
        const inner = shell.marrow + shell.grain * (p.grainy[i]! * 0.9 + p.cloudy[i]! * 0.5);
        const value = inner + (shell.shell - inner) * ramp(-shell.shellMm - 0.35, -shell.shellMm + 0.35, distance);
        p.mix(i, value, clamp01(0.5 - distance / PIXEL_MM) * clamp01(-p.skin[i]! / 2));
      }
    }
  }
}

function pixelAt(x: number, y: number): number {
  return Math.round(yRow(y)) * COLUMNS + Math.round(xColumn(x));
}
