import { z } from 'zod';
import { type ComposeInput, SceneBase } from './base.ts';
import { type ChapterLayout, chapterLayout, chapterMarks } from './chapter-layout.ts';
import { setLines } from './lines.ts';
import { displayFace, fitSize } from './measure.ts';
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
  /** Size of the names; `all` = there is room for more than the current one's. */
  nameSize: z.number(),
  all: z.boolean(),
  warp: WarpLung,
});
export type ChapterProps = z.infer<typeof ChapterProps>;

/** Least distance of two names and least size of a text, px. */
const NAME_GAP = 24;
const LEAST = 28;

export function composeChapter(base: SceneBase, input: ComposeInput): ChapterProps {
  const scene = input.timeline.scenes.find((item) => item.id === base.id);
  const chapters = input.script.chapters.filter((chapter) =>
    input.timeline.chapters.some((item) => item.id === chapter.id),
  );
  const index = Math.max(
    0,
    chapters.findIndex((chapter) => chapter.id === scene?.chapterId),
  );
  const layout = chapterLayout(base);
  const names = chapters.map((chapter) => chapter.shortTitle);
  return {
    ...base,
    kind: 'chapter',
    number: index + 1,
    title: setLines(chapters[index]?.title ?? '', base.language, {
      face: displayFace(base.brand),
      tracking: 0.02,
      ...layout.title,
    }),
    count: word(base.language, 'chapter.count', { index: index + 1, count: chapters.length }),
    names,
    ...nameSizes(layout, names),
    warp: warpLung(input.analysis, layout.lungs),
  };
}

/** One size for all names, so that they stand apart; where that would be too small, only the current one is named. */
function nameSizes(layout: ChapterLayout, names: readonly string[]): Pick<ChapterProps, 'nameSize' | 'all'> {
  const { down, size } = layout.line;
  const [first = 0, second = Number.POSITIVE_INFINITY] = chapterMarks(layout, names.length);
  const room = down ? Number.POSITIVE_INFINITY : second - first - NAME_GAP;
  const fitting = Math.min(size, ...names.map((name) => fitSize(name, size, room)));
  return fitting < LEAST ? { nameSize: size, all: false } : { nameSize: fitting, all: true };
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
