import type { Analysis } from '#domain/analysis';
import { type CalloutKey, calloutsOf } from '#domain/callouts';
import { type DifferentialOption, differentialOf, differentialWorks } from '#domain/differential';
import { factAt, intervalOf } from '#domain/facts';
import { isLobeKnown } from '#domain/film/words-image';
import type { Lobe, NoduleType } from '#domain/finding';
import { type KeyPoint, keyPointsOf } from '#domain/key-points';
import { type MeasureKey, measuresOf } from '#domain/measures';
import { type Quiz, quizOf } from '#domain/quiz';
import type { Comparison } from '#domain/rating/rating';
import { ratingSteps, spokenRating } from '#domain/rating-steps';
import { ChapterId } from '#domain/script';
import type { ExamPurpose } from '#domain/study';
import { type Traits, traitsOf } from '#domain/traits';

/** What the text files may branch on: everything a variant is chosen by. Numbers and words reach the text through filters only. */
export interface ScriptFacts {
  readonly study: {
    readonly simulated: boolean;
    readonly lidc: boolean;
    readonly ageKnown: boolean;
    readonly ageCapped: boolean;
    readonly sexKnown: boolean;
    readonly purpose: ExamPurpose;
    readonly contrast: boolean;
    readonly measurable: boolean;
  };
  readonly nodules: number;
  readonly lead: LeadFacts | null;
  readonly rating: RatingFacts | null;
  /** What else the leading nodule may look like, with the signs for and against; three, or none without a nodule. */
  readonly differential: readonly DifferentialOption[];
  /** What a quiz asks in each chapter, by its id. */
  readonly quiz: Readonly<Record<ChapterId, Quiz>>;
  /** What the film ends on, `point-1` first. */
  readonly points: readonly KeyPoint[];
  /** The works behind the differential, as `refs` takes them. */
  readonly differentialWorks: string;
}

export interface LeadFacts extends Traits {
  readonly id: string;
  readonly type: NoduleType;
  readonly lobe: Lobe;
  /** Whether the lobe is sure enough to be named. */
  readonly lobeKnown: boolean;
  /** Whether there is an everyday thing it is as large as. */
  readonly likened: boolean;
  /** Mean diameter up to 10 mm: what radiologists call a small nodule. */
  readonly small: boolean;
  readonly callouts: readonly CalloutKey[];
  readonly measures: readonly MeasureKey[];
}

export interface RatingFacts {
  readonly system: string;
  readonly lungRads: boolean;
  readonly applicable: boolean;
  readonly reason: string;
  readonly steps: readonly Comparison[];
  readonly monthsFrom: number | null;
  readonly monthsTo: number | null;
  readonly management: string | null;
  readonly noFollowUp: boolean;
  /** The advice names PET or biopsy among the choices. */
  readonly petOrBiopsy: boolean;
  /** The same diameter, read by the rows for solid nodules, would give another class. */
  readonly asSolidDiffers: boolean;
  /** Lung-RADS 1 to 3. */
  readonly low: boolean;
}

/** The branches of a case, from its analysis. */
export function scriptFacts(analysis: Analysis): ScriptFacts {
  const { study } = analysis;
  return {
    study: {
      simulated: study.provenance === 'simulated',
      lidc: study.provenance === 'lidc-idri',
      ageKnown: study.ageYears !== null,
      ageCapped: study.ageCapped,
      sexKnown: study.sex === 'male' || study.sex === 'female',
      purpose: study.acquisition.purpose,
      contrast: study.acquisition.contrast === true,
      measurable: study.measurable,
    },
    nodules: analysis.findings.length,
    lead: leadFacts(analysis),
    rating: ratingFacts(analysis),
    differential: differentialOf(analysis),
    quiz: quizzes(analysis),
    points: keyPointsOf(analysis),
    differentialWorks: differentialWorks(analysis).join(','),
  };
}

const quizzes = (analysis: Analysis): ScriptFacts['quiz'] =>
  Object.fromEntries(ChapterId.options.map((id) => [id, quizOf(analysis, id)])) as Record<ChapterId, Quiz>;

function leadFacts(analysis: Analysis): LeadFacts | null {
  const lead = analysis.findings[0];
  if (!lead) return null;
  const { type, lobe, meanDiameterMm } = lead.features;
  const { measurable } = analysis.study;
  const traits = traitsOf(lead);
  return {
    ...traits,
    mass: measurable && traits.mass,
    nearPleura: measurable && traits.nearPleura,
    id: lead.id,
    type: type.value,
    lobe: lobe.value,
    lobeKnown: isLobeKnown(lead),
    likened: factAt(analysis, `${lead.id}.likeness`) !== null,
    small: measurable && meanDiameterMm.value <= 10,
    callouts: calloutsOf(lead, measurable),
    measures: measuresOf(lead),
  };
}

function ratingFacts(analysis: Analysis): RatingFacts | null {
  const rating = spokenRating(analysis);
  if (!rating) return null;
  const months = rating.applicable ? intervalOf(rating.management) : null;
  const asSolid = factAt(analysis, `rating.${rating.system}.asSolid`)?.value ?? null;
  return {
    system: rating.system,
    lungRads: rating.system === 'lung-rads-2022',
    applicable: rating.applicable,
    reason: rating.reason,
    steps: ratingSteps(rating),
    monthsFrom: months?.from ?? null,
    monthsTo: months?.to ?? null,
    management: rating.management,
    petOrBiopsy: (rating.management ?? '').includes('pet'),
    noFollowUp: /^no(ne)?\b|no-routine/.test(rating.management ?? ''),
    asSolidDiffers: asSolid !== null && asSolid !== rating.category,
    low: ['1', '2', '3'].includes(rating.category ?? ''),
  };
}
