import { z } from 'zod';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { type Entrance, textEntrance } from './motion.ts';

export const KindsProps = SceneBase.extend({ kind: z.literal('kinds'), title: z.string() });
export type KindsProps = z.infer<typeof KindsProps>;

export function composeKinds(base: SceneBase, _input: ComposeInput): KindsProps {
  return { ...base, kind: 'kinds', title: base.language === 'en' ? 'Three kinds' : '三种结节' };
}

export interface KindsState {
  readonly title: Entrance;
}

export function kindsState(props: KindsProps, frame: number): KindsState {
  return { title: textEntrance(frame, cueStart(props, 'solid', 4)) };
}
