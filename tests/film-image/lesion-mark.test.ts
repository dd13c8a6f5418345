import { describe, expect, it } from 'vitest';
import {
  contains,
  distance,
  type LesionMark,
  lesionMark,
  markPath,
  outline,
  outlineGap,
  type Pair,
} from '#domain/film/lesion-mark';
import { HIGHLIGHT_STAGE, highlightView, keyContour, onScreen, spacingOf } from '#domain/film/placement';
import { ANALYSIS_VARIANTS } from '#tests/fixtures/analysis';

const withFinding = Object.entries(ANALYSIS_VARIANTS)
  .map(([name, make]) => ({ name, analysis: make() }))
  .filter(({ analysis }) => analysis.findings.length > 0);

/** A ragged star: spicules twice as long as the radius. */
const spiky = (n: number): Pair[] =>
  Array.from({ length: 120 }, (_, i) => {
    const angle = (i / 120) * 2 * Math.PI;
    const radius = 8 + (i % Math.round(120 / n) === 0 ? 8 : 0) + 2 * Math.sin(3 * angle);
    return [100 + radius * Math.cos(angle), 60 + radius * Math.sin(angle)];
  });

describe('the outline mark', () => {
  it.each([1, 3, 5, 8])('surrounds %i spicules without touching them', (n) => {
    const contour = spiky(n);
    const line = outline(contour, 2);
    for (const point of contour) {
      expect(contains(line, point)).toBe(true);
      expect(distance(line, point)).toBeGreaterThan(1);
    }
  });

  it('begins at its top and runs counter-clockwise, as the thread from the right does', () => {
    const line = outline(spiky(3), 2);
    expect(line[0]![1]).toBe(Math.min(...line.map((point) => point[1])));
    expect(line[4]![0]).toBeLessThan(line[0]![0]);
  });
});

describe.each(withFinding)('the mark of $name', ({ analysis }) => {
  const finding = analysis.findings[0]!;
  const spacing = spacingOf(analysis.study.geometry);
  const view = highlightView(analysis.study.geometry, finding);
  const contour = keyContour(finding).map((point): Pair => [point[0] * spacing[0], point[1] * spacing[1]]);

  it('as a box lies 4 mm outside the lesion on every side', () => {
    const mark = lesionMark(finding, spacing, 'box') as Extract<LesionMark, { kind: 'box' }>;
    for (const axis of [0, 1] as const) {
      const values = contour.map((point) => point[axis]);
      expect(Math.min(...values) - mark.min[axis]).toBeCloseTo(4, 2);
      expect(mark.max[axis] - Math.max(...values)).toBeCloseTo(4, 2);
    }
  });

  it('as an outline keeps its gap', () => {
    const mark = lesionMark(finding, spacing, 'outline') as Extract<LesionMark, { kind: 'outline' }>;
    const gap = outlineGap(finding.features.longAxisMm.value);
    for (const point of contour) {
      expect(contains(mark.points, point)).toBe(true);
      expect(distance(mark.points, point)).toBeGreaterThan(0.6 * gap);
    }
  });

  it.each(['outline', 'box'] as const)('as %s stands on the stage, its axes inside it', (kind) => {
    const mark = lesionMark(finding, spacing, kind);
    const corners: readonly Pair[] =
      mark.kind === 'outline'
        ? mark.points
        : [mark.min, [mark.max[0], mark.min[1]], mark.max, [mark.min[0], mark.max[1]]];
    for (const [x, y] of corners) {
      const [sx, sy] = [x * view.scale + view.tx, y * view.scale + view.ty];
      expect(sx).toBeGreaterThan(HIGHLIGHT_STAGE.x);
      expect(sx).toBeLessThan(HIGHLIGHT_STAGE.x + HIGHLIGHT_STAGE.width);
      expect(sy).toBeGreaterThan(122);
      expect(sy).toBeLessThan(HIGHLIGHT_STAGE.height);
    }
    for (const { from, to } of [finding.longAxis, finding.shortAxis])
      for (const point of [from, to])
        expect(contains(corners, [point[0] * spacing[0], point[1] * spacing[1]])).toBe(true);
    const top = markPath(mark, view).start[1];
    expect(top).toBeCloseTo(Math.min(...corners.map((corner) => corner[1] * view.scale + view.ty)), 1);
  });

  it('lies round the lesion as it is on screen', () => {
    const [x, y] = onScreen(view, spacing, keyContour(finding)[0]!);
    expect([x, y]).toEqual([expect.any(Number), expect.any(Number)]);
    expect((x - view.tx) / view.scale / spacing[0]).toBeCloseTo(keyContour(finding)[0]![0], 6);
  });
});
