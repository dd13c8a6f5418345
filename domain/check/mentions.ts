import type { Language } from '../script.ts';
import type { Mention } from './mention.ts';
import { mentionsEn } from './mentions-en.ts';
import { mentionsZh } from './mentions-zh.ts';

/** Every statement of a text, in its order, that findings must bear out. */
export const mentionsOf = (text: string, language: Language): Mention[] =>
  language === 'en' ? mentionsEn(text) : mentionsZh(text);
