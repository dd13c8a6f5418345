import type { CSSProperties, ReactElement } from 'react';
import type { CaseProps, CaseState } from '#domain/film/case';
import { StoredImage } from '../assets.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { themeOf } from '../theme.ts';

/** Room of one plane and the middles of the three, back to front. */
const ROOM = { width: 600, height: 555 };
const MIDDLES = [
  { x: 630, y: 423.5 },
  { x: 534, y: 469.5 },
  { x: 438, y: 515.5 },
] as const;
const FRONT = MIDDLES[2];
const OPACITY = [0.34, 0.55, 0.88] as const;
const PERSPECTIVE = 2500;
const TURN = 20;
const THREAD_Y = 438;
const FALL = { from: 900, to: 1052, y: 816 };

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
  const planes = props.planes.map((picture, i) => {
    const scale = Math.min(ROOM.width / picture.width, ROOM.height / picture.height);
    const at = MIDDLES[i] ?? FRONT;
    return {
      picture,
      width: picture.width * scale,
      height: picture.height * scale,
      x: FRONT.x + (at.x - FRONT.x) * state.apart,
      y: FRONT.y + (at.y - FRONT.y) * state.apart,
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
  const bend = (FALL.from + FALL.to) / 2;
  const path = `M0 ${THREAD_Y}H${FALL.from}C${bend + 30} ${THREAD_Y} ${bend - 30} ${FALL.y} ${FALL.to} ${FALL.y}H${props.width}`;
  const threadEnd = props.question.lines.length;
  return (
    <div style={{ position: 'absolute', inset: 0, opacity: state.leave }}>
      {plane(0)}
      {plane(1)}
      <Stage width={props.width} height={props.height}>
        <clipPath id="behind">
          <rect x={0} y={0} width={hidden.from} height={props.height} />
          <rect x={hidden.to} y={0} width={props.width - hidden.to} height={props.height} />
        </clipPath>
        <g clipPath="url(#behind)">
          <Thread d={path} drawn={state.thread} colour={theme.accent} casing={theme.ink} />
        </g>
      </Stage>
      {plane(2)}
      <Stage width={props.width} height={props.height}>
        <Line x={1090} y={180} type="value" size={36} brand={brand} fill={theme.accent} {...state.heading}>
          {props.heading}
        </Line>
        {props.facts.map((fact, i) => (
          <g key={fact.name} opacity={state.facts[i]?.opacity ?? 0}>
            <g transform={`translate(0 ${state.facts[i]?.shift ?? 0})`}>
              <Line x={1090} y={267 + i * 68} type="secondary" brand={brand} fill={theme.mute}>
                {fact.name}
              </Line>
              <Line x={1380} y={267 + i * 68} type="label" size={fact.size} brand={brand} fill={theme.paper}>
                {fact.value}
              </Line>
              {fact.tag ? (
                <Line x={1824} y={267 + i * 68} type="small" brand={brand} fill={theme.mute} anchor="end">
                  {fact.tag}
                </Line>
              ) : null}
            </g>
            <line x1={1090} y1={292 + i * 68} x2={1824} y2={292 + i * 68} stroke={theme.line} strokeWidth={2} />
          </g>
        ))}
        {props.question.lines.map((text, i) => (
          <Line
            key={text}
            x={1090}
            y={770 - (threadEnd - 1 - i) * Math.round(props.question.size * 1.24)}
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
