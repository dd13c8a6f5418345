import { z } from 'zod';
import { asksPlace } from '../quiz.ts';
import { type ComposeInput, SceneBase, seriesLine } from './base.ts';
import { introLayout, legalOf } from './intro-layout.ts';
import { type SetText, setLines } from './lines.ts';
import { displayFace } from './measure.ts';
import { draw, type Entrance, eased, leave, settle, textEntrance } from './motion.ts';
import { SeriesRow, seriesRow } from './series-row.ts';
import { WarpLung, warpLung } from './warp.ts';
import { word } from './words.ts';

const Words = z.object({ size: z.number(), lines: z.array(z.string()).min(1) });

export const IntroProps = SceneBase.extend({
  kind: z.literal('intro'),
  hospital: Words,
  department: Words,
  ...SeriesRow.shape,
  title: Words,
  /** The legal label: at least 54 px high and two seconds from the first frame (GB 45438-2025). */
  aiLabel: Words,
  restriction: Words,
  /** Baselines of the label's last line and of the restriction's lines; the small marks. */
  legal: z.object({
    label: z.number(),
    restriction: z.array(z.number()),
    marks: z.array(z.object({ text: z.string(), x: z.number(), y: z.number(), rule: z.number().nullable() })),
  }),
  warp: WarpLung,
});
export type IntroProps = z.infer<typeof IntroProps>;

/** Pitch of the title's and the label's lines. */
export const introPitch = { title: (size: number) => Math.round(size * 1.17), label: (size: number) => size + 8 };

export function composeIntro(base: SceneBase, input: ComposeInput): IntroProps {
  const { language, brand } = base;
  const layout = introLayout(base);
  const heading = { face: displayFace(brand), tracking: 0.02 };
  const text = { face: 'text', tracking: 0 } as const;
  const restriction = setLines(word(language, 'restriction'), language, { ...text, ...layout.restriction });
  const aiLabel = setLines(word(language, 'ai.large'), language, { ...text, ...layout.label });
  const legal = legalOf(base, restriction);
  const labelTop = legal.label - (aiLabel.lines.length - 1) * introPitch.label(aiLabel.size) - aiLabel.size;
  const height = layout.lungsEndAtLabel ? labelTop - 36 - layout.lungs.y : layout.lungs.height;
  const warp = warpLung(input.analysis, { ...layout.lungs, height });
  return {
    ...base,
    kind: 'intro',
    hospital: setLines(brand.hospital[language], language, { ...text, ...layout.hospital }),
    department: setLines(brand.department[language], language, { ...text, ...layout.department }),
    ...seriesRow(seriesLine(input, language), {
      x: layout.left,
      y: layout.series,
      size: layout.seriesSize,
      episode: layout.episode,
      room: layout.title[0]?.maxWidth ?? 0,
    }),
    title: largest(layout.title.map((room) => setLines(input.script.title, language, { ...heading, ...room }))),
    aiLabel,
    restriction,
    legal,
    // Where the film asks for the place, the thread runs on as if nothing were there.
    warp: asksPlace(input.template) ? { ...warp, lesion: null } : warp,
  };
}

/** Of settings of one text the largest, the first of equals. */
const largest = (settings: readonly SetText[]): SetText =>
  settings.reduce((best, each) => (each.size > best.size ? each : best));

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
  // The lungs grow from the side the thread comes from.
  const { turns } = introLayout(props).curve;
  const order = (i: number): number => Math.min(turns ? props.warp.lines.length - 1 - i : i, 40);
  return {
    title: props.title.lines.map((_, i) => textEntrance(frame, TITLE_START + i * 2)),
    thread: eased(frame, THREAD_START, THREAD_FRAMES, draw),
    loop: eased(frame, THREAD_START + THREAD_FRAMES - 6, 16, settle),
    tissue: eased(frame, THREAD_START + THREAD_FRAMES + 6, 10, settle),
    warp: props.warp.lines.map((_, i) => eased(frame, 4 + order(i), 12, settle)),
    scene: 1 - eased(frame, end - LEAVE_FRAMES, LEAVE_FRAMES - 1, leave),
    label: 1 - eased(frame, end - LABEL_LEAVE, LABEL_LEAVE - 1, leave),
  };
}
