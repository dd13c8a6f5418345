import type { ReactElement } from 'react';
import type { KindsProps, KindsState } from '#domain/film/kinds';
import { NoduleWindow } from '../parts/nodule-art.tsx';
import { PlacedText } from '../parts/placed.tsx';
import { Stage } from '../parts/stage.tsx';
import { Thread } from '../parts/thread.tsx';
import { themeOf } from '../theme.ts';

/** The three kinds of nodule as they look on CT, drawn; the finding's own is circled by the thread. */
export function Kinds({ props, state }: { props: KindsProps; state: KindsState }): ReactElement {
  const theme = themeOf(props.brand);
  const { brand, own } = props;
  return (
    <Stage width={props.width} height={props.height}>
      <PlacedText text={props.tag} type="small" brand={brand} fill={theme.mute} />
      <PlacedText text={props.heading} type="findingName" brand={brand} fill={theme.paper} {...state.heading} />
      {props.panels.map((panel, i) => {
        const rim = state.rims[i] ?? 0;
        const field = state.fields[i] ?? 0;
        if (rim === 0) return null;
        return (
          <g key={panel.type}>
            <g transform={`translate(${panel.x} ${panel.y})`}>
              {field > 0 ? (
                <g transform={`scale(${panel.radius / 100})`} opacity={field === 1 ? undefined : field}>
                  <NoduleWindow
                    id={`${props.id}-${panel.type}`}
                    type={panel.type}
                    nodule={state.nodules[i] ?? 0}
                    theme={theme}
                  />
                </g>
              ) : null}
              <circle
                r={panel.radius}
                fill="none"
                stroke={theme.line}
                strokeWidth={3}
                transform="rotate(-90)"
                {...(rim === 1 ? {} : { pathLength: 1, strokeDasharray: `${rim} 2` })}
              />
            </g>
            <PlacedText text={panel.name} type="findingName" brand={brand} fill={theme.paper} {...state.words[i]} />
            <PlacedText text={panel.detail} type="secondary" brand={brand} fill={theme.mute} {...state.words[i]} />
          </g>
        );
      })}
      {own ? (
        <>
          <Thread d={own.thread} drawn={state.thread} colour={theme.accent} casing={theme.ink} />
          <PlacedText text={own.label} type="label" brand={brand} fill={theme.paper} {...state.label} />
        </>
      ) : null}
    </Stage>
  );
}
