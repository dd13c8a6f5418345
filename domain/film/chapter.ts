import { z } from 'zod';
import { type ComposeInput, SceneBase } from './base.ts';

export const ChapterProps = SceneBase.extend({ kind: z.literal('chapter') });
export type ChapterProps = z.infer<typeof ChapterProps>;

export function composeChapter(base: SceneBase, _input: ComposeInput): ChapterProps {
  return { ...base, kind: 'chapter' };
}

export type ChapterState = Record<string, never>;
export function chapterState(_props: ChapterProps, _frame: number): ChapterState {
  return {};
}
