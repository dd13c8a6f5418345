import { z } from 'zod';
import { differentialOf, type Ground } from '../differential.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { differentialLayout } from './differential-layout.ts';
import { setLines } from './lines.ts';
import { displayFace, fitSize, textWidth } from './measure.ts';
import { draw, type Entrance, eased, settle, textEntrance } from './motion.ts';
import { type ConferenceWord, conferenceWord, groundWord, likenessWords } from './words-conference.ts';

/** A sign for or against; `known` false = the images bear out none, and the words say so. */
const Sign = z.object({ text: z.string(), size: z.number(), known: z.boolean() });
export type Sign = z.infer<typeof Sign>;

const Option = z.object({
  name: z.string(),
  size: z.number(),
  note: z.object({ text: z.string(), size: z.number(), dx: z.number(), dy: z.number() }),
  for: z.array(Sign).min(1).max(2),
  against: z.array(Sign).min(1).max(2),
});

export const DifferentialProps = SceneBase.extend({
  kind: z.literal('differential'),
  headline: z.object({ size: z.number(), lines: z.array(z.string()).min(1) }),
  order: z.string(),
  labels: z.object({ for: z.string(), against: z.string() }),
  options: z.array(Option).max(3),
  settle: z.object({ size: z.number(), lines: z.array(z.string()).min(1) }),
});
export type DifferentialProps = z.infer<typeof DifferentialProps>;

/** Room of the plus or minus before a sign, px; size and distance of the words on an option. */
export const SIGN_ROOM = 48;
const NOTE = { size: 32, gap: 28 } as const;

/** What else the nodule may look like: three options in a fixed order, each with what of the findings speaks for and against it. */
export function composeDifferential(base: SceneBase, input: ComposeInput): DifferentialProps {
  const { language, brand } = base;
  const layout = differentialLayout(base);
  const face = displayFace(brand);
  const say = (key: ConferenceWord) => conferenceWord(language, key);
  const sized = (text: string, known: boolean): Sign => ({
    ...{ text, known },
    size: fitSize(text, layout.ground.size, layout.ground.width - SIGN_ROOM),
  });
  const signs = (grounds: readonly Ground[]): Sign[] =>
    grounds.length > 0
      ? grounds.map((ground) => sized(groundWord(language, ground), true))
      : [sized(say('differential.nothing'), false)];
  const options = differentialOf(input.analysis).map((option) => {
    const { name, note } = likenessWords(language, option.key);
    const size = fitSize(name, layout.name.size, layout.name.width, face);
    const dx = layout.note.beside ? Math.ceil(textWidth(name, size, face)) + NOTE.gap : 0;
    return {
      name,
      size,
      note: { text: note, size: fitSize(note, NOTE.size, layout.note.width - dx), dx, dy: layout.note.dy },
      for: signs(option.for),
      against: signs(option.against),
    };
  });
  const set = (text: string, { width, sizes }: { width: number; sizes: readonly number[] }, maxLines: number) =>
    setLines(text, language, { face, tracking: 0.02, maxWidth: width, maxLines, sizes });
  return {
    ...base,
    kind: 'differential',
    headline: set(say('differential.title'), layout.headline, 1),
    order: say('differential.order'),
    labels: { for: say('differential.for'), against: say('differential.against') },
    options,
    settle: set(say('differential.settle'), layout.settle, layout.settle.lines),
  };
}

export interface DifferentialState {
  readonly headline: Entrance;
  readonly order: number;
  readonly legs: number[];
  readonly nodes: number[];
  readonly names: Entrance[];
  /** Per option: its signs for it, then those against it. */
  readonly for: Entrance[][];
  readonly against: Entrance[][];
  readonly settle: Entrance;
}

/** Options come as they are spoken: the thread, the name, what speaks for it, and in the second half of the sentence what speaks against. */
export function differentialState(props: DifferentialProps, frame: number): DifferentialState {
  const end = props.durationInFrames;
  const times = props.options.map((_, i) => {
    const cue = props.cues.find((item) => item.cue === `option-${i + 1}`);
    const start = cue?.startFrame ?? Math.floor(end * (0.05 + 0.22 * i));
    return { start, half: start + Math.max(20, Math.round(((cue?.endFrame ?? start + 60) - start) * 0.5)) };
  });
  const staggered = (count: number, start: number) =>
    Array.from({ length: count }, (_, k) => textEntrance(frame, start + 4 * k));
  return {
    headline: textEntrance(frame, 2),
    order: eased(frame, 12, 10, settle),
    legs: times.map(({ start }) => eased(frame, start - 2, 16, draw)),
    nodes: times.map(({ start }) => eased(frame, start + 2, 6, settle)),
    names: times.map(({ start }) => textEntrance(frame, start + 4)),
    for: times.map(({ start }, i) => staggered(props.options[i]!.for.length, start + 12)),
    against: times.map(({ half }, i) => staggered(props.options[i]!.against.length, half)),
    settle: textEntrance(frame, cueStart(props, 'settle', Math.floor(end * 0.8))),
  };
}
