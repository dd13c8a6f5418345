import { z } from 'zod';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { type Entrance, textEntrance } from './motion.ts';

export const DifferentialProps = SceneBase.extend({ kind: z.literal('differential'), title: z.string() });
export type DifferentialProps = z.infer<typeof DifferentialProps>;

export function composeDifferential(base: SceneBase, _input: ComposeInput): DifferentialProps {
  return { ...base, kind: 'differential', title: 'differential' };
}

export interface DifferentialState {
  readonly title: Entrance;
}

export function differentialState(props: DifferentialProps, frame: number): DifferentialState {
  return { title: textEntrance(frame, cueStart(props, 'option-1', 4)) };
}
