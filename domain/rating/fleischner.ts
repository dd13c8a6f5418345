import type { z } from 'zod';
import type { Calcification, NoduleType } from '../finding.ts';
import type { ExamPurpose } from '../study.ts';
import type { Rating } from './rating.ts';
import { Trace } from './trace.ts';

interface IncidentalExam {
  readonly purpose: ExamPurpose;
  readonly measurable: boolean;
  readonly ageYears: number | null;
  readonly contrast: boolean | null;
}

export interface IncidentalNodule {
  readonly type: NoduleType;
  /** Mean of long and short axis, mm. */
  readonly meanDiameterMm: number;
  readonly calcification: z.infer<typeof Calcification>;
  readonly fat: boolean;
  /** Another nodule was found as well: then the rows for several nodules hold. */
  readonly isOneOfSeveral: boolean;
}

interface Row {
  readonly category: string;
  readonly management: string;
  readonly assumptions?: readonly string[];
}

const BENIGN = ['complete', 'central', 'popcorn', 'ring'];

/**
 * Fleischner Society 2017 for one incidental nodule of a diagnostic CT (MacMahon et al., Radiology 2017;284:228, tables 1 and 2).
 * For adults of 35 years or more without known cancer or immunosuppression; neither stands in the images, so both are stated as
 * assumptions. The table's rows for low and high risk differ below 6 mm only in an optional CT; the row for low risk is given and said.
 * Sizes are compared at 0.1 mm; "6 to 8 mm" holds 8.0. Lesions of 30 mm or more are masses and not covered.
 */
export function rateFleischner(exam: IncidentalExam, nodule: IncidentalNodule, findingId: string): Rating {
  const trace = new Trace();
  const refused = whyNot(exam, nodule, trace);
  if (refused) return rating(findingId, trace, null, refused, []);
  const row = rowFor(nodule, trace);
  const assumptions = ['incidental', 'no-known-cancer', 'not-immunosuppressed', ...(row.assumptions ?? [])];
  if (exam.contrast) assumptions.push('measured-with-contrast');
  return rating(findingId, trace, row, 'incidental', assumptions);
}

function rating(findingId: string, trace: Trace, row: Row | null, reason: string, assumptions: string[]): Rating {
  return {
    system: 'fleischner-2017',
    findingId,
    applicable: row !== null,
    category: row?.category ?? null,
    reason,
    management: row?.management ?? null,
    assumptions,
    trace: trace.comparisons,
  };
}

function whyNot(exam: IncidentalExam, nodule: IncidentalNodule, trace: Trace): string | null {
  if (!exam.measurable) {
    trace.is('spacing', false, true, 'sizes are in mm: pixel spacing is needed');
    return 'no-spacing';
  }
  if (!trace.is('exam', exam.purpose, 'diagnostic', 'for incidental nodules, not for screening'))
    return exam.purpose === 'unknown' ? 'unknown-exam' : 'screening-exam';
  if (exam.ageYears === null) {
    trace.is('age', 'unknown', 'known', 'for adults of 35 years or more');
    return 'age-unknown';
  }
  if (!trace.atLeast('age', exam.ageYears, 35, 'for adults of 35 years or more', 'years')) return 'age-under-35';
  if (!trace.below('mass', nodule.meanDiameterMm, 30, 'nodules only: 30 mm or more is a mass')) return 'mass';
  return null;
}

function rowFor(nodule: IncidentalNodule, trace: Trace): Row {
  const benign = BENIGN.find((pattern) => pattern === nodule.calcification);
  if (benign && trace.is('calcification', nodule.calcification, benign, 'benign calcification'))
    return { category: 'benign-pattern', management: 'no-routine-follow-up' };
  if (nodule.fat && trace.is('fat', true, true, 'fat: hamartoma'))
    return { category: 'benign-pattern', management: 'no-routine-follow-up' };
  const number = nodule.isOneOfSeveral ? 'multiple' : 'single';
  trace.is('number', number, number, `${number} nodule${nodule.isOneOfSeveral ? 's' : ''}`);
  trace.is('type', nodule.type, nodule.type, nodule.type);
  return nodule.type === 'solid' ? solid(nodule, number, trace) : subSolid(nodule, number, trace);
}

function solid(nodule: IncidentalNodule, number: 'single' | 'multiple', trace: Trace): Row {
  const mm = nodule.meanDiameterMm;
  if (trace.below('meanDiameter', mm, 6, `solid, ${number}, below 6 mm`))
    return { category: `solid-${number}-below-6`, management: 'no-routine-follow-up', assumptions: ['low-risk'] };
  // The table says "6-8 mm" and ">8 mm": 8.0 belongs to the former, and sizes come in steps of 0.1 mm.
  const isMiddle = mm < 8.05;
  trace.comparisons.push({
    criterion: 'meanDiameter',
    measured: mm,
    operator: 'in',
    threshold: [6, 8],
    unit: 'mm',
    passed: isMiddle,
    rule: `solid, ${number}, 6 to 8 mm (8.0 included)`,
  });
  const middle = number === 'single' ? 'ct-6-12-months' : 'ct-3-6-months';
  if (isMiddle) return { category: `solid-${number}-6-8`, management: middle };
  trace.atLeast('meanDiameter', mm, 8, `solid, ${number}, above 8 mm`);
  return {
    category: `solid-${number}-above-8`,
    management: number === 'single' ? 'ct-3-months-pet-or-biopsy' : 'ct-3-6-months',
  };
}

function subSolid(nodule: IncidentalNodule, number: 'single' | 'multiple', trace: Trace): Row {
  const mm = nodule.meanDiameterMm;
  const name = `${nodule.type}-${number}`;
  if (trace.below('meanDiameter', mm, 6, `sub-solid, ${number}, below 6 mm`))
    return {
      category: `${name}-below-6`,
      management: number === 'single' ? 'no-routine-follow-up' : 'ct-3-6-months',
    };
  trace.atLeast('meanDiameter', mm, 6, `${nodule.type}, ${number}, 6 mm or more`);
  const isGlassAlone = nodule.type === 'non-solid' && number === 'single';
  return { category: `${name}-6-or-more`, management: isGlassAlone ? 'ct-6-12-months' : 'ct-3-6-months' };
}
