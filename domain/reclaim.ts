import type { Analysis } from './analysis.ts';
import { judgeMention } from './check/judge-mention.ts';
import { mentionsOf } from './check/mentions.ts';
import type { Claim, Language, Script, Sentence } from './script.ts';

/**
 * A sentence with its claims matched to its words anew, after a person changed the text: claims whose words are gone are dropped, and every
 * statement that the findings bear out gets a claim. What they do not bear out stays unclaimed, and `checkScript` refuses it.
 */
export function reclaim(sentence: Sentence, analysis: Analysis, language: Language): Sentence {
  const mentions = mentionsOf(sentence.text, language);
  const claims: Claim[] = sentence.claims.filter((claim) => sentence.text.includes(claim.text));
  for (const mention of mentions) {
    if (claims.some((claim) => claim.text.includes(mention.text) || mention.text.includes(claim.text))) continue;
    const verdict = judgeMention(mention, { analysis, sentence: { ...sentence, claims }, mentions });
    if (verdict.ok && verdict.fact) claims.push({ text: mention.text, fact: verdict.fact });
  }
  return { ...sentence, claims };
}

/** `reclaim` for every sentence of a script. */
export const reclaimScript = (script: Script, analysis: Analysis): Script => ({
  ...script,
  chapters: script.chapters.map((chapter) => ({
    ...chapter,
    sentences: chapter.sentences.map((sentence) => reclaim(sentence, analysis, script.language)),
  })),
});
