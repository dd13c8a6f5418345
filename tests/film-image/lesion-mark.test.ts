import { describe, expect, it } from 'vitest';
import { ALL_LAYOUTS, CUT_FOR } from '#domain/film/image-layouts';
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
import { markThread } from '#domain/film/mark-thread';
import { highlightView, keyContour, onScreen, spacingOf } from '#domain/film/placement';
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
  const view = highlightView(analysis.study.geometry, finding, CUT_FOR.highlight);
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

  it.each(
    ALL_LAYOUTS.flatMap((places) =>
      (['outline', 'box'] as const).map((kind) => ({ kind, places, shape: `${places.width}x${places.height}` })),
    ),
  )('as $kind stands on the stage of $shape, its axes inside it, its thread clear of it', ({ kind, places }) => {
    const here = highlightView(analysis.study.geometry, finding, places.highlight);
    const { stage } = places.highlight;
    const mark = lesionMark(finding, spacing, kind);
    const corners: readonly Pair[] =
      mark.kind === 'outline'
        ? mark.points
        : [mark.min, [mark.max[0], mark.min[1]], mark.max, [mark.min[0], mark.max[1]]];
    const shown = corners.map(([x, y]): Pair => [x * here.scale + here.tx, y * here.scale + here.ty]);
    for (const [x, y] of shown) {
      expect(x).toBeGreaterThan(stage.x);
      expect(x).toBeLessThan(Math.min(stage.x + stage.width, places.right));
      expect(y).toBeGreaterThan(Math.max(stage.y, 122));
      expect(y).toBeLessThan(stage.y + stage.height);
    }
    for (const { from, to } of [finding.longAxis, finding.shortAxis])
      for (const point of [from, to])
        expect(contains(corners, [point[0] * spacing[0], point[1] * spacing[1]])).toBe(true);
    const top = markPath(mark, here).start;
    expect(top[1]).toBeCloseTo(Math.min(...shown.map((corner) => corner[1])), 1);
    const right = markPath(mark, here, 'up').start;
    expect(right[0]).toBeCloseTo(Math.max(...shown.map((corner) => corner[0])), 1);
    expect(Math.abs(markPath(mark, here, 'up').length - markPath(mark, here).length)).toBeLessThan(1);
    // Up to the mark the thread keeps out of it: its last straight piece ends at the tangent point.
    const { d, row } = markThread(mark, here, places);
    const meets = places.highlight.thread.from === 'right' ? top : right;
    expect(d).toContain(`L${meets[0]} ${meets[1]}`);
    if (places.highlight.thread.from === 'left') expect(row).toBeGreaterThan(stage.y + stage.height);
  });

  it('lies round the lesion as it is on screen', () => {
    const [x, y] = onScreen(view, spacing, keyContour(finding)[0]!);
    expect([x, y]).toEqual([expect.any(Number), expect.any(Number)]);
    expect((x - view.tx) / view.scale / spacing[0]).toBeCloseTo(keyContour(finding)[0]![0], 6);
  });
});
