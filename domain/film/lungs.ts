import { z } from 'zod';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { type Entrance, textEntrance } from './motion.ts';

export const LungsProps = SceneBase.extend({ kind: z.literal('lungs'), title: z.string() });
export type LungsProps = z.infer<typeof LungsProps>;

export function composeLungs(base: SceneBase, _input: ComposeInput): LungsProps {
  return { ...base, kind: 'lungs', title: base.language === 'en' ? 'The lungs' : '肺在这里' };
}

export interface LungsState {
  readonly title: Entrance;
}

export function lungsState(props: LungsProps, frame: number): LungsState {
  return { title: textEntrance(frame, cueStart(props, 'lungs', 4)) };
}
