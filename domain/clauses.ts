import type { Language } from './script.ts';

/** A stretch between two breaths: its words with their punctuation, and the pause that follows. */
export interface Clause {
  readonly text: string;
  readonly pauseMs: number;
}

const ZH_MARKS = '，。；：！？…';
const CLOSERS = '”’」』）》)"\'';
const PAUSES: Readonly<Record<string, number>> = { '，': 240, '：': 300, '；': 380, ',': 220, ':': 300, ';': 360 };
/** Between two sentences spoken as one. */
const FULL_STOP_MS = 460;

/**
 * Cuts a sentence where a speaker breathes: after commas, colons, semicolons and full stops, never inside a number or an enumeration (、).
 * Joined, the clauses are the sentence. The last one's pause is 0: what follows is the timeline's.
 */
export function clausesOf(text: string, language: Language): Clause[] {
  const marks = language === 'en' ? /[,;:!?]+(?=\s|$)|\.(?=\s|$)/g : new RegExp(`[${ZH_MARKS}]+[${CLOSERS}]*`, 'g');
  const clauses: Clause[] = [];
  let start = 0;
  for (const match of text.matchAll(marks)) {
    const end = match.index + match[0].length;
    clauses.push({ text: text.slice(start, end), pauseMs: PAUSES[match[0][0]!] ?? FULL_STOP_MS });
    start = end;
  }
  if (text.slice(start).trim()) clauses.push({ text: text.slice(start), pauseMs: 0 });
  const last = clauses.at(-1);
  if (!last) return [{ text, pauseMs: 0 }];
  clauses[clauses.length - 1] = { ...last, pauseMs: 0 };
  return clauses;
}
