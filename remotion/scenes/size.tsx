import type { ReactElement } from 'react';
import type { SizeProps, SizeState } from '#domain/film/size';
import { EverydayArt } from '../parts/everyday-art.tsx';
import { NoduleArt } from '../parts/nodule-art.tsx';
import { PlacedText } from '../parts/placed.tsx';
import { ScaleBar } from '../parts/scale-bar.tsx';
import { Stage } from '../parts/stage.tsx';
import { Thread } from '../parts/thread.tsx';
import { type Theme, themeOf } from '../theme.ts';

interface Part {
  readonly props: SizeProps;
  readonly state: SizeState;
  readonly theme: Theme;
}

/** The nodule as a disc of its mean diameter: its density inside, a rim that is its size. */
function Nodule({ props, state, theme }: Part): ReactElement | null {
  const { nodule, brand } = props;
  if (!nodule || state.nodule === 0) return null;
  const radius = nodule.diameter / 2;
  const clip = `${props.id}-nodule`;
  return (
    <>
      <g transform={`translate(${nodule.x} ${nodule.y})`} opacity={state.nodule === 1 ? undefined : state.nodule}>
        <clipPath id={clip}>
          <circle r={radius} />
        </clipPath>
        <circle r={radius} fill={theme.rule} />
        <g clipPath={`url(#${clip})`}>
          <NoduleArt type={nodule.type} radius={radius} theme={theme} round />
        </g>
        <circle r={radius - 2} fill="none" stroke={theme.paper} strokeWidth={4} />
      </g>
      <PlacedText text={nodule.name} type="label" brand={brand} fill={theme.paper} {...state.noduleWords} />
      <PlacedText text={nodule.size} type="value" brand={brand} fill={theme.mute} {...state.noduleWords} />
    </>
  );
}

/** No scale, no size: an open ring where the nodule would stand, and the reason. */
function Unmeasured({ props, state, theme }: Part): ReactElement | null {
  const [first] = props.unmeasured;
  if (!first) return null;
  const tall = props.height > props.width;
  const [x, y, r] = tall ? [props.width / 2, 660, 150] : [first.x - 210, first.y + 20, 130];
  return (
    <>
      <circle
        cx={x}
        cy={y}
        r={r}
        fill="none"
        stroke={theme.mute}
        strokeWidth={4}
        strokeDasharray="14 18"
        strokeLinecap="round"
        opacity={state.nodule}
      />
      {props.unmeasured.map((text) => (
        <PlacedText
          key={text.y}
          text={text}
          type="secondary"
          brand={props.brand}
          fill={text === first ? theme.paper : theme.mute}
          {...state.noduleWords}
        />
      ))}
    </>
  );
}

/** How big it is: the nodule beside things that everyone knows, all drawn to one scale. */
export function Size({ props, state }: { props: SizeProps; state: SizeState }): ReactElement {
  const theme = themeOf(props.brand);
  const { brand, measure, bar } = props;
  const part = { props, state, theme };
  return (
    <Stage width={props.width} height={props.height}>
      <PlacedText text={props.tag} type="small" brand={brand} fill={theme.mute} />
      <PlacedText text={props.heading} type="findingName" brand={brand} fill={theme.paper} {...state.heading} />
      {measure ? (
        <>
          <PlacedText text={measure.value} type="keyNumber" brand={brand} fill={theme.paper} {...state.measure} />
          <PlacedText text={measure.unit} type="secondary" brand={brand} fill={theme.mute} {...state.measure} />
          <PlacedText text={measure.name} type="secondary" brand={brand} fill={theme.mute} {...state.measure} />
        </>
      ) : null}
      {state.floor > 0
        ? props.floors.map(([y, from, to]) => (
            <line
              key={y}
              x1={from}
              y1={y}
              x2={from + (to - from) * state.floor}
              y2={y}
              stroke={theme.line}
              strokeWidth={3}
            />
          ))
        : null}
      {props.line ? <Thread d={props.line} drawn={state.thread} colour={theme.accent} /> : null}
      <Nodule {...part} />
      <Unmeasured {...part} />
      {props.things.map((thing, i) => (
        <g key={thing.id}>
          <EverydayArt {...thing} opacity={state.things[i] ?? 0} theme={theme} />
          <PlacedText text={thing.name} type="label" brand={brand} fill={theme.paper} {...state.names[i]} />
          <PlacedText text={thing.size} type="value" brand={brand} fill={theme.mute} {...state.names[i]} />
        </g>
      ))}
      {bar ? <ScaleBar {...bar} scale={props.scale} brand={brand} opacity={state.bar} /> : null}
    </Stage>
  );
}
