import type { Analysis } from '../analysis.ts';
import { canonicalJson } from '../canonical.ts';
import { StudioError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { rateFindings } from '../rating/rate-findings.ts';
import { findingByHand, type SlicePixels } from './added.ts';
import type { Hand } from './by-hand.ts';
import type { AddCorrection, Correction, RejectedFinding } from './correction.ts';
import { resize } from './resize.ts';
import { mirror, relocate, retype } from './retype.ts';

/** The findings as they stand: those that script and film use, and those a physician took out. */
export interface FindingsState {
  readonly analysis: Analysis;
  readonly rejected: readonly RejectedFinding[];
}

/** Pixels of a slice, for findings added by hand; absent where none can be added. */
export type PixelsOf = (slice: number) => SlicePixels;

/**
 * The findings after a physician's corrections, one after the other. Everything that follows is worked out anew by the rules of the product:
 * diameters, volume, box, both ratings. Every value that changed names the physician as its source; ids and ranks never move. The comparison
 * region of a finding that changes sides is dropped, as it now lies in the same lung. Corrections that change nothing give the same analysis.
 * @throws StudioError CORRECTION_INVALID
 */
export function applyCorrections(
  before: FindingsState,
  corrections: readonly Correction[],
  hand: Hand,
  pixels?: PixelsOf,
): FindingsState {
  const after = corrections.reduce((state, correction) => applyOne(state, correction, hand, pixels), before);
  if (canonicalJson(after.analysis.findings) === canonicalJson(before.analysis.findings))
    return { analysis: before.analysis, rejected: after.rejected };
  const { study, findings } = after.analysis;
  return { analysis: { ...after.analysis, ratings: rateFindings(study, findings) }, rejected: after.rejected };
}

function applyOne(state: FindingsState, correction: Correction, hand: Hand, pixels?: PixelsOf): FindingsState {
  switch (correction.change) {
    case 'reject':
      return reject(state, correction.findingId, correction.reason, hand);
    case 'restore':
      return restore(state, correction.findingId);
    case 'add':
      return add(state, correction, hand, pixels);
    default:
      return changed(state, correction, hand);
  }
}

type Change = Exclude<Correction, { change: 'reject' | 'restore' | 'add' }>;

function changed(state: FindingsState, correction: Change, hand: Hand): FindingsState {
  const { analysis } = state;
  const before = known(analysis, correction.findingId);
  const after = changedFinding(analysis, before, correction, hand);
  if (after === before) return state;
  const turned = after.features.side.value !== before.features.side.value;
  return {
    ...state,
    analysis: {
      ...analysis,
      findings: analysis.findings.map((finding) => (finding.id === after.id ? after : finding)),
      contralateral: turned
        ? analysis.contralateral.filter(({ findingId }) => findingId !== after.id)
        : analysis.contralateral,
    },
  };
}

function changedFinding({ study }: Analysis, finding: Finding, correction: Change, hand: Hand): Finding {
  switch (correction.change) {
    case 'axes':
      return resize(finding, correction, study.geometry, hand);
    case 'type':
      return retype(finding, correction.type, correction.solidDiameterMm, hand);
    case 'side':
      return mirror(finding, correction.side, hand);
    case 'lobe':
      return relocate(finding, correction.lobe, hand);
  }
}

function reject(state: FindingsState, id: string, reason: string, hand: Hand): FindingsState {
  const { analysis } = state;
  const finding = known(analysis, id);
  const contralateral = analysis.contralateral.find(({ findingId }) => findingId === id) ?? null;
  return {
    analysis: {
      ...analysis,
      findings: analysis.findings.filter((item) => item.id !== id),
      contralateral: analysis.contralateral.filter(({ findingId }) => findingId !== id),
    },
    rejected: [...state.rejected, { finding, contralateral, reason, by: hand.accountId, version: hand.version }],
  };
}

function restore({ analysis, rejected }: FindingsState, id: string): FindingsState {
  const back = rejected.find(({ finding }) => finding.id === id);
  if (!back) throw new StudioError('CORRECTION_INVALID', { finding: id, why: 'not rejected' });
  const findings = [...analysis.findings, back.finding].sort((a, b) => a.rank - b.rank);
  const regions = [...analysis.contralateral, ...(back.contralateral ? [back.contralateral] : [])];
  return {
    analysis: {
      ...analysis,
      findings,
      contralateral: findings.flatMap((finding) => regions.filter(({ findingId }) => findingId === finding.id)),
    },
    rejected: rejected.filter((item) => item !== back),
  };
}

/** Numbers are given once: a rejected finding keeps its own. */
function add(state: FindingsState, correction: AddCorrection, hand: Hand, pixels?: PixelsOf): FindingsState {
  if (!pixels) throw new StudioError('CORRECTION_INVALID', { finding: 'new', why: 'no pixels' });
  const { analysis, rejected } = state;
  const all = [...analysis.findings, ...rejected.map(({ finding }) => finding)];
  const number = all.reduce((most, { id }) => Math.max(most, Number(id.slice(1))), 0) + 1;
  const rank = all.reduce((most, finding) => Math.max(most, finding.rank), 0) + 1;
  if (correction.slice >= analysis.study.geometry.slices)
    throw new StudioError('CORRECTION_INVALID', { finding: `F${number}`, why: 'slice' });
  const finding = findingByHand(analysis, correction, pixels(correction.slice), hand, { id: `F${number}`, rank });
  return { rejected, analysis: { ...analysis, findings: [...analysis.findings, finding] } };
}

function known({ findings }: Analysis, id: string): Finding {
  const finding = findings.find((item) => item.id === id);
  if (!finding) throw new StudioError('CORRECTION_INVALID', { finding: id, why: 'no such finding' });
  return finding;
}
