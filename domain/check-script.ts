import type { Analysis } from './analysis.ts';
import { judgeMention } from './check/judge-mention.ts';
import type { Mention } from './check/mention.ts';
import { mentionsOf } from './check/mentions.ts';
import { CUES } from './cues.ts';
import { likenessWords } from './everyday.ts';
import { factAt } from './facts.ts';
import { lintText, noteFor } from './lint.ts';
import { readable } from './pronunciation.ts';
import { REFERENCES } from './references.ts';
import type { KeptRemark, Language, Script, Sentence } from './script.ts';
import { writtenFact } from './spoken-value.ts';

export type IssueCode =
  | 'NUMBER'
  | 'SIDE'
  | 'LOBE'
  | 'TYPE'
  | 'CLASS'
  | 'SEX'
  | 'SIGN'
  | 'EXAM'
  | 'CLAIM_UNKNOWN'
  | 'CLAIM_WRONG'
  | 'FINDING_UNKNOWN'
  | 'REFERENCE_UNKNOWN'
  | 'CUE_UNKNOWN'
  | 'ID_TWICE'
  | 'WORDING'
  | 'WORDING_NOTE'
  | 'READING'
  | 'EMPTY'
  | 'TOO_LONG'
  | 'LANGUAGE'
  | 'LABEL_MISSING'
  | 'DISCLOSURE_MISSING'
  | 'EMPHASIS';

/** One thing a script may not say. `sentenceId` is null for faults of the whole script; `message` is for people, in the script's language. */
export interface ScriptIssue {
  readonly code: IssueCode;
  readonly sentenceId: string | null;
  readonly text: string;
  /** Where `text` begins in the sentence; null when it is not a stretch of it. */
  readonly index: number | null;
  readonly expected: string | null;
  /** The fact that says what is expected, where it is one. */
  readonly fact: string | null;
  readonly message: string;
}

/**
 * Length limits: of a sentence, and of the whole narration (units are characters for zh-CN, words for en). The narration's is what six minutes
 * hold, since the longest template is planned for five.
 */
export const SCRIPT_LIMITS = {
  'zh-CN': { sentence: 44, script: 1080 },
  en: { sentence: 30, script: 780 },
} as const;

/** Characters of a Chinese text or words of an English one, punctuation and spaces not counted. */
export function textLength(text: string, language: Language): number {
  if (language === 'en') return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return [...text.replace(/[^\p{L}\p{N}]/gu, '')].length;
}

/**
 * Recomputes every statement of a script from the findings: all numbers (in digits and in words), sides, lobes, types, classes, counts, signs,
 * age, sex and exam, whether claimed or not; then the claims, references, cues, wording and lengths. An empty list means the script may be signed.
 * Pure, and independent of how the script came about, so that it holds for human edits too.
 */
export function checkScript(script: Script, analysis: Analysis): ScriptIssue[] {
  const sentences = script.chapters.flatMap((chapter) => chapter.sentences);
  const issues = sentences.flatMap((sentence) => checkSentence(sentence, analysis, script.language, script.kept));
  return [...issues, ...checkWhole(script, analysis)];
}

/** What is wrong with one sentence by itself: what the editor asks at every key. `kept` are the notes of its script. */
export function checkSentence(
  sentence: Sentence,
  analysis: Analysis,
  language: Language,
  kept: readonly KeptRemark[],
): ScriptIssue[] {
  return [
    ...checkStatements(sentence, analysis, language),
    ...checkClaims(sentence, analysis, language),
    ...checkForm(sentence, analysis, language, kept),
  ];
}

const CODES: Readonly<Record<Mention['kind'], IssueCode>> = {
  number: 'NUMBER',
  side: 'SIDE',
  lobe: 'LOBE',
  type: 'TYPE',
  class: 'CLASS',
  sex: 'SEX',
  sign: 'SIGN',
  exam: 'EXAM',
  likeness: 'NUMBER',
};

function checkStatements(sentence: Sentence, analysis: Analysis, language: Language): ScriptIssue[] {
  const mentions = mentionsOf(sentence.text, language);
  return mentions.flatMap((mention) => {
    const verdict = judgeMention(mention, { analysis, sentence, mentions });
    if (verdict.ok) return [];
    const held = verdict.expected === null ? null : String(verdict.expected);
    const expected = held && mention.kind === 'likeness' ? likenessWords(held, language) : held;
    const place = { index: mention.index, fact: verdict.fact };
    return [issue(CODES[mention.kind], sentence, mention.text, expected, language, place)];
  });
}

/** A declared claim must exist, and its words must be what the fact is written as or hold a statement that names this fact. */
function checkClaims(sentence: Sentence, analysis: Analysis, language: Language): ScriptIssue[] {
  const mentions = mentionsOf(sentence.text, language);
  return sentence.claims.flatMap((claim) => {
    if (factAt(analysis, claim.fact) === null) return [issue('CLAIM_UNKNOWN', sentence, claim.fact, null, language)];
    // Words that a person took out claim nothing any more; what replaced them is judged as a statement.
    const at = sentence.text.indexOf(claim.text);
    if (at < 0 || writtenFact(analysis, claim.fact, language) === claim.text) return [];
    const over = mentions.filter((item) => item.index < at + claim.text.length && at < item.index + item.text.length);
    const value = factAt(analysis, claim.fact)!.value;
    const borne = over.some((mention) => {
      const verdict = judgeMention(mention, { analysis, sentence, mentions });
      if (!verdict.ok) return false;
      if (verdict.fact === claim.fact) return true;
      return mention.kind === 'number' && mention.value === value;
    });
    const place = { index: at, fact: claim.fact };
    return borne ? [] : [issue('CLAIM_WRONG', sentence, claim.text, String(value), language, place)];
  });
}

function checkForm(
  sentence: Sentence,
  analysis: Analysis,
  language: Language,
  kept: readonly KeptRemark[],
): ScriptIssue[] {
  const issues: ScriptIssue[] = [];
  const add = (code: IssueCode, text: string, expected: string | null = null, index: number | null = null) =>
    issues.push(issue(code, sentence, text, expected, language, { index, fact: null }));
  if (!/[\p{L}\p{N}]/u.test(sentence.text)) return [issue('EMPTY', sentence, sentence.text, null, language)];
  for (const remark of lintText(sentence.text, language)) {
    if (remark.level === 'refuse') add('WORDING', remark.text, remark.kind, remark.index);
    else if (!noteFor(kept, sentence, remark)) add('WORDING_NOTE', remark.text, remark.kind, remark.index);
  }
  for (const { word, reading } of sentence.pronunciations) {
    if (!sentence.text.includes(word)) add('READING', word);
    else if (!readable(reading, language)) add('READING', reading);
  }
  const length = textLength(sentence.text, language);
  const limit = SCRIPT_LIMITS[language].sentence;
  if (length > limit) add('TOO_LONG', String(length), String(limit));
  if (language === 'zh-CN' ? !/\p{Script=Han}/u.test(sentence.text) : /\p{Script=Han}/u.test(sentence.text)) {
    add('LANGUAGE', sentence.text);
  }
  if (sentence.cue !== null && !CUES[sentence.scene].includes(sentence.cue)) add('CUE_UNKNOWN', sentence.cue);
  for (const id of sentence.findingIds) {
    if (!analysis.findings.some((finding) => finding.id === id)) add('FINDING_UNKNOWN', id);
  }
  for (const key of sentence.references) {
    if (!REFERENCES.some((item) => item.key === key)) add('REFERENCE_UNKNOWN', key);
  }
  for (const words of sentence.emphasis) if (!sentence.text.includes(words)) add('EMPHASIS', words);
  return issues;
}

/** Faults of the script as a whole: labels, headings, length, ids. */
export function checkWhole(script: Script, analysis: Analysis): ScriptIssue[] {
  const { language } = script;
  const sentences = script.chapters.flatMap((chapter) => chapter.sentences);
  const issues: ScriptIssue[] = [];
  const add = (code: IssueCode, text: string, expected: string | null = null) =>
    issues.push(issue(code, null, text, expected, language));
  const seen = new Set<string>();
  for (const { id } of sentences) {
    if (seen.has(id)) add('ID_TWICE', id);
    seen.add(id);
  }
  for (const key of script.references) if (!REFERENCES.some((item) => item.key === key)) add('REFERENCE_UNKNOWN', key);
  for (const heading of [script.title, script.question, ...script.chapters.map((chapter) => chapter.title)]) {
    issues.push(...checkHeading(heading, analysis, language, script.kept));
  }
  const opening = sentences.filter((sentence) => sentence.scene === 'intro').map((sentence) => sentence.text);
  if (!opening.some((text) => /人工智能|AI-generated|artificial intelligence/i.test(text)))
    add('LABEL_MISSING', 'intro');
  if (analysis.study.provenance === 'simulated' && !opening.some((text) => /模拟|simulated/i.test(text))) {
    add('DISCLOSURE_MISSING', 'intro');
  }
  const length = sentences.reduce((sum, sentence) => sum + textLength(sentence.text, language), 0);
  const limit = SCRIPT_LIMITS[language].script;
  if (length > limit) add('TOO_LONG', String(length), String(limit));
  return issues;
}

/** Title, question and chapter titles stand on screen: the same law, as if the opening scene spoke them. */
function checkHeading(
  text: string,
  analysis: Analysis,
  language: Language,
  kept: readonly KeptRemark[],
): ScriptIssue[] {
  const sentence: Sentence = {
    id: 'heading',
    scene: 'intro',
    cue: null,
    text,
    speaker: 'narrator',
    findingIds: [],
    claims: [],
    emphasis: [],
    pauseAfterMs: 0,
    pronunciations: [],
    references: [],
  };
  return [...checkStatements(sentence, analysis, language), ...checkForm(sentence, analysis, language, kept)].map(
    (item) => ({
      ...item,
      sentenceId: null,
    }),
  );
}

const TEXTS: Readonly<Record<IssueCode, Readonly<Record<Language, string>>>> = {
  NUMBER: { 'zh-CN': '数字与测量不符', en: 'number that the findings do not hold' },
  SIDE: { 'zh-CN': '左右与测量不符', en: 'side that the findings do not hold' },
  LOBE: { 'zh-CN': '肺叶与测量不符', en: 'lobe that the findings do not hold' },
  TYPE: { 'zh-CN': '类型与测量不符', en: 'type that the findings do not hold' },
  CLASS: { 'zh-CN': '分类与规则结果不符', en: 'class that the rule does not give' },
  SEX: { 'zh-CN': '性别与检查信息不符', en: 'sex that the study does not hold' },
  SIGN: { 'zh-CN': '征象与测量不符', en: 'sign that the findings do not hold' },
  EXAM: { 'zh-CN': '检查情况不符', en: 'statement on the exam that the study does not hold' },
  CLAIM_UNKNOWN: { 'zh-CN': '引用的测量不存在', en: 'claim on a fact that does not exist' },
  CLAIM_WRONG: { 'zh-CN': '引用的测量对不上文字', en: 'claim that its words do not bear out' },
  FINDING_UNKNOWN: { 'zh-CN': '没有这个病灶', en: 'no such finding' },
  REFERENCE_UNKNOWN: { 'zh-CN': '没有这篇文献', en: 'no such reference' },
  CUE_UNKNOWN: { 'zh-CN': '这一幕没有这个时刻', en: 'no such moment in this scene' },
  ID_TWICE: { 'zh-CN': '句子编号重复', en: 'sentence id used twice' },
  WORDING: { 'zh-CN': '教学片不能这样说', en: 'wording a teaching film may not use' },
  WORDING_NOTE: { 'zh-CN': '要写明理由才能这样说', en: 'wording that needs a note' },
  EMPTY: { 'zh-CN': '这一句是空的', en: 'this sentence is empty' },
  READING: { 'zh-CN': '读音写法不对或词不在句中', en: 'reading that cannot be spoken, or of a word not there' },
  TOO_LONG: { 'zh-CN': '太长', en: 'too long' },
  LANGUAGE: { 'zh-CN': '语言不对', en: 'wrong language' },
  LABEL_MISSING: {
    'zh-CN': '片头没有说明含人工智能生成内容',
    en: 'the opening does not say that it contains AI-generated content',
  },
  DISCLOSURE_MISSING: { 'zh-CN': '片头没有说明是模拟数据', en: 'the opening does not say that the data are simulated' },
  EMPHASIS: { 'zh-CN': '重音词不在句中', en: 'stressed words are not in the sentence' },
};

function issue(
  code: IssueCode,
  sentence: Sentence | null,
  text: string,
  expected: string | null,
  language: Language,
  place: Pick<ScriptIssue, 'index' | 'fact'> = { index: null, fact: null },
): ScriptIssue {
  const sentenceId = sentence?.id ?? null;
  const where = sentenceId ? `${sentenceId}: ` : '';
  const instead = expected === null ? '' : ` (${expected})`;
  return {
    code,
    sentenceId,
    text,
    expected,
    ...place,
    message: `${where}${TEXTS[code][language]} “${text}”${instead}`,
  };
}
