import { z } from 'zod';
import { type ComposeInput, SceneBase, seriesLine } from './base.ts';
import { setLines } from './lines.ts';
import { displayFace } from './measure.ts';
import { draw, type Entrance, eased, leave, settle, textEntrance } from './motion.ts';
import { WarpLung, warpLung } from './warp.ts';
import { word } from './words.ts';

const SetText = z.object({ size: z.number(), lines: z.array(z.string()).min(1) });

export const IntroProps = SceneBase.extend({
  kind: z.literal('intro'),
  series: z.string(),
  episode: z.string(),
  title: SetText,
  /** The legal label: at least 54 px high and two seconds from the first frame (GB 45438-2025). */
  aiLabel: SetText,
  restriction: z.string(),
  warp: WarpLung,
});
export type IntroProps = z.infer<typeof IntroProps>;

/** Left half, up to where the thread begins to rise. */
const TITLE_ROOM = 760;
const LABEL_ROOM = 830;
/** Right half, clear of the header mark above and the subtitle band below. */
const FIELD = { x: 1064, y: 130, width: 760, height: 712 };

export function composeIntro(base: SceneBase, input: ComposeInput): IntroProps {
  const { language, brand } = base;
  return {
    ...base,
    kind: 'intro',
    ...seriesLine(input, language),
    title: setLines(input.script.title, language, {
      face: displayFace(brand),
      tracking: 0.02,
      maxWidth: TITLE_ROOM,
      maxLines: 2,
      sizes: [104, 96, 88, 80, 72, 64, 56],
    }),
    aiLabel: setLines(word(language, 'ai.large'), language, {
      face: 'text',
      tracking: 0,
      maxWidth: LABEL_ROOM,
      maxLines: 2,
      sizes: [62, 60, 58],
    }),
    restriction: word(language, 'restriction'),
    warp: warpLung(input.analysis, FIELD),
  };
}

export interface IntroState {
  readonly title: Entrance[];
  /** Drawn fraction of the thread up to the lesion, and of the loop round it. */
  readonly thread: number;
  readonly loop: number;
  /** The denser weave inside the loop. */
  readonly tissue: number;
  /** Growth 0..1 of each warp line. */
  readonly warp: number[];
  /** All but the AI label; and the label, which leaves last and never moves. */
  readonly scene: number;
  readonly label: number;
}

const TITLE_START = 8;
const THREAD_START = 12;
const THREAD_FRAMES = 40;
const LEAVE_FRAMES = 12;
const LABEL_LEAVE = 8;

/** Film-style §7: label at frame 0 without animation, thread 40 f from frame 12, warp 12 f each, one frame apart, dissolve 12 f. */
export function introState(props: IntroProps, frame: number): IntroState {
  const end = props.durationInFrames;
  return {
    title: props.title.lines.map((_, i) => textEntrance(frame, TITLE_START + i * 2)),
    thread: eased(frame, THREAD_START, THREAD_FRAMES, draw),
    loop: eased(frame, THREAD_START + THREAD_FRAMES - 6, 16, settle),
    tissue: eased(frame, THREAD_START + THREAD_FRAMES + 6, 10, settle),
    warp: props.warp.lines.map((_, i) => eased(frame, 4 + Math.min(i, 40), 12, settle)),
    scene: 1 - eased(frame, end - LEAVE_FRAMES, LEAVE_FRAMES - 1, leave),
    label: 1 - eased(frame, end - LABEL_LEAVE, LABEL_LEAVE - 1, leave),
  };
}
