import type { Language, Pronunciation } from './script.ts';

const SYLLABLE =
  /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|üe|er|a|o|e|i|u|ü|m|ng?)[1-5]$/;

/** True when a reading can be spoken: pinyin syllables with tone numbers or single letters (zh-CN); plain letters or `[[phonemes]]` (en). */
export function readable(reading: string, language: Language): boolean {
  const text = reading.trim();
  if (language === 'en') return /^\[\[[^[\]<>&]+\]\]$/.test(text) || /^[A-Za-z][A-Za-z' -]*$/.test(text);
  return syllablesOf(text).every((part) => /^[A-Z]$/.test(part) || SYLLABLE.test(part));
}

/** `mo2bo1 li2` -> mo2, bo1, li2; what does not look like a syllable stays as it is. */
export const syllablesOf = (reading: string): string[] =>
  reading
    .trim()
    .split(/\s+|(?<=[1-5])(?=\S)/)
    .filter(Boolean);

const MARKS: Readonly<Record<string, string>> = {
  a: 'āáǎàa',
  e: 'ēéěèe',
  i: 'īíǐìi',
  o: 'ōóǒòo',
  u: 'ūúǔùu',
  ü: 'ǖǘǚǜü',
};

/** `mo2` -> mó, as it is shown above a character: the mark stands on a or e, on the o of ou, else on the last vowel. */
export function toneMarked(syllable: string): string {
  const found = /^([a-zü]+)([1-5])$/.exec(syllable);
  if (!found) return syllable;
  const [, letters, tone] = found;
  const vowels = [...letters!].map((letter, at) => ({ letter, at })).filter(({ letter }) => letter in MARKS);
  const place =
    vowels.find(({ letter }) => letter === 'a' || letter === 'e') ??
    (letters!.includes('ou') ? vowels.find(({ letter }) => letter === 'o') : undefined) ??
    vowels.at(-1);
  if (!place) return letters!;
  return letters!.slice(0, place.at) + MARKS[place.letter]![Number(tone) - 1] + letters!.slice(place.at + 1);
}

/** The readings whose word stands in the text. A reading without its word would change nothing and is dropped. */
export const readingsIn = (text: string, readings: readonly Pronunciation[]): Pronunciation[] =>
  readings.filter(({ word }) => text.includes(word));
