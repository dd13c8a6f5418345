import { z } from 'zod';
import { StudioError } from './errors.ts';
import { readingsIn } from './pronunciation.ts';
import { type Chapter, Pronunciation, type Script, Sentence } from './script.ts';

/** What a person changes of one sentence; what is left out stays. */
export const SentenceEdit = z.strictObject({
  id: z.string(),
  text: Sentence.shape.text.optional(),
  emphasis: Sentence.shape.emphasis.optional(),
  pauseAfterMs: Sentence.shape.pauseAfterMs.optional(),
  pronunciations: z.array(Pronunciation).max(20).optional(),
  speaker: Sentence.shape.speaker.optional(),
});
export type SentenceEdit = z.infer<typeof SentenceEdit>;

/** A sentence after an edit. Stress and readings of words that the new text no longer holds are dropped. */
export function editSentence(sentence: Sentence, edit: Omit<SentenceEdit, 'id'>): Sentence {
  const next = {
    ...sentence,
    ...Object.fromEntries(Object.entries(edit).filter(([key, value]) => key !== 'id' && value !== undefined)),
  } as Sentence;
  if (edit.text === undefined) return next;
  return {
    ...next,
    emphasis: next.emphasis.filter((word) => next.text.includes(word)),
    pronunciations: readingsIn(next.text, next.pronunciations),
  };
}

/**
 * A script with some sentences edited; everything else, ids included, stays. Claims are matched anew when the version is checked against
 * the findings. @throws StudioError INPUT_INVALID for an unknown sentence
 */
export function editSentences(script: Script, edits: readonly SentenceEdit[]): Script {
  const wanted = new Map(edits.map((edit) => [edit.id, edit]));
  const next = mapSentences(script, (sentence) => {
    const edit = wanted.get(sentence.id);
    wanted.delete(sentence.id);
    return edit ? editSentence(sentence, edit) : sentence;
  });
  const [unknown] = wanted.keys();
  if (unknown !== undefined) throw new StudioError('INPUT_INVALID', { detail: `no sentence ${unknown}` });
  return next;
}

/** Every sentence of a script, in order. */
export const sentencesOf = (script: Pick<Script, 'chapters'>): Sentence[] =>
  script.chapters.flatMap((chapter) => chapter.sentences);

/** The script with each sentence changed; sentences that come back as they were keep their identity, and so do their chapters. */
export function mapSentences(script: Script, change: (sentence: Sentence) => Sentence): Script {
  return withChapters(script, (chapter) => {
    const sentences = chapter.sentences.map(change);
    return sentences.every((item, i) => item === chapter.sentences[i]) ? chapter : { ...chapter, sentences };
  });
}

const withChapters = (script: Script, change: (chapter: Chapter) => Chapter): Script => ({
  ...script,
  chapters: script.chapters.map(change),
});

/**
 * Cuts a sentence in two at a character. The first half keeps id and cue, so only what changed is made again; the second gets an id of its
 * own and drives no moment of the scene. Null when either half would be empty.
 */
export function splitSentence(script: Script, id: string, at: number): Script | null {
  const sentence = sentencesOf(script).find((item) => item.id === id);
  if (!sentence) return null;
  const texts = [sentence.text.slice(0, at).trim(), sentence.text.slice(at).trim()] as const;
  if (texts.some((text) => !/[\p{L}\p{N}]/u.test(text))) return null;
  const first = { ...editSentence(sentence, { text: closed(texts[0], script.language) }), pauseAfterMs: 0 };
  const second = { ...editSentence({ ...sentence, id: freeId(script, id), cue: null }, { text: texts[1] }) };
  return withChapters(script, (chapter) => ({
    ...chapter,
    sentences: chapter.sentences.flatMap((item) => (item.id === id ? [first, second] : [item])),
  }));
}

/** A half that ends in a comma ends in a full stop from now on. */
function closed(text: string, language: Script['language']): string {
  const stop = language === 'en' ? '.' : '。';
  return /[。！？.!?]$/.test(text) ? text : text.replace(/[，、；：,;:]$/, '') + stop;
}

function freeId(script: Script, id: string): string {
  const taken = new Set(sentencesOf(script).map((item) => item.id));
  const stem = id.replace(/-s\d+$/, '');
  let count = 2;
  while (taken.has(`${stem}-s${count}`)) count++;
  return `${stem}-s${count}`;
}

/**
 * Joins a sentence with the one after it. Null where they may not be one: another scene or speaker, or the second drives a moment of its scene.
 */
export function joinWithNext(script: Script, id: string): Script | null {
  const chapter = script.chapters.find((item) => item.sentences.some((sentence) => sentence.id === id));
  const at = chapter?.sentences.findIndex((sentence) => sentence.id === id) ?? -1;
  const first = chapter?.sentences[at];
  const second = chapter?.sentences[at + 1];
  if (!first || !second || second.cue !== null) return null;
  if (first.scene !== second.scene || first.speaker !== second.speaker) return null;
  const gap = script.language === 'en' ? ' ' : '';
  const joined: Sentence = {
    ...first,
    text: `${first.text}${gap}${second.text}`,
    findingIds: union(first.findingIds, second.findingIds),
    claims: [...first.claims, ...second.claims],
    emphasis: union(first.emphasis, second.emphasis),
    references: union(first.references, second.references),
    pronunciations: [...first.pronunciations, ...second.pronunciations],
    pauseAfterMs: second.pauseAfterMs,
  };
  const sentences = chapter!.sentences.flatMap((item) => (item === first ? [joined] : item === second ? [] : [item]));
  return withChapters(script, (item) => (item === chapter ? { ...item, sentences } : item));
}

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];
