import type { ReactElement } from 'react';
import { AbsoluteFill, useCurrentFrame } from 'remotion';
import { aspectOf } from '#domain/aspect';
import { adviceState } from '#domain/film/advice';
import { assessmentState } from '#domain/film/assessment';
import { caseState } from '#domain/film/case';
import { chapterState } from '#domain/film/chapter';
import { compareState } from '#domain/film/compare';
import { differentialState } from '#domain/film/differential';
import { featuresState } from '#domain/film/features';
import { captionAt, headAt, OWN_THREAD, type SceneProps } from '#domain/film/film';
import { followUpState } from '#domain/film/follow-up';
import { highlightState } from '#domain/film/highlight';
import { introState } from '#domain/film/intro';
import { kindsState } from '#domain/film/kinds';
import { lungsState } from '#domain/film/lungs';
import { outroState } from '#domain/film/outro';
import { pointsState } from '#domain/film/points';
import { quizState } from '#domain/film/quiz';
import { quoteState } from '#domain/film/quote';
import { scrollState } from '#domain/film/scroll';
import { sizeState } from '#domain/film/size';
import { surfaceState } from '#domain/film/surface';
import { tableState } from '#domain/film/table';
import { zoomState } from '#domain/film/zoom';
import { Caption } from './parts/caption.tsx';
import { Header } from './parts/header.tsx';
import { ProgressThread } from './parts/progress-thread.tsx';
import { Stage } from './parts/stage.tsx';
import { Advice } from './scenes/advice.tsx';
import { Assessment } from './scenes/assessment.tsx';
import { Case } from './scenes/case.tsx';
import { Chapter } from './scenes/chapter.tsx';
import { Compare } from './scenes/compare.tsx';
import { Differential } from './scenes/differential.tsx';
import { Features } from './scenes/features.tsx';
import { FollowUp } from './scenes/follow-up.tsx';
import { Highlight } from './scenes/highlight.tsx';
import { Intro } from './scenes/intro.tsx';
import { Kinds } from './scenes/kinds.tsx';
import { Lungs } from './scenes/lungs.tsx';
import { Outro } from './scenes/outro.tsx';
import { Points } from './scenes/points.tsx';
import { Quiz } from './scenes/quiz.tsx';
import { Quote } from './scenes/quote.tsx';
import { Scroll } from './scenes/scroll.tsx';
import { Size } from './scenes/size.tsx';
import { Surface } from './scenes/surface.tsx';
import { Table } from './scenes/table.tsx';
import { Zoom } from './scenes/zoom.tsx';
import { themeOf } from './theme.ts';

function Picture({ props, frame }: { props: SceneProps; frame: number }): ReactElement | null {
  switch (props.kind) {
    case 'intro':
      return <Intro props={props} state={introState(props, frame)} />;
    case 'case':
      return <Case props={props} state={caseState(props, frame)} />;
    case 'scroll':
      return <Scroll props={props} state={scrollState(props, frame)} />;
    case 'highlight':
      return <Highlight props={props} state={highlightState(props, frame)} />;
    case 'zoom':
      return <Zoom props={props} state={zoomState(props, frame)} />;
    case 'compare':
      return <Compare props={props} state={compareState(props, frame)} />;
    case 'features':
      return <Features props={props} state={featuresState(props, frame)} />;
    case 'assessment':
      return <Assessment props={props} state={assessmentState(props, frame)} />;
    case 'advice':
      return <Advice props={props} state={adviceState(props, frame)} />;
    case 'chapter':
      return <Chapter props={props} state={chapterState(props, frame)} />;
    case 'outro':
      return <Outro props={props} state={outroState(props, frame)} />;
    case 'lungs':
      return <Lungs props={props} state={lungsState(props, frame)} />;
    case 'kinds':
      return <Kinds props={props} state={kindsState(props, frame)} />;
    case 'size':
      return <Size props={props} state={sizeState(props, frame)} />;
    case 'follow-up':
      return <FollowUp props={props} state={followUpState(props, frame)} />;
    case 'quiz':
      return <Quiz props={props} state={quizState(props, frame)} />;
    case 'differential':
      return <Differential props={props} state={differentialState(props, frame)} />;
    case 'surface':
      return <Surface props={props} state={surfaceState(props, frame)} />;
    case 'table':
      return <Table props={props} state={tableState(props, frame)} />;
    case 'points':
      return <Points props={props} state={pointsState(props, frame)} />;
    case 'quote':
      return <Quote props={props} state={quoteState(props, frame)} />;
  }
}

/** Scenes whose picture runs under the header in a wide frame. */
const OVER_IMAGE: ReadonlySet<SceneProps['kind']> = new Set(['highlight']);
/** On a wide intro the AI label fills the left half of the subtitle band, so its subtitles stand in the right half. */
const CAPTION_PLACE: Partial<Record<SceneProps['kind'], { centre: number; room: number }>> = {
  intro: { centre: 1392, room: 832 },
};

/**
 * One scene at the current frame: picture, header, subtitle, progress thread. The only place that reads the clock;
 * everything below is a pure function of props and state. `frames` maps the i-th frame asked for to a frame of the scene.
 */
export function SceneFrame(props: { scene: SceneProps; frames: readonly number[] | null }): ReactElement {
  const index = useCurrentFrame();
  const frame = props.frames?.[index] ?? index;
  const { scene } = props;
  const captionIndex = captionAt(scene, frame);
  const caption = captionIndex === null ? null : (scene.captions[captionIndex] ?? null);
  const head = headAt(scene, frame);
  const own = OWN_THREAD.has(scene.kind);
  return (
    <AbsoluteFill lang={scene.language} style={{ backgroundColor: themeOf(scene.brand).ink, overflow: 'hidden' }}>
      <Picture props={scene} frame={frame} />
      <Stage width={scene.width} height={scene.height}>
        {own ? null : <Header base={scene} overImage={OVER_IMAGE.has(scene.kind) && aspectOf(scene) === '16:9'} />}
        {head === null ? null : <ProgressThread base={scene} head={head} />}
      </Stage>
      {caption ? (
        <Caption base={scene} caption={caption} {...(aspectOf(scene) === '16:9' ? CAPTION_PLACE[scene.kind] : null)} />
      ) : null}
    </AbsoluteFill>
  );
}
