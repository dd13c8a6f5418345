import type { Finding } from '../finding.ts';
import type { Study } from '../study.ts';
import { traitsOf } from '../traits.ts';
import { rateFleischner } from './fleischner.ts';
import { rateLungRads } from './lung-rads.ts';
import type { Rating } from './rating.ts';

/** Both ratings for every finding, applicable or with the reason why not; for an exam without findings what each rule says of the exam. */
export function rateFindings(study: Study, findings: readonly Finding[]): Rating[] {
  const exam = {
    purpose: study.acquisition.purpose,
    measurable: study.measurable,
    ageYears: study.ageYears,
    contrast: study.acquisition.contrast,
  };
  if (findings.length === 0) return [rateLungRads(exam, null, null)];
  return findings.flatMap((finding) => {
    const f = finding.features;
    const traits = traitsOf(finding);
    const nodule = {
      type: f.type.value,
      meanDiameterMm: f.meanDiameterMm.value,
      solidDiameterMm: f.solidDiameterMm.value,
      calcification: f.calcification.value,
      fat: f.fat.value,
    };
    return [
      rateLungRads(
        exam,
        {
          ...nodule,
          juxtapleural: f.juxtapleural.value,
          smooth: traits.smooth === 'yes',
          suspicious: traits.spiculated === 'yes',
          history: null,
        },
        finding.id,
      ),
      rateFleischner(exam, { ...nodule, isOneOfSeveral: findings.length > 1 }, finding.id),
    ];
  });
}
