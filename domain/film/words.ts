import type { Language } from '../script.ts';

/** Every word a film shows that is not data, in both languages. `{name}` takes a value. */
const ZH = {
  'ai.large': '本视频含人工智能生成内容',
  'ai.small': '含人工智能生成内容',
  'simulated.small': '模拟演示数据',
  restriction: '医学教学资料 · 非诊断结论',

  'case.heading': '病例 {code}',
  'case.person': '年龄 / 性别',
  'case.age': '{age} 岁',
  'case.age.capped': '{age} 岁以上',
  'case.sex.male': '男性',
  'case.sex.female': '女性',
  'case.tag.simulated': '模拟',
  'case.exam': '检查',
  'case.exam.baseline': '低剂量筛查 CT，基线',
  'case.exam.follow-up': '低剂量筛查 CT，随访',
  'case.exam.contrast': '胸部增强 CT',
  'case.exam.plain': '胸部平扫 CT',
  'case.exam.chest': '胸部 CT',
  'case.exam.pictures': '图片序列',
  'case.slices': '层数',
  'case.slices.value': '{count} 层',
  'case.spacing': '层间距',
  'case.source': '来源',
  'case.source.simulated': '模拟影像，无真实患者',
  'case.source.hospital': '本院影像，已去标识',
  'case.source.lidc-idri': '公开数据，已去标识',

  'chapter.count': '第 {index} 章，共 {count} 章',
};
const EN: Record<keyof typeof ZH, string> = {
  'ai.large': 'This video contains AI-generated content',
  'ai.small': 'Contains AI-generated content',
  'simulated.small': 'Simulated demonstration data',
  restriction: 'Medical teaching material · not a diagnosis',

  'case.heading': 'Case {code}',
  'case.person': 'Age and sex',
  'case.age': '{age} years',
  'case.age.capped': '{age} or older',
  'case.sex.male': 'male',
  'case.sex.female': 'female',
  'case.tag.simulated': 'Made up',
  'case.exam': 'Examination',
  'case.exam.baseline': 'Low-dose CT, baseline',
  'case.exam.follow-up': 'Low-dose CT, follow-up',
  'case.exam.contrast': 'Chest CT with contrast',
  'case.exam.plain': 'Chest CT, no contrast',
  'case.exam.chest': 'Chest CT',
  'case.exam.pictures': 'Picture series',
  'case.slices': 'Slices',
  'case.slices.value': '{count}',
  'case.spacing': 'Slice interval',
  'case.source': 'Source',
  'case.source.simulated': 'Simulated, no patient',
  'case.source.hospital': 'Our hospital, de-identified',
  'case.source.lidc-idri': 'Public data, de-identified',

  'chapter.count': 'Chapter {index} of {count}',
};
const WORDS: Record<Language, Record<Word, string>> = { 'zh-CN': ZH, en: EN };

export type Word = keyof typeof ZH;
export const WORD_KEYS = Object.keys(ZH) as Word[];

/** A word in a language, its `{names}` filled in. */
export function word(language: Language, key: Word, values: Readonly<Record<string, string | number>> = {}): string {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** True when a key has a text, e.g. for keys built from data. */
export const hasWord = (key: string): key is Word => Object.hasOwn(ZH, key);
