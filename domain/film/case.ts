import { z } from 'zod';
import { type ComposeInput, SceneBase } from './base.ts';

export const CaseProps = SceneBase.extend({ kind: z.literal('case') });
export type CaseProps = z.infer<typeof CaseProps>;

export function composeCase(base: SceneBase, _input: ComposeInput): CaseProps {
  return { ...base, kind: 'case' };
}

export type CaseState = Record<string, never>;
export function caseState(_props: CaseProps, _frame: number): CaseState {
  return {};
}
