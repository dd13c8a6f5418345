import { sentencesOf } from './edit-script.ts';
import type { Language, Script, Sentence } from './script.ts';

/** A stretch of words that stayed, went, or came. */
export interface WordChange {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

/** One sentence of two versions beside each other; `null` where a version has none. */
export interface SentenceChange {
  readonly id: string;
  readonly chapterId: string;
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
  readonly before: Sentence | null;
  readonly after: Sentence | null;
  readonly words: readonly WordChange[];
  /** Fields beside the text that differ. */
  readonly fields: readonly SentenceField[];
}
export type SentenceField = 'speaker' | 'emphasis' | 'pronunciations' | 'pauseAfterMs';
const FIELDS: readonly SentenceField[] = ['speaker', 'emphasis', 'pronunciations', 'pauseAfterMs'];

/** The words of a text and what stands between them; joined they are the text. */
export function wordsOf(text: string, language: Language): string[] {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  return Array.from(segments, ({ segment }) => segment);
}

/** What to take out and put in to make one text of another: longest common run of words, neighbours of one kind together. */
export function compareTexts(before: string, after: string, language: Language): WordChange[] {
  const a = wordsOf(before, language);
  const b = wordsOf(after, language);
  const kept = commonLengths(a, b);
  const changes: WordChange[] = [];
  const add = (kind: WordChange['kind'], text: string) => {
    const last = changes.at(-1);
    if (last?.kind === kind) changes[changes.length - 1] = { kind, text: last.text + text };
    else changes.push({ kind, text });
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', a[i]!);
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && kept[i + 1]![j]! >= kept[i]![j + 1]!)) add('out', a[i++]!);
    else add('in', b[j++]!);
  }
  return changes;
}

/** Length of the longest common subsequence of the rests from each pair of places. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  return table;
}

/** The text a list of changes begins with, or ends with. LAW: `sideOf(compareTexts(a, b), 'before') === a`, and `'after'` gives b. */
export const sideOf = (changes: readonly WordChange[], side: 'before' | 'after'): string =>
  changes
    .filter(({ kind }) => kind === 'same' || kind === (side === 'before' ? 'out' : 'in'))
    .map(({ text }) => text)
    .join('');

/**
 * Two versions beside each other, sentence by sentence in the order of the newer one; a removed sentence stands where it stood, after the one
 * that came before it. Sentences are the same by id, wherever they moved. Claims, cues and sources are not words and are not compared.
 */
export function compareScripts(before: Script, after: Script): SentenceChange[] {
  const old = placed(before);
  const now = placed(after);
  const rows = sentencesOf(after).map((sentence) =>
    rowOf(old.get(sentence.id) ?? null, now.get(sentence.id)!, after.language),
  );
  let place = 0;
  for (const { id } of sentencesOf(before)) {
    const at = rows.findIndex((row) => row.id === id);
    if (at >= 0) place = Math.max(place, at + 1);
    else rows.splice(place++, 0, rowOf(old.get(id)!, null, before.language));
  }
  return rows;
}

interface Placed {
  readonly sentence: Sentence;
  readonly chapterId: string;
}
const placed = (script: Script): Map<string, Placed> =>
  new Map(
    script.chapters.flatMap((chapter) =>
      chapter.sentences.map((sentence) => [sentence.id, { sentence, chapterId: chapter.id }] as const),
    ),
  );

function rowOf(old: Placed | null, now: Placed | null, language: Language): SentenceChange {
  const before = old?.sentence ?? null;
  const after = now?.sentence ?? null;
  const { id } = (after ?? before)!;
  const chapterId = (now ?? old)!.chapterId;
  const words = compareTexts(before?.text ?? '', after?.text ?? '', language);
  const fields =
    before && after ? FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])) : [];
  const same = before?.text === after?.text && fields.length === 0;
  const kind = !before ? 'added' : !after ? 'removed' : same ? 'same' : 'changed';
  return { id, chapterId, kind, before, after, words, fields };
}
