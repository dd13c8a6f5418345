import type { Language } from '../script.ts';

/** Why a wording is refused: medical-advertising rules for teaching films, or a conclusion that measurements cannot hold. */
export type ForbiddenKind = 'cure-promise' | 'success-rate' | 'comparison' | 'contact' | 'testimonial' | 'diagnosis';

/** Taken out before looking, since they only look alike. */
const HARMLESS: Readonly<Record<Language, RegExp>> = {
  'zh-CN': /不作诊断结论|非诊断结论|不是诊断|肺癌筛查|不是真实患者/g,
  en: /not a diagnosis|lung cancer screening|not a real patient/gi,
};

const WORDS: ReadonlyArray<readonly [ForbiddenKind, Readonly<Record<Language, RegExp>>]> = [
  [
    'cure-promise',
    {
      'zh-CN': /治愈|根治|痊愈|药到病除|包治|保证(治|有效|安全)|无副作用|零风险|永不复发|放心|神奇|特效/,
      en: /\bcur(e|ed|es|ing|able)\b|guarantee|risk-free|no side effects|never comes back|miracle|promise/i,
    },
  ],
  [
    'success-rate',
    {
      'zh-CN': /(治愈|有效|成功|好转|生存|准确|检出|复发)率|百分之?百(?!二|三|四|五|六|七|八|九|[零一])/,
      en: /(success|cure|survival|detection|accuracy|recurrence|effective) rate|\b100 ?%/i,
    },
  ],
  [
    'comparison',
    {
      'zh-CN':
        /最(好|先进|权威|佳|专业)|第一(?!次|步|层|条)|首选(医院|专家)|领先|顶级|国家级|优于|胜过|比(其他|别的|同行)|独家|唯一/,
      en: /\b(the best|leading|number one|world-class|top|unique|better than|superior to|most advanced)\b/i,
    },
  ],
  [
    'contact',
    {
      'zh-CN': /预约|挂号|热线|咨询电话|电话|微信|二维码|扫码|公众号|网址|https?:|www\.|@|\d{7,}|\d{3,4}-\d{7,8}/,
      en: /\b(appointment|book (now|a)|call us|phone|hotline|wechat|whatsapp|scan the code|e-?mail|website)\b|https?:|www\.|@|\d{7,}/i,
    },
  ],
  [
    'testimonial',
    {
      'zh-CN': /患者(说|表示|感谢|评价)|现身说法|好评|口碑/,
      en: /patients? (say|said|told|praise|thank)|testimonial|reviews?\b/i,
    },
  ],
  [
    'diagnosis',
    {
      'zh-CN': /恶性|良性|癌|确诊|诊断(为|是)|转移瘤|结核/,
      en: /malignan\w*|benign|cancer|\bdiagnosed?\b|diagnosis (is|of)|metasta\w+|tubercul\w+/i,
    },
  ],
];

/** The first forbidden wording of each kind in a text. */
export function forbiddenWords(text: string, language: Language): Array<{ kind: ForbiddenKind; text: string }> {
  const plain = text.replace(HARMLESS[language], '');
  return WORDS.flatMap(([kind, patterns]) => {
    const found = patterns[language].exec(plain);
    return found ? [{ kind, text: found[0] }] : [];
  });
}
