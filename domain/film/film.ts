import { z } from 'zod';
import { canonicalJson } from '../canonical.ts';
import type { SceneKind } from '../script.ts';
import type { TimedScene } from '../timeline.ts';
import { AdviceProps, type AdviceState, adviceState, composeAdvice } from './advice.ts';
import { AssessmentProps, type AssessmentState, assessmentState, composeAssessment } from './assessment.ts';
import { type ComposeInput, cueStart, type SceneBase, type SceneCaption } from './base.ts';
import { CaseProps, type CaseState, caseState, composeCase } from './case.ts';
import { ChapterProps, type ChapterState, chapterState, composeChapter } from './chapter.ts';
import { CompareProps, type CompareState, compareState, composeCompare } from './compare.ts';
import { composeDifferential, DifferentialProps, type DifferentialState, differentialState } from './differential.ts';
import { composeFeatures, FeaturesProps, type FeaturesState, featuresState } from './features.ts';
import { composeFollowUp, FollowUpProps, type FollowUpState, followUpState } from './follow-up.ts';
import { composeHighlight, HighlightProps, type HighlightState, highlightState } from './highlight.ts';
import { composeIntro, IntroProps, type IntroState, introState } from './intro.ts';
import { composeKinds, KindsProps, type KindsState, kindsState } from './kinds.ts';
import { composeLungs, LungsProps, type LungsState, lungsState } from './lungs.ts';
import { threadAt } from './motion.ts';
import { composeOutro, OutroProps, type OutroState, outroState } from './outro.ts';
import { composePoints, PointsProps, type PointsState, pointsState } from './points.ts';
import { composeQuiz, QuizProps, type QuizState, quizState } from './quiz.ts';
import { composeQuote, QuoteProps, type QuoteState, quoteState } from './quote.ts';
import { composeScroll, ScrollProps, type ScrollState, scrollState } from './scroll.ts';
import { composeSize, SizeProps, type SizeState, sizeState } from './size.ts';
import { composeSurface, SurfaceProps, type SurfaceState, surfaceState } from './surface.ts';
import { composeTable, TableProps, type TableState, tableState } from './table.ts';
import { threadSpans } from './thread-span.ts';
import { word } from './words.ts';
import { composeZoom, ZoomProps, type ZoomState, zoomState } from './zoom.ts';

/** Everything one scene needs to be drawn. */
export const SceneProps = z.discriminatedUnion('kind', [
  IntroProps,
  CaseProps,
  ScrollProps,
  HighlightProps,
  ZoomProps,
  CompareProps,
  FeaturesProps,
  AssessmentProps,
  AdviceProps,
  ChapterProps,
  OutroProps,
  LungsProps,
  KindsProps,
  SizeProps,
  FollowUpProps,
  QuizProps,
  DifferentialProps,
  SurfaceProps,
  TableProps,
  PointsProps,
  QuoteProps,
]);
export type SceneProps = z.infer<typeof SceneProps>;

/** A film: its scenes end to end. The same schema feeds the renderer, the composition and the preview player. */
export const FilmProps = z.object({
  fps: z.int().positive(),
  width: z.int().positive(),
  height: z.int().positive(),
  durationInFrames: z.int().positive(),
  scenes: z.array(z.object({ from: z.int().nonnegative(), props: SceneProps })).min(1),
});
export type FilmProps = z.infer<typeof FilmProps>;

export type SceneState =
  | IntroState
  | CaseState
  | ScrollState
  | HighlightState
  | ZoomState
  | CompareState
  | FeaturesState
  | AssessmentState
  | AdviceState
  | ChapterState
  | OutroState
  | LungsState
  | KindsState
  | SizeState
  | FollowUpState
  | QuizState
  | DifferentialState
  | SurfaceState
  | TableState
  | PointsState
  | QuoteState;

type Compose = (base: SceneBase, input: ComposeInput) => SceneProps;
const COMPOSE: Record<SceneKind, Compose> = {
  intro: composeIntro,
  case: composeCase,
  scroll: composeScroll,
  highlight: composeHighlight,
  zoom: composeZoom,
  compare: composeCompare,
  features: composeFeatures,
  assessment: composeAssessment,
  advice: composeAdvice,
  chapter: composeChapter,
  outro: composeOutro,
  lungs: composeLungs,
  kinds: composeKinds,
  size: composeSize,
  'follow-up': composeFollowUp,
  quiz: composeQuiz,
  differential: composeDifferential,
  surface: composeSurface,
  table: composeTable,
  points: composePoints,
  quote: composeQuote,
};

/** Scenes that carry a thread of their own and therefore no header tile and no progress line (film-style §5). */
export const OWN_THREAD: ReadonlySet<SceneKind> = new Set(['intro', 'chapter', 'outro']);

function sceneCaptions(scene: TimedScene, input: ComposeInput): SceneCaption[] {
  const end = scene.from + scene.durationInFrames;
  return input.timeline.captions
    .filter((caption) => caption.startFrame >= scene.from && caption.startFrame < end)
    .map((caption) => ({
      startFrame: caption.startFrame - scene.from,
      endFrame: Math.min(caption.endFrame, end) - scene.from,
      lines: caption.lines,
      keyWord: caption.keyWord,
    }));
}

const plain = (text: string): string => text.replace(/[\s\p{P}]/gu, '').toLowerCase();

/** The words a scene sets large, and the frame from which they are said: the title, a card's title, the question. */
function largeWords(props: SceneProps): { readonly lines: readonly string[]; readonly from: number } | null {
  switch (props.kind) {
    case 'intro':
    case 'chapter':
      return { lines: props.title.lines, from: 0 };
    case 'case':
      return { lines: props.question.lines, from: cueStart(props, 'question', 0) };
    case 'quiz':
      return { lines: props.question.lines, from: cueStart(props, 'ask', 0) };
    default:
      return null;
  }
}

/** A subtitle whose words stand large on the frame is not doubled, nor is the AI label of the opening. */
function undoubled(props: SceneProps, aiMark: string): SceneProps {
  const large = largeWords(props);
  if (!large) return props;
  const words = plain(large.lines.join(''));
  const captions = props.captions.filter((caption) => {
    const said = plain(caption.lines.join(''));
    const doubled = caption.startFrame >= large.from && words.includes(said);
    return !doubled && !(props.kind === 'intro' && said.includes(plain(aiMark)));
  });
  return { ...props, captions };
}

/**
 * The film's scenes, composed from what was analysed, approved and timed. Pure: the same input gives the same props.
 * Only the scenes of `input.timeline` are made; a scene without anything to show is not in the timeline.
 */
export function composeFilm(input: ComposeInput): FilmProps {
  const { template, timeline, script, brand, analysis } = input;
  const spans = threadSpans(template, timeline);
  const marks = {
    ai: word(script.language, 'ai.small'),
    simulated: analysis.study.provenance === 'simulated' ? word(script.language, 'simulated.small') : null,
    watermark: brand.watermark?.[script.language] ?? null,
  };
  const scenes = timeline.scenes.map((scene, index) => {
    const base: SceneBase = {
      id: scene.id,
      width: template.width,
      height: template.height,
      fps: timeline.fps,
      durationInFrames: scene.durationInFrames,
      language: script.language,
      brand,
      captions: sceneCaptions(scene, input),
      cues: scene.cues,
      thread: spans[index] ?? { from: 0, to: 1, marks: [] },
      marks,
    };
    return { from: scene.from, props: undoubled(COMPOSE[scene.kind](base, input), marks.ai) };
  });
  const { fps, durationInFrames } = timeline;
  return { fps, width: template.width, height: template.height, durationInFrames, scenes };
}

/** Everything of a scene that changes with time, at one frame: plain JSON, numbers rounded. */
export function sceneState(props: SceneProps, frame: number): SceneState {
  switch (props.kind) {
    case 'intro':
      return introState(props, frame);
    case 'case':
      return caseState(props, frame);
    case 'scroll':
      return scrollState(props, frame);
    case 'highlight':
      return highlightState(props, frame);
    case 'zoom':
      return zoomState(props, frame);
    case 'compare':
      return compareState(props, frame);
    case 'features':
      return featuresState(props, frame);
    case 'assessment':
      return assessmentState(props, frame);
    case 'advice':
      return adviceState(props, frame);
    case 'chapter':
      return chapterState(props, frame);
    case 'outro':
      return outroState(props, frame);
    case 'lungs':
      return lungsState(props, frame);
    case 'kinds':
      return kindsState(props, frame);
    case 'size':
      return sizeState(props, frame);
    case 'follow-up':
      return followUpState(props, frame);
    case 'quiz':
      return quizState(props, frame);
    case 'differential':
      return differentialState(props, frame);
    case 'surface':
      return surfaceState(props, frame);
    case 'table':
      return tableState(props, frame);
    case 'points':
      return pointsState(props, frame);
    case 'quote':
      return quoteState(props, frame);
  }
}

/** Index of the caption on screen, or null. */
export function captionAt(props: Pick<SceneBase, 'captions'>, frame: number): number | null {
  const index = props.captions.findIndex((caption) => frame >= caption.startFrame && frame < caption.endFrame);
  return index < 0 ? null : index;
}

/** Where the progress thread's head stands, 0..1 of the width; null in scenes that do not show it. */
export function headAt(props: SceneProps, frame: number): number | null {
  if (OWN_THREAD.has(props.kind)) return null;
  return threadAt(props.thread.from, props.thread.to, frame, props.durationInFrames);
}

/**
 * Canonical text of all that the picture of a frame depends on besides the props.
 * LAW: two frames of one scene with equal keys are equal pictures, so the renderer draws each key once.
 */
export function frameKey(props: SceneProps, frame: number): string {
  return canonicalJson({
    state: sceneState(props, frame),
    caption: captionAt(props, frame),
    head: headAt(props, frame),
  });
}
