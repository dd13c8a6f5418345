import type { Analysis } from './analysis.ts';
import type { ScriptIssue } from './check-script.ts';
import { factAt } from './facts.ts';
import type { Language, Sentence } from './script.ts';
import { roundFact, writtenFact } from './spoken-value.ts';

/** Where a statement of a sentence comes from: shown beside it. */
export interface Chip {
  /** The finding whose page it opens, or null for the study, a rule or a reference. */
  readonly findingId: string | null;
  readonly fact: string | null;
  /** `F1 长径`, `规则`, `检查`. */
  readonly label: string;
  /** `32.2 mm`; empty where the fact is said by its name alone. */
  readonly value: string;
  /** True while the sentence says something else. */
  readonly conflict: boolean;
}

const NAMES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': {
    longAxisMm: '长径',
    shortAxisMm: '短径',
    meanDiameterMm: '平均径',
    solidDiameterMm: '实性径',
    volumeMm3: '体积',
    meanHu: '平均密度',
    minHu: '最低密度',
    maxHu: '最高密度',
    sdHu: '密度离散',
    type: '类型',
    solidFraction: '实性占比',
    sphericity: '球形度',
    marginSharpnessHuPerMm: '边缘锐度',
    lobulation: '分叶',
    spiculation: '毛刺',
    calcification: '钙化',
    fat: '脂肪',
    pleuraDistanceMm: '距胸膜',
    juxtapleural: '胸膜关系',
    side: '侧别',
    otherSide: '对侧',
    lobe: '位置',
    zone: '肺区',
    slice: '层面',
    slices: '层数',
    crossed: '跨层',
    components: '成分',
    measures: '测量项',
    contralateralHu: '对侧密度',
    ageYears: '年龄',
    sex: '性别',
    purpose: '目的',
    contrast: '增强',
    provenance: '来源',
    sliceThicknessMm: '层厚',
    count: '病灶数',
    category: '分类',
    management: '处理',
    reason: '理由',
    intervalMonths: '间隔',
    intervalMonthsTo: '间隔',
    steps: '步骤',
    asSolid: '按实性算',
    study: '检查',
    rule: '规则',
  },
  en: {
    longAxisMm: 'long axis',
    shortAxisMm: 'short axis',
    meanDiameterMm: 'mean diameter',
    solidDiameterMm: 'solid part',
    volumeMm3: 'volume',
    meanHu: 'mean density',
    minHu: 'lowest density',
    maxHu: 'highest density',
    sdHu: 'density spread',
    type: 'type',
    solidFraction: 'solid share',
    sphericity: 'sphericity',
    marginSharpnessHuPerMm: 'margin',
    lobulation: 'lobulation',
    spiculation: 'spiculation',
    calcification: 'calcification',
    fat: 'fat',
    pleuraDistanceMm: 'to pleura',
    juxtapleural: 'pleura',
    side: 'side',
    otherSide: 'other side',
    lobe: 'place',
    zone: 'zone',
    slice: 'slice',
    slices: 'slices',
    crossed: 'crosses',
    components: 'parts',
    measures: 'measures',
    contralateralHu: 'other side density',
    ageYears: 'age',
    sex: 'sex',
    purpose: 'purpose',
    contrast: 'contrast',
    provenance: 'source',
    sliceThicknessMm: 'slice thickness',
    count: 'findings',
    category: 'class',
    management: 'management',
    reason: 'reason',
    intervalMonths: 'interval',
    intervalMonthsTo: 'interval',
    steps: 'steps',
    asSolid: 'if solid',
    study: 'Study',
    rule: 'Rule',
  },
};

/** Facts said by their name alone: their word in the analysis is a key or a score, not something people read. */
const NAME_ONLY: ReadonlySet<string> = new Set([
  ...['lobulation', 'spiculation', 'calcification', 'fat', 'juxtapleural', 'zone', 'purpose', 'contrast'],
  ...['provenance', 'management', 'reason', 'measures', 'components', 'steps', 'count'],
]);

/** A fact as the interface writes it, symbols for units: `32.2 mm`, `7.9 cm³`, `−60 HU`, `4A`, `右肺下叶`; empty where its name says it. */
export function shortFact(analysis: Analysis, path: string, language: Language): string {
  const found = factAt(analysis, path);
  const name = path.split('.').at(-1)!;
  if (!found || NAME_ONLY.has(name)) return '';
  if (typeof found.value !== 'number') return writtenFact(analysis, path, language) ?? '';
  const { value, unit } = found;
  const whole = path.startsWith('rule.') && Number.isInteger(value);
  const signed = (text: string) => text.replace(/^-/, '−');
  switch (unit) {
    case 'mm':
      return `${whole ? value : roundFact(value, unit).toFixed(1)} mm`;
    case 'mm3':
      return value >= 1000 ? `${(Math.round(value / 100) / 10).toFixed(1)} cm³` : `${Math.round(value)} mm³`;
    case 'HU':
      return `${signed(String(roundFact(value, unit)))} HU`;
    case 'HU/mm':
      return `${Math.round(value)} HU/mm`;
    case 'percent':
      return `${Math.round(value)}%`;
    case 'ratio':
      return roundFact(value, unit).toFixed(2);
    default:
      return writtenFact(analysis, path, language) ?? String(value);
  }
}

/** `F1 长径`, `检查 层厚`, `规则 6 mm`: what a fact is called beside a sentence. */
export function factLabel(path: string, language: Language): string {
  const names = NAMES[language];
  const parts = path.split('.');
  const [head] = parts;
  const last = parts.at(-1)!;
  if (head === 'rule') return names.rule!;
  if (head === 'rating') return `${names.rule} ${names[last] ?? last}`;
  if (path === 'study.slices') return `${names.study} ${names.slices}`;
  if (head === 'study' || head === 'findings') return `${names.study} ${names[last] ?? last}`;
  if (last === 'slices') return `${head} ${names.crossed}`;
  return `${head} ${names[last] ?? last}`;
}

/** The chip of one fact. */
export const chipOf = (path: string, analysis: Analysis, language: Language, conflict = false): Chip => ({
  findingId: /^F\d+/.exec(path)?.[0] ?? null,
  fact: path,
  label: factLabel(path, language),
  value: shortFact(analysis, path, language),
  conflict,
});

/**
 * What a sentence rests on, in the order of its words: a chip for each claim, and for each wrong statement the fact that says otherwise.
 * Pure; `issues` are those of `checkSentence`.
 */
export function chipsOf(
  sentence: Sentence,
  analysis: Analysis,
  language: Language,
  issues: readonly ScriptIssue[] = [],
): Chip[] {
  const wrong = issues.flatMap(({ fact, index }) =>
    fact && index !== null ? [{ fact, at: index, conflict: true }] : [],
  );
  const held = sentence.claims
    .filter((claim) => sentence.text.includes(claim.text))
    .map((claim) => ({ fact: claim.fact, at: sentence.text.indexOf(claim.text), conflict: false }));
  const seen = new Set<string>();
  return [...wrong, ...held]
    .filter(({ fact }) => !seen.has(fact) && seen.add(fact) && factAt(analysis, fact) !== null)
    .sort((a, b) => a.at - b.at)
    .map(({ fact, conflict }) => chipOf(fact, analysis, language, conflict));
}

/** Every fact a person may put into a sentence with `@`: a chip in the reader's language, and the words to be written in the script's. */
export function insertable(
  analysis: Analysis,
  language: Language,
  findingId: string | null,
  reader: Language = language,
): { chip: Chip; words: string }[] {
  const own = analysis.findings.filter((finding) => findingId === null || finding.id === findingId);
  const features = [
    'longAxisMm',
    'shortAxisMm',
    'meanDiameterMm',
    'solidDiameterMm',
    'volumeMm3',
    'solidFraction',
    'meanHu',
    'pleuraDistanceMm',
    'type',
    'lobe',
    'side',
    'slice',
    'contralateralHu',
  ];
  const paths = [
    ...own.flatMap(({ id }) => features.map((name) => `${id}.${name}`)),
    ...['ageYears', 'sex', 'slices', 'sliceThicknessMm'].map((name) => `study.${name}`),
    ...analysis.ratings.filter((rating) => rating.applicable).map(({ system }) => `rating.${system}.category`),
  ];
  return [...new Set(paths)].flatMap((path) => {
    const found = factAt(analysis, path);
    const words = writtenFact(analysis, path, language);
    if (!found || !words || (found.value === 0 && path.endsWith('solidDiameterMm'))) return [];
    return [{ chip: chipOf(path, analysis, reader), words }];
  });
}
