import type { ReactElement } from 'react';
import { displayFace, fitSize, textWidth } from '#domain/film/measure';
import type { OutroProps, OutroState } from '#domain/film/outro';
import { HeaderMarks } from '../parts/header.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { Weave } from '../parts/weave.tsx';
import { type Theme, themeOf } from '../theme.ts';

const THREAD_Y = 776;
const CREDIT = { name: 984, value: 1210, right: 1824, top: 180, pitch: 62, note: 44, gap: 46 };

/** Rows with their baselines, and where a rule stands. */
function placed(props: OutroProps): { y: number; rule: number | null }[] {
  let y = CREDIT.top - CREDIT.pitch;
  let notes = 0;
  return props.credits.map((credit) => {
    y += notes * CREDIT.note + CREDIT.pitch;
    const rule = credit.rule ? y - 14 : null;
    if (credit.rule) y += CREDIT.gap;
    notes = credit.notes.length;
    return { y, rule };
  });
}

function Credits({ props, state, theme }: { props: OutroProps; state: OutroState; theme: Theme }): ReactElement {
  const { brand } = props;
  const rows = placed(props);
  return (
    <g>
      {props.credits.map((credit, i) => {
        const place = rows[i];
        const entrance = state.credits[i];
        if (!place || !entrance) return null;
        return (
          <g key={credit.name + credit.value} opacity={entrance.opacity === 1 ? undefined : entrance.opacity}>
            {place.rule === null ? null : (
              <line
                x1={CREDIT.name}
                y1={place.rule}
                x2={CREDIT.right}
                y2={place.rule}
                stroke={theme.line}
                strokeWidth={2}
              />
            )}
            <Line x={CREDIT.name} y={place.y} type="secondary" brand={brand} fill={theme.mute}>
              {credit.name}
            </Line>
            <Line
              x={CREDIT.value}
              y={place.y}
              type="label"
              weight={500}
              size={credit.size}
              brand={brand}
              fill={theme.paper}
            >
              {credit.value}
            </Line>
            {credit.notes.map((note, n) => (
              <Line
                key={note}
                x={CREDIT.value}
                y={place.y + 8 + (n + 1) * CREDIT.note}
                type="small"
                size={fitSize(note, 28, CREDIT.right - CREDIT.value)}
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

/** 11 Closing: who made it, from what, by which rules, who approved it; the thread ends in a weave. */
export function Outro({ props, state }: { props: OutroProps; state: OutroState }): ReactElement {
  const theme = themeOf(props.brand);
  const { brand, language } = props;
  const name = brand.hospital[language];
  const end = props.width - 96;
  const right = end - 60;
  return (
    <Stage width={props.width} height={props.height}>
      <HeaderMarks base={props} ai={false} colour={theme.mute} rule={theme.line} />
      <g opacity={state.brand.opacity === 1 ? undefined : state.brand.opacity}>
        <path d={brand.logoPath} transform="translate(96 150) scale(2.8)" fill={theme.paper} />
        <Line
          x={246}
          y={208}
          type="question"
          size={fitSize(name, 62, 640, displayFace(brand), 0.02)}
          brand={brand}
          fill={theme.paper}
        >
          {name}
        </Line>
        <Line x={246} y={256} type="secondary" size={34} brand={brand} fill={theme.mute}>
          {brand.department[language]}
        </Line>
        <Line x={96} y={402} type="label" size={40} weight={500} brand={brand} fill={theme.paper}>
          {props.series}
        </Line>
        <Line x={96} y={462} type="label" size={38} weight={500} brand={brand} fill={theme.accent}>
          {props.episode}
        </Line>
      </g>
      <Credits props={props} state={state} theme={theme} />
      <Line x={96} y={672} type="label" size={36} brand={brand} fill={theme.paper}>
        {props.aiLabel}
      </Line>
      <Line x={96} y={722} type="small" brand={brand} fill={theme.mute}>
        {props.restriction}
      </Line>
      <Thread d={`M0 ${THREAD_Y}H${end}`} drawn={state.thread} colour={theme.accent} />
      {state.weave > 0 ? (
        <g opacity={state.weave === 1 ? undefined : state.weave}>
          <Weave
            x={1738}
            y={THREAD_Y}
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
      <Line x={end} y={848} type="small" brand={brand} fill={theme.mute} anchor="end">
        {props.studio}
      </Line>
      <Line
        x={right + 60 - textWidth(props.studio, 28) - 28}
        y={848}
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
