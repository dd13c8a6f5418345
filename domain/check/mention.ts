import type { FactUnit } from '../facts.ts';
import type { Lobe, NoduleType, Side } from '../finding.ts';

/** Units a text may give a number in; `bare` has none and needs a declared claim. */
export type MentionUnit = FactUnit | 'mL' | 'bare';
export type SignName =
  | 'calcification'
  | 'fat'
  | 'spiculation'
  | 'lobulation'
  | 'smooth'
  | 'touches-pleura'
  | 'near-pleura'
  | 'far-from-pleura'
  | 'mass'
  | 'small';
/** Statements about the exam that are either true of the study or not. */
export type ExamName =
  | 'baseline'
  | 'follow-up-screening'
  | 'screening'
  | 'not-screening'
  | 'diagnostic'
  | 'purpose-unknown'
  | 'contrast'
  | 'no-contrast'
  | 'simulated'
  | 'lidc'
  | 'no-nodule'
  | 'single'
  | 'several';

export type MentionMeaning =
  | {
      kind: 'number';
      value: number;
      unit: MentionUnit;
      term: string | null;
      direction: 'reached' | 'below' | null;
      /** Which end of a range ("3 to 6 months") it is; null when it stands alone. */
      range: 'from' | 'to' | null;
    }
  | { kind: 'side'; value: Side }
  | { kind: 'lobe'; value: Lobe | 'upper' | 'middle' | 'lower' }
  | { kind: 'type'; value: NoduleType; role: 'type' | 'component' | 'outer' | 'inner' | 'rule' | 'wish' }
  | { kind: 'class'; value: string }
  | { kind: 'sex'; value: 'male' | 'female' }
  | { kind: 'sign'; value: SignName; negated: boolean }
  | { kind: 'exam'; value: ExamName }
  /** What it is as large as: a key of `everyday`, or a thing that is named or compared with. */
  | { kind: 'likeness'; value: string };

/** A statement found in a sentence that findings can bear out or not: its words, where they stand, and what they mean. */
export type Mention = MentionMeaning & { readonly text: string; readonly index: number };

/** Finds every mention; `blank` hides words that are taken, so that each word is read once. */
export class MentionScan {
  readonly found: Mention[] = [];
  #rest: string;
  constructor(readonly text: string) {
    this.#rest = text;
  }

  get rest(): string {
    return this.#rest;
  }

  /** Takes every match of `pattern` (global) that is not taken yet; `meaning` may decline with null, and then the words stay. */
  take(pattern: RegExp, meaning: (match: RegExpMatchArray, index: number) => MentionMeaning | null): this {
    for (const match of this.#rest.matchAll(pattern)) {
      const words = match[0];
      const means = meaning(match, match.index);
      if (!means) continue;
      this.found.push({ ...means, text: this.text.slice(match.index, match.index + words.length), index: match.index });
      this.#hide(match.index, words.length);
    }
    return this;
  }

  /** Hides words that hold no statement, such as the names of published rules. */
  blank(pattern: RegExp): this {
    for (const match of this.#rest.matchAll(pattern)) this.#hide(match.index, match[0].length);
    return this;
  }

  /** The clause around a place: from the mark before it to the mark after it. */
  clause(index: number): { before: string; after: string } {
    const before = this.text
      .slice(0, index)
      .split(/[，。；：！？,;:!?]|\.(?=\s|$)/)
      .at(-1)!;
    const after = this.text.slice(index).split(/[，。；：！？,;:!?]|\.(?=\s|$)/)[0]!;
    return { before, after };
  }

  #hide(index: number, length: number): void {
    this.#rest = this.#rest.slice(0, index) + '\u0001'.repeat(length) + this.#rest.slice(index + length);
  }
}

/** The last term before a place, else the first after it: what a number is the measure of. */
export function nearestTerm(
  text: string,
  index: number,
  terms: ReadonlyArray<readonly [string, RegExp]>,
): string | null {
  let best: { name: string; at: number; end: number } | null = null;
  for (const [name, pattern] of terms) {
    for (const match of text.slice(0, index).matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (!best || end > best.end || (end === best.end && match.index < best.at)) best = { name, at: match.index, end };
    }
  }
  if (best) return best.name;
  let first: { name: string; at: number } | null = null;
  for (const [name, pattern] of terms) {
    for (const match of text.slice(index).matchAll(pattern)) {
      if (!first || match.index < first.at) first = { name, at: match.index };
      break;
    }
  }
  return first?.name ?? null;
}

const JOINT = '(?:到|至|–|—|~|to|and|与|和)';

/** Which end of a range the number between `before` and `after` is. */
export function rangeEnd(before: string, after: string): 'from' | 'to' | null {
  if (new RegExp(`^\\s*${JOINT}\\s*\\d`).test(after)) return 'from';
  return new RegExp(`\\d\\s*${JOINT}\\s*$`).test(before) ? 'to' : null;
}
