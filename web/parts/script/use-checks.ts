'use client';
import { useMemo, useRef } from 'react';
import type { Analysis } from '#domain/analysis';
import { checkSentence, checkWhole, type ScriptIssue } from '#domain/check-script';
import { type Chip, chipsOf } from '#domain/chips';
import { sentencesOf } from '#domain/edit-script';
import { reclaim } from '#domain/reclaim';
import { type Repair, repair } from '#domain/repair';
import type { Language, Script, Sentence } from '#domain/script';

/** An issue and what one click would put for it. */
export interface Remark {
  readonly issue: ScriptIssue;
  readonly repair: Repair | null;
}

/** What is known of a sentence while it is written. */
export interface Checked {
  readonly remarks: readonly Remark[];
  readonly chips: readonly Chip[];
}

export interface Checks {
  readonly of: ReadonlyMap<string, Checked>;
  /** Faults of the whole script: labels, length, headings. */
  readonly whole: readonly ScriptIssue[];
  readonly count: number;
}

/** A claim that its words no longer bear out is said by the words themselves. */
const quiet = (issues: readonly ScriptIssue[]): ScriptIssue[] => {
  const said = issues.filter((issue) => issue.code !== 'CLAIM_WRONG' && issue.code !== 'CLAIM_UNKNOWN');
  return said.length > 0 ? said : [...issues];
};

/** The checker itself, at every key: only sentences that changed are looked at again. */
export function useChecks(script: Script, analysis: Analysis, reader: Language): Checks {
  const known = useRef(new WeakMap<Sentence, { kept: Script['kept']; checked: Checked }>());
  return useMemo(() => {
    const { language, kept } = script;
    const of = new Map<string, Checked>();
    for (const sentence of sentencesOf(script)) {
      const before = known.current.get(sentence);
      if (before && before.kept === kept) {
        of.set(sentence.id, before.checked);
        continue;
      }
      const claimed = reclaim(sentence, analysis, language);
      const issues = quiet(checkSentence(claimed, analysis, language, kept));
      const remarks = issues.map((issue) => ({ issue, repair: repair(claimed, issue, { analysis, language, kept }) }));
      const checked = { remarks, chips: chipsOf(claimed, analysis, reader, issues) };
      known.current.set(sentence, { kept, checked });
      of.set(sentence.id, checked);
    }
    const whole = checkWhole(script, analysis);
    const count = [...of.values()].reduce((sum, { remarks }) => sum + remarks.length, whole.length);
    return { of, whole, count };
  }, [script, analysis, reader]);
}

const LAW = new Set(['WORDING', 'WORDING_NOTE']);
const FORM = new Set([
  'READING',
  'EMPHASIS',
  'EMPTY',
  'TOO_LONG',
  'LANGUAGE',
  'CUE_UNKNOWN',
  'ID_TWICE',
  'LABEL_MISSING',
  'DISCLOSURE_MISSING',
]);

export type CheckKind = 'facts' | 'law' | 'form';
/** Which of the three lists before sending an issue belongs to. */
export const kindOf = ({ code }: ScriptIssue): CheckKind => (LAW.has(code) ? 'law' : FORM.has(code) ? 'form' : 'facts');
