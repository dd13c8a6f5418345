import { describe, expect, it } from 'vitest';
import { ratingColumns } from '#domain/film/rating-columns';
import { rateFleischner } from '#domain/rating/fleischner';
import { rateLungRads } from '#domain/rating/lung-rads';

const screening = { purpose: 'screening-baseline', measurable: true } as const;
const incidental = { purpose: 'diagnostic', measurable: true, ageYears: 58, contrast: false } as const;
const nodule = {
  type: 'part-solid',
  meanDiameterMm: 8,
  solidDiameterMm: 4.5,
  calcification: 'none',
  fat: false,
  juxtapleural: false,
  smooth: true,
  suspicious: false,
  history: null,
  isOneOfSeveral: false,
} as const;
const walk = (rating: Parameters<typeof ratingColumns>[0]): string[] =>
  ratingColumns(rating, 'en').map((column) => `${column.name}: ${column.options[column.chosen]}`);

describe('the path of a rating', () => {
  it('is the trace, step by step', () => {
    expect(walk(rateLungRads(screening, nodule, 'F1'))).toEqual([
      'Exam: Baseline',
      'Type: Part-solid',
      'Mean diameter: ≥ 6 mm',
      'Solid part: < 6 mm',
    ]);
    expect(walk(rateLungRads(screening, { ...nodule, solidDiameterMm: 6.8 }, 'F1')).at(-1)).toBe('Solid part: 6–8 mm');
    expect(walk(rateLungRads(screening, { ...nodule, type: 'solid', meanDiameterMm: 9.4 }, 'F1')).at(-1)).toBe(
      'Mean diameter: 8–15 mm',
    );
    expect(walk(rateLungRads(screening, null, null))).toEqual(['Exam: Baseline', 'Nodules: None seen']);
  });

  it('leaves a limit on the side the rule put it: 8.0 mm is "6–8 mm" for Fleischner and "8–15 mm" for Lung-RADS', () => {
    const eight = { ...nodule, type: 'solid', meanDiameterMm: 8 } as const;
    const fleischner = ratingColumns(rateFleischner(incidental, eight, 'F1'), 'en').at(-1);
    expect(fleischner?.options).toEqual(['< 6 mm', '6–8 mm', '> 8 mm']);
    expect(fleischner?.options[fleischner.chosen]).toBe('6–8 mm');
    expect(walk(rateLungRads(screening, eight, 'F1')).at(-1)).toBe('Mean diameter: 8–15 mm');
  });

  it('says why a rule is not used', () => {
    const diagnostic = rateLungRads({ purpose: 'diagnostic', measurable: true }, nodule, 'F1');
    expect(walk(diagnostic)).toEqual(['Exam: Diagnostic', 'Rule: Not here']);
    expect(walk(rateFleischner({ ...incidental, ageYears: 30 }, nodule, 'F1'))[0]).toBe('Age: < 35 years');
    expect(walk(rateFleischner(incidental, { ...nodule, meanDiameterMm: 41 }, 'F1'))[0]).toBe('Size: ≥ 30 mm');
    expect(ratingColumns(null, 'zh-CN')).toEqual([]);
  });

  it('has an option chosen in every column of every nodule', () => {
    for (const type of ['solid', 'part-solid', 'non-solid'] as const) {
      for (let mm = 2; mm < 40; mm += 0.7) {
        for (const rating of [
          rateLungRads(screening, { ...nodule, type, meanDiameterMm: mm, suspicious: mm > 20 }, 'F1'),
          rateLungRads(screening, { ...nodule, type, meanDiameterMm: mm, history: 'new', juxtapleural: mm < 12 }, 'F1'),
          rateFleischner(incidental, { ...nodule, type, meanDiameterMm: mm, isOneOfSeveral: mm > 9 }, 'F1'),
        ]) {
          for (const column of ratingColumns(rating, 'zh-CN')) {
            expect(column.options[column.chosen], JSON.stringify(column)).toBeTruthy();
            expect(column.options.join()).not.toContain('NaN');
            expect(column.name).not.toBe('条件');
          }
        }
      }
    }
  });
});
