import { StudioError } from './errors.ts';
import type { Script } from './script.ts';

/**
 * A script with the texts of some sentences replaced; everything else, ids included, stays. Claims are matched anew when the version is
 * checked against the findings. @throws StudioError INPUT_INVALID for an unknown sentence
 */
export function editSentences(script: Script, edits: ReadonlyArray<{ id: string; text: string }>): Script {
  const wanted = new Map(edits.map((edit) => [edit.id, edit.text]));
  const chapters = script.chapters.map((chapter) => ({
    ...chapter,
    sentences: chapter.sentences.map((sentence) => {
      const text = wanted.get(sentence.id);
      wanted.delete(sentence.id);
      if (text === undefined || text === sentence.text) return sentence;
      return { ...sentence, text, emphasis: sentence.emphasis.filter((word) => text.includes(word)) };
    }),
  }));
  const [unknown] = wanted.keys();
  if (unknown !== undefined) throw new StudioError('INPUT_INVALID', { detail: `no sentence ${unknown}` });
  return { ...script, chapters };
}
