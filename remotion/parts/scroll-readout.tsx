import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import { figuresWidth } from '#domain/film/figures';
import type { ScrollReadout as Readout, ScrollState } from '#domain/film/scroll';
import { themeOf } from '../theme.ts';
import { MinimapLine } from './minimap.tsx';
import { Line } from './text.tsx';

/** Slice number, window and locator line of 03; `opacity` fades the whole when 04 begins. */
export function ScrollReadout(props: {
  readout: Readout;
  state: Pick<ScrollState, 'slice' | 'line' | 'text'>;
  opacity: number;
  brand: Brand;
}): ReactElement | null {
  if (props.opacity === 0) return null;
  const { readout, state, brand } = props;
  const theme = themeOf(brand);
  const number = `${state.slice + 1}`;
  const [first, second, third] = state.text;
  // A counter: its last figure stands still.
  const total = 1310 + figuresWidth('0'.repeat(readout.digits), 146, -0.02) + 22;
  const { window } = readout;
  return (
    <g opacity={props.opacity}>
      <Line x={total - 22} y={250} type="hero" brand={brand} fill={theme.paper} anchor="end" {...first}>
        {number}
      </Line>
      <Line x={total} y={250} type="label" weight={450} brand={brand} fill={theme.mute} {...second}>
        {readout.slices}
      </Line>
      <MinimapLine
        readout={readout}
        slice={state.slice}
        drawn={state.line}
        opacity={1}
        entrance={third}
        brand={brand}
      />
      {window ? (
        <g stroke={theme.ink} strokeWidth={8} style={{ paintOrder: 'stroke' }}>
          <Line
            x={1190}
            y={759}
            type="secondary"
            weight={550}
            brand={brand}
            fill={theme.paper}
            anchor="end"
            {...second}
          >
            {window.name}
          </Line>
          <Line x={1190} y={804} type="small" brand={brand} fill={theme.mute} anchor="end" {...third}>
            {window.level}
          </Line>
          <Line x={1190} y={842} type="small" brand={brand} fill={theme.mute} anchor="end" {...third}>
            {window.width}
          </Line>
        </g>
      ) : null}
    </g>
  );
}
