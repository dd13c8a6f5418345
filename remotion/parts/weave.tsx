import type { ReactElement } from 'react';
import { STROKE } from '../theme.ts';

/**
 * A weave of vertical ticks on a horizontal thread: odd ticks (1, 3, …) are cut by the thread, even ones cut it.
 * `field` is the flat colour behind, used for the cuts.
 */
export function Weave(props: {
  x: number;
  y: number;
  ticks: number;
  pitch: number;
  height: number;
  colour: string;
  field: string;
  gap?: number;
  stroke?: number;
  opacity?: (tick: number) => number;
}): ReactElement {
  const gap = props.gap ?? 5;
  const stroke = props.stroke ?? STROKE.leader;
  const top = props.y - props.height / 2;
  const bottom = props.y + props.height / 2;
  const ticks = Array.from({ length: props.ticks }, (_, i) => ({
    x: props.x + (i - (props.ticks - 1) / 2) * props.pitch,
    over: i % 2 === 1,
    opacity: props.opacity?.(i) ?? 1,
  }));
  return (
    <g strokeWidth={stroke} strokeLinecap="round">
      {ticks.map((tick) =>
        tick.over ? (
          <g key={tick.x}>
            <rect
              x={tick.x - gap - stroke / 2}
              y={props.y - 4}
              width={gap * 2 + stroke}
              height={8}
              fill={props.field}
            />
            <line x1={tick.x} y1={top} x2={tick.x} y2={bottom} stroke={props.colour} opacity={tick.opacity} />
          </g>
        ) : (
          <g key={tick.x} stroke={props.colour} opacity={tick.opacity}>
            <line x1={tick.x} y1={top} x2={tick.x} y2={props.y - gap - 3} />
            <line x1={tick.x} y1={props.y + gap + 3} x2={tick.x} y2={bottom} />
          </g>
        ),
      )}
    </g>
  );
}
