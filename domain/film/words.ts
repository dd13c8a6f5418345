import type { Language } from '../script.ts';

/** Every word a film shows that is not data, in both languages. `{name}` takes a value. */
const WORDS = {
  'zh-CN': {
    'ai.large': '本视频含人工智能生成内容',
    'ai.small': '含人工智能生成内容',
    'simulated.small': '模拟演示数据',
    restriction: '医学教学资料 · 非诊断结论',
  },
  en: {
    'ai.large': 'This video contains AI-generated content',
    'ai.small': 'Contains AI-generated content',
    'simulated.small': 'Simulated demonstration data',
    restriction: 'Medical teaching material · not a diagnosis',
  },
} as const satisfies Record<Language, Record<string, string>>;

export type Word = keyof (typeof WORDS)['zh-CN'];
export const WORD_KEYS = Object.keys(WORDS['zh-CN']) as Word[];

/** A word in a language, its `{names}` filled in. */
export function word(language: Language, key: Word, values: Readonly<Record<string, string | number>> = {}): string {
  const text: string = WORDS[language][key];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** True when a key has a text, e.g. for keys built from data. */
export const hasWord = (key: string): key is Word => Object.hasOwn(WORDS['zh-CN'], key);
