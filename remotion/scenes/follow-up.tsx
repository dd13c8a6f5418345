import type { ReactElement } from 'react';
import type { FollowUpProps, FollowUpState } from '#domain/film/follow-up';
import { NoduleWindow } from '../parts/nodule-art.tsx';
import { PlacedText } from '../parts/placed.tsx';
import { Stage } from '../parts/stage.tsx';
import { Thread } from '../parts/thread.tsx';
import { STROKE, type Theme, themeOf } from '../theme.ts';

interface Part {
  readonly props: FollowUpProps;
  readonly state: FollowUpState;
  readonly theme: Theme;
}

/** Half the length of a month's tick, px. */
const TICK = 13;

/** Months on the thread: a tick each, taller where the next scan may come at the earliest. */
function Months({ props, state, theme }: Part): ReactElement | null {
  const { months, upright, stops, brand } = props;
  const [first] = stops;
  if (!months || !first || state.months === 0) return null;
  return (
    <g opacity={state.months === 1 ? undefined : state.months}>
      {months.at.map((at) => {
        const half = at === months.earliest ? TICK * 1.7 : TICK;
        const [x, y] = upright ? [first.x, at] : [at, first.y];
        const [dx, dy] = upright ? [half, 0] : [0, half];
        return (
          <g key={at} strokeLinecap="round">
            <line x1={x - dx} y1={y - dy} x2={x + dx} y2={y + dy} stroke={theme.ink} strokeWidth={11} />
            <line x1={x - dx} y1={y - dy} x2={x + dx} y2={y + dy} stroke={theme.mute} strokeWidth={STROKE.leader} />
          </g>
        );
      })}
      {months.note ? <PlacedText text={months.note} type="small" brand={brand} fill={theme.mute} /> : null}
    </g>
  );
}

/** This scan with its nodule, and the next one, still open. */
function Scans({ props, state, theme }: Part): ReactElement {
  const { now, next } = props;
  return (
    <>
      {state.now > 0 ? (
        <g
          transform={`translate(${now.x} ${now.y}) scale(${now.radius / 100})`}
          opacity={state.now === 1 ? undefined : state.now}
        >
          <NoduleWindow id={`${props.id}-now`} type={now.type} nodule={1} theme={theme} />
          <circle r={100} fill="none" stroke={theme.line} strokeWidth={2.4} />
        </g>
      ) : null}
      {next && state.next > 0 ? (
        <circle
          cx={next.x}
          cy={next.y}
          r={next.radius}
          fill="none"
          stroke={theme.mute}
          strokeWidth={4}
          strokeDasharray="12 16"
          strokeLinecap="round"
          opacity={state.next}
        />
      ) : null}
    </>
  );
}

/** Then and later as two discs; nothing is an open ring. */
function Pair(props: { kind: FollowUpProps['outcomes'][number]['kind']; dot: number; theme: Theme }): ReactElement {
  const { kind, dot, theme } = props;
  const apart = dot * 3.7;
  const later = { grew: dot * 1.55, same: dot, gone: dot * 0.45, new: dot * 0.7, still: 0 }[kind];
  const open = (x: number) => (
    <circle
      cx={x}
      r={dot}
      fill="none"
      stroke={theme.mute}
      strokeWidth={3}
      strokeDasharray="6 9"
      strokeLinecap="round"
    />
  );
  const none = kind === 'new' || kind === 'still';
  return (
    <>
      {none ? open(0) : <circle r={dot} fill={theme.mute} />}
      <path
        d={`M${dot + 10} 0H${apart - dot * 1.55 - 10}`}
        stroke={theme.line}
        strokeWidth={STROKE.leader}
        strokeLinecap="round"
      />
      {kind === 'gone' || kind === 'still' ? open(apart) : null}
      {later > 0 ? <circle cx={apart} r={later} fill={theme.paper} /> : null}
    </>
  );
}

/** Follow-up as a line of time: this scan, the next one, and what is compared. */
export function FollowUp({ props, state }: { props: FollowUpProps; state: FollowUpState }): ReactElement {
  const theme = themeOf(props.brand);
  const { brand } = props;
  const part = { props, state, theme };
  return (
    <Stage width={props.width} height={props.height}>
      <PlacedText text={props.tag} type="small" brand={brand} fill={theme.mute} />
      <PlacedText text={props.heading} type="findingName" brand={brand} fill={theme.paper} {...state.heading} />
      {props.stops.map((stop, i) => (
        <Thread key={stop.leg} d={stop.leg} drawn={state.legs[i] ?? 0} colour={theme.accent} />
      ))}
      <Months {...part} />
      {props.stops.map((stop, i) => {
        const node = state.nodes[i] ?? 0;
        return (
          <g key={stop.leg}>
            {node > 0 ? (
              <circle cx={stop.x} cy={stop.y} r={14 * node} fill={theme.accent} stroke={theme.ink} strokeWidth={8} />
            ) : null}
            <PlacedText text={stop.name} type="findingName" brand={brand} fill={theme.paper} {...state.words[i]} />
            {stop.detail ? (
              <PlacedText text={stop.detail} type="secondary" brand={brand} fill={theme.mute} {...state.words[i]} />
            ) : null}
          </g>
        );
      })}
      <Scans {...part} />
      {props.outcomes.map((outcome, i) => {
        const entrance = state.outcomes[i];
        if (!entrance || entrance.opacity === 0) return null;
        return (
          <g key={outcome.kind}>
            <g
              transform={`translate(${outcome.x} ${outcome.y})`}
              opacity={entrance.opacity === 1 ? undefined : entrance.opacity}
            >
              <Pair kind={outcome.kind} dot={props.dot} theme={theme} />
            </g>
            <PlacedText text={outcome.label} type="label" brand={brand} fill={theme.paper} {...entrance} />
          </g>
        );
      })}
      <PlacedText text={props.decides} type="secondary" brand={brand} fill={theme.mute} opacity={state.decides} />
    </Stage>
  );
}
