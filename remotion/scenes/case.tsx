import type { CSSProperties, ReactElement } from 'react';
import type { CaseProps, CaseState } from '#domain/film/case';
import { caseLayout } from '#domain/film/case-layout';
import { StoredImage } from '../assets.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { type Theme, themeOf } from '../theme.ts';

const OPACITY = [0.34, 0.55, 0.88] as const;
const PERSPECTIVE = 2500;
const TURN = 20;

/** Half widths of a turned plane on screen: the left edge comes nearer, the right one goes away. */
function edges(width: number): { left: number; right: number } {
  const angle = (TURN * Math.PI) / 180;
  const half = width / 2;
  const depth = half * Math.sin(angle);
  return {
    left: (half * Math.cos(angle) * PERSPECTIVE) / (PERSPECTIVE - depth),
    right: (half * Math.cos(angle) * PERSPECTIVE) / (PERSPECTIVE + depth),
  };
}

/** 02 Case card: the chest as three coronal planes, what is known of the case, and the one question. */
export function Case({ props, state }: { props: CaseProps; state: CaseState }): ReactElement {
  const theme = themeOf(props.brand);
  const { brand } = props;
  const { plane: room, middles, threadY, fall, heading, question } = caseLayout(props);
  const front = middles[2];
  const planes = props.planes.map((picture, i) => {
    const scale = Math.min(room.width / picture.width, room.height / picture.height);
    const at = middles[i] ?? front;
    return {
      picture,
      width: picture.width * scale,
      height: picture.height * scale,
      x: front.x + (at.x - front.x) * state.apart,
      y: front.y + (at.y - front.y) * state.apart,
      opacity: OPACITY[i] ?? 1,
    };
  });
  const plane = (i: number): ReactElement | null => {
    const item = planes[i];
    if (!item) return null;
    const style: CSSProperties = {
      position: 'absolute',
      left: item.x - item.width / 2,
      top: item.y - item.height / 2,
      width: item.width,
      height: item.height,
      transform: `perspective(${PERSPECTIVE}px) rotateY(${TURN}deg)`,
      backgroundColor: theme.ink,
      outline: `2px solid ${theme.line}`,
      opacity: state.planes,
    };
    return (
      <div style={style}>
        <StoredImage
          image={item.picture.image}
          width={item.width}
          height={item.height}
          style={{ opacity: item.opacity }}
        />
      </div>
    );
  };
  const middle = planes[1];
  const back = planes[0];
  const hidden =
    middle && back
      ? { from: middle.x + edges(middle.width).right + 1, to: back.x + edges(back.width).right + 1 }
      : { from: 0, to: 0 };
  return (
    <div style={{ position: 'absolute', inset: 0, opacity: state.leave }}>
      {plane(0)}
      {plane(1)}
      <Stage width={props.width} height={props.height}>
        <clipPath id="behind">
          <rect x={0} y={0} width={hidden.from} height={props.height} />
          <rect x={hidden.to} y={0} width={props.width - hidden.to} height={props.height} />
          <rect x={0} y={threadY + 20} width={props.width} height={props.height} />
        </clipPath>
        <g clipPath="url(#behind)">
          <Thread d={`M0 ${threadY}${fall}`} drawn={state.thread} colour={theme.accent} casing={theme.ink} />
        </g>
      </Stage>
      {plane(2)}
      <Stage width={props.width} height={props.height}>
        <Line
          x={heading.x}
          y={heading.y}
          type="value"
          size={heading.size}
          brand={brand}
          fill={theme.accent}
          {...state.heading}
        >
          {props.heading}
        </Line>
        {props.facts.map((fact, i) => (
          <Fact key={fact.name} props={props} index={i} entrance={state.facts[i]} theme={theme} />
        ))}
        {props.question.lines.map((text, i) => (
          <Line
            key={text}
            x={question.x}
            y={question.end - (props.question.lines.length - 1 - i) * Math.round(props.question.size * 1.24)}
            type="question"
            size={props.question.size}
            brand={brand}
            fill={theme.paper}
            {...state.question[i]}
          >
            {text}
          </Line>
        ))}
      </Stage>
    </div>
  );
}

/** One thing known of the case: name, value, its tag, and a rule under it where rows are single lines. */
function Fact(props: {
  props: CaseProps;
  index: number;
  entrance: CaseState['facts'][number] | undefined;
  theme: Theme;
}): ReactElement | null {
  const { theme, entrance } = props;
  const { brand } = props.props;
  const { facts } = caseLayout(props.props);
  const fact = props.props.facts[props.index];
  if (!fact) return null;
  const y = facts.y + props.index * facts.pitch;
  const rule = facts.rule === null ? null : y + facts.rule;
  return (
    <g opacity={entrance?.opacity ?? 0}>
      <g transform={`translate(0 ${entrance?.shift ?? 0})`}>
        <Line x={facts.name} y={y} type="secondary" size={facts.nameSize} brand={brand} fill={theme.mute}>
          {fact.name}
        </Line>
        <Line x={facts.value} y={y + facts.under} type="label" size={fact.size} brand={brand} fill={theme.paper}>
          {fact.value}
        </Line>
        {fact.tag ? (
          <Line x={facts.right} y={y + facts.under} type="small" brand={brand} fill={theme.mute} anchor="end">
            {fact.tag}
          </Line>
        ) : null}
      </g>
      {rule !== null ? (
        <line x1={facts.name} y1={rule} x2={facts.right} y2={rule} stroke={theme.line} strokeWidth={2} />
      ) : null}
    </g>
  );
}
