import { canonicalJson } from './canonical.ts';
import { sentencesOf } from './edit-script.ts';
import type { FilmProps } from './film/film.ts';
import type { Script, Sentence } from './script.ts';

/** What an edit makes anew: sentences spoken, scenes drawn, and how many scenes stay as they are. */
export interface EditCost {
  readonly spoken: readonly string[];
  readonly drawn: readonly string[];
  readonly reused: number;
}

/** Everything of a sentence that its sound depends on; two that agree are one take. */
export const soundOf = ({ id, text, emphasis, pronunciations, speaker }: Sentence): string =>
  JSON.stringify([id, text, emphasis, pronunciations, speaker]);

/** What becomes of a film when one script takes the place of another. LAW: equal scripts and films cost nothing. */
export function editCost(
  before: { script: Script; film: FilmProps },
  after: { script: Script; film: FilmProps },
): EditCost {
  const sounds = new Set(sentencesOf(before.script).map(soundOf));
  const pictures = new Set(before.film.scenes.map(({ props }) => canonicalJson(props)));
  const drawn = after.film.scenes
    .filter(({ props }) => !pictures.has(canonicalJson(props)))
    .map(({ props }) => props.id);
  return {
    spoken: sentencesOf(after.script)
      .filter((item) => !sounds.has(soundOf(item)))
      .map((item) => item.id),
    drawn,
    reused: after.film.scenes.length - drawn.length,
  };
}
