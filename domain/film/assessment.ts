import { z } from 'zod';
import { type ComposeInput, SceneBase } from './base.ts';

export const AssessmentProps = SceneBase.extend({ kind: z.literal('assessment') });
export type AssessmentProps = z.infer<typeof AssessmentProps>;

export function composeAssessment(base: SceneBase, _input: ComposeInput): AssessmentProps {
  return { ...base, kind: 'assessment' };
}

export type AssessmentState = Record<string, never>;
export function assessmentState(_props: AssessmentProps, _frame: number): AssessmentState {
  return {};
}
