import type { Language } from '../script.ts';
import type { Provenance } from '../study.ts';
import { word } from './words.ts';

/** The fixed labels a film carries: part of what a physician signs. */
export function filmLabels(provenance: Provenance, language: Language): string[] {
  const always = [word(language, 'ai.large'), word(language, 'ai.small'), word(language, 'restriction')];
  return provenance === 'simulated' ? [...always, word(language, 'simulated.small')] : always;
}
