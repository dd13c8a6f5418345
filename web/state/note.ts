import type { Words } from '../words/words.ts';

/** A step's name for people: a scene's, a sentence's, or the whole stage. */
export function stepName(stage: string, label: string, words: Words): string {
  if (label === '') return words.page.whole;
  if (label === 'pictures') return words.page.pictures;
  if (label === 'draft') return words.page.draft;
  if (stage === 'render') return words.page.scene(sceneName(label, words));
  if (stage === 'speech') return words.page.sentence(label);
  return label;
}

/** `chapter-look` is the card of a chapter; every other scene is named by its kind. */
function sceneName(id: string, words: Words): string {
  const [kind, chapter] = id.split('-', 2) as [string, string | undefined];
  const name = (words.scenes as Record<string, string>)[kind] ?? id;
  const of = chapter ? (words.chapterNames as Record<string, string>)[chapter] : undefined;
  return of ? `${name} ${of}` : name;
}

/** What a running step says of itself, in the reader's language; null when it says nothing that people know. */
export function noteText(stage: string, note: string | null, words: Words): string | null {
  if (!note) return null;
  const count = /^(\d+)\/(\d+)$/.exec(note);
  if (count) return words.count(Number(count[1]), Number(count[2]));
  const reused = /^reused(?: (.+))?$/.exec(note);
  if (reused) return words.reusedNote(stepName(stage, reused[1] ?? '', words));
  if (words.notes[note]) return words.notes[note];
  const kind = note.split('-', 1)[0] ?? '';
  return stage === 'render' && kind in words.scenes ? stepName(stage, note, words) : null;
}
