import { z } from 'zod';
import { type ComposeInput, SceneBase } from './base.ts';

export const ScrollProps = SceneBase.extend({ kind: z.literal('scroll') });
export type ScrollProps = z.infer<typeof ScrollProps>;

export function composeScroll(base: SceneBase, _input: ComposeInput): ScrollProps {
  return { ...base, kind: 'scroll' };
}

export type ScrollState = Record<string, never>;
export function scrollState(_props: ScrollProps, _frame: number): ScrollState {
  return {};
}
