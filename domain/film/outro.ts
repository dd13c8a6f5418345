import { z } from 'zod';
import { type ComposeInput, SceneBase } from './base.ts';

export const OutroProps = SceneBase.extend({ kind: z.literal('outro') });
export type OutroProps = z.infer<typeof OutroProps>;

export function composeOutro(base: SceneBase, _input: ComposeInput): OutroProps {
  return { ...base, kind: 'outro' };
}

export type OutroState = Record<string, never>;
export function outroState(_props: OutroProps, _frame: number): OutroState {
  return {};
}
