import { describe, expect, it } from 'vitest';
import type { Analysis } from '#domain/analysis';
import { differentialOf, differentialWorks, type Ground } from '#domain/differential';
import { quizOf } from '#domain/quiz';
import { spokenRating } from '#domain/rating-steps';
import { REFERENCES } from '#domain/references';
import { ChapterId } from '#domain/script';
import { ANALYSIS_VARIANTS, analysisOf, nodule } from '../fixtures/analysis.ts';

/** Each sign said again straight from the measurements, by other code than the product's. */
const TRUE: Readonly<Record<Ground, (analysis: Analysis) => boolean>> = {
  smooth: (a) => of(a).spiculation.value < 0.2 && of(a).lobulation.value < 0.2,
  spiculated: (a) => of(a).spiculation.value >= 0.4,
  lobulated: (a) => of(a).lobulation.value >= 0.4,
  fat: (a) => of(a).fat.value,
  'no-fat': (a) => !of(a).fat.value,
  popcorn: (a) => of(a).calcification.value === 'popcorn',
  'benign-calcium': (a) => ['complete', 'central', 'popcorn', 'ring'].includes(of(a).calcification.value),
  'eccentric-calcium': (a) => of(a).calcification.value === 'eccentric',
  'no-calcium': (a) => of(a).calcification.value === 'none',
  single: (a) => a.findings.length === 1,
  several: (a) => a.findings.length > 1,
  'near-pleura': (a) => of(a).juxtapleural.value || (a.study.measurable && of(a).pleuraDistanceMm.value <= 10),
  'off-pleura': (a) => a.study.measurable && !of(a).juxtapleural.value && of(a).pleuraDistanceMm.value > 10,
  'under-6': (a) => a.study.measurable && of(a).meanDiameterMm.value < 6,
  'under-10': (a) => a.study.measurable && of(a).meanDiameterMm.value < 10,
  'from-10': (a) => a.study.measurable && of(a).meanDiameterMm.value >= 10,
  'from-30': (a) => a.study.measurable && of(a).meanDiameterMm.value >= 30,
  'with-solid-part': (a) => of(a).type.value === 'part-solid',
  'solid-part-from-6': (a) => of(a).type.value === 'part-solid' && of(a).solidDiameterMm.value >= 6,
  'no-solid-part': (a) => of(a).type.value === 'non-solid',
};
const of = (analysis: Analysis) => analysis.findings[0]!.features;

describe('differential', () => {
  it('names three, each with a sign the findings bear out and none they do not', () => {
    for (const [name, make] of Object.entries(ANALYSIS_VARIANTS)) {
      const analysis = make();
      const options = differentialOf(analysis);
      expect(options.length, name).toBe(analysis.findings.length > 0 ? 3 : 0);
      expect(new Set(options.map((option) => option.key)).size).toBe(options.length);
      for (const option of options) {
        expect(option.for.length + option.against.length, `${name} ${option.key}`).toBeGreaterThan(0);
        expect(option.for.filter((ground) => option.against.includes(ground))).toEqual([]);
        for (const ground of [...option.for, ...option.against]) {
          expect(TRUE[ground](analysis), `${name} ${option.key} ${ground}`).toBe(true);
        }
      }
      for (const key of differentialWorks(analysis)) expect(REFERENCES.map((item) => item.key)).toContain(key);
    }
  });

  it('weighs what is known: fat, calcium, spicules, several', () => {
    const said = (wish: Parameters<typeof nodule>[0], more = 0) =>
      new Map(
        differentialOf(
          analysisOf({
            findings: [nodule({ type: 'solid', ...wish }), ...Array.from({ length: more }, () => nodule())],
          }),
        ).map((option) => [option.key, option]),
      );
    expect(said({ fat: true }).get('hamartoma')?.for).toContain('fat');
    expect(said({ fat: true }).get('carcinoma')?.against).toContain('fat');
    expect(said({ calcification: 'central' }).get('granuloma')?.for).toContain('benign-calcium');
    expect(said({ spiculation: 0.6 }).get('carcinoma')?.for).toContain('spiculated');
    expect(said({ pleuraDistanceMm: 20 }).get('metastasis')?.against).toContain('single');
    expect(said({ pleuraDistanceMm: 20 }, 2).get('metastasis')?.for).toContain('several');
    expect([...said({ juxtapleural: true, pleuraDistanceMm: 0 }).keys()]).toContain('lymph-node');
  });
});

describe('quiz', () => {
  it('asks three or four different things, one of them true by the analysis', () => {
    for (const [name, make] of Object.entries(ANALYSIS_VARIANTS)) {
      const analysis = make();
      for (const id of ChapterId.options) {
        const { ask, options, answer } = quizOf(analysis, id);
        expect(options.length, `${name} ${id}`).toBeGreaterThanOrEqual(3);
        expect(options.length).toBeLessThanOrEqual(4);
        expect(new Set(options).size).toBe(options.length);
        expect(options, `${name} ${id}`).toContain(answer);
        if (ask === 'nodule') expect(analysis.findings).toEqual([]);
        if (ask === 'lobe') expect(answer).toBe(of(analysis).lobe.value);
        if (ask === 'side') expect(answer).toBe(of(analysis).side.value);
        if (ask === 'type') expect(answer).toBe(of(analysis).type.value);
        if (ask === 'class') expect(answer).toBe(spokenRating(analysis)?.category);
        if (ask === 'follow-up' && !spokenRating(analysis)?.applicable) expect(answer).toBe('ask');
      }
    }
  });

  it('does not tell by the order: no question has the true option always in one place', () => {
    const places = new Map<string, Set<number>>();
    const wishes = [
      ...(['RUL', 'RML', 'RLL', 'LUL', 'LLL'] as const).map((lobe) => ({ lobe })),
      ...(['solid', 'part-solid', 'non-solid'] as const).map((type) => ({ type })),
      { type: 'solid' as const, calcification: 'central' as const },
      { type: 'solid' as const, longAxisMm: 18, shortAxisMm: 17, spiculation: 0.6 },
      ...[5, 7, 12, 18].map((size) => ({ type: 'solid' as const, longAxisMm: size, shortAxisMm: size })),
    ];
    for (const wish of wishes) {
      for (const id of ['look', 'differential', 'assessment'] as const) {
        const { ask, options, answer } = quizOf(analysisOf({ findings: [nodule(wish)] }), id);
        places.set(ask, (places.get(ask) ?? new Set()).add(options.indexOf(answer)));
      }
    }
    for (const [ask, found] of places) expect(found.size, ask).toBeGreaterThanOrEqual(3);
  });
});
