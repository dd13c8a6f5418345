import type { Analysis } from './analysis.ts';
import { mentionsOf } from './check/mentions.ts';
import { checkSentence, type ScriptIssue } from './check-script.ts';
import { reclaim } from './reclaim.ts';
import { rewordings } from './rewordings.ts';
import type { KeptRemark, Language, Sentence } from './script.ts';

/** A sentence put right, and what was put for what (`to` is empty where words are taken out). */
export interface Repair {
  readonly sentence: Sentence;
  readonly from: string;
  readonly to: string;
}

/** What a repair may know beside the sentence. */
export interface RepairContext {
  readonly analysis: Analysis;
  readonly language: Language;
  readonly kept: readonly KeptRemark[];
}

/**
 * The one-click repair of an issue, or null where only a person can tell. Every candidate is tried against the findings first: after it the
 * issue is gone, no other has come, and nothing but the faulty words changed. Pure.
 */
export function repair(sentence: Sentence, issue: ScriptIssue, context: RepairContext): Repair | null {
  const plain = withoutFault(sentence, issue, context);
  if (plain) return { sentence: plain, from: issue.text, to: '' };
  if (issue.index === null) return null;
  const before = sentence.text.slice(0, issue.index);
  const after = sentence.text.slice(issue.index + issue.text.length);
  for (const candidate of candidates(sentence, issue, context, before, after)) {
    const { start, end, to } = candidate;
    const text = (sentence.text.slice(0, start) + to + sentence.text.slice(end)).trim();
    const next = reclaim(
      { ...sentence, text, emphasis: emphasisIn(sentence, text, candidate) },
      context.analysis,
      context.language,
    );
    if (text !== '' && solves(sentence, next, issue, context)) {
      return { sentence: next, from: sentence.text.slice(start, end).trim(), to };
    }
  }
  return null;
}

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly to: string;
}

/** Stress follows the words: what stood on the faulty ones stands on the new ones. */
function emphasisIn(sentence: Sentence, text: string, { start, end, to }: Candidate): string[] {
  const old = sentence.text.slice(start, end).trim();
  return sentence.emphasis
    .map((words) => (words === old && to.trim() ? to.trim() : words))
    .filter((words) => text.includes(words));
}

function* candidates(
  sentence: Sentence,
  issue: ScriptIssue,
  { analysis, language }: RepairContext,
  before: string,
  after: string,
): Generator<Candidate> {
  const start = issue.index!;
  const end = start + issue.text.length;
  if (issue.code === 'WORDING_NOTE') {
    if (/\s$/.test(before) && /^\s/.test(after)) yield { start: start - 1, end, to: '' };
    yield { start, end, to: '' };
    return;
  }
  const mention = mentionsOf(sentence.text, language).find((item) => item.index === start && item.text === issue.text);
  if (!mention) return;
  for (const wording of rewordings(mention, { issue, analysis, language, before, after })) {
    const from = start - (wording.back ?? 0);
    yield { start: from, end: end + (wording.ahead ?? 0), to: wording.text };
  }
}

/** Faults that are not of the words: stress, reading or a source that names nothing goes, the text stays. */
function withoutFault(sentence: Sentence, issue: ScriptIssue, { analysis, language }: RepairContext): Sentence | null {
  const { code, text } = issue;
  switch (code) {
    case 'EMPHASIS':
      return { ...sentence, emphasis: sentence.emphasis.filter((words) => words !== text) };
    case 'READING':
      return {
        ...sentence,
        pronunciations: sentence.pronunciations.filter(({ word, reading }) => word !== text && reading !== text),
      };
    case 'REFERENCE_UNKNOWN':
      return { ...sentence, references: sentence.references.filter((key) => key !== text) };
    case 'FINDING_UNKNOWN':
      return { ...sentence, findingIds: sentence.findingIds.filter((id) => id !== text) };
    case 'CLAIM_UNKNOWN':
      return { ...sentence, claims: sentence.claims.filter((claim) => claim.fact !== text) };
    case 'CLAIM_WRONG': {
      const claims = sentence.claims.filter((claim) => !(claim.text === text && claim.fact === issue.fact));
      return reclaim({ ...sentence, claims }, analysis, language);
    }
    default:
      return null;
  }
}

const named = (issue: Pick<ScriptIssue, 'code' | 'text'>): string => `${issue.code} ${issue.text}`;

/** True when the issue is gone and every issue left was there before. */
function solves(
  old: Sentence,
  next: Sentence,
  issue: ScriptIssue,
  { analysis, language, kept }: RepairContext,
): boolean {
  const had = checkSentence(old, analysis, language, kept).map(named);
  const has = checkSentence(next, analysis, language, kept);
  if (has.length >= had.length) return false;
  const rest = [...had];
  rest.splice(rest.indexOf(named(issue)), 1);
  return has.every((left) => rest.includes(named(left)));
}
