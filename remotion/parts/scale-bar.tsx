import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import { textWidth } from '#domain/film/measure';
import { themeOf } from '../theme.ts';
import { Line } from './text.tsx';

const TEXT = 28;

/** A bar of true length: `mm` at `scale` px per mm, from (x, y) to the right, ticked at its ends and middle. */
export function ScaleBar(props: {
  x: number;
  y: number;
  mm: number;
  text: string;
  scale: number;
  brand: Brand;
  opacity?: number;
  /** On an image: a line of ink around it. */
  onImage?: boolean;
}): ReactElement | null {
  if (props.opacity === 0) return null;
  const theme = themeOf(props.brand);
  const length = Math.round(props.mm * props.scale * 100) / 100;
  const d = `M${props.x} ${props.y - 10}V${props.y}H${props.x + length}V${props.y - 10}M${props.x + length / 2} ${props.y}V${props.y - 5}`;
  return (
    <g opacity={props.opacity} fill="none">
      {props.onImage ? <path d={d} stroke={theme.ink} strokeWidth={10} strokeLinecap="round" /> : null}
      <path d={d} stroke={theme.paper} strokeWidth={3} />
      <g
        stroke={props.onImage ? theme.ink : undefined}
        strokeWidth={props.onImage ? 6 : undefined}
        style={{ paintOrder: 'stroke' }}
      >
        <Line x={props.x + length + 14} y={props.y} type="small" brand={props.brand} fill={theme.paper}>
          {props.text}
        </Line>
      </g>
    </g>
  );
}

/** Bar on a chip of ink in a panel's lower left corner; the bar itself keeps right of `safe`. */
export function ScaleChip(props: {
  x: number;
  safe?: number;
  bottom: number;
  mm: number;
  text: string;
  scale: number;
  brand: Brand;
  opacity?: number;
}): ReactElement | null {
  if (props.opacity === 0) return null;
  const theme = themeOf(props.brand);
  const inset = Math.max(18, (props.safe ?? 0) - props.x);
  const width = Math.ceil(inset + props.mm * props.scale + 14 + textWidth(props.text, TEXT) + 22);
  return (
    <g opacity={props.opacity}>
      <rect x={props.x - 1} y={props.bottom - 64} width={width} height={65} fill={theme.ink} />
      <ScaleBar {...props} opacity={1} x={props.x + inset} y={props.bottom - 20} />
    </g>
  );
}
