import type { ReactElement } from 'react';
import { type DifferentialProps, type DifferentialState, SIGN_ROOM, type Sign } from '#domain/film/differential';
import { differentialLayout, optionNode } from '#domain/film/differential-layout';
import type { Entrance } from '#domain/film/motion';
import { Stage } from '../parts/stage.tsx';
import { Line } from '../parts/text.tsx';
import { Thread } from '../parts/thread.tsx';
import { type Theme, themeOf } from '../theme.ts';

interface Part {
  readonly props: DifferentialProps;
  readonly state: DifferentialState;
  readonly theme: Theme;
}

/** Plus or minus, drawn: 22 px wide, its middle at the row's. */
function Mark({ x, y, plus, colour }: { x: number; y: number; plus: boolean; colour: string }): ReactElement {
  const d = `M${x} ${y}H${x + 22}${plus ? `M${x + 11} ${y - 11}V${y + 11}` : ''}`;
  return <path d={d} stroke={colour} strokeWidth={4} strokeLinecap="round" fill="none" />;
}

/** What speaks for an option, or against it. */
function Signs(props: {
  part: Part;
  signs: readonly Sign[];
  entrances: readonly Entrance[];
  at: { x: number; y: number };
  plus: boolean;
}): ReactElement {
  const { theme } = props.part;
  const { brand, labels } = props.part.props;
  const { ground, label } = differentialLayout(props.part.props);
  const { x, y } = props.at;
  const colour = props.plus ? theme.paper : theme.mute;
  return (
    <g>
      {label === null ? null : (
        <Line x={x} y={y + label} type="small" size={30} brand={brand} fill={theme.mute} {...props.entrances[0]}>
          {props.plus ? labels.for : labels.against}
        </Line>
      )}
      {props.signs.map((sign, i) => {
        const entrance = props.entrances[i];
        if (!entrance || entrance.opacity === 0) return null;
        const row = y + i * ground.pitch;
        return (
          <g key={sign.text}>
            {sign.known ? (
              <g opacity={entrance.opacity === 1 ? undefined : entrance.opacity}>
                <Mark x={x} y={row - 13} plus={props.plus} colour={colour} />
              </g>
            ) : null}
            <Line
              x={x + (sign.known ? SIGN_ROOM : 0)}
              y={row}
              type="label"
              weight={450}
              size={sign.size}
              brand={brand}
              fill={sign.known ? colour : theme.mute}
              {...entrance}
            >
              {sign.text}
            </Line>
          </g>
        );
      })}
    </g>
  );
}

function Option({ props, state, theme, index }: Part & { index: number }): ReactElement | null {
  const option = props.options[index];
  if (!option) return null;
  const { name, sides } = differentialLayout(props);
  const node = optionNode(differentialLayout(props), index);
  const grown = state.nodes[index] ?? 0;
  const at = { x: node.x + name.x, y: node.y + name.y };
  const part = { props, state, theme };
  return (
    <g>
      {grown > 0 ? (
        <>
          <circle cx={node.x} cy={node.y} r={18} fill={theme.ink} />
          <circle cx={node.x} cy={node.y} r={11 * grown} fill={theme.accent} />
        </>
      ) : null}
      <Line
        {...at}
        type="findingName"
        size={option.size}
        brand={props.brand}
        fill={theme.paper}
        {...state.names[index]}
      >
        {option.name}
      </Line>
      <Line
        x={at.x + option.note.dx}
        y={at.y + option.note.dy}
        type="secondary"
        size={option.note.size}
        brand={props.brand}
        fill={theme.mute}
        {...state.names[index]}
      >
        {option.note.text}
      </Line>
      {(['for', 'against'] as const).map((side, i) => (
        <Signs
          key={side}
          part={part}
          signs={option[side]}
          entrances={state[side][index] ?? []}
          at={{ x: node.x + sides[i]!.x, y: node.y + sides[i]!.y }}
          plus={side === 'for'}
        />
      ))}
    </g>
  );
}

/** Plus and minus explained once, where the blocks have no room for labels. */
function Legend({ props, state, theme }: Part): ReactElement | null {
  const { legend } = differentialLayout(props);
  if (!legend || state.order === 0) return null;
  const text = (x: number, children: string) => (
    <Line x={x} y={legend.y} type="small" brand={props.brand} fill={theme.mute}>
      {children}
    </Line>
  );
  const left = legend.x - 290;
  return (
    <g opacity={state.order === 1 ? undefined : state.order}>
      <Mark x={left} y={legend.y - 10} plus colour={theme.paper} />
      {text(left + 34, props.labels.for)}
      <Mark x={left + 142} y={legend.y - 10} plus={false} colour={theme.mute} />
      {text(left + 176, props.labels.against)}
    </g>
  );
}

/** What else it could be: three options on one thread, each with its signs, and the line that images alone do not settle it. */
export function Differential({ props, state }: { props: DifferentialProps; state: DifferentialState }): ReactElement {
  const theme = themeOf(props.brand);
  const layout = differentialLayout(props);
  const { across, thread } = layout;
  const node = (i: number) => thread.first + thread.pitch * i;
  const end = across ? props.width : node(props.options.length - 1) + 60;
  const enter = across ? `M0 ${thread.at}` : `M0 ${node(0)}H${thread.at}`;
  const along = (to: number) => (across ? `H${to}` : `V${to}`);
  /** In from the frame's left edge, then from node to node. */
  const leg = (i: number) =>
    i === 0
      ? `${enter}${across ? along(node(0)) : ''}`
      : `M${across ? `${node(i - 1)} ${thread.at}` : `${thread.at} ${node(i - 1)}`}${along(node(i))}`;
  const part = { props, state, theme };
  return (
    <Stage width={props.width} height={props.height}>
      {props.headline.lines.map((text, i) => (
        <Line
          key={text}
          x={layout.headline.x}
          y={layout.headline.y + i * Math.round(props.headline.size * 1.2)}
          type="question"
          size={props.headline.size}
          brand={props.brand}
          fill={theme.paper}
          {...state.headline}
        >
          {text}
        </Line>
      ))}
      <Line
        x={layout.order.x}
        y={layout.order.y}
        type="small"
        brand={props.brand}
        fill={theme.mute}
        anchor={layout.order.end ? 'end' : 'start'}
        opacity={state.order}
      >
        {props.order}
      </Line>
      <Legend {...part} />
      {props.options.length > 0 ? (
        <path d={`${enter}${along(end)}`} fill="none" stroke={theme.line} strokeWidth={3} />
      ) : null}
      {props.options.map((option, i) => (
        <Thread key={option.name} d={leg(i)} drawn={state.legs[i] ?? 0} colour={theme.accent} />
      ))}
      {props.options.map((option, i) => (
        <Option key={option.name} {...part} index={i} />
      ))}
      {props.settle.lines.map((text, i) => (
        <Line
          key={text}
          x={layout.settle.x}
          y={layout.settle.y + i * Math.round(props.settle.size * 1.25)}
          type="findingName"
          size={props.settle.size}
          brand={props.brand}
          fill={theme.paper}
          {...state.settle}
        >
          {text}
        </Line>
      ))}
    </Stage>
  );
}
