import type { Analysis } from './analysis.ts';
import { likenessWords } from './everyday.ts';
import { type Fact, type FactUnit, factAt } from './facts.ts';
import type { Language } from './script.ts';

/** Decimals a unit is written with. Diameters are kept to 0.1 mm; volumes above 1000 mm3 are written in mL to 0.1. */
const DECIMALS: Partial<Record<FactUnit, number>> = { mm: 1, ratio: 2 };

/** A measured number as it is written: rounded half away from zero to its unit's decimals. */
export function roundFact(value: number, unit: FactUnit): number {
  const factor = 10 ** (DECIMALS[unit] ?? 0);
  return (Math.sign(value) * Math.round(Math.abs(value) * factor + 1e-9)) / factor;
}

const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': {
    left: '左',
    right: '右',
    male: '男性',
    female: '女性',
    solid: '实性',
    'part-solid': '部分实性',
    'non-solid': '磨玻璃',
    RUL: '右肺上叶',
    RML: '右肺中叶',
    RLL: '右肺下叶',
    LUL: '左肺上叶',
    LLL: '左肺下叶',
  },
  en: {
    left: 'left',
    right: 'right',
    male: 'man',
    female: 'woman',
    solid: 'solid',
    'part-solid': 'part-solid',
    'non-solid': 'ground-glass',
    RUL: 'right upper lobe',
    RML: 'right middle lobe',
    RLL: 'right lower lobe',
    LUL: 'left upper lobe',
    LLL: 'left lower lobe',
  },
};

/** The word of a fact that is a word, or null where this language has none for it. */
const factWord = (value: string, language: Language): string | null =>
  WORDS[language][value] ?? likenessWords(value, language);

/** A number as film text writes it: `−` for minus, one decimal for mm (whole thresholds stay whole). */
export function writtenNumber(value: number, unit: FactUnit, whole = false): string {
  const rounded = roundFact(value, unit);
  const decimals = whole && Number.isInteger(rounded) ? 0 : (DECIMALS[unit] ?? 0);
  return Math.abs(rounded)
    .toFixed(decimals)
    .replace(/^/, rounded < 0 ? '−' : '');
}

const UNIT_WORDS: Readonly<Record<Language, Partial<Record<FactUnit, string>>>> = {
  'zh-CN': { mm: '毫米', mm3: '立方毫米', HU: 'HU', percent: '%', year: '岁', month: '个月', 'slice-count': '层' },
  en: {
    mm: 'mm',
    mm3: 'cubic millimetres',
    HU: 'HU',
    percent: '%',
    year: 'years',
    month: 'months',
    'slice-count': 'slices',
  },
};

/**
 * A fact as it stands in narration and subtitles, with its unit: `8.3 毫米`, `第 44 层`, `268 cubic millimetres`, `6.9 毫升`.
 * @returns null where the analysis does not hold the fact or the language has no word for it
 */
export function writtenFact(analysis: Analysis, path: string, language: Language): string | null {
  const found = factAt(analysis, path);
  if (!found) return null;
  if (typeof found.value === 'string') return found.unit === 'class' ? found.value : factWord(found.value, language);
  if (typeof found.value === 'boolean') return null;
  return writtenQuantity(found, found.value, path.startsWith('rule.'), language);
}

function writtenQuantity(found: Fact, value: number, threshold: boolean, language: Language): string {
  if (found.unit === 'mm3' && value >= 1000) {
    return `${(Math.round(value / 100) / 10).toFixed(1)} ${language === 'en' ? 'mL' : '毫升'}`;
  }
  const number = writtenNumber(value, found.unit, threshold);
  if (found.unit === 'slice-number') return language === 'en' ? `slice ${number}` : `第 ${number} 层`;
  const unit = UNIT_WORDS[language][found.unit];
  if (found.unit === 'percent') return `${number}%`;
  return unit ? `${number} ${unit}` : number;
}
