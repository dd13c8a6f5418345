import { z } from 'zod';
import { type ComposeInput, SceneBase } from './base.ts';

export const AdviceProps = SceneBase.extend({ kind: z.literal('advice') });
export type AdviceProps = z.infer<typeof AdviceProps>;

export function composeAdvice(base: SceneBase, _input: ComposeInput): AdviceProps {
  return { ...base, kind: 'advice' };
}

export type AdviceState = Record<string, never>;
export function adviceState(_props: AdviceProps, _frame: number): AdviceState {
  return {};
}
