import type { ReactElement } from 'react';
import { mix } from '#domain/colour';
import type { AssessmentProps, AssessmentState } from '#domain/film/assessment';
import { optionSize, optionX, type TallLayout, tallNodes, tallWays } from '#domain/film/assessment-tall';
import { figuresWidth } from '#domain/film/figures';
import { fitSize, textWidth } from '#domain/film/measure';
import { Seal } from '../parts/seal.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { type Theme, TYPE, themeOf } from '../theme.ts';

interface Part {
  readonly props: AssessmentProps;
  readonly state: AssessmentState;
  readonly layout: TallLayout;
  readonly theme: Theme;
}

/** One criterion: a level warp line with its options; the chosen one is on the thread once it has been spoken. */
function Row({ props, state, layout, theme, index }: Part & { index: number }): ReactElement | null {
  const column = props.columns[index];
  const entrance = state.columns[index];
  const y = layout.rows[props.columns.length - 1]?.[index];
  if (!column || !entrance || y === undefined) return null;
  const { brand } = props;
  const chosen = state.chosen[index] ?? 0;
  const middle = (layout.left + layout.right) / 2;
  const half = ((layout.right - layout.left) / 2) * state.warp;
  const count = column.options.length;
  const nameX = layout.left + layout.name;
  return (
    <g>
      <line x1={middle - half} y1={y} x2={middle + half} y2={y} stroke={theme.line} strokeWidth={3} />
      <Line
        x={layout.left}
        y={y - layout.lift}
        type="label"
        size={layout.name}
        weight={450}
        brand={brand}
        fill={theme.mute}
        {...entrance}
      >
        {index + 1}
      </Line>
      <Line
        x={nameX}
        y={y - layout.lift}
        type="label"
        size={fitSize(column.name, layout.name, layout.first - nameX - 20)}
        brand={brand}
        fill={theme.paper}
        {...entrance}
      >
        {column.name}
      </Line>
      <g opacity={entrance.opacity === 1 ? undefined : entrance.opacity}>
        {column.options.map((option, i) => {
          const x = optionX(layout, count, i);
          const on = i === column.chosen ? chosen : 0;
          return (
            <g key={option}>
              <circle cx={x} cy={y} r={18} fill={theme.ink} />
              {on > 0 ? null : <circle cx={x} cy={y} r={10} fill="none" stroke={theme.mute} strokeWidth={3} />}
              <Line
                x={x + 26}
                y={y - layout.lift}
                type={on > 0 ? 'label' : 'secondary'}
                size={optionSize(layout, option, count, on > 0)}
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

/** What the thread frames: the class, the interval or words. */
function Framed({ props, state, layout, theme }: Part): ReactElement {
  const { brand, result } = props;
  const x = layout.frame.text;
  const { y } = layout.result;
  if (result.form === 'words') {
    return (
      <>
        {result.text.lines.map((text, i) => (
          <Line
            key={text}
            x={x}
            y={y - (result.text.lines.length - 1 - i) * Math.round(result.text.size * 1.14)}
            type="headline"
            size={result.text.size}
            brand={brand}
            fill={theme.paper}
            {...state.result}
          >
            {text}
          </Line>
        ))}
      </>
    );
  }
  const isClass = result.form === 'class';
  const main = isClass ? result.mark : result.number;
  const size = isClass ? layout.result.mark : result.size;
  const type = isClass ? 'classMark' : 'hero';
  const { tracking } = TYPE[type];
  const width = isClass ? textWidth(main, size, 'text', tracking) : figuresWidth(main, size, tracking);
  return (
    <>
      <Line x={x - 8} y={y} type={type} size={size} brand={brand} fill={theme.paper} {...state.result}>
        {main}
      </Line>
      <Line
        x={x + 12 + width}
        y={y}
        type={isClass ? 'findingName' : 'label'}
        size={layout.result.after}
        weight={isClass ? undefined : 450}
        brand={brand}
        fill={isClass ? theme.paper : theme.mute}
        {...state.result}
      >
        {isClass ? result.after : result.unit}
      </Line>
    </>
  );
}

/** The result with its meaning under it, the rule's limits, and the approval. */
function Outcome(part: Part): ReactElement {
  const { props, state, layout, theme } = part;
  const { brand, result } = props;
  const { example, limits } = layout;
  const hasMeaning = props.meaning.lines.some((text) => text !== '');
  const limitsY = hasMeaning ? limits.y : limits.y - limits.pitch;
  const before = result.form === 'class' && result.before ? result.before : null;
  return (
    <g>
      <Line
        x={layout.frame.text}
        y={layout.system.y}
        type="label"
        size={layout.system.size}
        weight={500}
        brand={brand}
        fill={theme.paper}
        {...state.columns[0]}
      >
        {props.system}
      </Line>
      {before ? (
        <Line
          x={layout.frame.text + textWidth(props.system, layout.system.size) + 24}
          y={layout.system.y}
          type="secondary"
          size={layout.system.size}
          brand={brand}
          fill={theme.mute}
          {...state.result}
        >
          {before}
        </Line>
      ) : null}
      <Framed {...part} />
      {props.meaning.lines.map((text) => (
        <Line
          key={text}
          x={layout.frame.text}
          y={layout.meaning}
          type="question"
          size={props.meaning.size}
          brand={brand}
          fill={theme.paper}
          {...state.result}
        >
          {text}
        </Line>
      ))}
      <g opacity={state.limits === 1 ? undefined : state.limits}>
        {props.limits.map((text, i) => (
          <Line
            key={text}
            x={layout.frame.text}
            y={limitsY + i * limits.pitch}
            type="small"
            size={limits.size}
            brand={brand}
            fill={theme.mute}
          >
            {text}
          </Line>
        ))}
        {props.example.map((item, i) => (
          <Line
            key={item.text}
            x={example.x}
            y={example.y + i * example.pitch}
            type="label"
            size={item.size}
            brand={brand}
            fill={theme.paper}
          >
            {item.text}
          </Line>
        ))}
        {props.date ? (
          <Line
            x={example.x}
            y={example.y + props.example.length * example.pitch}
            type="value"
            size={30}
            weight={450}
            brand={brand}
            fill={theme.mute}
          >
            {props.date}
          </Line>
        ) : null}
      </g>
    </g>
  );
}

/** 08 in a frame that is not wide (reference frame 13): level warp lines, the thread runs down through them and frames the result. */
export function AssessmentTall(props: {
  props: AssessmentProps;
  state: AssessmentState;
  layout: TallLayout;
}): ReactElement {
  const { state, layout } = props;
  const scene = props.props;
  const theme = themeOf(scene.brand);
  const part = { props: scene, state, layout, theme };
  const nodes = tallNodes(layout, scene.columns);
  const { seal } = layout;
  return (
    <Stage width={scene.width} height={scene.height}>
      {scene.columns.map((column, i) => (
        <Row key={column.criterion} {...part} index={i} />
      ))}
      {tallWays(layout, nodes, scene.width).map((d, i) => (
        <Thread key={d} d={d} drawn={state.legs[i] ?? 0} colour={theme.accent} />
      ))}
      {nodes.map((node, i) =>
        (state.chosen[i] ?? 0) > 0 ? (
          <g key={node.y} opacity={state.chosen[i] === 1 ? undefined : state.chosen[i]}>
            <circle cx={node.x} cy={node.y} r={21} fill={theme.ink} />
            <circle cx={node.x} cy={node.y} r={12} fill={theme.accent} />
          </g>
        ) : null,
      )}
      <Outcome {...part} />
      {scene.seal ? (
        <Seal
          x={seal.x}
          y={seal.y}
          {...scene.seal}
          language={scene.language}
          brand={scene.brand}
          opacity={state.seal.opacity}
          scale={state.seal.scale * seal.scale}
        />
      ) : null}
    </Stage>
  );
}
