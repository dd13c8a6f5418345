import type { Lobe, NoduleType } from '../finding.ts';
import { takeLikenesses } from './likeness.ts';
import { type Mention, type MentionMeaning, MentionScan, type MentionUnit, nearestTerm, rangeEnd } from './mention.ts';

const TERMS: ReadonlyArray<readonly [string, RegExp]> = [
  ['longAxisMm', /长径|最长径|最大径|长轴|最长的径/g],
  ['shortAxisMm', /短径|短轴|垂直径/g],
  ['meanDiameterMm', /平均径|平均直径|平均|整体/g],
  ['solidDiameterMm', /(实性|实心的?)(部分|成分|核心)/g],
  ['none', /磨玻璃(部分|成分)/g],
  ['volumeMm3', /体积/g],
  ['pleuraDistanceMm', /胸膜/g],
  ['contralateralHu', /对侧|正常肺/g],
  ['meanHu', /CT 值|均值|平均密度/g],
  ['minHu', /最低/g],
  ['maxHu', /最高/g],
  ['solidFraction', /占比|占/g],
  ['sliceThicknessMm', /层厚/g],
];
const UNITS: Readonly<Record<string, [MentionUnit, number]>> = {
  立方毫米: ['mm3', 1],
  'mm³': ['mm3', 1],
  mm3: ['mm3', 1],
  毫升: ['mL', 1],
  mL: ['mL', 1],
  ml: ['mL', 1],
  毫米: ['mm', 1],
  mm: ['mm', 1],
  厘米: ['mm', 10],
  cm: ['mm', 10],
  HU: ['HU', 1],
  岁: ['year', 1],
  个月: ['month', 1],
  年: ['month', 12],
  层: ['slice-count', 1],
  步: ['step-count', 1],
  种: ['part-count', 1],
  项: ['measure-count', 1],
  枚: ['nodule-count', 1],
  处: ['nodule-count', 1],
  个: ['nodule-count', 1],
  '%': ['percent', 1],
  '％': ['percent', 1],
};
const UNIT = Object.keys(UNITS).join('|');
const NUMERAL = '零〇一二两三四五六七八九十百千万';
const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'零一二三四五六七八九'].map((char, i) => [char, i])),
  〇: 0,
  两: 2,
};
/** Units with which even 一 is a number; 一个, 一团, 一步 are ways of speaking. */
const COUNTED_ONE = /^(立方毫米|毫米|毫升|厘米|HU|岁|个月|年|枚|%)$/;

/** 四十四 -> 44, 八点三 -> 8.3, 一百二十 -> 120. */
function readNumeral(text: string): number {
  const [whole, fraction] = text.split('点');
  let total = 0;
  let digit = 0;
  for (const char of whole!) {
    const place = { 十: 10, 百: 100, 千: 1000, 万: 10000 }[char];
    if (place) {
      total = place === 10000 ? (total + digit) * place : total + (digit || 1) * place;
      digit = 0;
    } else {
      digit = (DIGITS[char] ?? 0) + (/^[零〇一二三四五六七八九]{2,}$/.test(whole!) ? digit * 10 : 0);
    }
  }
  const tail = fraction ? Number(`0.${[...fraction].map((char) => DIGITS[char]).join('')}`) : 0;
  return total + digit + tail;
}

const TYPES: Readonly<Record<string, NoduleType>> = {
  部分实性: 'part-solid',
  混合磨玻璃: 'part-solid',
  混合性: 'part-solid',
  纯磨玻璃: 'non-solid',
  非实性: 'non-solid',
  磨玻璃: 'non-solid',
  毛玻璃: 'non-solid',
  实性: 'solid',
  实心: 'solid',
};
const LEVEL = { 上: 'upper', 中: 'middle', 下: 'lower' } as const;
const LETTER = { 上: 'U', 中: 'M', 下: 'L' } as const;

/** Every statement of a Chinese sentence that the findings must bear out: numbers in digits and in words, sides, lobes, types, classes, signs. */
export function mentionsZh(text: string): Mention[] {
  const scan = new MentionScan(text);
  takeLikenesses(scan, 'zh-CN');
  const number = (value: number, unit: string | undefined, index: number, length = 0): MentionMeaning => {
    const [name, factor] = (unit && UNITS[unit]) || (['bare', 1] as const);
    const { before } = scan.clause(index);
    const direction = /没到|不到|未到|没有到|小于|低于|不足|未达|</.test(before.slice(-6))
      ? 'below'
      : /到了|达到|超过|大于|不小于|满|≥|>/.test(before.slice(-6))
        ? 'reached'
        : null;
    const term = nearestTerm(text, index, TERMS);
    return {
      kind: 'number',
      value: Number((value * factor).toFixed(6)),
      unit: name,
      term,
      direction,
      range: rangeEnd(text.slice(0, index), text.slice(index + length)),
    };
  };
  scan
    .take(/LIDC-IDRI/g, () => ({ kind: 'exam', value: 'lidc' }))
    .take(/(?<=Lung-RADS\s*(?:v?2022\s*版?的?\s*)?)(?:第)?\s*[0-9][A-Za-z]?(?![\d.]|022)(\s*类)?/g, (match) =>
      classOf(match[0]),
    )
    .take(/(?<![这那同哪每某另\d.])([0-9][A-Za-z]?|[零一二三四五六七八九]\s?[A-Za-z]?)\s*类/g, (match) =>
      classOf(match[1]!),
    )
    .take(/(?<![\dA-Za-z.])[0-9][A-Za-z](?![A-Za-z0-9])/g, (match) => classOf(match[0]))
    .blank(
      /Lung-RADS\s*(v?2022(\s*版)?)?|Fleischner 学会( 2017 年)?(?!\d)|两肺|两侧|四周(?=都|围|是)|四面|十分|万一|千万(?!\d)/g,
    )
    .take(new RegExp(`(?:第\\s*)?([−-]?[0-9０-９]+(?:\\.[0-9]+)?)(?:\\s*(${UNIT}))?`, 'g'), (match, index) => {
      const value = Number(
        match[1]!.replace('−', '-').replace(/[０-９]/g, (char) => String(char.charCodeAt(0) - 0xff10)),
      );
      if (match[0].startsWith('第') && match[2] === '层')
        return { ...(number(value, '层', index, match[0].length) as object), unit: 'slice-number' } as MentionMeaning;
      return number(value, match[2] ?? rangeUnit(text.slice(index + match[0].length)), index, match[0].length);
    })
    .take(new RegExp(`(第)?([${NUMERAL}]+(?:点[零〇一二三四五六七八九]+)?)\\s*(${UNIT})`, 'g'), (match, index) => {
      const [, ordinal, numeral, unit] = match;
      const after = text.slice(index + match[0].length);
      const one = numeral === '一';
      if (/[这那同哪每某]$/.test(text.slice(0, index))) return null;
      if (one && !ordinal && !COUNTED_ONE.test(unit!) && !(unit === '个' && /^(小|大)?(结节|肿块|病灶)/.test(after)))
        return null;
      const means = number(readNumeral(numeral!), unit, index, match[0].length);
      return ordinal && unit === '层' ? ({ ...(means as object), unit: 'slice-number' } as MentionMeaning) : means;
    })
    .take(/(半)\s*年/g, (_, index) => number(6, '个月', index))
    .take(/百分之([零一二三四五六七八九十百点]+)/g, (match, index) => number(readNumeral(match[1]!), '%', index))
    .take(/(?<![同上有])[二两三四五六七八九十百千]{1,}(?=[倍条块件次周天级期分])/g, (match, index) =>
      number(readNumeral(match[0]), undefined, index),
    );
  scan
    .take(/([左右])(肺)?(上|中|下)(肺)?叶/g, (match) => ({
      kind: 'lobe',
      value: `${match[1] === '左' ? 'L' : 'R'}${LETTER[match[3] as '上']}L` as Lobe,
    }))
    .take(/([左右])(上|中|下)肺/g, (match) => ({
      kind: 'lobe',
      value: `${match[1] === '左' ? 'L' : 'R'}${LETTER[match[2] as '上']}L` as Lobe,
    }))
    .take(/(上|中|下)叶/g, (match) => ({ kind: 'lobe', value: LEVEL[match[1] as '上'] }))
    .blank(/左右(?!肺)/g)
    .take(/[左右]/g, (match) => ({ kind: 'side', value: match[0] === '左' ? 'left' : 'right' }));
  typesZh(scan);
  signsZh(scan);
  return scan.found.sort((a, b) => a.index - b.index);
}

const classOf = (text: string): MentionMeaning => {
  const plain = text.replace(/[第\s类]/g, '').toUpperCase();
  return { kind: 'class', value: plain.replace(/^[零一二三四五六七八九]/, (char) => String(DIGITS[char])) };
};

/** The unit of the second number of a range, for its first: 6 到 12 个月. */
const rangeUnit = (after: string): string | undefined =>
  new RegExp(`^\\s*(?:到|至|–|-|~|与|和)\\s*[0-9.]+\\s*(${UNIT})`).exec(after)?.[1];

function typesZh(scan: MentionScan): void {
  scan.take(/部分实性|混合磨玻璃|混合性|纯磨玻璃|非实性|磨玻璃|毛玻璃|实性|实心/g, (match, index) => {
    const value = TYPES[match[0]]!;
    const { before, after } = scan.clause(index);
    const tail = after.slice(match[0].length);
    if (/^.{0,4}(标准|门槛|规则|界限)/.test(tail)) return { kind: 'type', value, role: 'rule' };
    if (/长出|新出现/.test(before)) return { kind: 'type', value, role: 'wish' };
    if (/外圈|周围|外围|外层/.test(before)) return { kind: 'type', value, role: 'outer' };
    if (/中间|中央|核心|里面/.test(before)) return { kind: 'type', value, role: 'inner' };
    return { kind: 'type', value, role: /^的?(部分|成分|核心)/.test(tail) ? 'component' : 'type' };
  });
}

function signsZh(scan: MentionScan): void {
  const negated = (index: number) =>
    /(?<!有)(没有?|无|未见|不见|不带|不是|不)[^有]{0,3}$/.test(scan.clause(index).before);
  const sign = (pattern: RegExp, value: Extract<MentionMeaning, { kind: 'sign' }>['value']) =>
    scan.take(pattern, (_, index) => ({ kind: 'sign', value, negated: negated(index) }));
  sign(/钙化/g, 'calcification');
  sign(/脂肪/g, 'fat');
  sign(/毛刺/g, 'spiculation');
  sign(/分叶/g, 'lobulation');
  sign(/光整|光滑/g, 'smooth');
  sign(/(贴着|紧贴|紧邻|连着)胸膜/g, 'touches-pleura');
  sign(/(靠近|邻近)胸膜/g, 'near-pleura');
  sign(/(离胸膜|胸膜[^，。]{0,2})远/g, 'far-from-pleura');
  sign(/肿块/g, 'mass');
  sign(/小结节/g, 'small');
  const exam = (pattern: RegExp, value: Extract<MentionMeaning, { kind: 'exam' }>['value']) =>
    scan.take(pattern, () => ({ kind: 'exam', value }));
  exam(/(没有?|未)(见到|发现|看见|看到|找到)[^，。]{0,2}结节/g, 'no-nodule');
  exam(/单发/g, 'single');
  exam(/多发/g, 'several');
  exam(/是筛查还是诊断/g, 'purpose-unknown');
  exam(/不是筛查/g, 'not-screening');
  exam(/第一次做|首次|初次|基线/g, 'baseline');
  exam(/随访筛查|这次是随访|年度随访/g, 'follow-up-screening');
  exam(/为诊断做的|诊断性/g, 'diagnostic');
  exam(/平扫|非增强/g, 'no-contrast');
  exam(/增强/g, 'contrast');
  exam(/模拟/g, 'simulated');
  exam(/CT\s*筛查/g, 'screening');
  scan.take(/男性|男|女性|女/g, (match) => ({ kind: 'sex', value: match[0].startsWith('男') ? 'male' : 'female' }));
}
