import type { ReactElement } from 'react';
import { ADVICE_PANEL, type AdviceProps, type AdviceState } from '#domain/film/advice';
import { displayFace, fitSize } from '#domain/film/measure';
import { Clip, CtImage } from '../parts/ct-image.tsx';
import { markHole } from '../parts/lesion-mark.tsx';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { type Theme, themeOf } from '../theme.ts';

const SPINE = 110;
const FIRST = 426;
const PITCH = 140;
const WARP = { top: 352, bottom: 776 };

const nodeY = (i: number): number => FIRST + PITCH * i;
/** In from the edge onto the spine, then from node to node. */
const leg = (i: number): string =>
  i === 0 ? `M0 356C62 356 ${SPINE} 364 ${SPINE} ${FIRST}` : `M${SPINE} ${nodeY(i - 1)}V${nodeY(i)}`;

interface Part {
  readonly props: AdviceProps;
  readonly state: AdviceState;
  readonly theme: Theme;
}

/** One piece of advice: what, how, and the works it rests on. */
function Row({ props, state, theme, index }: Part & { index: number }): ReactElement | null {
  const row = props.rows[index];
  const entrance = state.rows[index];
  if (!row || !entrance) return null;
  const { brand } = props;
  const y = nodeY(index);
  const badges = row.references.map((number) => `[${number}]`).join(' ');
  const room = 1240 - 600 - (badges ? 70 : 0);
  return (
    <g>
      <Line
        x={196}
        y={y + 21}
        type="findingName"
        size={fitSize(row.name, 56, 384, displayFace(brand))}
        brand={brand}
        fill={theme.paper}
        {...entrance}
      >
        {row.name}
      </Line>
      <Line
        x={600}
        y={y + 16}
        type="secondary"
        size={fitSize(row.detail, 36, room)}
        brand={brand}
        fill={theme.mute}
        {...entrance}
      >
        {row.detail}
      </Line>
      {badges ? (
        <Line x={1240} y={y + 12} type="value" size={28} brand={brand} fill={theme.accent} anchor="end" {...entrance}>
          {badges}
        </Line>
      ) : null}
      {index < props.rows.length - 1 ? (
        <line
          x1={196}
          y1={y + PITCH / 2}
          x2={1240}
          y2={y + PITCH / 2}
          stroke={theme.rule}
          strokeWidth={2}
          opacity={entrance.opacity}
        />
      ) : null}
    </g>
  );
}

/** The lesion with its mark: what the advice is about. */
function Lesion({ props, state, theme }: Part): ReactElement | null {
  const { lesion, brand } = props;
  if (!lesion) return null;
  const { x, y, width, height } = ADVICE_PANEL;
  const opacity = state.picture === 1 ? undefined : state.picture;
  const mark = markHole(lesion.mark, lesion.view);
  return (
    <div style={{ position: 'absolute', inset: 0, opacity }}>
      <Clip rect={ADVICE_PANEL}>
        <CtImage picture={lesion.picture} view={lesion.view} />
        <Stage width={props.width} height={props.height}>
          <Thread d={mark} drawn={1} colour={theme.accent} casing={theme.ink} width={4} />
        </Stage>
      </Clip>
      <Stage width={props.width} height={props.height}>
        <Line
          x={x}
          y={y + height + 53}
          type="label"
          size={fitSize(lesion.name, 36, width)}
          brand={brand}
          fill={theme.paper}
        >
          {lesion.name}
        </Line>
        {lesion.size ? (
          <Line x={x} y={y + height + 101} type="secondary" brand={brand} fill={theme.mute}>
            {lesion.size}
          </Line>
        ) : null}
      </Stage>
    </div>
  );
}

/** 09 Advice: one headline, three rows on a thread that runs down, the lesion, and the works. */
export function Advice({ props, state }: { props: AdviceProps; state: AdviceState }): ReactElement {
  const theme = themeOf(props.brand);
  const { brand } = props;
  const part = { props, state, theme };
  return (
    <>
      <Lesion {...part} />
      <Stage width={props.width} height={props.height}>
        <Line x={96} y={168} type="label" size={40} weight={500} brand={brand} fill={theme.accent} {...state.headline}>
          {props.kicker}
        </Line>
        <Line
          x={96}
          y={290}
          type="headline"
          size={props.headline.size}
          brand={brand}
          fill={theme.paper}
          {...state.headline}
        >
          {props.headline.lines[0]}
        </Line>
        <line x1={SPINE} y1={WARP.top} x2={SPINE} y2={WARP.bottom} stroke={theme.line} strokeWidth={3} />
        {props.rows.map((row, i) => (
          <Thread key={leg(i) + row.name} d={leg(i)} drawn={state.legs[i] ?? 0} colour={theme.accent} />
        ))}
        {props.rows.map((row, i) => {
          const grown = state.nodes[i] ?? 0;
          return grown > 0 ? (
            <g key={row.name + row.detail}>
              <circle cx={SPINE} cy={nodeY(i)} r={20} fill={theme.ink} />
              <circle cx={SPINE} cy={nodeY(i)} r={12 * grown} fill={theme.accent} />
            </g>
          ) : null;
        })}
        {props.rows.map((row, i) => (
          <Row key={row.name + row.detail} {...part} index={i} />
        ))}
        <Line x={96} y={828} type="small" brand={brand} fill={theme.mute} opacity={state.references}>
          {props.limit}
        </Line>
        {props.references.map((text, i) => (
          <Line
            key={text}
            x={1824}
            y={828 - (props.references.length - 1 - i) * 54}
            type="secondary"
            brand={brand}
            fill={theme.paper}
            anchor="end"
            opacity={state.references}
          >
            <tspan fill={theme.accent}>{`[${i + 1}] `}</tspan>
            {text}
          </Line>
        ))}
      </Stage>
    </>
  );
}
