import { describe, expect, it } from 'vitest';
import { type RatedNodule, rateLungRads } from '#domain/rating/lung-rads';
import { Rating } from '#domain/rating/rating';

const BASELINE = { purpose: 'screening-baseline', measurable: true } as const;
const FOLLOW_UP = { purpose: 'screening-follow-up', measurable: true } as const;

const nodule = (wish: Partial<RatedNodule>): RatedNodule => ({
  type: 'solid',
  meanDiameterMm: 5,
  solidDiameterMm: wish.type === 'part-solid' ? 3 : 0,
  calcification: 'none',
  fat: false,
  juxtapleural: false,
  smooth: true,
  suspicious: false,
  history: 'baseline',
  ...wish,
});
const solid = (mm: number, more: Partial<RatedNodule> = {}) => nodule({ meanDiameterMm: mm, ...more });
const part = (mm: number, solidMm: number, more: Partial<RatedNodule> = {}) =>
  nodule({ type: 'part-solid', meanDiameterMm: mm, solidDiameterMm: solidMm, ...more });
const glass = (mm: number, more: Partial<RatedNodule> = {}) =>
  nodule({ type: 'non-solid', meanDiameterMm: mm, ...more });

/** Every row of the v2022 table in the order of the table, with the values next to each limit. */
const ROWS: readonly [string, RatedNodule, string][] = [
  ['complete calcification', solid(20, { calcification: 'complete' }), '1'],
  ['central calcification', solid(9, { calcification: 'central' }), '1'],
  ['popcorn calcification', solid(12, { calcification: 'popcorn' }), '1'],
  ['ring calcification', solid(7, { calcification: 'ring' }), '1'],
  ['eccentric calcification is not benign', solid(9, { calcification: 'eccentric' }), '4A'],
  ['fat', solid(16, { fat: true }), '1'],
  ['juxtapleural 9.9 mm, smooth', solid(9.9, { juxtapleural: true }), '2'],
  ['juxtapleural 10 mm, smooth', solid(10, { juxtapleural: true }), '4A'],
  ['juxtapleural, not smooth', solid(7, { juxtapleural: true, smooth: false }), '3'],
  ['juxtapleural, growing', solid(7, { juxtapleural: true, history: 'growing' }), '4A'],
  ['solid baseline 5.9', solid(5.9), '2'],
  ['solid baseline 5.95', solid(5.95), '2'],
  ['solid baseline 6.0', solid(6), '3'],
  ['solid baseline 7.9', solid(7.9), '3'],
  ['solid baseline 8.0', solid(8), '4A'],
  ['solid baseline 14.9', solid(14.9), '4A'],
  ['solid baseline 15.0', solid(15), '4B'],
  ['solid new 3.9', solid(3.9, { history: 'new' }), '2'],
  ['solid new 4.0', solid(4, { history: 'new' }), '3'],
  ['solid new 5.9', solid(5.9, { history: 'new' }), '3'],
  ['solid new 6.0', solid(6, { history: 'new' }), '4A'],
  ['solid new 7.9', solid(7.9, { history: 'new' }), '4A'],
  ['solid new 8.0', solid(8, { history: 'new' }), '4B'],
  ['solid growing 7.9', solid(7.9, { history: 'growing' }), '4A'],
  ['solid growing 8.0', solid(8, { history: 'growing' }), '4B'],
  ['part-solid baseline 5.9 in total', part(5.9, 3), '2'],
  ['part-solid new 5.9 in total', part(5.9, 3, { history: 'new' }), '3'],
  ['part-solid 6.0, solid part 5.9', part(6, 5.9), '3'],
  ['part-solid 8 mm, solid part 4.5 (often misprinted as 4B)', part(8, 4.5), '3'],
  ['part-solid, solid part 6.0', part(10, 6), '4A'],
  ['part-solid, solid part 7.9', part(10, 7.9), '4A'],
  ['part-solid, solid part 8.0', part(12, 8), '4B'],
  ['part-solid, new or growing solid part 3.9', part(9, 3.9, { solidPartGrew: true, history: 'growing' }), '4A'],
  ['part-solid, new or growing solid part 4.0', part(9, 4, { solidPartGrew: true, history: 'growing' }), '4B'],
  ['non-solid 29.9', glass(29.9), '2'],
  ['non-solid 30 baseline', glass(30), '3'],
  ['non-solid 30 new', glass(30, { history: 'new' }), '3'],
  ['non-solid 30 stable', glass(30, { history: 'stable' }), '2'],
  ['non-solid 30 slowly growing', glass(30, { history: 'slowly-growing' }), '2'],
  ['in a segmental airway', solid(5, { inAirway: true }), '4A'],
  ['3 with suspicious features', solid(7, { suspicious: true }), '4X'],
  ['4A with suspicious features', solid(9, { suspicious: true }), '4X'],
  ['4B with suspicious features', solid(16, { suspicious: true }), '4X'],
  ['2 with suspicious features stays 2', solid(5, { suspicious: true }), '2'],
];

const MANAGEMENT: Record<string, string> = {
  '1': 'ldct-12-months',
  '2': 'ldct-12-months',
  '3': 'ldct-6-months',
  '4A': 'ldct-3-months',
  '4B': 'diagnostic-work-up',
  '4X': 'diagnostic-work-up',
};

describe('Lung-RADS v2022', () => {
  it.each(ROWS)('%s', (_, input, category) => {
    const exam = input.history === 'baseline' ? BASELINE : FOLLOW_UP;
    const rating = Rating.parse(rateLungRads(exam, input, 'F1'));
    expect(rating).toMatchObject({
      applicable: true,
      category,
      management: MANAGEMENT[category],
      reason: 'screening',
      findingId: 'F1',
    });
    expect(rating.trace[0]).toMatchObject({ criterion: 'exam', passed: true });
    expect(rating.trace.at(-1)!.passed).toBe(true);
  });

  it('keeps every comparison, those that failed as well', () => {
    expect(rateLungRads(BASELINE, part(8, 4.5), 'F1').trace).toEqual([
      expect.objectContaining({ criterion: 'exam', measured: 'screening-baseline', passed: true }),
      expect.objectContaining({ criterion: 'type', measured: 'part-solid', passed: true }),
      expect.objectContaining({ criterion: 'meanDiameter', measured: 8, operator: '<', threshold: 6, passed: false }),
      expect.objectContaining({ criterion: 'meanDiameter', measured: 8, operator: '>=', threshold: 6, passed: true }),
      expect.objectContaining({ criterion: 'solidDiameter', measured: 4.5, operator: '<', threshold: 6, passed: true }),
    ]);
  });

  it('says that no earlier exams were supplied and rates as at baseline', () => {
    const rating = rateLungRads(FOLLOW_UP, solid(7, { history: null }), 'F1');
    expect(rating).toMatchObject({ category: '3', assumptions: ['no-priors-supplied'] });
  });

  it('marks the row that could not be read at its source', () => {
    const rating = rateLungRads(FOLLOW_UP, part(9, 5, { solidPartGrew: true }), 'F1');
    expect(rating.trace.at(-1)!.rule).toContain('unverified');
    expect(rateLungRads(BASELINE, solid(16), 'F1').trace.some((step) => step.rule.includes('unverified'))).toBe(false);
  });

  it('is 1 for a screening CT without nodules', () => {
    expect(rateLungRads(BASELINE, null, null)).toMatchObject({
      applicable: true,
      category: '1',
      findingId: null,
      trace: [{ criterion: 'exam' }, { criterion: 'nodules', measured: 0, passed: true }],
    });
  });

  it.each([
    ['earlier exams to be compared', { priorsPending: true }, 'compare-with-priors'],
    ['part of the lungs not evaluable', { notEvaluable: true }, 'additional-imaging'],
    ['suspected inflammation', { inflammationSuspected: true }, 'ldct-1-3-months'],
  ] as const)('is 0: %s', (_, more, management) => {
    expect(rateLungRads({ ...BASELINE, ...more }, solid(9), 'F1')).toMatchObject({ category: '0', management });
  });

  it.each([
    ['a diagnostic CT', { purpose: 'diagnostic', measurable: true } as const, 'diagnostic-exam'],
    ['an exam of unknown purpose', { purpose: 'unknown', measurable: true } as const, 'unknown-exam'],
    ['images without spacing', { purpose: 'screening-baseline', measurable: false } as const, 'no-spacing'],
  ])('does not apply to %s and says why', (_, exam, reason) => {
    const rating = Rating.parse(rateLungRads(exam, solid(9), 'F1'));
    expect(rating).toMatchObject({ applicable: false, category: null, management: null, reason });
    expect(rating.trace).toHaveLength(1);
    expect(rating.trace[0]!.passed).toBe(false);
  });

  it('agrees with its volume thresholds: balls of 4, 6, 8, 15 and 30 mm', () => {
    const ball = (mm: number) => Math.round((Math.PI / 6) * mm ** 3);
    expect([4, 6, 8, 15, 30].map(ball)).toEqual([34, 113, 268, 1767, 14137]);
  });
});
