import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import { placesOf } from '#domain/film/image-layouts';
import type { ScrollReadout as Readout, ScrollState } from '#domain/film/scroll';
import { themeOf } from '../theme.ts';
import { MinimapLine } from './minimap.tsx';
import { Line } from './text.tsx';

/** Slice number, window and locator line of 03; `opacity` fades the whole when 04 begins. */
export function ScrollReadout(props: {
  readout: Readout;
  state: Pick<ScrollState, 'slice' | 'line' | 'text'>;
  opacity: number;
  frame: { width: number; height: number };
  brand: Brand;
}): ReactElement | null {
  if (props.opacity === 0) return null;
  const { readout, state, brand } = props;
  const theme = themeOf(brand);
  const number = `${state.slice + 1}`;
  const [first, second, third] = state.text;
  const { number: numberAt, total } = placesOf(props.frame).scroll;
  return (
    <g opacity={props.opacity}>
      <Line
        x={readout.numberRight}
        y={numberAt.y}
        type="hero"
        size={numberAt.size}
        brand={brand}
        fill={theme.paper}
        anchor="end"
        {...first}
      >
        {number}
      </Line>
      <Line {...readout.total} type="label" size={total.size} weight={450} brand={brand} fill={theme.mute} {...second}>
        {readout.slices}
      </Line>
      <MinimapLine
        readout={readout}
        slice={state.slice}
        drawn={state.line}
        opacity={1}
        entrance={third}
        frame={props.frame}
        brand={brand}
      />
      <WindowReadout window={readout.window} second={second} third={third} frame={props.frame} brand={brand} />
    </g>
  );
}

type Entrance = ScrollState['text'][number] | undefined;

/** Name, level and width of the window, right-aligned; in one row where there is only one. */
function WindowReadout(props: {
  window: Readout['window'];
  second: Entrance;
  third: Entrance;
  frame: { width: number; height: number };
  brand: Brand;
}): ReactElement | null {
  const { window, brand } = props;
  if (!window) return null;
  const theme = themeOf(brand);
  const { right, rows, size } = placesOf(props.frame).scroll.window;
  const shared = { x: right, brand, anchor: 'end' as const };
  const [first = 0, second, third] = rows;
  if (second === undefined) {
    return (
      <Line {...shared} y={first} type="secondary" size={size} fill={theme.mute} {...props.second}>
        {`${window.name}  ${window.level}  ${window.width}`}
      </Line>
    );
  }
  return (
    <g stroke={theme.ink} strokeWidth={8} style={{ paintOrder: 'stroke' }}>
      <Line {...shared} y={first} type="secondary" size={size} weight={550} fill={theme.paper} {...props.second}>
        {window.name}
      </Line>
      <Line {...shared} y={second} type="small" fill={theme.mute} {...props.third}>
        {window.level}
      </Line>
      <Line {...shared} y={third ?? second} type="small" fill={theme.mute} {...props.third}>
        {window.width}
      </Line>
    </g>
  );
}
