import { describe, expect, it } from 'vitest';
import { axesOf } from '#activities/analysis/axes';
import { components, reachedFromSliceBorder } from '#activities/analysis/components';
import { type Polygon, signedArea } from '#activities/analysis/contour';
import { squaredDistance } from '#activities/analysis/distance';
import { resample } from '#activities/analysis/resample';
import { moments, symmetricEigenvalues } from '#activities/analysis/shape';
import { convexHull, lobulationOf } from '#activities/analysis/surface';

const ellipse = (a: number, b: number, turn: number, n = 90): Polygon =>
  Array.from({ length: n }, (_, i) => {
    const t = (i / n) * 2 * Math.PI;
    const [x, y] = [a * Math.cos(t), b * Math.sin(t)];
    return [50 + x * Math.cos(turn) - y * Math.sin(turn), 50 + x * Math.sin(turn) + y * Math.cos(turn)];
  });

describe('axes', () => {
  it.each([0, 0.4, 1.2, 2.7])('finds both diameters of an ellipse turned by %f', (turn) => {
    const axes = axesOf(ellipse(10, 6, turn), 0.5, 0.5);
    expect(axes.long.mm).toBeCloseTo(10, 1);
    expect(axes.short.mm).toBeCloseTo(6, 1);
    const [u, v] = [axes.long, axes.short].map(({ from, to }) => [to[0] - from[0], to[1] - from[1]] as const);
    expect(Math.abs(u![0] * v![0] + u![1] * v![1])).toBeLessThan(0.01 * 20 * 12);
  });

  it('counts millimetres where pixels are not square', () => {
    const axes = axesOf(ellipse(10, 6, 0), 0.5, 1);
    expect([axes.long.mm, axes.short.mm].map((mm) => Math.round(mm))).toEqual([12, 10]);
  });
});

describe('squaredDistance', () => {
  it('equals the brute-force distance on an anisotropic grid', () => {
    const grid = { size: [9, 7, 6] as const, spacing: [0.7, 1.1, 2.5] as const };
    const features = [3, 77, 200, 361];
    const fast = squaredDistance(grid, (i) => features.includes(i));
    const place = (i: number) => [i % 9, Math.floor(i / 9) % 7, Math.floor(i / 63)].map((v, k) => v * grid.spacing[k]!);
    for (let i = 0; i < fast.length; i++) {
      const p = place(i);
      const slow = Math.min(...features.map((f) => place(f).reduce((sum, v, k) => sum + (v - p[k]!) ** 2, 0)));
      expect(fast[i]).toBeCloseTo(slow, 4);
    }
  });
});

describe('components', () => {
  it('separates what touches by a corner only, in scan order', () => {
    const mask = [1, 0, 0, 0, 1, 0, 0, 0, 1];
    const found = components({ size: [3, 3, 1], spacing: [1, 1, 1] }, (i) => mask[i] === 1);
    expect(found.sizes).toEqual([0, 1, 1, 1]);
    expect(found.labels[8]).toBe(3);
  });

  it('does not reach a closed room from the border', () => {
    const open = Array.from({ length: 25 }, (_, i) => ![6, 7, 8, 11, 13, 16, 17, 18].includes(i));
    const reached = reachedFromSliceBorder({ size: [5, 5, 1], spacing: [1, 1, 1] }, (i) => open[i]!);
    expect([reached[12], reached[0], reached[10]]).toEqual([0, 1, 1]);
  });
});

describe('resample', () => {
  it('keeps the mean when shrinking and a ramp when growing', () => {
    const data = Int16Array.from({ length: 8 * 8 * 4 }, (_, i) => (i * 37) % 500);
    const source = { size: [8, 8, 4] as const, spacing: [1, 1, 2] as const, data };
    const small = resample(source, [2, 2, 2]);
    const mean = (values: Int16Array) => values.reduce((a, b) => a + b, 0) / values.length;
    expect(small.size).toEqual([4, 4, 4]);
    expect(Math.abs(mean(small.data) - mean(data))).toBeLessThan(1);
    const ramp = {
      size: [1, 1, 5] as const,
      spacing: [1, 1, 2] as const,
      data: Int16Array.from([0, 100, 200, 300, 400]),
    };
    expect([...resample(ramp, [1, 1, 1]).data]).toEqual([0, 25, 75, 125, 175, 225, 275, 325, 375, 400]);
  });
});

describe('shape', () => {
  it('gives the eigenvalues of a known matrix', () => {
    const [a, b, c] = symmetricEigenvalues(2, 2, 5, 1, 0, 0);
    expect([a, b, c].map((v) => Math.round(v! * 1e6) / 1e6)).toEqual([5, 3, 1]);
  });

  it('gives a box its spread', () => {
    const grid = { size: [20, 10, 4] as const, spacing: [1, 1, 2] as const };
    const shape = moments(grid, new Uint8Array(800).fill(1))!;
    expect(shape.deviations[0]).toBeCloseTo(Math.sqrt((20 ** 2 - 1) / 12), 5);
    expect(shape.centre).toEqual([9.5, 4.5, 1.5]);
  });

  it('calls an ellipse smooth and a clover lobulated', () => {
    const clover: Polygon = Array.from({ length: 120 }, (_, i) => {
      const t = (i / 120) * 2 * Math.PI;
      const r = 10 * (1 + 0.3 * Math.cos(4 * t));
      return [r * Math.cos(t), r * Math.sin(t)];
    });
    expect(lobulationOf(ellipse(10, 7, 0.3))).toBeLessThan(0.02);
    expect(lobulationOf(clover)).toBeGreaterThan(0.6);
    expect(Math.abs(signedArea(convexHull(clover)))).toBeGreaterThan(Math.abs(signedArea(clover)));
  });
});
