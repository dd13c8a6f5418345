import { sentencesOf } from './edit-script.ts';
import type { Script, Sentence } from './script.ts';

const heard = ({ claims: _, ...sentence }: Sentence): string => JSON.stringify(sentence);

/**
 * Two people's changes of one script, brought together sentence by sentence: what only one of them changed is kept; where both did, or where
 * a sentence is gone, theirs stands and mine is named in `lost`. Pure.
 */
export function mergeDrafts(base: Script, mine: Script, theirs: Script): { script: Script; lost: string[] } {
  const byId = (script: Script) => new Map(sentencesOf(script).map((item) => [item.id, item]));
  const [old, own, other] = [byId(base), byId(mine), byId(theirs)];
  const changed = [...own.values()].filter((item) => {
    const before = old.get(item.id);
    return !before || heard(before) !== heard(item);
  });
  const lost = changed
    .filter(({ id }) => {
      const [before, there] = [old.get(id), other.get(id)];
      if (!there) return true;
      return heard(there) !== heard(own.get(id)!) && (!before || heard(there) !== heard(before));
    })
    .map((item) => item.id);
  const put = new Map(changed.filter(({ id }) => !lost.includes(id)).map((item) => [item.id, item]));
  const chapters = theirs.chapters.map((chapter) => ({
    ...chapter,
    sentences: chapter.sentences.map((item) => put.get(item.id) ?? item),
  }));
  return { script: { ...theirs, chapters }, lost };
}
