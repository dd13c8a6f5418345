import { z } from 'zod';
import { type ComposeInput, SceneBase } from './base.ts';

export const CompareProps = SceneBase.extend({ kind: z.literal('compare') });
export type CompareProps = z.infer<typeof CompareProps>;

export function composeCompare(base: SceneBase, _input: ComposeInput): CompareProps {
  return { ...base, kind: 'compare' };
}

export type CompareState = Record<string, never>;
export function compareState(_props: CompareProps, _frame: number): CompareState {
  return {};
}
