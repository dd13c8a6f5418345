import type { Analysis } from './analysis.ts';
import { checkScript } from './check-script.ts';
import { reclaimScript } from './reclaim.ts';
import type { Chapter, Script, Sentence } from './script.ts';

/** What the template wrote to the findings as they were, and to the findings as they are. */
export interface Drafts {
  readonly before: Script;
  readonly after: Script;
}

const sentencesOf = (script: Script): Sentence[] => script.chapters.flatMap((chapter) => chapter.sentences);
const byId = (script: Script): Map<string, Sentence> => new Map(sentencesOf(script).map((item) => [item.id, item]));

/**
 * A person's script after the findings were corrected. A sentence of the person's own words stays, to the letter, while all it states is still
 * true; where a number, side, class or type in it changed, the new draft's sentence takes its place. Sentences of the template are the new
 * draft's. What the person took out stays out; what only the new findings bring comes in. Pure.
 */
export function rebaseScript(written: Script, drafts: Drafts, analysis: Analysis): Script {
  const [before, after] = [byId(drafts.before), byId(drafts.after)];
  const claimed = reclaimScript(written, analysis);
  const wrong = new Set(checkScript(claimed, analysis).map((issue) => issue.sentenceId));
  const own = (sentence: Sentence): boolean => {
    const draft = before.get(sentence.id);
    return !draft || draft.text !== sentence.text || draft.pauseAfterMs !== sentence.pauseAfterMs;
  };
  const keep = (sentence: Sentence): Sentence | null => {
    if (own(sentence) && !wrong.has(sentence.id)) return sentence;
    return after.get(sentence.id) ?? null;
  };
  const present = byId(claimed);
  const chapters = drafts.after.chapters.flatMap((draft): Chapter[] => {
    const mine = claimed.chapters.find((chapter) => chapter.id === draft.id);
    const kept = (mine?.sentences ?? []).flatMap((sentence) => keep(sentence) ?? []);
    const sentences = woven(kept, draft.sentences, (id) => !present.has(id) && !before.has(id));
    if (sentences.length === 0) return [];
    return [{ ...draft, ...headings(mine, draft, drafts.before), sentences }];
  });
  const merged: Script = {
    ...drafts.after,
    title: written.title === drafts.before.title ? drafts.after.title : written.title,
    question: written.question === drafts.before.question ? drafts.after.question : written.question,
    chapters,
    kept: written.kept.filter((remark) => textOf(chapters, remark.sentenceId)?.includes(remark.text)),
    references: [...new Set(chapters.flatMap((chapter) => chapter.sentences.flatMap((item) => item.references)))],
    version: written.version,
    author: written.author,
  };
  return truthful(merged, drafts.after, analysis);
}

/** New sentences of the draft come in behind the sentence they follow there. */
function woven(kept: readonly Sentence[], draft: readonly Sentence[], fresh: (id: string) => boolean): Sentence[] {
  const result = [...kept];
  draft.forEach((sentence, index) => {
    if (!fresh(sentence.id)) return;
    const follows = draft.slice(0, index).findLast((earlier) => result.some((item) => item.id === earlier.id));
    const at = follows ? result.findIndex((item) => item.id === follows.id) + 1 : 0;
    result.splice(at, 0, sentence);
  });
  return result;
}

function headings(mine: Chapter | undefined, draft: Chapter, before: Script): Pick<Chapter, 'title' | 'shortTitle'> {
  const old = before.chapters.find((chapter) => chapter.id === draft.id);
  return {
    title: mine && mine.title !== old?.title ? mine.title : draft.title,
    shortTitle: mine && mine.shortTitle !== old?.shortTitle ? mine.shortTitle : draft.shortTitle,
  };
}

const textOf = (chapters: readonly Chapter[], id: string): string | undefined =>
  chapters.flatMap((chapter) => chapter.sentences).find((sentence) => sentence.id === id)?.text;

/** Headings that the findings no longer bear out are the draft's again. */
function truthful(script: Script, draft: Script, analysis: Analysis): Script {
  const wrong = checkScript(script, analysis).some((issue) => issue.sentenceId === null && issue.code !== 'TOO_LONG');
  if (!wrong) return script;
  const title = (chapter: Chapter) => draft.chapters.find((item) => item.id === chapter.id)!;
  return {
    ...script,
    title: draft.title,
    question: draft.question,
    chapters: script.chapters.map((chapter) => ({
      ...chapter,
      title: title(chapter).title,
      shortTitle: title(chapter).shortTitle,
    })),
  };
}
