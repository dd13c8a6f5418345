import { z } from 'zod';
import { type ComposeInput, SceneBase } from './base.ts';

export const IntroProps = SceneBase.extend({ kind: z.literal('intro') });
export type IntroProps = z.infer<typeof IntroProps>;

export function composeIntro(base: SceneBase, _input: ComposeInput): IntroProps {
  return { ...base, kind: 'intro' };
}

export type IntroState = Record<string, never>;
export function introState(_props: IntroProps, _frame: number): IntroState {
  return {};
}
