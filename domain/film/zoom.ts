import { z } from 'zod';
import { type ComposeInput, SceneBase } from './base.ts';

export const ZoomProps = SceneBase.extend({ kind: z.literal('zoom') });
export type ZoomProps = z.infer<typeof ZoomProps>;

export function composeZoom(base: SceneBase, _input: ComposeInput): ZoomProps {
  return { ...base, kind: 'zoom' };
}

export type ZoomState = Record<string, never>;
export function zoomState(_props: ZoomProps, _frame: number): ZoomState {
  return {};
}
