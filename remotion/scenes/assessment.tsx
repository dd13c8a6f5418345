import type { ReactElement } from 'react';
import { aspectOf } from '#domain/aspect';
import { mix } from '#domain/colour';
import type { AssessmentProps, AssessmentState } from '#domain/film/assessment';
import { ASSESSMENT_TALL } from '#domain/film/assessment-tall';
import { figuresWidth } from '#domain/film/figures';
import { fitSize, textWidth } from '#domain/film/measure';
import { Seal } from '../parts/seal.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { type Theme, TYPE, themeOf } from '../theme.ts';
import { AssessmentTall } from './assessment-tall.tsx';

const WARP = { top: 206, bottom: 748 };
const RESULT = { x: 1400, y: 470 };
const CHOSEN_SIZE = 38;

/** Columns stand as in the frame for four; fewer are spread over the same width. */
function columnX(count: number, index: number): number {
  if (count === 4) return [150, 450, 750, 1060][index] ?? 150;
  if (count < 2) return 450;
  const [first, last] = count === 2 ? [260, 830] : [150, 980];
  return first + ((last - first) * index) / (count - 1);
}

/** Rows of the options of a column, spread about the middle of the warp. */
function optionY(count: number, index: number): number {
  const pitch = count <= 2 ? 170 : count === 3 ? 150 : 140;
  return 488 + (index - (count - 1) / 2) * pitch;
}

interface Node {
  readonly x: number;
  readonly y: number;
  /** Right end of the chosen label that stands on the thread. */
  readonly labelEnd: number;
}

/** Ways between the nodes: level under the label, then one S-curve that arrives level. */
function ways(nodes: readonly Node[], width: number): string[] {
  const first = nodes[0];
  if (!first) return [`M0 ${RESULT.y}H${width}`];
  const out = [`M0 ${first.y}H${first.x}`];
  nodes.forEach((node, i) => {
    const next = nodes[i + 1];
    const target = next ?? { x: RESULT.x - 16, y: RESULT.y };
    const bend = Math.min(110, Math.max(60, target.x - node.labelEnd - 16));
    const from = target.x - bend;
    const curve = `C${from + bend * 0.55} ${node.y} ${target.x - bend * 0.55} ${target.y} ${target.x} ${target.y}`;
    out.push(`M${node.x} ${node.y}H${from}${curve}${next ? '' : `H${width}`}`);
  });
  return out;
}

interface Part {
  readonly props: AssessmentProps;
  readonly state: AssessmentState;
  readonly theme: Theme;
}

/** One criterion: its name, its options, and the chosen one on the thread once it has been spoken. */
function Column({ props, state, theme, index, room }: Part & { index: number; room: number }): ReactElement | null {
  const column = props.columns[index];
  const entrance = state.columns[index];
  if (!column || !entrance) return null;
  const { brand } = props;
  const x = columnX(props.columns.length, index);
  const chosen = state.chosen[index] ?? 0;
  const half = ((WARP.bottom - WARP.top) / 2) * state.warp;
  const middle = (WARP.top + WARP.bottom) / 2;
  return (
    <g>
      <line x1={x} y1={middle - half} x2={x} y2={middle + half} stroke={theme.line} strokeWidth={3} />
      <Line x={x} y={164} type="label" size={36} weight={450} brand={brand} fill={theme.mute} {...entrance}>
        {index + 1}
      </Line>
      <Line
        x={x + 40}
        y={164}
        type="label"
        size={fitSize(column.name, 36, room - 84)}
        brand={brand}
        fill={theme.paper}
        {...entrance}
      >
        {column.name}
      </Line>
      <g opacity={entrance.opacity === 1 ? undefined : entrance.opacity}>
        {column.options.map((option, i) => {
          const y = optionY(column.options.length, i);
          const on = i === column.chosen ? chosen : 0;
          const size = on > 0 ? fitSize(option, CHOSEN_SIZE, room - 44) : fitSize(option, 32, room - 44);
          return (
            <g key={option}>
              <circle cx={x} cy={y} r={18} fill={theme.ink} />
              {on > 0 ? (
                <circle cx={x} cy={y} r={12} fill={theme.accent} opacity={on === 1 ? undefined : on} />
              ) : (
                <circle cx={x} cy={y} r={10} fill="none" stroke={theme.mute} strokeWidth={3} />
              )}
              <Line
                x={x + 30}
                y={on > 0 ? y - 20 : y + 11}
                type={on > 0 ? 'label' : 'secondary'}
                size={size}
                brand={brand}
                fill={on > 0 ? mix(theme.paper, on, theme.mute) : theme.mute}
              >
                {option}
              </Line>
            </g>
          );
        })}
      </g>
    </g>
  );
}

/** The class, the interval or the words over the thread's end, and what they mean under it. */
function Outcome({ props, state, theme }: Part): ReactElement {
  const { brand, result } = props;
  const base = RESULT.y - 40;
  return (
    <g>
      <Line
        x={RESULT.x}
        y={164}
        type="label"
        size={36}
        weight={500}
        brand={brand}
        fill={theme.paper}
        {...state.columns[0]}
      >
        {props.system}
      </Line>
      {result.form === 'class' ? (
        <>
          {result.before ? (
            <Line
              x={RESULT.x}
              y={base - 208}
              type="secondary"
              size={36}
              brand={brand}
              fill={theme.mute}
              {...state.result}
            >
              {result.before}
            </Line>
          ) : null}
          <Line x={RESULT.x - 8} y={base} type="classMark" brand={brand} fill={theme.paper} {...state.result}>
            {result.mark}
          </Line>
          <Line
            x={RESULT.x + 12 + textWidth(result.mark, TYPE.classMark.size, 'text', TYPE.classMark.tracking)}
            y={base + 8}
            type="findingName"
            size={60}
            brand={brand}
            fill={theme.paper}
            {...state.result}
          >
            {result.after}
          </Line>
        </>
      ) : result.form === 'number' ? (
        <>
          <Line x={RESULT.x} y={base} type="hero" size={result.size} brand={brand} fill={theme.paper} {...state.result}>
            {result.number}
          </Line>
          <Line
            x={RESULT.x + 16 + figuresWidth(result.number, result.size, TYPE.hero.tracking)}
            y={base}
            type="label"
            weight={450}
            size={56}
            brand={brand}
            fill={theme.mute}
            {...state.result}
          >
            {result.unit}
          </Line>
        </>
      ) : (
        result.text.lines.map((text, i) => (
          <Line
            key={text}
            x={RESULT.x}
            y={base - (result.text.lines.length - 1 - i) * Math.round(result.text.size * 1.14)}
            type="headline"
            size={result.text.size}
            brand={brand}
            fill={theme.paper}
            {...state.result}
          >
            {text}
          </Line>
        ))
      )}
      {props.meaning.lines.map((text, i) => (
        <Line
          key={text}
          x={RESULT.x}
          y={RESULT.y + 24 + Math.round(props.meaning.size * (1 + i * 1.22))}
          type="question"
          size={props.meaning.size}
          brand={brand}
          fill={theme.paper}
          {...state.result}
        >
          {text}
        </Line>
      ))}
    </g>
  );
}

/** 08 Assessment: the rule's path as a thread through its criteria, the class, its limits, and the physician's seal. */
export function Assessment({ props, state }: { props: AssessmentProps; state: AssessmentState }): ReactElement {
  const aspect = aspectOf(props);
  if (aspect !== '16:9') return <AssessmentTall props={props} state={state} layout={ASSESSMENT_TALL[aspect]} />;
  const theme = themeOf(props.brand);
  const part = { props, state, theme };
  const count = props.columns.length;
  const roomOf = (i: number): number => (i + 1 < count ? columnX(count, i + 1) : RESULT.x - 40) - columnX(count, i);
  const nodes = props.columns.map((column, i): Node => {
    const x = columnX(count, i);
    const label = column.options[column.chosen] ?? '';
    return {
      x,
      y: optionY(column.options.length, column.chosen),
      labelEnd: x + 30 + textWidth(label, fitSize(label, CHOSEN_SIZE, roomOf(i) - 44)),
    };
  });
  return (
    <Stage width={props.width} height={props.height}>
      {props.columns.map((column, i) => (
        <Column key={column.criterion} {...part} index={i} room={roomOf(i)} />
      ))}
      {ways(nodes, props.width).map((d, i) => (
        <Thread key={d} d={d} drawn={state.legs[i] ?? 0} colour={theme.accent} />
      ))}
      {nodes.map((node, i) =>
        (state.chosen[i] ?? 0) > 0 ? (
          <g key={node.x} opacity={state.chosen[i] === 1 ? undefined : state.chosen[i]}>
            <circle cx={node.x} cy={node.y} r={21} fill={theme.ink} />
            <circle cx={node.x} cy={node.y} r={12} fill={theme.accent} />
          </g>
        ) : null,
      )}
      <Outcome {...part} />
      <g opacity={state.limits === 1 ? undefined : state.limits}>
        {props.limits.map((text, i) => (
          <Line
            key={text}
            x={150}
            y={838 - (props.limits.length - 1 - i) * 38}
            type="small"
            brand={props.brand}
            fill={theme.mute}
          >
            {text}
          </Line>
        ))}
        {props.example.map((item, i) => (
          <Line
            key={item.text}
            x={RESULT.x}
            y={728 + i * 50}
            type="label"
            size={item.size}
            brand={props.brand}
            fill={theme.paper}
          >
            {item.text}
          </Line>
        ))}
        {props.date ? (
          <Line x={RESULT.x} y={830} type="value" size={30} weight={450} brand={props.brand} fill={theme.mute}>
            {props.date}
          </Line>
        ) : null}
      </g>
      {props.seal ? (
        <Seal x={1674} y={634} {...props.seal} language={props.language} brand={props.brand} {...state.seal} />
      ) : null}
    </Stage>
  );
}
