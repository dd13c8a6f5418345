import { z } from 'zod';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { type Entrance, textEntrance } from './motion.ts';

export const SizeProps = SceneBase.extend({ kind: z.literal('size'), title: z.string() });
export type SizeProps = z.infer<typeof SizeProps>;

export function composeSize(base: SceneBase, _input: ComposeInput): SizeProps {
  return { ...base, kind: 'size', title: base.language === 'en' ? 'How big' : '有多大' };
}

export interface SizeState {
  readonly title: Entrance;
}

export function sizeState(props: SizeProps, frame: number): SizeState {
  return { title: textEntrance(frame, cueStart(props, 'size', 4)) };
}
