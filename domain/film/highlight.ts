import { z } from 'zod';
import { type ComposeInput, SceneBase } from './base.ts';

export const HighlightProps = SceneBase.extend({ kind: z.literal('highlight') });
export type HighlightProps = z.infer<typeof HighlightProps>;

export function composeHighlight(base: SceneBase, _input: ComposeInput): HighlightProps {
  return { ...base, kind: 'highlight' };
}

export type HighlightState = Record<string, never>;
export function highlightState(_props: HighlightProps, _frame: number): HighlightState {
  return {};
}
