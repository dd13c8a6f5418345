import type { Analysis } from './analysis.ts';
import { isMeasured } from './finding.ts';
import { traitsOf } from './traits.ts';

/** What else a nodule may look like. Groups of disease as a teaching film names them, never a statement about a person. */
export type Likeness =
  | 'granuloma'
  | 'hamartoma'
  | 'lymph-node'
  | 'metastasis'
  | 'carcinoid'
  | 'carcinoma'
  | 'inflammation'
  | 'fibrosis'
  | 'precursor'
  | 'lepidic'
  | 'spectrum';

/** A sign the findings bear out; every one that is named is true of the case. */
export type Ground =
  | 'smooth'
  | 'spiculated'
  | 'lobulated'
  | 'fat'
  | 'no-fat'
  | 'popcorn'
  | 'benign-calcium'
  | 'eccentric-calcium'
  | 'no-calcium'
  | 'single'
  | 'several'
  | 'near-pleura'
  | 'off-pleura'
  | 'under-6'
  | 'under-10'
  | 'from-10'
  | 'from-30'
  | 'with-solid-part'
  | 'solid-part-from-6'
  | 'no-solid-part';

/** One of the three, with what of the findings speaks for it and against it, the weightiest first; a side may be empty. */
export interface DifferentialOption {
  readonly key: Likeness;
  readonly for: readonly Ground[];
  readonly against: readonly Ground[];
}

/** Grounds named on one side at most: a screen that is read in a few seconds. */
const MOST = 2;

type Rule = { readonly for: readonly Ground[]; readonly against: readonly Ground[] };

/**
 * What speaks for and against. Margins, calcification and fat of solid nodules: Erasmus 2000. Subsolid nodules: Naidich 2013 and, for the
 * adenocarcinoma spectrum (precursors have no solid part and are at most 30 mm), Travis 2011. That one sign alone never decides, and the
 * choice of words, is general teaching knowledge.
 */
const RULES: Readonly<Record<Likeness, Rule>> = {
  granuloma: { for: ['benign-calcium', 'smooth', 'under-10'], against: ['fat', 'spiculated', 'no-calcium', 'from-30'] },
  hamartoma: {
    for: ['fat', 'popcorn', 'smooth', 'lobulated'],
    against: ['spiculated', 'several', 'no-fat', 'no-calcium'],
  },
  'lymph-node': { for: ['near-pleura', 'smooth', 'under-10'], against: ['spiculated', 'off-pleura'] },
  metastasis: { for: ['several', 'smooth'], against: ['single', 'spiculated', 'fat', 'benign-calcium'] },
  carcinoid: { for: ['lobulated', 'smooth'], against: ['spiculated', 'fat', 'several'] },
  carcinoma: {
    for: ['spiculated', 'from-30', 'lobulated', 'eccentric-calcium', 'from-10'],
    against: ['fat', 'benign-calcium', 'smooth', 'under-6', 'under-10'],
  },
  inflammation: { for: ['several', 'near-pleura'], against: ['smooth', 'lobulated', 'off-pleura', 'single'] },
  fibrosis: { for: ['near-pleura', 'under-10'], against: ['lobulated', 'smooth', 'from-10'] },
  precursor: { for: ['no-solid-part', 'smooth', 'under-10'], against: ['from-30', 'spiculated', 'lobulated'] },
  lepidic: { for: ['from-30', 'spiculated', 'lobulated', 'from-10'], against: ['no-solid-part', 'under-10'] },
  spectrum: {
    for: ['solid-part-from-6', 'spiculated', 'lobulated', 'with-solid-part'],
    against: ['under-6', 'several'],
  },
};

/** Works behind the rules, keys of `references`. */
const WORKS = {
  solid: ['erasmus-2000'],
  'part-solid': ['naidich-2013', 'travis-2011'],
  'non-solid': ['naidich-2013', 'travis-2011'],
} as const;

const BENIGN_CALCIUM: readonly string[] = ['complete', 'central', 'popcorn', 'ring'];

/** The signs that hold of the leading finding. */
function groundsOf(analysis: Analysis): ReadonlySet<Ground> {
  const held = new Set<Ground>();
  const lead = analysis.findings[0];
  if (!lead) return held;
  const { features } = lead;
  const { measurable } = analysis.study;
  const traits = traitsOf(lead);
  const holds = (ground: Ground, yes: boolean) => yes && held.add(ground);
  const mean = features.meanDiameterMm.value;
  const type = features.type.value;
  holds('smooth', traits.smooth === 'yes');
  holds('spiculated', traits.spiculated === 'yes');
  holds('lobulated', traits.lobulated === 'yes');
  holds('fat', traits.fat === 'yes');
  holds('no-fat', traits.fat === 'no');
  if (isMeasured(features.calcification)) {
    const pattern = features.calcification.value;
    holds('popcorn', pattern === 'popcorn');
    holds('benign-calcium', BENIGN_CALCIUM.includes(pattern));
    holds('eccentric-calcium', pattern === 'eccentric');
    holds('no-calcium', pattern === 'none');
  }
  holds('single', analysis.findings.length === 1);
  holds('several', analysis.findings.length > 1);
  holds('near-pleura', traits.touchesPleura || (measurable && traits.nearPleura));
  holds('off-pleura', measurable && !traits.nearPleura);
  if (measurable) {
    holds('under-6', mean < 6);
    holds('under-10', mean >= 6 && mean < 10);
    holds('from-10', mean >= 10 && mean < 30);
    holds('from-30', mean >= 30);
    holds('solid-part-from-6', type === 'part-solid' && features.solidDiameterMm.value >= 6);
  }
  holds('with-solid-part', type === 'part-solid' && !held.has('solid-part-from-6'));
  holds('no-solid-part', type === 'non-solid');
  return held;
}

/** Which three are spoken of, in a fixed teaching order, benign first: the order says nothing of how likely each is. */
function chosen(analysis: Analysis, held: ReadonlySet<Ground>): readonly [Likeness, Likeness, Likeness] {
  const type = analysis.findings[0]?.features.type.value;
  if (type === 'part-solid') return ['inflammation', 'fibrosis', 'spectrum'];
  if (type === 'non-solid') return ['inflammation', 'precursor', 'lepidic'];
  const has = (ground: Ground) => held.has(ground);
  if (has('fat') || has('benign-calcium') || has('eccentric-calcium')) return ['granuloma', 'hamartoma', 'carcinoma'];
  if (has('spiculated')) return ['inflammation', has('several') ? 'metastasis' : 'granuloma', 'carcinoma'];
  if (has('lobulated')) return ['hamartoma', has('several') ? 'metastasis' : 'carcinoid', 'carcinoma'];
  if (has('smooth') && has('near-pleura') && !has('from-10') && !has('from-30')) {
    return ['granuloma', 'lymph-node', 'metastasis'];
  }
  return has('smooth') ? ['granuloma', 'hamartoma', 'metastasis'] : ['granuloma', 'metastasis', 'carcinoma'];
}

/** Three things the leading nodule may look like, each with its grounds; none without a finding. */
export function differentialOf(analysis: Analysis): readonly DifferentialOption[] {
  if (analysis.findings.length === 0) return [];
  const held = groundsOf(analysis);
  const named = (grounds: readonly Ground[]) => grounds.filter((ground) => held.has(ground)).slice(0, MOST);
  return chosen(analysis, held).map((key) => ({ key, for: named(RULES[key].for), against: named(RULES[key].against) }));
}

/** Keys of the works the differential of this case rests on. */
export const differentialWorks = (analysis: Analysis): readonly string[] =>
  analysis.findings[0] ? WORKS[analysis.findings[0].features.type.value] : [];
