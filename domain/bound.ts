/** Characters that must not begin a line, and those that must not end one. */
export const NO_START = /^[，、。；：！？）】」』”’》〉…‥·～,.;:!?)\]%‰°–—]/;
export const NO_END = /[（【「『“‘《〈([#$¥<>≥≤±−]\s*$/;

/* Units of a number; the longest first where one begins with another. */
const ZH_UNIT =
  '立方毫米|毫米|毫升|厘米|毫西弗|个百分点|个小时|个星期|个月|分钟|小时|mm³|mm|cm³|cm|mL|HU|kVp|mGy|岁|层|类|年|版|周|天|日|月|秒|倍|期|集|级|次|例|处|颗|张|分|位|条|%|个';
const ZH_NUMBER = String.raw`[−-]?\d+(?:\.\d+)?`;
const EN_UNIT =
  'cubic millimet(?:re|er)s?|millimet(?:re|er)s?|mm³|mm|cm³|cm|mL|HU|kVp|mGy|months?|years?|weeks?|days?|slices?|percent|per cent|seconds?|minutes?|times|%';

/** Words that go together with what follows (numbers with units, ordinals, names of classes). */
const BOUND: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:第\s*)?(?:[<>≥≤±]\s*)?${ZH_NUMBER}(?:\s*(?:到|至|–|~|～)\s*${ZH_NUMBER})?\s*(?:${ZH_UNIT})?`,
    'g',
  ),
  new RegExp(
    String.raw`(?:[<>≥≤±]\s*)?[−-]?\d[\d.,]*(?:(?:\s*–\s*|\s+to\s+|\s+or\s+)\d[\d.,]*)?\s+(?:${EN_UNIT})(?![A-Za-z])`,
    'g',
  ),
  /Lung-RADS v?\d[\w.]*\s*类?|胸部 CT|\d[A-Z]\s*类?/g,
  /\b(?:slice|category|class|chapter|episode|figure|version|v|Lung-RADS) v?\d[\w.]*|\bDr\.? [A-Z][\w-]*|\bcubic millimet\w+/gi,
  /[A-Za-z][A-Za-z-]*/g,
];

/** Chinese terms no line may be broken in. */
const TERMS =
  /部分实性|磨玻璃|非实性|实性部分|实性|小结节|结节|毛刺|分叶|钙化|脂肪|胸膜|血管|断面|长径|短径|平均径|轮廓|边缘|体积|密度|检查|筛查|复查|低剂量|人工智能|模拟|演示|数据集|数据|教学|示例|诊断|结论|医生|处理|建议|因为|所以|没有|正常|同样|整体|标准|右肺|左肺|[上中下]叶|肺野|肺尖|条件|扫描|生成|内容|影像|公开|身份|信息|比较|只有|多出来|回到|换到|开头|可以|常见|的错|不同|进一步|症状|病史|以往|专科|分类|规则|间距|毫米数|随访|肿块/g;

/** For every position of a text: true where a break before it would part what belongs together. */
export function boundIn(text: string): boolean[] {
  const bound = new Array<boolean>(text.length).fill(false);
  for (const pattern of [...BOUND, TERMS]) {
    for (const match of text.matchAll(pattern)) {
      for (let i = match.index + 1; i < match.index + match[0].length; i++) bound[i] = true;
    }
  }
  return bound;
}
