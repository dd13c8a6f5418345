import { EVERYDAY, LIKENESSES, likenessWords } from '../everyday.ts';
import type { Language } from '../script.ts';
import type { MentionScan } from './mention.ts';

const plain = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Words around a thing's name that make a comparison of it. */
const COMPARED = {
  'zh-CN': {
    before: /(像|如|比|相当于|等于)[^，。；：]{0,4}$/,
    after: /^[^，。；：]{0,3}(差不多|一样|这么|那么|大小|大|小)/,
  },
  en: { before: /(size of|like|as big as|as large as|than|equal to)\s+(an?\s+|the\s+)?$/i, after: /^[- ]siz/i },
} as const;

/**
 * Finds what a text says the finding is as large as. The words of a likeness are taken whole; a thing that is compared with in any other words
 * is `compared:<thing>`, which no finding bears out; one that is only named is `named:<thing>`.
 */
export function takeLikenesses(scan: MentionScan, language: Language): void {
  for (const key of LIKENESSES) {
    const words = likenessWords(key, language);
    if (words) scan.take(new RegExp(plain(words), 'gi'), () => ({ kind: 'likeness', value: key }));
  }
  for (const thing of EVERYDAY) {
    const spoken = thing.spoken[language].replace(/^an? /, '');
    const edge = language === 'en' ? '\\b' : '';
    const named = `${edge}(${plain(thing.name[language])}|${plain(spoken)})${edge}`;
    scan.take(new RegExp(named, 'gi'), (match, index) => {
      const { before, after } = COMPARED[language];
      const compared = before.test(scan.text.slice(0, index)) || after.test(scan.text.slice(index + match[0].length));
      return { kind: 'likeness', value: `${compared ? 'compared' : 'named'}:${thing.id}` };
    });
  }
}
