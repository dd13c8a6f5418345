import { PRONUNCIATIONS, pronunciationPattern } from '#domain/lexicon';
import type { Language } from '#domain/script';

/** Leaning on a word: a little slower and a little higher, never louder, so that nothing clips. */
const STRESS = { open: '<prosody rate="88%" pitch="+12%">', close: '</prosody>' };

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Readable words as espeak-ng's SSML input: fixed readings put in (pinyin for zh-CN, phonemes for en), stressed stretches framed.
 * Lung-RADS inside Chinese is read by the English phoneme table, since that is how doctors say it.
 */
export function espeakText(readable: string, stress: readonly string[], language: Language): string {
  const stretches = stress.filter((words) => words !== '' && readable.includes(words));
  const [first] = stretches;
  if (first === undefined) return pronounced(readable, language);
  const at = readable.indexOf(first);
  return [
    pronounced(readable.slice(0, at), language),
    `${STRESS.open}${pronounced(first, language)}${STRESS.close}`,
    espeakText(readable.slice(at + first.length), stretches.slice(1), language),
  ].join('');
}

function pronounced(text: string, language: Language): string {
  const words = PRONUNCIATIONS[language];
  const escaped = escapeXml(text);
  if (language === 'en') return escaped.replace(pronunciationPattern('en'), (word) => `[[${words[word]}]]`);
  return escaped
    .replace(/Lung-RADS/g, ' [[_^_en]]lung rads[[_^_cmn]] ')
    .replace(/Fleischner/g, ' [[_^_en]]flyshner[[_^_cmn]] ')
    .replace(pronunciationPattern('zh-CN'), (word) => ` ${words[word]} `)
    .replace(/ {2,}/g, ' ');
}
