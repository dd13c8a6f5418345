import type { Analysis } from '../analysis.ts';
import { type FactUnit, factAt, factPaths } from '../facts.ts';
import type { Finding, Lobe } from '../finding.ts';
import { spokenRating } from '../rating-steps.ts';
import type { Sentence } from '../script.ts';
import { roundFact } from '../spoken-value.ts';
import { traitsOf } from '../traits.ts';
import type { ExamName, Mention, SignName } from './mention.ts';

/** Whether the findings bear a mention out: then the fact's path; else what they say instead, where that is one value, and which fact says so. */
export type Verdict =
  | { ok: true; fact: string | null }
  | { ok: false; expected: string | number | null; fact: string | null };

const yes = (fact: string | null): Verdict => ({ ok: true, fact });
const no = (expected: string | number | null = null, fact: string | null = null): Verdict => ({
  ok: false,
  expected,
  fact,
});

/** Everything a verdict depends on beside the mention: the sentence with its scene and cue, and all mentions in it. */
export interface MentionContext {
  readonly analysis: Analysis;
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
}

/** The finding a sentence speaks of: its first id, else the leading one. */
const findingOf = ({ analysis, sentence }: MentionContext): Finding | undefined =>
  analysis.findings.find((item) => item.id === sentence.findingIds[0]) ?? analysis.findings[0];

/** Judges one mention against the analysis alone; declared claims never make a false statement true. */
export function judgeMention(mention: Mention, context: MentionContext): Verdict {
  const finding = findingOf(context);
  switch (mention.kind) {
    case 'number':
      return judgeNumber(mention, context, finding);
    case 'side':
      return finding ? judgeSide(mention.value, context, finding) : no();
    case 'lobe':
      return finding ? judgeLobe(mention.value, finding) : no();
    case 'type':
      if (toldInGeneral(context.sentence)) return yes(null);
      return finding ? judgeType(mention, context, finding) : no();
    case 'class':
      return judgeClass(mention.value, context);
    case 'sex': {
      const sex = context.analysis.study.sex;
      return sex === mention.value ? yes('study.sex') : no(sex, 'study.sex');
    }
    case 'sign':
      return judgeSign(mention.value, mention.negated, finding, context.analysis.study.measurable);
    case 'exam':
      return judgeExam(mention.value, context.analysis);
    case 'likeness':
      return judgeLikeness(mention.value, context, finding);
  }
}

/** The drawn kinds of nodule are told one by one before it is said which of them this is. */
const toldInGeneral = ({ scene, cue }: Sentence): boolean => scene === 'kinds' && cue !== 'this';

type NumberMention = Extract<Mention, { kind: 'number' }>;

function judgeNumber(mention: NumberMention, context: MentionContext, finding: Finding | undefined): Verdict {
  const { analysis, sentence } = context;
  const paths = factPaths(analysis).filter((path) => {
    // The limits of a rule are spoken of where the rule is walked.
    if (path.startsWith('rule.') && sentence.scene !== 'assessment') return false;
    const own = /^F\d+\./.exec(path);
    return !own || sentence.findingIds.some((id) => path.startsWith(`${id}.`)) || path.startsWith(`${finding?.id}.`);
  });
  const termed = paths.filter((path) => fitsTerm(analysis, path, mention));
  const equal = termed.filter((path) => sameNumber(analysis, path, mention));
  const rules = equal.filter((path) => path.startsWith('rule.') || path.startsWith('F'));
  if (mention.direction && isLength(mention)) {
    const held = rules.find((path) => path.startsWith('rule.') && holdsDirection(analysis, path, mention));
    return held ? yes(held) : expectedOf(analysis, termed, mention);
  }
  if (mention.unit === 'bare') {
    const declared = sentence.claims.find((claim) => claim.text === mention.text && equal.includes(claim.fact));
    return declared ? yes(declared.fact) : no();
  }
  const direct = equal.find((path) => !path.startsWith('rule.')) ?? equal[0];
  return direct ? yes(direct) : expectedOf(analysis, termed, mention);
}

const isLength = (mention: NumberMention) => mention.unit === 'mm' || mention.unit === 'mm3' || mention.unit === 'mL';

const TERMED: readonly FactUnit[] = ['mm', 'mm3', 'HU', 'percent', 'ratio'];

/** True when the words around a number allow the fact: "long axis" allows only the long axis; no term allows any measure. */
function fitsTerm(analysis: Analysis, path: string, mention: NumberMention): boolean {
  const months = /^(.*\.intervalMonths)(To)?$/.exec(path);
  if (months) {
    // One end of a range is not the advice; a single number must be both ends.
    const end = months[2] ? 'to' : 'from';
    if (mention.range !== null) return mention.range === end;
    return factAt(analysis, months[1]!)?.value === factAt(analysis, `${months[1]}To`)?.value;
  }
  const parts = path.split('.');
  const measure = parts[0] === 'rule' ? (parts[2] === 'mass' ? 'meanDiameterMm' : `${parts[2]}Mm`) : parts[1];
  if (!TERMED.includes(mention.unit as FactUnit) && mention.unit !== 'mL') return true;
  if (mention.term === null) return parts[0] !== 'rule';
  if (mention.term === 'none') return false;
  if (measure === mention.term) return true;
  // Growth of a share of the lesion is spoken of with the solid part as its term.
  return mention.unit === 'percent' && mention.term === 'solidDiameterMm' && measure === 'solidFraction';
}

function sameNumber(analysis: Analysis, path: string, mention: NumberMention): boolean {
  const found = factAt(analysis, path);
  if (!found || typeof found.value !== 'number') return false;
  if (mention.unit === 'mL') return found.unit === 'mm3' && Math.round(found.value / 100) / 10 === mention.value;
  if (mention.unit !== 'bare' && mention.unit !== found.unit) return false;
  if (found.unit === 'year' && analysis.study.ageCapped && mention.value !== 89) return false;
  return Math.abs(roundFact(found.value, found.unit) - mention.value) < 1e-9;
}

/** Whether "reached" or "below" is true of the measure that the rule compared with this threshold. */
function holdsDirection(analysis: Analysis, path: string, mention: NumberMention): boolean {
  const [, system, criterion] = path.split('.');
  const measured = analysis.ratings
    .filter((rating) => rating.system === system)
    .flatMap((rating) => rating.trace)
    .find((item) => item.criterion === criterion && typeof item.measured === 'number')?.measured as number | undefined;
  if (measured === undefined) return false;
  return mention.direction === 'reached' ? measured >= mention.value : measured < mention.value;
}

/** Refused, with the one value that its words allow, where there is one. mL are spoken of volumes in mm3. */
function expectedOf(analysis: Analysis, paths: readonly string[], mention: NumberMention): Verdict {
  const unit = mention.unit === 'mL' ? 'mm3' : mention.unit;
  const found = paths.flatMap((path) => {
    const held = factAt(analysis, path);
    if (held?.unit !== unit || typeof held.value !== 'number') return [];
    const value = mention.unit === 'mL' ? Math.round(held.value / 100) / 10 : roundFact(held.value, held.unit);
    return [{ path, value }];
  });
  const [first] = found;
  return first && found.every(({ value }) => value === first.value) ? no(first.value, first.path) : no();
}

/** The other side is spoken of only where the comparison scene shows it. */
function judgeSide(value: string, { sentence }: MentionContext, finding: Finding): Verdict {
  const side = finding.features.side.value;
  const other = side === 'left' ? 'right' : 'left';
  const wanted = sentence.scene === 'compare' && sentence.cue === 'normal' ? other : side;
  return value === wanted
    ? yes(`${finding.id}.${wanted === side ? 'side' : 'otherSide'}`)
    : no(wanted, `${finding.id}.side`);
}

function judgeLobe(value: Lobe | 'upper' | 'middle' | 'lower', finding: Finding): Verdict {
  const lobe = finding.features.lobe.value;
  const level = { U: 'upper', M: 'middle', L: 'lower' }[lobe[1] as 'U' | 'M' | 'L'];
  return value === lobe || value === level ? yes(`${finding.id}.lobe`) : no(lobe, `${finding.id}.lobe`);
}

function judgeType(mention: Extract<Mention, { kind: 'type' }>, context: MentionContext, finding: Finding): Verdict {
  const type = finding.features.type.value;
  const path = `${finding.id}.type`;
  const { value, role } = mention;
  const { scene } = context.sentence;
  switch (role) {
    case 'outer':
      return type === 'part-solid' && value === 'non-solid' ? yes(path) : no(type, path);
    case 'inner':
      return type === 'part-solid' && value === 'solid' ? yes(path) : no(type, path);
    case 'wish':
      return value === 'solid' && type !== 'solid' ? yes(path) : no(type, path);
    case 'component':
      // Rules, measures and follow-up look at the solid part; the ground-glass part is spoken of only where it is shown.
      if (value === 'solid') return type === 'part-solid' ? yes(path) : no(type, path);
      return type === 'part-solid' && value === 'non-solid' && ['scroll', 'highlight', 'zoom'].includes(scene)
        ? yes(path)
        : no(type, path);
    case 'rule': {
      const solid = context.mentions.some((item) => item.kind === 'class' && item.value === asSolid(context));
      if (solid) return value === 'solid' ? yes(null) : no('solid');
      return value === type ? yes(path) : no(type, path);
    }
    case 'type':
      return value === type ? yes(path) : no(type, path);
  }
}

const asSolid = ({ analysis, sentence }: MentionContext): string | null =>
  sentence.cue === 'pitfall'
    ? ((factAt(analysis, 'rating.lung-rads-2022.asSolid')?.value as string | undefined) ?? null)
    : null;

/** A class is the rating's own, or, in the sentence that warns of the mistake, the one the rows for solid nodules would give. */
function judgeClass(value: string, context: MentionContext): Verdict {
  const rating = spokenRating(context.analysis);
  const category = rating?.applicable && rating.system === 'lung-rads-2022' ? rating.category : null;
  const named = context.mentions.some((item) => item.kind === 'type' && item.role === 'rule' && item.value === 'solid');
  if (named) return value === asSolid(context) ? yes('rating.lung-rads-2022.asSolid') : no(asSolid(context));
  const path = 'rating.lung-rads-2022.category';
  return category !== null && value === category ? yes(path) : no(category, category === null ? null : path);
}

/** A thing may be named where it is drawn; what the nodule is as large as is said in the likeness's own words. */
function judgeLikeness(value: string, { analysis, sentence }: MentionContext, finding: Finding | undefined): Verdict {
  if (value.startsWith('named:') && sentence.scene === 'size') return yes(null);
  const path = finding ? `${finding.id}.likeness` : null;
  const held = path && factAt(analysis, path)?.value;
  return value === held ? yes(path) : no(typeof held === 'string' ? held : null, held ? path : null);
}

const SIGN_PATHS: Readonly<Record<SignName, string>> = {
  calcification: 'calcification',
  fat: 'fat',
  spiculation: 'spiculation',
  lobulation: 'lobulation',
  smooth: 'spiculation',
  'touches-pleura': 'juxtapleural',
  'near-pleura': 'pleuraDistanceMm',
  'far-from-pleura': 'pleuraDistanceMm',
  mass: 'meanDiameterMm',
  small: 'meanDiameterMm',
};

/** Signs that stand on a distance or a size: without spacing nobody can say them. */
const IN_MM: readonly SignName[] = ['near-pleura', 'far-from-pleura', 'mass', 'small'];

function judgeSign(name: SignName, negated: boolean, finding: Finding | undefined, measurable: boolean): Verdict {
  if (!finding || (!measurable && IN_MM.includes(name))) return no();
  const traits = traitsOf(finding);
  const signs: Readonly<Record<SignName, 'yes' | 'no' | 'open'>> = {
    calcification: traits.calcified,
    fat: traits.fat,
    spiculation: traits.spiculated,
    lobulation: traits.lobulated,
    smooth: traits.smooth,
    'touches-pleura': traits.touchesPleura ? 'yes' : 'no',
    'near-pleura': traits.nearPleura ? 'yes' : 'no',
    'far-from-pleura': traits.nearPleura ? 'no' : 'yes',
    mass: traits.mass ? 'yes' : 'no',
    small: finding.features.meanDiameterMm.value <= 10 ? 'yes' : 'no',
  };
  const path = `${finding.id}.${SIGN_PATHS[name]}`;
  return signs[name] === (negated ? 'no' : 'yes') ? yes(path) : no(signs[name], path);
}

function judgeExam(name: ExamName, { study, findings }: Analysis): Verdict {
  const { purpose, contrast } = study.acquisition;
  const truth: Readonly<Record<ExamName, boolean>> = {
    baseline: purpose === 'screening-baseline',
    'follow-up-screening': purpose === 'screening-follow-up',
    screening: purpose.startsWith('screening'),
    'not-screening': !purpose.startsWith('screening'),
    diagnostic: purpose === 'diagnostic',
    'purpose-unknown': purpose === 'unknown',
    contrast: contrast === true,
    'no-contrast': contrast === false,
    simulated: study.provenance === 'simulated',
    lidc: study.provenance === 'lidc-idri',
    'no-nodule': findings.length === 0,
    single: findings.length === 1,
    several: findings.length > 1,
  };
  if (!truth[name]) return no();
  if (name === 'no-nodule' || name === 'single' || name === 'several') return yes('findings.count');
  if (name === 'simulated' || name === 'lidc') return yes('study.provenance');
  return yes(name.includes('contrast') ? 'study.contrast' : 'study.purpose');
}
