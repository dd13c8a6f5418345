import { z } from 'zod';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { type Entrance, textEntrance } from './motion.ts';

export const QuizProps = SceneBase.extend({ kind: z.literal('quiz'), title: z.string() });
export type QuizProps = z.infer<typeof QuizProps>;

export function composeQuiz(base: SceneBase, _input: ComposeInput): QuizProps {
  return { ...base, kind: 'quiz', title: 'quiz' };
}

export interface QuizState {
  readonly title: Entrance;
}

export function quizState(props: QuizProps, frame: number): QuizState {
  return { title: textEntrance(frame, cueStart(props, 'ask', 4)) };
}
