import type { Analysis } from './analysis.ts';
import { likenessKey, likenessOf } from './everyday.ts';
import { type Features, type Finding, isMeasured } from './finding.ts';
import { measuresOf } from './measures.ts';
import type { Rating } from './rating/rating.ts';
import { ratingSteps } from './rating-steps.ts';

/** What a claim's path stands for; facts of the unit `word` are compared as words. */
export interface Fact {
  readonly value: number | string | boolean;
  readonly unit: FactUnit;
}
export type FactUnit =
  | 'mm'
  | 'mm3'
  | 'HU'
  | 'HU/mm'
  | 'percent'
  | 'ratio'
  | 'year'
  | 'month'
  | 'slice-number'
  | 'slice-count'
  | 'nodule-count'
  | 'step-count'
  | 'part-count'
  | 'measure-count'
  | 'class'
  | 'word';

const fact = (value: Fact['value'] | null | undefined, unit: FactUnit): Fact | null =>
  value === null || value === undefined ? null : { value, unit };

/**
 * The value a path names, or null where the analysis does not hold it. Paths:
 * `study.ageYears|sex|slices|purpose|contrast|provenance|sliceThicknessMm`, `findings.count`,
 * `F1.<feature>` (all of `Features`), `F1.slice` (1-based key slice), `F1.slices` (how many it touches), `F1.otherSide`,
 * `F1.components` (2 for part-solid), `F1.measures` (spoken measures), `F1.contralateralHu`, `F1.likeness` (what it is as large as),
 * `rating.<system>.category|management|reason|intervalMonths|intervalMonthsTo|steps|asSolid`, and
 * `rule.<system>.<criterion>.<threshold>`, a threshold that the rating's trace compared against.
 * Numbers in mm exist only where the study is measurable. `solidFraction` is given in percent.
 */
export function factAt(analysis: Analysis, path: string): Fact | null {
  const parts = path.split('.');
  const [head, second] = parts;
  if (head === 'study' && parts.length === 2) return studyFact(analysis, second!);
  if (path === 'findings.count') return fact(analysis.findings.length, 'nodule-count');
  if (head === 'rating' && parts.length === 3) return ratingFact(analysis, second!, parts[2]!);
  if (head === 'rule' && parts.length >= 4) return ruleFact(analysis, second!, parts[2]!, parts.slice(3).join('.'));
  const finding = analysis.findings.find((item) => item.id === head);
  return finding && parts.length === 2 ? findingFact(analysis, finding, second!) : null;
}

function studyFact(analysis: Analysis, name: string): Fact | null {
  const { study } = analysis;
  switch (name) {
    case 'ageYears':
      return fact(study.ageYears === null ? null : study.ageCapped ? 89 : study.ageYears, 'year');
    case 'sex':
      return fact(study.sex === 'other' ? null : study.sex, 'word');
    case 'slices':
      return fact(study.geometry.slices, 'slice-count');
    case 'purpose':
      return fact(study.acquisition.purpose, 'word');
    case 'contrast':
      return fact(study.acquisition.contrast, 'word');
    case 'provenance':
      return fact(study.provenance, 'word');
    case 'sliceThicknessMm':
      return fact(study.acquisition.sliceThicknessMm, 'mm');
    default:
      return null;
  }
}

const UNITS: Readonly<Record<string, FactUnit>> = {
  mm: 'mm',
  mm3: 'mm3',
  HU: 'HU',
  'HU/mm': 'HU/mm',
  '1': 'ratio',
  '': 'word',
};

function findingFact(analysis: Analysis, finding: Finding, name: string): Fact | null {
  switch (name) {
    case 'slice':
      return fact(finding.keySlice + 1, 'slice-number');
    case 'slices':
      return fact(new Set(finding.contours.map((contour) => contour.slice)).size, 'slice-count');
    case 'otherSide':
      return fact(finding.features.side.value === 'left' ? 'right' : 'left', 'word');
    case 'components':
      return fact(finding.features.type.value === 'part-solid' ? 2 : 1, 'part-count');
    case 'measures':
      return fact(measuresOf(finding).length, 'measure-count');
    case 'contralateralHu':
      return fact(analysis.contralateral.find((item) => item.findingId === finding.id)?.meanHu.value, 'HU');
    case 'likeness':
      return likenessFact(analysis, finding);
    case 'solidFraction':
      return fact(finding.features.solidFraction.value * 100, 'percent');
  }
  if (!Object.hasOwn(finding.features, name)) return null;
  const measured = finding.features[name as keyof Features];
  if (!isMeasured(measured)) return null;
  const unit = UNITS[measured.unit] ?? 'ratio';
  if (!analysis.study.measurable && (unit === 'mm' || unit === 'mm3' || unit === 'HU/mm')) return null;
  return fact(measured.value, unit);
}

/** What the nodule is as large as (see `likenessOf`), where its size is known. */
function likenessFact({ study }: Analysis, { features }: Finding): Fact | null {
  const { meanDiameterMm } = features;
  const likeness = study.measurable && isMeasured(meanDiameterMm) ? likenessOf(meanDiameterMm.value) : null;
  return fact(likeness && likenessKey(likeness), 'word');
}

const ratingOf = (analysis: Analysis, system: string): Rating | undefined => {
  const lead = analysis.findings[0]?.id ?? null;
  return analysis.ratings.find(
    (item) => item.system === system && (item.findingId === lead || item.findingId === null),
  );
};

/** Months of a management key such as `ldct-6-months` or `ct-6-12-months`; null where it names none. */
export function intervalOf(management: string | null): { from: number; to: number } | null {
  const found = /(\d+)(?:-(\d+))?-months?$/.exec(management ?? '');
  return found ? { from: Number(found[1]), to: Number(found[2] ?? found[1]) } : null;
}

/** Lung-RADS v2022, solid, baseline, by mean diameter alone: what a part-solid nodule would be called by mistake. */
function solidBaselineCategory(meanDiameterMm: number): '2' | '3' | '4A' | '4B' {
  return meanDiameterMm < 6 ? '2' : meanDiameterMm < 8 ? '3' : meanDiameterMm < 15 ? '4A' : '4B';
}

function ratingFact(analysis: Analysis, system: string, name: string): Fact | null {
  const rating = ratingOf(analysis, system);
  if (!rating) return null;
  if (name === 'reason') return fact(rating.reason, 'word');
  if (!rating.applicable) return null;
  const months = intervalOf(rating.management);
  const lead = analysis.findings.find((item) => item.id === rating.findingId);
  switch (name) {
    case 'category':
      return fact(rating.category, system === 'lung-rads-2022' ? 'class' : 'word');
    case 'management':
      return fact(rating.management, 'word');
    case 'intervalMonths':
      return fact(months?.from, 'month');
    case 'intervalMonthsTo':
      return fact(months?.to, 'month');
    case 'steps':
      return fact(ratingSteps(rating).length, 'step-count');
    case 'asSolid':
      return lead && lead.features.type.value !== 'solid' && system === 'lung-rads-2022'
        ? fact(solidBaselineCategory(lead.features.meanDiameterMm.value), 'class')
        : null;
    default:
      return null;
  }
}

function ruleFact(analysis: Analysis, system: string, criterion: string, threshold: string): Fact | null {
  const wanted = Number(threshold);
  for (const comparison of ratingOf(analysis, system)?.trace ?? []) {
    if (comparison.criterion !== criterion) continue;
    const limits = Array.isArray(comparison.threshold) ? comparison.threshold : [comparison.threshold];
    if (limits.includes(wanted))
      return fact(wanted, comparison.unit === 'mm3' ? 'mm3' : comparison.unit === 'years' ? 'year' : 'mm');
  }
  return null;
}

/** Every path of an analysis that has a value: what `reclaim` looks through. */
export function factPaths(analysis: Analysis): readonly string[] {
  const known = PATHS.get(analysis);
  if (known) return known;
  const paths = listPaths(analysis);
  PATHS.set(analysis, paths);
  return paths;
}

/* An analysis is never changed once made; the checker asks for its paths at every number. */
const PATHS = new WeakMap<Analysis, readonly string[]>();

function listPaths(analysis: Analysis): string[] {
  const paths = ['ageYears', 'sex', 'slices', 'purpose', 'contrast', 'provenance', 'sliceThicknessMm'].map(
    (name) => `study.${name}`,
  );
  paths.push('findings.count');
  for (const finding of analysis.findings) {
    const own = ['slice', 'slices', 'otherSide', 'components', 'measures', 'contralateralHu', 'likeness'];
    for (const name of [...Object.keys(finding.features), ...own]) paths.push(`${finding.id}.${name}`);
  }
  for (const rating of analysis.ratings) {
    for (const name of ['category', 'reason', 'management', 'intervalMonths', 'intervalMonthsTo', 'steps', 'asSolid']) {
      paths.push(`rating.${rating.system}.${name}`);
    }
    for (const comparison of rating.trace) {
      const limits = Array.isArray(comparison.threshold) ? comparison.threshold : [comparison.threshold];
      for (const limit of limits) {
        if (typeof limit === 'number') paths.push(`rule.${rating.system}.${comparison.criterion}.${limit}`);
      }
    }
  }
  return [...new Set(paths)].filter((path) => factAt(analysis, path) !== null);
}
