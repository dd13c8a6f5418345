import { z } from 'zod';
import type { Analysis } from '../analysis.ts';

/** The case's own lungs as vertical lines, one per run of lung in a column, px. Sorted by x. */
export const WarpLung = z.object({
  lines: z.array(z.object({ x: z.number(), top: z.number(), bottom: z.number() })),
  /** Distance of neighbouring columns, px. */
  pitch: z.number(),
  /** Where the leading finding lies, px; null when there is none. */
  lesion: z.object({ x: z.number(), y: z.number() }).nullable(),
});
export type WarpLung = z.infer<typeof WarpLung>;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Lays the coronal silhouette of the analysis into a box, true to scale (columns and slices in mm), centred. */
export function warpLung(analysis: Analysis, box: Box): WarpLung {
  const [columnMm, , sliceMm] = analysis.study.geometry.spacingMm;
  const { warp } = analysis.lungs;
  const columns = warp.map((item) => item.column);
  const slices = warp.flatMap((item) => item.runs.flat());
  if (columns.length === 0 || slices.length === 0) return { lines: [], pitch: 18, lesion: null };
  const [left, right] = [Math.min(...columns) * columnMm, Math.max(...columns) * columnMm];
  const [head, foot] = [Math.min(...slices) * sliceMm, Math.max(...slices) * sliceMm];
  const scale = Math.min(box.width / (right - left), box.height / (foot - head));
  const x0 = box.x + (box.width - (right - left) * scale) / 2;
  const y0 = box.y + (box.height - (foot - head) * scale) / 2;
  const atX = (column: number) => tenth(x0 + (column * columnMm - left) * scale);
  const atY = (slice: number) => tenth(y0 + (slice * sliceMm - head) * scale);
  const lines = warp
    .flatMap(({ column, runs }) => runs.map(([from, to]) => ({ x: atX(column), top: atY(from), bottom: atY(to) })))
    .filter((line) => line.bottom - line.top >= 4)
    .sort((a, b) => a.x - b.x || a.top - b.top);
  const steps = [...columns].sort((a, b) => a - b);
  const gap = Math.min(
    ...steps
      .slice(1)
      .map((column, i) => column - (steps[i] ?? 0))
      .filter((step) => step > 0),
  );
  const centre = analysis.findings.find((finding) => finding.rank === 1)?.centreVoxel ?? null;
  return {
    lines,
    pitch: tenth((Number.isFinite(gap) ? gap : 8) * columnMm * scale),
    lesion: centre ? { x: atX(centre[0]), y: atY(centre[2]) } : null,
  };
}
