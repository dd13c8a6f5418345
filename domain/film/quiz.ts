import { z } from 'zod';
import type { Analysis } from '../analysis.ts';
import type { Finding } from '../finding.ts';
import { type Quiz, quizOf } from '../quiz.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { shownMm } from './format.ts';
import { barFor } from './highlight.ts';
import { LesionMark, lesionMark, outline, outlineGap } from './lesion-mark.ts';
import { setLines } from './lines.ts';
import { displayFace, fitSize, textWidth } from './measure.ts';
import { draw, type Entrance, eased, linear, settle, textEntrance } from './motion.ts';
import { Picture } from './pictures.ts';
import { BOX_MARGIN_MM, keyContour, leading, lesionCentre, type Rect, spacingOf, View } from './placement.ts';
import { type QuizLayout, quizLayout } from './quiz-layout.ts';
import { hasWord, word } from './words.ts';
import { conferenceWord, quizOption, quizQuestion } from './words-conference.ts';

const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** The picture of a question. `mark` encloses the finding and is drawn with the answer; null where there is none. */
const QuizPicture = z.object({
  picture: Picture,
  view: View,
  place: Box,
  /** A whole slice carries R and L, and dims around the mark; a crop does neither. */
  whole: z.boolean(),
  mark: LesionMark.nullable(),
  bar: z.object({ mm: z.number(), text: z.string() }).nullable(),
  /** Slice number under a whole slice. */
  note: z.string().nullable(),
});

/** An option; what its class means stands beside it, or under it where that is too wide: `dx`, `dy` from the option's baseline. */
const Option = z.object({
  text: z.string(),
  size: z.number(),
  note: z.object({ text: z.string(), dx: z.number(), dy: z.number() }).nullable(),
});

export const QuizProps = SceneBase.extend({
  kind: z.literal('quiz'),
  question: z.object({ size: z.number(), lines: z.array(z.string()).min(1) }),
  options: z.array(Option).min(3).max(4),
  /** Index of the true option. Nothing drawn before the cue `answer` depends on it. */
  answer: z.int().nonnegative(),
  picture: QuizPicture.nullable(),
  /** What a class is asked from. */
  givens: z.array(z.object({ label: z.string(), value: z.string() })).max(3),
});
export type QuizProps = z.infer<typeof QuizProps>;

/** Whole seconds of the countdown. */
export const QUIZ_SECONDS = 3;
/** Ink over a whole slice around the finding, with the answer. */
const DIM = 0.5;
const LEG_FRAMES = 16;
/** Least distance of the mark's middle line from the lesion, px: half its casing and a little of the lung. */
const CLEAR = 12;
/** A note's size, its distance after the option, and under it, px. */
export const NOTE = { size: 32, gap: 24, below: 42 } as const;

/** The view that shows a whole picture as large as a place lets, in its middle. */
function wholeView(picture: Picture, place: Rect): View {
  const fit = Math.min(place.width / picture.width, place.height / picture.height);
  const scale = fit / picture.mmPerPixel[0];
  const at = (i: 0 | 1, start: number, size: number): number => {
    const mmPerVoxel = picture.mmPerPixel[i] / picture.voxelsPerPixel[i];
    const middle =
      picture.origin[i] * mmPerVoxel + (picture.mmPerPixel[i] * (i === 0 ? picture.width : picture.height)) / 2;
    return Math.round((start + size / 2 - middle * scale) * 1000) / 1000;
  };
  return { scale, tx: at(0, place.x, place.width), ty: at(1, place.y, place.height) };
}

/** The view that covers a place with a crop, the lesion in the middle. */
function cropView(picture: Picture, finding: Finding, spacing: readonly [number, number], place: Rect): View {
  const cover = Math.max(place.width / picture.width, place.height / picture.height);
  const scale = cover / picture.mmPerPixel[0];
  const centre = lesionCentre(finding);
  const at = (i: 0 | 1, start: number, size: number): number =>
    Math.round((start + size / 2 - centre[i] * spacing[i] * scale) * 1000) / 1000;
  return { scale, tx: at(0, place.x, place.width), ty: at(1, place.y, place.height) };
}

/** The mark, at least `CLEAR` px from the lesion on screen: on a whole slice a small nodule is ringed, not painted over. */
function markAround(
  finding: Finding,
  spacing: readonly [number, number],
  kind: 'outline' | 'box',
  scale: number,
): LesionMark {
  const clear = CLEAR / scale;
  const mark = lesionMark(finding, spacing, kind);
  if (mark.kind === 'box') {
    const more = Math.max(0, clear - BOX_MARGIN_MM);
    const [min, max] = [mark.min, mark.max];
    return { kind: 'box', min: [min[0] - more, min[1] - more], max: [max[0] + more, max[1] + more] };
  }
  if (clear <= outlineGap(finding.features.longAxisMm.value)) return mark;
  const contour = keyContour(finding).map(([x, y]): [number, number] => [x * spacing[0], y * spacing[1]]);
  return { kind: 'outline', points: outline(contour, clear) };
}

function pictureOf(
  base: SceneBase,
  input: ComposeInput,
  quiz: Quiz,
  given: boolean,
): z.infer<typeof QuizPicture> | null {
  const { analysis, pictures } = input;
  const layout = quizLayout(base);
  const finding = leading(analysis.findings);
  const { geometry, measurable } = analysis.study;
  const spacing = spacingOf(geometry);
  const markAt = (view: View) => finding && markAround(finding, spacing, input.template.mark, view.scale);
  const whole = quiz.ask === 'nodule' || quiz.ask === 'lobe' || quiz.ask === 'side';
  if (!whole && finding && pictures.lesion) {
    const place = given ? layout.cropWithGivens : layout.crop;
    const view = cropView(pictures.lesion, finding, spacing, place);
    const bar = measurable ? barFor(view.scale, 200) : null;
    return { picture: pictures.lesion, view, place, whole: false, mark: markAt(view), bar, note: null };
  }
  const slice = finding?.keySlice ?? Math.round((analysis.lungs.firstSlice + analysis.lungs.lastSlice) / 2);
  const picture = pictures.axial[slice];
  if (!picture) return null;
  const note = conferenceWord(base.language, 'quiz.slice', { slice: slice + 1 });
  const bar = measurable ? { mm: 50, text: '5 cm' } : null;
  const view = wholeView(picture, layout.slice);
  return { picture, view, place: layout.slice, whole: true, mark: markAt(view), bar, note };
}

/** What stands beside the question on a class: only what was measured, never the class itself. */
function givensOf({ study, findings }: Analysis, base: SceneBase, quiz: Quiz): QuizProps['givens'] {
  const lead = leading(findings);
  if (!lead || (quiz.ask !== 'class' && quiz.ask !== 'follow-up')) return [];
  const { type, meanDiameterMm, solidDiameterMm } = lead.features;
  const say = (key: 'type' | 'size' | 'solid' | 'exam') => conferenceWord(base.language, `quiz.given.${key}`);
  const exam = conferenceWord(base.language, `quiz.exam.${study.acquisition.purpose}`);
  const kind = { label: say('type'), value: conferenceWord(base.language, `quiz.type.${type.value}`) };
  if (!study.measurable) return [{ label: say('exam'), value: exam }, kind];
  const size = { label: say('size'), value: shownMm(meanDiameterMm.value) };
  const last =
    type.value === 'part-solid'
      ? { label: say('solid'), value: shownMm(solidDiameterMm.value) }
      : { label: say('exam'), value: exam };
  return [kind, size, last];
}

function optionsOf(base: SceneBase, quiz: Quiz, layout: QuizLayout): QuizProps['options'] {
  const texts = quiz.options.map((option) => quizOption(base.language, quiz.ask, option));
  const { size, width } = layout.option;
  const notes = quiz.options.map((option) => {
    const key = `rating.${option}`;
    return quiz.ask === 'class' && hasWord(key) ? word(base.language, key) : null;
  });
  const largest = Math.min(...texts.map((text) => fitSize(text, size, width)));
  const after = (text: string, at: number) => Math.ceil(textWidth(text, at)) + NOTE.gap;
  const fits = (at: number) =>
    notes.every((note, i) => note === null || after(texts[i]!, at) + textWidth(note, NOTE.size) <= width);
  const beside = [0, 2, 4, 6, 8].map((less) => largest - less).find(fits);
  const common = beside ?? largest;
  return texts.map((text, i) => ({
    ...{ text, size: common },
    note: notes[i] ? { text: notes[i], dx: beside ? after(text, common) : 0, dy: beside ? 0 : NOTE.below } : null,
  }));
}

/** A question of the chapter the scene stands in, its options, and what is seen of it. */
export function composeQuiz(base: SceneBase, input: ComposeInput): QuizProps {
  const chapterId = input.timeline.scenes.find((scene) => scene.id === base.id)?.chapterId ?? 'look';
  const quiz = quizOf(input.analysis, chapterId);
  const layout = quizLayout(base);
  const givens = givensOf(input.analysis, base, quiz);
  const { width, sizes, lines } = layout.question;
  return {
    ...base,
    kind: 'quiz',
    question: setLines(quizQuestion(base.language, quiz.ask), base.language, {
      ...{ face: displayFace(base.brand), tracking: 0.02, maxWidth: width, maxLines: lines, sizes },
    }),
    options: optionsOf(base, quiz, layout),
    answer: quiz.options.indexOf(quiz.answer),
    picture: pictureOf(base, input, quiz, givens.length > 0),
    givens,
  };
}

export interface QuizState {
  readonly image: number;
  readonly question: Entrance;
  readonly options: Entrance[];
  /** The countdown: share of its line, and the whole seconds left; 0 = none shown. */
  readonly run: number;
  readonly seconds: number;
  /** From the line's end to the true option, then its node, its colour, the others' fading, and the mark. All 0 before the answer. */
  readonly leg: number;
  readonly node: number;
  readonly told: number;
  readonly mark: number;
}

/** The countdown ends where the answer begins; nothing of the answer moves before. */
export function quizState(props: QuizProps, frame: number): QuizState {
  const ask = cueStart(props, 'ask', 6);
  const answer = cueStart(props, 'answer', Math.floor(props.durationInFrames * 0.6));
  const start = Math.max(0, answer - QUIZ_SECONDS * props.fps);
  const counting = frame >= start && frame < answer;
  return {
    image: eased(frame, 0, 10, linear),
    question: textEntrance(frame, Math.max(2, ask - 2)),
    options: props.options.map((_, i) => textEntrance(frame, Math.max(4, ask - 2) + 8 + i * 3)),
    run: eased(frame, start, answer - start, linear),
    seconds: counting ? Math.min(QUIZ_SECONDS, Math.ceil((answer - frame) / props.fps)) : 0,
    leg: eased(frame, answer, LEG_FRAMES, draw),
    node: eased(frame, answer + LEG_FRAMES - 4, 6, settle),
    told: eased(frame, answer + LEG_FRAMES - 4, 8, linear),
    mark: eased(frame, answer + 6, 24, draw),
  };
}

/** Ink over a whole slice around its mark. */
export const quizDim = (props: QuizProps, state: QuizState): number =>
  props.picture?.whole && props.picture.mark ? Math.round(DIM * Math.min(1, state.mark * 2) * 1e4) / 1e4 : 0;
