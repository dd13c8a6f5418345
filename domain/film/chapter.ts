import { z } from 'zod';
import { type ComposeInput, SceneBase } from './base.ts';
import { setLines } from './lines.ts';
import { displayFace } from './measure.ts';
import { draw, type Entrance, eased, textEntrance, travel } from './motion.ts';
import { WarpLung, warpLung } from './warp.ts';
import { word } from './words.ts';

export const ChapterProps = SceneBase.extend({
  kind: z.literal('chapter'),
  /** Counts from 1. */
  number: z.int().positive(),
  title: z.object({ size: z.number(), lines: z.array(z.string()).min(1) }),
  count: z.string(),
  names: z.array(z.string()).min(1),
  warp: WarpLung,
});
export type ChapterProps = z.infer<typeof ChapterProps>;

export function composeChapter(base: SceneBase, input: ComposeInput): ChapterProps {
  const scene = input.timeline.scenes.find((item) => item.id === base.id);
  const chapters = input.script.chapters.filter((chapter) =>
    input.timeline.chapters.some((item) => item.id === chapter.id),
  );
  const index = Math.max(
    0,
    chapters.findIndex((chapter) => chapter.id === scene?.chapterId),
  );
  return {
    ...base,
    kind: 'chapter',
    number: index + 1,
    title: setLines(chapters[index]?.title ?? '', base.language, {
      face: displayFace(base.brand),
      tracking: 0.02,
      maxWidth: 720,
      maxLines: 2,
      sizes: [124, 112, 100, 88, 76, 64],
    }),
    count: word(base.language, 'chapter.count', { index: index + 1, count: chapters.length }),
    names: chapters.map((chapter) => chapter.shortTitle),
    warp: warpLung(input.analysis, { x: 1300, y: 130, width: 576, height: 600 }),
  };
}

export interface ChapterState {
  /** The field opens from the thread, 0..1. */
  readonly open: number;
  readonly number: Entrance;
  readonly title: Entrance;
  readonly thread: number;
}

/** Film-style §7, 10: field 14 f, then number, title and thread; at rest until a hard cut. */
export function chapterState(_props: ChapterProps, frame: number): ChapterState {
  return {
    open: eased(frame, -1, 14, travel),
    number: textEntrance(frame, 9),
    title: textEntrance(frame, 11),
    thread: eased(frame, 6, 24, draw),
  };
}
