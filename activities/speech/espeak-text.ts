import { PRONUNCIATIONS, pronunciationPattern } from '#domain/lexicon';
import { syllablesOf } from '#domain/pronunciation';
import type { Language, Pronunciation } from '#domain/script';

/** Leaning on a word: a little slower and a little higher, never louder, so that nothing clips. */
const STRESS = { open: '<prosody rate="88%" pitch="+12%">', close: '</prosody>' };

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Readable words as espeak-ng's SSML input: fixed readings put in (pinyin for zh-CN, phonemes for en), stressed stretches framed.
 * A person's own `readings` go before the lexicon's. Lung-RADS inside Chinese is read by the English phoneme table, since that is how doctors say it.
 */
export function espeakText(
  readable: string,
  stress: readonly string[],
  language: Language,
  readings: readonly Pronunciation[] = [],
): string {
  const stretches = stress.filter((words) => words !== '' && readable.includes(words));
  const [first] = stretches;
  if (first === undefined) return pronounced(readable, language, readings);
  const at = readable.indexOf(first);
  return [
    pronounced(readable.slice(0, at), language, readings),
    `${STRESS.open}${pronounced(first, language, readings)}${STRESS.close}`,
    espeakText(readable.slice(at + first.length), stretches.slice(1), language, readings),
  ].join('');
}

/** A text with a person's readings put in, and the lexicon's between them. */
function pronounced(text: string, language: Language, readings: readonly Pronunciation[]): string {
  const places = readings
    .map(({ word, reading }) => ({ word, reading, at: placeOf(word, text, language) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.word.length - a.word.length);
  const [first] = places;
  if (!first) return known(text, language);
  return [
    known(text.slice(0, first.at), language),
    spoken(first.reading, language),
    pronounced(text.slice(first.at + first.word.length), language, readings),
  ].join('');
}

function placeOf(word: string, text: string, language: Language): number {
  if (language !== 'en') return text.indexOf(word);
  const exact = word.replace(/[-/\\^$*+?.()|[\]{}]/g, '\\$&');
  return new RegExp(`(?<![A-Za-z])${exact}(?![A-Za-z])`).exec(text)?.index ?? -1;
}

const spoken = (reading: string, language: Language): string =>
  language === 'en' ? escapeXml(reading) : ` ${escapeXml(syllablesOf(reading).join(' '))} `;

function known(text: string, language: Language): string {
  const words = PRONUNCIATIONS[language];
  const escaped = escapeXml(text);
  if (language === 'en') return escaped.replace(pronunciationPattern('en'), (word) => `[[${words[word]}]]`);
  return escaped
    .replace(/Lung-RADS/g, ' [[_^_en]]lung rads[[_^_cmn]] ')
    .replace(/Fleischner/g, ' [[_^_en]]flyshner[[_^_cmn]] ')
    .replace(pronunciationPattern('zh-CN'), (word) => ` ${words[word]} `)
    .replace(/ {2,}/g, ' ');
}
