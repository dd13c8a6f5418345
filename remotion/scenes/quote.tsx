import type { ReactElement } from 'react';
import { aspectOf } from '#domain/aspect';
import { textWidth } from '#domain/film/measure';
import { QUOTE_LAYOUT, type QuoteProps, type QuoteState, quoteLines } from '#domain/film/quote';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { themeOf } from '../theme.ts';

/** What the guideline says for this case, in the film's own words, and the step that led there. */
export function Quote({ props, state }: { props: QuoteProps; state: QuoteState }): ReactElement {
  const layout = QUOTE_LAYOUT[aspectOf(props)];
  const { brand } = props;
  const theme = themeOf(brand);
  const { bar, text, system } = layout;
  const { node } = props;
  const [above, below] = quoteLines(layout, props.statement, props.conditions);
  const half = Math.round((bar.top + node) / 2) + 60;
  return (
    <Stage width={props.width} height={props.height}>
      <Thread
        d={`M0 ${bar.top}H${bar.x - 40}A40 40 0 0 1 ${bar.x} ${bar.top + 40}V${half}`}
        drawn={state.bar}
        colour={theme.accent}
      />
      <Thread d={`M${bar.x} ${half}V${node}`} drawn={state.leg} colour={theme.accent} />
      {state.node > 0 ? (
        <>
          <circle cx={bar.x} cy={node} r={20} fill={theme.ink} />
          <circle cx={bar.x} cy={node} r={12 * state.node} fill={theme.accent} />
        </>
      ) : null}
      <Line x={text.x} y={system.y} type="label" size={system.size} brand={brand} fill={theme.paper} {...state.source}>
        {props.system}
      </Line>
      <Line
        x={text.x + (props.system ? textWidth(props.system, system.size) + 32 : 0)}
        y={system.y}
        type="small"
        brand={brand}
        fill={theme.mute}
        {...state.source}
      >
        {props.system ? props.paraphrase : ''}
      </Line>
      {props.statement.lines.map((line, i) => (
        <Line
          key={line}
          x={text.x}
          y={above[i] ?? 0}
          type="headline"
          size={props.statement.size}
          brand={brand}
          fill={theme.paper}
          {...state.statement}
        >
          {line}
        </Line>
      ))}
      {(props.conditions?.lines ?? []).map((line, i) => (
        <Line
          key={line}
          x={text.x}
          y={below[i] ?? 0}
          type="secondary"
          size={props.conditions?.size ?? 28}
          brand={brand}
          fill={theme.mute}
          {...state.statement}
        >
          {line}
        </Line>
      ))}
      <Line
        x={text.x}
        y={node + 20 - Math.round(props.verdict.size * 0.76) - 22}
        type="small"
        brand={brand}
        fill={theme.mute}
        {...state.meaning}
      >
        {props.caseName}
      </Line>
      <Line
        x={text.x}
        y={node + 20}
        type="findingName"
        size={props.verdict.size}
        brand={brand}
        fill={theme.paper}
        {...state.meaning}
      >
        {props.verdict.lines[0]}
      </Line>
      {props.step.lines.map((line, i) => (
        <Line
          key={line}
          x={text.x}
          y={node + 40 + Math.round(props.step.size * (1 + i * 1.35))}
          type="secondary"
          size={props.step.size}
          brand={brand}
          fill={theme.mute}
          {...state.meaning}
        >
          {line}
        </Line>
      ))}
      {(props.reference?.lines ?? []).map((line, i, all) => (
        <Line
          key={line}
          x={text.x}
          y={layout.reference - (all.length - 1 - i) * 38}
          type="small"
          brand={brand}
          fill={theme.mute}
          opacity={state.reference}
        >
          {line}
        </Line>
      ))}
    </Stage>
  );
}
