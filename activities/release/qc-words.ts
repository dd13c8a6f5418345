import type { Brand } from '#domain/brand';
import { contrast, mix } from '#domain/colour';
import type { FilmProps } from '#domain/film/film';
import { REFERENCES } from '#domain/references';
import type { QcCheck } from '#domain/release';
import type { Script } from '#domain/script';
import { uncoveredIn } from './font-coverage.ts';
import { check } from './qc-container.ts';

/** Every string inside a value: more than is drawn, never less. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const named = (char: string): string =>
  `${char} (U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;

/** Every character that is spoken of or drawn has a shape in the bundled text fonts: no empty boxes. */
export function glyphCheck(film: FilmProps, script: Script): QcCheck {
  const chars = new Set(stringsIn([film, script]).join(''));
  const missing = uncoveredIn(chars);
  const found = missing.slice(0, 8).map(named).join(', ') || `${chars.size} characters`;
  return check('glyphs', missing.length === 0, found, 'every character in the bundled fonts');
}

/** Pairs of text and field as scenes use them, with the least ratio (film-style §3 and §4; WCAG 2.2, 1.4.3). */
export function contrastCheck({ paper, ink, primary, accent }: Brand): QcCheck {
  const pairs: [name: string, text: string, field: string, least: number][] = [
    ['text', paper, ink, 7],
    ['secondary text', mix(paper, 0.68, ink), ink, 4.5],
    ['accent', accent, ink, 4.5],
    ['text on the brand field', paper, primary, 4.5],
    ['secondary text on the brand field', mix(paper, 0.8, primary), primary, 4.5],
    ['inactive names on the brand field', mix(paper, 0.72, primary), primary, 4.5],
    ['accent on the brand field', accent, primary, 4.5],
    ['the seal', '#FFF6EC', '#B8321F', 4.5],
  ];
  const bad = pairs.filter(([, text, field, least]) => contrast(text, field) < least);
  const found = bad.map(([name, text, field]) => `${name} ${contrast(text, field).toFixed(2)}:1`).join(', ');
  return check('contrast', bad.length === 0, found || `${pairs.length} pairs`, 'at least 4.5:1, text on ink 7:1');
}

/** Only works we can name exactly are cited. */
export function referenceCheck(script: Script): QcCheck {
  const known = new Set(REFERENCES.map(({ key }) => key));
  const cited = [...script.references, ...script.chapters.flatMap((c) => c.sentences.flatMap((s) => s.references))];
  const listed = new Set(script.references);
  const bad = [...new Set(cited)].filter((key) => !known.has(key) || !listed.has(key));
  return check('references', bad.length === 0, bad.join(', ') || `${listed.size}`, 'known works, all of them listed');
}
