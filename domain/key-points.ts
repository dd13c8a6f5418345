import type { Analysis } from './analysis.ts';
import { isMeasured } from './finding.ts';

/** What a film ends on: what was found, how big, what the rule or the next step is, and what to watch. */
export type KeyPoint = 'found' | 'size' | 'next' | 'watch';

/**
 * The key points of a case, in the order they are spoken (`point-1` first). Nothing is said of a size that was not measured or has no
 * millimetres, so a film may have three.
 */
export function keyPointsOf(analysis: Analysis): readonly KeyPoint[] {
  const lead = analysis.findings[0];
  const sized = lead !== undefined && analysis.study.measurable && isMeasured(lead.features.meanDiameterMm);
  return sized ? ['found', 'size', 'next', 'watch'] : ['found', 'next', 'watch'];
}
