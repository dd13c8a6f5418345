import { describe, expect, it } from 'vitest';
import { type IncidentalNodule, rateFleischner } from '#domain/rating/fleischner';
import { Rating } from '#domain/rating/rating';

const EXAM = { purpose: 'diagnostic', measurable: true, ageYears: 52, contrast: false } as const;
const nodule = (type: IncidentalNodule['type'], meanDiameterMm: number, isOneOfSeveral = false): IncidentalNodule => ({
  type,
  meanDiameterMm,
  isOneOfSeveral,
  calcification: 'none',
  fat: false,
});

const ROWS: readonly [IncidentalNodule, string, string][] = [
  [nodule('solid', 5.9), 'solid-single-below-6', 'no-routine-follow-up'],
  [nodule('solid', 6), 'solid-single-6-8', 'ct-6-12-months'],
  [nodule('solid', 8), 'solid-single-6-8', 'ct-6-12-months'],
  [nodule('solid', 8.1), 'solid-single-above-8', 'ct-3-months-pet-or-biopsy'],
  [nodule('solid', 29.9), 'solid-single-above-8', 'ct-3-months-pet-or-biopsy'],
  [nodule('solid', 5.9, true), 'solid-multiple-below-6', 'no-routine-follow-up'],
  [nodule('solid', 6, true), 'solid-multiple-6-8', 'ct-3-6-months'],
  [nodule('solid', 8.1, true), 'solid-multiple-above-8', 'ct-3-6-months'],
  [nodule('non-solid', 5.9), 'non-solid-single-below-6', 'no-routine-follow-up'],
  [nodule('non-solid', 6), 'non-solid-single-6-or-more', 'ct-6-12-months'],
  [nodule('part-solid', 5.9), 'part-solid-single-below-6', 'no-routine-follow-up'],
  [nodule('part-solid', 6), 'part-solid-single-6-or-more', 'ct-3-6-months'],
  [nodule('non-solid', 5.9, true), 'non-solid-multiple-below-6', 'ct-3-6-months'],
  [nodule('part-solid', 7, true), 'part-solid-multiple-6-or-more', 'ct-3-6-months'],
];

describe('Fleischner 2017', () => {
  it.each(ROWS)('%o -> %s', (input, category, management) => {
    const rating = Rating.parse(rateFleischner(EXAM, input, 'F1'));
    expect(rating).toMatchObject({ applicable: true, category, management, reason: 'incidental' });
    expect(rating.assumptions).toEqual(expect.arrayContaining(['no-known-cancer', 'not-immunosuppressed']));
    expect(rating.trace.at(-1)!.passed).toBe(true);
  });

  it.each([
    ['screening', { ...EXAM, purpose: 'screening-baseline' } as const, nodule('solid', 7), 'screening-exam'],
    ['unknown purpose', { ...EXAM, purpose: 'unknown' } as const, nodule('solid', 7), 'unknown-exam'],
    ['34 years', { ...EXAM, ageYears: 34 }, nodule('solid', 7), 'age-under-35'],
    ['unknown age', { ...EXAM, ageYears: null }, nodule('solid', 7), 'age-unknown'],
    ['no spacing', { ...EXAM, measurable: false }, nodule('solid', 7), 'no-spacing'],
    ['a mass', EXAM, nodule('solid', 30), 'mass'],
  ])('does not apply: %s', (_, exam, input, reason) => {
    const rating = Rating.parse(rateFleischner(exam, input, 'F1'));
    expect(rating).toMatchObject({ applicable: false, category: null, management: null, reason });
    expect(rating.trace.at(-1)!.passed).toBe(false);
  });

  it('applies from 35 years on, and says when contrast medium was given', () => {
    const rating = rateFleischner({ ...EXAM, ageYears: 35, contrast: true }, nodule('solid', 7), 'F1');
    expect(rating.applicable).toBe(true);
    expect(rating.assumptions).toContain('measured-with-contrast');
  });

  it('advises nothing for benign calcification or fat', () => {
    const benign = { ...nodule('solid', 12), calcification: 'popcorn' } as const;
    expect(rateFleischner(EXAM, benign, 'F1')).toMatchObject({
      category: 'benign-pattern',
      management: 'no-routine-follow-up',
    });
    expect(rateFleischner(EXAM, { ...nodule('solid', 12), fat: true }, 'F1').category).toBe('benign-pattern');
  });
});
