import type { z } from 'zod';
import type { Calcification, NoduleType } from '../finding.ts';
import type { ExamPurpose } from '../study.ts';
import type { Rating } from './rating.ts';
import { Trace } from './trace.ts';

/** What the rule asks about the exam. */
interface ScreeningExam {
  readonly purpose: ExamPurpose;
  /** False when no pixel spacing is known. */
  readonly measurable: boolean;
  /** Earlier exams exist but have not been compared yet. */
  readonly priorsPending?: boolean;
  /** A part of the lungs cannot be judged. */
  readonly notEvaluable?: boolean;
  /** Findings look like infection or inflammation. */
  readonly inflammationSuspected?: boolean;
}

/** How a nodule compares with earlier exams. Growth = mean diameter more than 1.5 mm larger within 12 months. */
export type History = 'baseline' | 'new' | 'growing' | 'stable' | 'slowly-growing';

/** What the rule asks about a nodule; diameters in mm to 0.1. */
export interface RatedNodule {
  readonly type: NoduleType;
  readonly meanDiameterMm: number;
  /** Mean diameter of the solid part; 0 where there is none. */
  readonly solidDiameterMm: number;
  readonly calcification: z.infer<typeof Calcification>;
  readonly fat: boolean;
  readonly juxtapleural: boolean;
  /** Smooth margin and oval, lentiform or triangular shape. */
  readonly smooth: boolean;
  /** Additional suspicious features, e.g. spiculation. */
  readonly suspicious: boolean;
  /** Null when no earlier exam was supplied: then the nodule is rated as at baseline and the rating says so. */
  readonly history: History | null;
  /** The solid part is new or has grown. */
  readonly solidPartGrew?: boolean;
  /** Lies in a segmental or more proximal airway. */
  readonly inAirway?: boolean;
}

const MANAGEMENT: Readonly<Record<string, string>> = {
  '1': 'ldct-12-months',
  '2': 'ldct-12-months',
  '3': 'ldct-6-months',
  '4A': 'ldct-3-months',
  '4B': 'diagnostic-work-up',
  '4X': 'diagnostic-work-up',
};
const BENIGN_CALCIUM = ['complete', 'central', 'popcorn', 'ring'] as const;
/** Printed where a row of the table could not be read at its source. */
const UNVERIFIED = '(unverified)';

/**
 * Lung-RADS v2022 for one nodule of a low-dose screening CT, or for a screening CT without nodules (`nodule` null).
 * Source: ACR Lung-RADS v2022 as reproduced in NBK568579, changes as reported in CHEST 2024;165:738. `S` is a modifier and is not given here.
 * Not applied to diagnostic exams, exams of unknown purpose, or images without spacing; the rating then says why.
 */
export function rateLungRads(exam: ScreeningExam, nodule: RatedNodule | null, findingId: string | null): Rating {
  const trace = new Trace();
  const refused = whyNot(exam, trace);
  if (refused) return result(findingId, trace, null, refused, []);
  const incomplete = incompleteExam(exam, trace);
  if (incomplete) return { ...result(findingId, trace, '0', 'screening', []), management: incomplete };
  if (!nodule) {
    trace.is('nodules', 0, 0, 'category 1: no nodules');
    return result(null, trace, '1', 'screening', []);
  }
  const assumptions = nodule.history === null ? ['no-priors-supplied'] : [];
  const history = nodule.history ?? 'baseline';
  const category = isBenign(nodule, trace) ? '1' : (special(nodule, trace) ?? byType(nodule, history, trace));
  const raised = ['3', '4A', '4B'].includes(category) && isSuspicious(nodule, trace) ? '4X' : category;
  return result(findingId, trace, raised, 'screening', assumptions);
}

function result(
  findingId: string | null,
  trace: Trace,
  category: string | null,
  reason: string,
  assumptions: string[],
): Rating {
  return {
    system: 'lung-rads-2022',
    findingId,
    applicable: category !== null,
    category,
    reason,
    management: category === null ? null : (MANAGEMENT[category] ?? null),
    assumptions,
    trace: trace.comparisons,
  };
}

function whyNot(exam: ScreeningExam, trace: Trace): string | null {
  if (!exam.measurable) {
    trace.is('spacing', false, true, 'sizes are in mm: pixel spacing is needed');
    return 'no-spacing';
  }
  const wanted = exam.purpose === 'screening-follow-up' ? 'screening-follow-up' : 'screening-baseline';
  if (trace.is('exam', exam.purpose, wanted, 'for low-dose screening CT only')) return null;
  return exam.purpose === 'diagnostic' ? 'diagnostic-exam' : 'unknown-exam';
}

function incompleteExam(exam: ScreeningExam, trace: Trace): string | null {
  const rule = 'category 0';
  if (exam.priorsPending && trace.is('priorsPending', true, true, `${rule}: earlier exams to be compared`))
    return 'compare-with-priors';
  if (exam.notEvaluable && trace.is('evaluable', false, false, `${rule}: part of the lungs cannot be evaluated`))
    return 'additional-imaging';
  if (exam.inflammationSuspected && trace.is('inflammation', true, true, `${rule}: suspected inflammation`))
    return 'ldct-1-3-months';
  return null;
}

function isBenign(nodule: RatedNodule, trace: Trace): boolean {
  const benign = BENIGN_CALCIUM.find((pattern) => pattern === nodule.calcification);
  if (benign && trace.is('calcification', nodule.calcification, benign, 'category 1: benign calcification'))
    return true;
  return nodule.fat && trace.is('fat', true, true, 'category 1: fat');
}

/** Rules that go by place before size. */
function special(nodule: RatedNodule, trace: Trace): string | null {
  if (nodule.inAirway && trace.is('airway', true, true, 'category 4A: segmental or more proximal airway')) return '4A';
  if (
    nodule.juxtapleural &&
    nodule.smooth &&
    nodule.history !== 'growing' &&
    trace.is('juxtapleural', true, true, 'category 2: juxtapleural, smooth, oval, lentiform or triangular') &&
    trace.below('meanDiameter', nodule.meanDiameterMm, 10, 'category 2: juxtapleural below 10 mm')
  )
    return '2';
  return null;
}

function byType(nodule: RatedNodule, history: History, trace: Trace): string {
  if (nodule.type === 'solid') {
    trace.is('type', 'solid', 'solid', 'solid');
    return solid(nodule.meanDiameterMm, history, trace);
  }
  if (nodule.type === 'part-solid') {
    trace.is('type', 'part-solid', 'part-solid', 'part-solid');
    return partSolid(nodule, history, trace);
  }
  trace.is('type', 'non-solid', 'non-solid', 'non-solid');
  return nonSolid(nodule.meanDiameterMm, history, trace);
}

function solid(mm: number, history: History, trace: Trace): string {
  const size = 'meanDiameter';
  if (history === 'growing') {
    trace.is('history', history, 'growing', 'solid, growing');
    return trace.below(size, mm, 8, 'category 4A: solid, growing, below 8 mm')
      ? '4A'
      : atLeast(trace, size, mm, 8, '4B: solid, growing');
  }
  if (history === 'new') {
    trace.is('history', history, 'new', 'solid, new');
    if (trace.below(size, mm, 4, 'category 2: solid, new, below 4 mm')) return '2';
    if (trace.within(size, mm, 4, 6, 'category 3: solid, new, 4 to below 6 mm')) return '3';
    if (trace.within(size, mm, 6, 8, 'category 4A: solid, new, 6 to below 8 mm')) return '4A';
    return atLeast(trace, size, mm, 8, '4B: solid, new');
  }
  if (trace.below(size, mm, 6, 'category 2: solid, baseline, below 6 mm')) return '2';
  if (trace.within(size, mm, 6, 8, 'category 3: solid, baseline, 6 to below 8 mm')) return '3';
  if (trace.within(size, mm, 8, 15, 'category 4A: solid, baseline, 8 to below 15 mm')) return '4A';
  return atLeast(trace, size, mm, 15, '4B: solid, baseline');
}

function partSolid(nodule: RatedNodule, history: History, trace: Trace): string {
  const { meanDiameterMm: mm, solidDiameterMm: part } = nodule;
  const size = 'solidDiameter';
  if (nodule.solidPartGrew) {
    trace.is('history', 'growing', 'growing', 'part-solid, solid part new or growing');
    if (trace.below(size, part, 4, 'category 4A: new or growing solid part below 4 mm')) return '4A';
    return atLeast(trace, size, part, 4, `4B: new or growing solid part ${UNVERIFIED}`);
  }
  if (trace.below('meanDiameter', mm, 6, 'part-solid below 6 mm in total')) {
    if (history !== 'new') return '2';
    trace.is('history', history, 'new', 'category 3: part-solid, new, below 6 mm in total');
    return '3';
  }
  trace.atLeast('meanDiameter', mm, 6, 'part-solid of 6 mm or more in total');
  if (trace.below(size, part, 6, 'category 3: solid part below 6 mm')) return '3';
  if (trace.within(size, part, 6, 8, 'category 4A: solid part 6 to below 8 mm')) return '4A';
  return atLeast(trace, size, part, 8, '4B: solid part');
}

function nonSolid(mm: number, history: History, trace: Trace): string {
  if (trace.below('meanDiameter', mm, 30, 'category 2: non-solid below 30 mm')) return '2';
  trace.atLeast('meanDiameter', mm, 30, 'non-solid of 30 mm or more');
  if (history === 'stable' || history === 'slowly-growing') {
    trace.oneOf('history', history, ['stable', 'slowly-growing'], 'category 2: non-solid, stable or slowly growing');
    return '2';
  }
  return '3';
}

function atLeast(trace: Trace, criterion: string, mm: number, limit: number, category: string): string {
  trace.atLeast(criterion, mm, limit, `category ${category}, ${limit} mm or more`);
  return category.slice(0, 2);
}

function isSuspicious(nodule: RatedNodule, trace: Trace): boolean {
  return (
    nodule.suspicious && trace.is('suspicious', true, true, 'category 4X: 3 or 4 with additional suspicious features')
  );
}
