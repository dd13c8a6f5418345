import { z } from 'zod';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { type Entrance, textEntrance } from './motion.ts';

export const FollowUpProps = SceneBase.extend({ kind: z.literal('follow-up'), title: z.string() });
export type FollowUpProps = z.infer<typeof FollowUpProps>;

export function composeFollowUp(base: SceneBase, _input: ComposeInput): FollowUpProps {
  return { ...base, kind: 'follow-up', title: base.language === 'en' ? 'Follow-up' : '随访' };
}

export interface FollowUpState {
  readonly title: Entrance;
}

export function followUpState(props: FollowUpProps, frame: number): FollowUpState {
  return { title: textEntrance(frame, cueStart(props, 'now', 4)) };
}
