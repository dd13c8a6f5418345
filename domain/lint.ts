import type { KeptRemark, Language, Sentence } from './script.ts';

/** Why a wording may not stand, or may stand only with a reason: medical-advertising law, or a conclusion that measurements cannot hold. */
export type LintKind =
  | 'cure-promise'
  | 'success-rate'
  | 'comparison'
  | 'contact'
  | 'testimonial'
  | 'diagnosis'
  | 'absolute';

/** One wording found in a text. `refuse`: it must go. `warn`: it may be kept with a note. */
export interface LintRemark {
  readonly kind: LintKind;
  readonly level: 'refuse' | 'warn';
  readonly text: string;
  readonly index: number;
}

interface Rule {
  readonly kind: LintKind;
  readonly level: LintRemark['level'];
  readonly words: Readonly<Record<Language, RegExp>>;
}

/** Hidden before looking, since they only look alike. */
const HARMLESS: Readonly<Record<Language, RegExp>> = {
  'zh-CN': /不作诊断结论|非诊断结论|不是诊断|肺癌筛查|不是真实患者/g,
  en: /not a diagnosis|lung cancer screening|not a real patient/gi,
};

const RULES: readonly Rule[] = [
  {
    kind: 'cure-promise',
    level: 'refuse',
    words: {
      'zh-CN': /治愈|根治|痊愈|药到病除|包治|保证(治|有效|安全)|无副作用|零风险|永不复发|放心|神奇|特效/g,
      en: /\bcur(e|ed|es|ing|able)\b|guarantee|risk-free|no side effects|never comes back|miracle|promise/gi,
    },
  },
  {
    kind: 'success-rate',
    level: 'refuse',
    words: {
      'zh-CN': /(治愈|有效|成功|好转|生存|准确|检出|复发)率|百分之?百(?!二|三|四|五|六|七|八|九|[零一])/g,
      en: /(success|cure|survival|detection|accuracy|recurrence|effective) rate|\b100 ?%/gi,
    },
  },
  {
    kind: 'comparison',
    level: 'refuse',
    words: {
      'zh-CN': /优于|胜过|比(其他|别的|同行)/g,
      en: /\b(better than|superior to)\b/gi,
    },
  },
  {
    kind: 'contact',
    level: 'refuse',
    words: {
      'zh-CN': /预约|挂号|热线|咨询电话|电话|微信|二维码|扫码|公众号|网址|https?:|www\.|@|\d{7,}|\d{3,4}-\d{7,8}/g,
      en: /\b(appointment|book (now|a)|call us|phone|hotline|wechat|whatsapp|scan the code|e-?mail|website)\b|https?:|www\.|@|\d{7,}/gi,
    },
  },
  {
    kind: 'testimonial',
    level: 'refuse',
    words: {
      'zh-CN': /患者(说|表示|感谢|评价)|现身说法|好评|口碑/g,
      en: /patients? (say|said|told|praise|thank)|testimonial|reviews?\b/gi,
    },
  },
  {
    kind: 'diagnosis',
    level: 'refuse',
    words: {
      'zh-CN': /恶性|良性|癌|确诊|诊断(为|是)|转移瘤|结核/g,
      en: /malignan\w*|benign|cancer|\bdiagnosed?\b|diagnosis (is|of)|metasta\w+|tubercul\w+/gi,
    },
  },
  {
    kind: 'absolute',
    level: 'warn',
    words: {
      'zh-CN':
        /(国内|国际|世界|全国|全球|全省|全市|行业|业内|亚洲)?(最(好|先进|权威|佳|专业)|第一(?!次|步|层|条)|首选(医院|专家)|领先|一流|顶级|国家级|独家|唯一)(水平)?的?/g,
      en: /\b(the best|(nationally |internationally )?leading|number one|world-class|top|unique|(the )?most advanced)\b/gi,
    },
  },
];

/** The laws by name and clause, and what they say of a wording, in both languages. */
export const LINT_LAW: Readonly<Record<LintKind, Readonly<Record<Language, { law: string; reason: string }>>>> = {
  'cure-promise': {
    'zh-CN': { law: '《广告法》第十六条第一项', reason: '断言或保证功效、安全' },
    en: { law: 'Advertising Law of China, art. 16(1)', reason: 'asserts or promises effect or safety' },
  },
  'success-rate': {
    'zh-CN': { law: '《广告法》第十六条第二项', reason: '说明治愈率或有效率' },
    en: { law: 'Advertising Law of China, art. 16(2)', reason: 'states a cure or success rate' },
  },
  comparison: {
    'zh-CN': { law: '《广告法》第十六条第三项', reason: '与其他机构比较' },
    en: { law: 'Advertising Law of China, art. 16(3)', reason: 'compares with others' },
  },
  testimonial: {
    'zh-CN': { law: '《广告法》第十六条第四项', reason: '借患者作推荐、证明' },
    en: { law: 'Advertising Law of China, art. 16(4)', reason: 'lets patients recommend' },
  },
  contact: {
    'zh-CN': { law: '《互联网广告管理办法》', reason: '健康知识旁出现联系方式' },
    en: { law: 'Internet Advertising Measures of China', reason: 'contacts beside health knowledge' },
  },
  diagnosis: {
    'zh-CN': { law: '教学片规则', reason: '只讲测量所见，不下诊断' },
    en: { law: 'Rule for teaching films', reason: 'tells what was measured, never a diagnosis' },
  },
  absolute: {
    'zh-CN': { law: '《广告法》第九条第三项', reason: '绝对化用语' },
    en: { law: 'Advertising Law of China, art. 9(3)', reason: 'superlative' },
  },
};

/** Every wording of a text that medical-advertising rules refuse or warn of, in the order of the rules, then of the text. */
export function lintText(text: string, language: Language): LintRemark[] {
  const plain = text.replace(HARMLESS[language], (words) => '\u0001'.repeat(words.length));
  return RULES.flatMap(({ kind, level, words }) =>
    [...plain.matchAll(words[language])].map((match) => ({ kind, level, text: match[0], index: match.index })),
  );
}

/** The note under which a warned wording of a sentence stands, or null. A note holds for exactly these words in this sentence. */
export const noteFor = (
  kept: readonly KeptRemark[],
  sentence: Pick<Sentence, 'id'>,
  remark: Pick<LintRemark, 'kind' | 'text'>,
): KeptRemark | null =>
  kept.find((item) => item.sentenceId === sentence.id && item.kind === remark.kind && item.text === remark.text) ??
  null;

/** Only the notes whose words still stand in their sentence: what is gone needs no excuse. */
export function standingNotes(kept: readonly KeptRemark[], sentences: readonly Sentence[], language: Language) {
  return kept.filter((note) => {
    const sentence = sentences.find((item) => item.id === note.sentenceId);
    return !!sentence && lintText(sentence.text, language).some((remark) => noteFor([note], sentence, remark));
  });
}
