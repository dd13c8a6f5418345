import type { ReactElement } from 'react';
import { gridOf } from '#domain/film/grid';
import { type HeaderMark, MARK_PITCH, markRows, markTexts, placeMarks } from '#domain/film/header';
import { fitSize, textWidth } from '#domain/film/measure';
import type { OutroProps, OutroState } from '#domain/film/outro';
import { outroLayout } from '#domain/film/outro-layout';
import { Marks } from '../parts/header.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { Weave } from '../parts/weave.tsx';
import { type Theme, themeOf } from '../theme.ts';

/** Rows with their baselines, and where a rule stands. */
function placed(props: OutroProps): { y: number; rule: number | null }[] {
  const { credits } = outroLayout(props);
  let y = credits.top - credits.pitch;
  let under = 0;
  return props.credits.map((credit) => {
    y += under + credits.pitch;
    const rule = credit.rule ? y - 14 : null;
    if (credit.rule) y += credits.gap;
    under = (credit.value.length - 1) * (credit.size + 8) + credit.notes.length * credits.note;
    return { y, rule };
  });
}

function Credits({ props, state, theme }: { props: OutroProps; state: OutroState; theme: Theme }): ReactElement {
  const { brand } = props;
  const rows = placed(props);
  const { credits, right } = outroLayout(props);
  return (
    <g>
      {props.credits.map((credit, i) => {
        const place = rows[i];
        const entrance = state.credits[i];
        if (!place || !entrance) return null;
        return (
          <g key={credit.name + credit.value[0]} opacity={entrance.opacity === 1 ? undefined : entrance.opacity}>
            {place.rule === null ? null : (
              <line x1={credits.name} y1={place.rule} x2={right} y2={place.rule} stroke={theme.line} strokeWidth={2} />
            )}
            <Line x={credits.name} y={place.y} type="secondary" size={credits.nameSize} brand={brand} fill={theme.mute}>
              {credit.name}
            </Line>
            {credit.value.map((text, n) => (
              <Line
                key={text}
                x={credits.value}
                y={place.y + n * (credit.size + 8)}
                type="label"
                weight={500}
                size={credit.size}
                brand={brand}
                fill={theme.paper}
              >
                {text}
              </Line>
            ))}
            {credit.notes.map((note, n) => (
              <Line
                key={note}
                x={credits.value}
                y={place.y + (credit.value.length - 1) * (credit.size + 8) + 8 + (n + 1) * credits.note}
                type="small"
                size={fitSize(note, 28, right - credits.value)}
                brand={brand}
                fill={theme.mute}
              >
                {note}
              </Line>
            ))}
          </g>
        );
      })}
    </g>
  );
}

/** Logo, hospital and department; series and episode. */
function Brand({ props, state, theme }: { props: OutroProps; state: OutroState; theme: Theme }): ReactElement {
  const { brand, hospital, department, series, episode } = props;
  const { left, logo, name, department: under } = outroLayout(props);
  const first = (hospital.lines.length > 1 ? name.two : name.one).y;
  const pitch = hospital.size + 8;
  const after = first + (hospital.lines.length - 1) * pitch + under.under;
  return (
    <g opacity={state.brand.opacity === 1 ? undefined : state.brand.opacity}>
      <path d={brand.logoPath} transform={`translate(${left} ${logo.y}) scale(${logo.scale})`} fill={theme.paper} />
      {hospital.lines.map((text, i) => (
        <Line
          key={text}
          x={name.x}
          y={first + i * pitch}
          type="question"
          size={hospital.size}
          brand={brand}
          fill={theme.paper}
        >
          {text}
        </Line>
      ))}
      {department.lines.map((text, i) => (
        <Line
          key={text}
          x={name.x}
          y={after + i * (department.size + 8)}
          type="secondary"
          size={department.size}
          brand={brand}
          fill={theme.mute}
        >
          {text}
        </Line>
      ))}
      <Line x={series.x} y={series.y} type="label" size={series.size} weight={500} brand={brand} fill={theme.paper}>
        {series.text}
      </Line>
      <Line x={episode.x} y={episode.y} type="label" size={episode.size} weight={500} brand={brand} fill={theme.accent}>
        {episode.text}
      </Line>
    </g>
  );
}

/** The small marks: in the header's row, or in rows under the restriction. */
function marksOf(props: OutroProps): HeaderMark[] {
  const { marks, left, right } = outroLayout(props);
  const texts = markTexts(props, false);
  if (marks === null) return placeMarks(texts, right, gridOf(props).header + 34);
  return markRows(texts, left, right - left).flatMap((row, i) => row(marks + i * MARK_PITCH));
}

/** 11 Closing: who made it, from what, by which rules, who approved it; the thread ends in a weave. */
export function Outro({ props, state }: { props: OutroProps; state: OutroState }): ReactElement {
  const theme = themeOf(props.brand);
  const { brand } = props;
  const { left, right: end, label, restriction, threadY, made } = outroLayout(props);
  return (
    <Stage width={props.width} height={props.height}>
      <Marks marks={marksOf(props)} base={props} colour={theme.mute} rule={theme.line} />
      <Brand props={props} state={state} theme={theme} />
      <Credits props={props} state={state} theme={theme} />
      <Line x={left} y={label.y} type="label" size={props.aiLabel.size} brand={brand} fill={theme.paper}>
        {props.aiLabel.text}
      </Line>
      <Line x={left} y={restriction} type="small" brand={brand} fill={theme.mute}>
        {props.restriction}
      </Line>
      <Thread d={`M0 ${threadY}H${end}`} drawn={state.thread} colour={theme.accent} />
      {state.weave > 0 ? (
        <g opacity={state.weave === 1 ? undefined : state.weave}>
          <Weave
            x={end - 86}
            y={threadY}
            ticks={5}
            pitch={24}
            height={60}
            gap={7}
            stroke={4}
            colour={theme.paper}
            field={theme.ink}
          />
        </g>
      ) : null}
      <Line x={end} y={made} type="small" brand={brand} fill={theme.mute} anchor="end">
        {props.studio}
      </Line>
      <Line
        x={end - textWidth(props.studio, 28) - 28}
        y={made}
        type="value"
        size={28}
        brand={brand}
        fill={theme.paper}
        anchor="end"
      >
        {props.version}
      </Line>
    </Stage>
  );
}
