import type { Analysis } from './analysis.ts';
import type { Mention } from './check/mention.ts';
import type { ScriptIssue } from './check-script.ts';
import type { FactUnit } from './facts.ts';
import type { Language } from './script.ts';
import { writtenFact, writtenNumber } from './spoken-value.ts';

/** Other words for a mention. `back` and `ahead`: how many characters before and after it they replace too. */
export interface Rewording {
  readonly text: string;
  readonly back?: number;
  readonly ahead?: number;
}

interface Asked {
  readonly issue: ScriptIssue;
  readonly analysis: Analysis;
  readonly language: Language;
  /** The sentence before and after the mention. */
  readonly before: string;
  readonly after: string;
}

/**
 * Wordings that might say what the findings hold, likeliest first, in the manner of the words they replace. Which of them is true is for the
 * caller to try.
 */
export function rewordings(mention: Mention, asked: Asked): Rewording[] {
  switch (mention.kind) {
    case 'number':
      return numberWords(mention, asked);
    case 'side':
      return swapped(mention.text, asked.language === 'en' ? [['left', 'right']] : [['左', '右']]);
    case 'lobe':
      return lobeWords(mention.text, asked);
    case 'type':
      return (asked.language === 'en' ? ['part-solid', 'ground-glass', 'solid'] : ['部分实性', '磨玻璃', '实性']).map(
        plain,
      );
    case 'class':
      return asked.issue.expected === null
        ? []
        : [
            plain(mention.text.replace(/[0-9][A-Za-z]?|[零一二三四五六七八九]\s?[A-Za-z]?/, asked.issue.expected)),
            plain(asked.issue.expected),
          ];
    case 'sex':
      return swapped(mention.text, asked.language === 'en' ? SEX_EN : [['男', '女']]);
    case 'sign':
      return signWords(mention, asked);
    case 'exam':
      return swapped(mention.text, asked.language === 'en' ? EXAM_EN : EXAM_ZH);
    case 'likeness':
      return asked.issue.expected === null ? [] : [plain(asked.issue.expected)];
  }
}

const plain = (text: string): Rewording => ({ text });

const SEX_EN = [
  ['female', 'male'],
  ['woman', 'man'],
  ['she', 'he'],
  ['hers', 'his'],
  ['her', 'his'],
  ['her', 'him'],
];
const EXAM_ZH = [
  ['平扫', '增强'],
  ['单发', '多发'],
  ['基线', '随访'],
];
const EXAM_EN = [
  ['unenhanced', 'contrast'],
  ['non-contrast', 'contrast'],
  ['single nodule', 'several nodules'],
  ['baseline', 'follow-up'],
];

/** The other word of each pair that stands in the text, capital kept. */
function swapped(text: string, pairs: readonly (readonly string[])[]): Rewording[] {
  const found = text.toLowerCase();
  return pairs.flatMap(([a, b]) => {
    const [old, other] = found.includes(a!) ? [a!, b!] : found.includes(b!) ? [b!, a!] : [null, null];
    if (!old || !other) return [];
    const at = found.indexOf(old);
    const cased = /^[A-Z]/.test(text.slice(at)) ? other[0]!.toUpperCase() + other.slice(1) : other;
    return [plain(text.slice(0, at) + cased + text.slice(at + old.length))];
  });
}

function numberWords(mention: Extract<Mention, { kind: 'number' }>, asked: Asked): Rewording[] {
  const { expected, fact } = asked.issue;
  if (expected === null) return [];
  const value = Number(expected);
  const unit: FactUnit = mention.unit === 'mL' || mention.unit === 'bare' ? 'ratio' : mention.unit;
  const number = mention.unit === 'mL' ? value.toFixed(1) : writtenNumber(value, unit, fact?.startsWith('rule.'));
  const centimetres = /厘米|cm|centimet/.test(mention.text + asked.after.slice(0, 12));
  const said = centimetres ? String(Number((value / 10).toFixed(2))) : number;
  const digits = /[−-]?[0-9０-９]+(?:\.[0-9]+)?/;
  if (digits.test(mention.text)) return [plain(mention.text.replace(digits, said))];
  const unitWord = mention.text.replace(/^[零〇一二两三四五六七八九十百千万点\s]+/, '');
  const whole = fact ? writtenFact(asked.analysis, fact, asked.language) : null;
  const months = asked.language === 'en' ? `${number} months` : `${number} 个月`;
  return [
    ...(asked.language === 'zh-CN' && unitWord !== mention.text ? [plain(`${said} ${unitWord}`.trim())] : []),
    ...(/年|year/.test(mention.text) ? [plain(months)] : []),
    ...(mention.unit === 'percent' && asked.language === 'zh-CN' ? [plain(`${number}%`)] : []),
    plain(said),
    ...(whole ? [plain(whole)] : []),
  ];
}

function lobeWords(text: string, { issue, analysis, language }: Asked): Rewording[] {
  const lobe = issue.expected;
  if (!lobe) return [];
  const level = { U: 0, M: 1, L: 2 }[lobe[1] as 'U' | 'M' | 'L'];
  const right = lobe.startsWith('R');
  const same =
    language === 'en'
      ? text
          .replace(/left|right/i, right ? 'right' : 'left')
          .replace(/upper|middle|lower/i, ['upper', 'middle', 'lower'][level]!)
      : text.replace(/[左右]/, right ? '右' : '左').replace(/[上中下]/, '上中下'[level]!);
  const whole = issue.fact ? writtenFact(analysis, issue.fact, language) : null;
  return [plain(same), ...(whole ? [plain(whole)] : [])];
}

const NO_ZH: ReadonlyArray<readonly [string, string]> = [
  ['没有', '有'],
  ['未见', '可见'],
  ['不见', '可见'],
  ['不带', '带'],
  ['没', '有'],
  ['无', '有'],
  ['不是', '是'],
  ['不', ''],
];
const NO_EN: ReadonlyArray<readonly [string, string]> = [
  ['without ', 'with '],
  ['not ', ''],
  ['no ', 'some '],
  ['no ', ''],
];
const OTHER_SIGNS: Readonly<Record<Language, ReadonlyArray<readonly string[]>>> = {
  'zh-CN': [
    ['靠近胸膜', '离胸膜较远', '贴着胸膜'],
    ['邻近胸膜', '离胸膜较远', '贴着胸膜'],
    ['贴着胸膜', '靠近胸膜', '离胸膜较远'],
    ['紧贴胸膜', '靠近胸膜', '离胸膜较远'],
    ['紧邻胸膜', '靠近胸膜', '离胸膜较远'],
    ['离胸膜远', '靠近胸膜', '贴着胸膜'],
    ['肿块', '结节', '小结节'],
    ['小结节', '结节', '肿块'],
  ],
  en: [
    ['close to the pleura', 'far from the pleura'],
    ['near the pleura', 'far from the pleura'],
    ['far from the pleura', 'close to the pleura'],
    ['touches the pleura', 'lies close to the pleura', 'lies far from the pleura'],
    ['touching the pleura', 'close to the pleura', 'far from the pleura'],
    ['small nodule', 'nodule', 'mass'],
    ['mass', 'nodule', 'small nodule'],
  ],
};

/** Another word for the sign, or its negation put in or taken out right before it. */
function signWords(mention: Extract<Mention, { kind: 'sign' }>, { language, before, after }: Asked): Rewording[] {
  const others = OTHER_SIGNS[language]
    .filter(([words]) => words === mention.text.toLowerCase())
    .flatMap(([, ...rest]) => rest.map(plain));
  const pairs = language === 'en' ? NO_EN : NO_ZH;
  const turned = pairs.flatMap(([no, yes]) => {
    const [from, to] = mention.negated ? [no, yes] : [yes, no];
    const at = from === '' ? before.length : before.lastIndexOf(from);
    if (at < 0 || before.length - at - from.length > 4) return [];
    const between = before.slice(at + from.length);
    return [{ text: to + between + mention.text, back: before.length - at }];
  });
  const far =
    language === 'zh-CN' && /^较?远/.test(after) ? [{ text: '靠近胸膜', ahead: after.startsWith('较') ? 2 : 1 }] : [];
  return [...others, ...far, ...turned];
}
