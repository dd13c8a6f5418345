import type { Step } from '../step.ts';
import { breathe } from './breathe.ts';
import type { Candidate } from './candidates.ts';
import type { HuVolume } from './grid.ts';
import { evidenceOf, isWorthSegmenting, noduleScore } from './judge.ts';
import type { Lungs } from './lungs.ts';
import { lookAround, lungDepthReader, type Point } from './rays.ts';
import { GLASS_RISE, type Lesion, segmentLesion } from './segment.ts';
import { moments } from './shape.ts';

export interface ScoredLesion {
  readonly lesion: Lesion;
  readonly score: number;
  /** Centre (mm from the volume's outer corner) and diameter of the ball of equal volume. */
  readonly centre: Point;
  readonly equivalentMm: number;
}

/** Tried in turn where the model does not say how large a candidate is. */
const UNKNOWN_SIZES_MM = [6, 12, 24, 36];

/**
 * Looks at every candidate from inside, segments those that lung surrounds, and scores them. Best first; of lesions that
 * overlap the better one stays.
 * @param candidates positions relative to the corner of `lungs.box`
 */
export async function findLesions(
  volume: HuVolume,
  lungs: Lungs,
  candidates: readonly Candidate[],
  step: Step,
): Promise<ScoredLesion[]> {
  const corner = lungs.box.min.map((n, axis) => n * lungs.hu.spacing[axis]!) as [number, number, number];
  const lungDepth = lungDepthReader(lungs.closed, lungs.depth2, corner);
  const found: ScoredLesion[] = [];
  for (const [n, candidate] of candidates.entries()) {
    if (n % 20 === 0) await breathe(step);
    step.progress((n + 1) / candidates.length, 'nodules');
    const start: Point = [corner[0] + candidate.at[0], corner[1] + candidate.at[1], corner[2] + candidate.at[2]];
    const sizes = candidate.diameterMm > 0 ? [candidate.diameterMm] : UNKNOWN_SIZES_MM;
    const view = sizes
      .map((mm) => lookAround(volume, lungDepth, start, mm, lungs.parenchymaHu))
      .find((seen) => seen !== null && isWorthSegmenting(seen));
    if (!view) continue;
    const size = Math.max(candidate.diameterMm, 2 * view.radiusMm);
    const glass = lookAround(volume, lungDepth, view.centre, size, lungs.parenchymaHu, lungs.parenchymaHu + GLASS_RISE);
    const glassRadius = glass && glass.escaping < 0.2 ? glass.radiusMm : null;
    const lesion = segmentLesion(volume, lungDepth, view, glassRadius, lungs.parenchymaHu);
    const evidence = lesion && evidenceOf(candidate.score, view, lesion);
    const shape = lesion && moments(lesion.patch, lesion.mask);
    if (!lesion || !evidence || !shape) continue;
    const { origin, step: edge } = lesion.patch;
    const centre: Point = [
      origin[0] + shape.centre[0] * edge,
      origin[1] + shape.centre[1] * edge,
      origin[2] + shape.centre[2] * edge,
    ];
    found.push({ lesion, score: noduleScore(evidence), centre, equivalentMm: evidence.equivalentMm });
  }
  return withoutOverlaps(found.sort((a, b) => b.score - a.score || a.centre[2] - b.centre[2]));
}

function withoutOverlaps(sorted: readonly ScoredLesion[]): ScoredLesion[] {
  const kept: ScoredLesion[] = [];
  for (const lesion of sorted) {
    const isSame = kept.some(
      (other) =>
        Math.hypot(
          other.centre[0] - lesion.centre[0],
          other.centre[1] - lesion.centre[1],
          other.centre[2] - lesion.centre[2],
        ) <
        0.6 * Math.max(other.equivalentMm, lesion.equivalentMm),
    );
    if (!isSame) kept.push(lesion);
  }
  return kept;
}
