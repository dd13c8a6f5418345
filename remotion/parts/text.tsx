import type { ReactElement, ReactNode } from 'react';
import type { Brand } from '#domain/brand';
import { type TypeName, typeStyle } from '../theme.ts';

/** One line of text in an SVG, set on its baseline. `shift` is the +16→0 px of the text entrance. */
export function Line(props: {
  x: number;
  y: number;
  type: TypeName;
  brand: Brand;
  fill: string;
  size?: number;
  weight?: number;
  anchor?: 'start' | 'middle' | 'end';
  opacity?: number;
  shift?: number;
  children: ReactNode;
}): ReactElement | null {
  if (props.opacity === 0) return null;
  const style = typeStyle(props.type, props.brand);
  if (props.size) style.fontSize = props.size;
  if (props.weight) style.fontWeight = props.weight;
  return (
    <text
      x={props.x}
      y={props.y + (props.shift ?? 0)}
      textAnchor={props.anchor ?? 'start'}
      fill={props.fill}
      opacity={props.opacity === 1 ? undefined : props.opacity}
      style={{ ...style, whiteSpace: 'pre' }}
    >
      {props.children}
    </text>
  );
}
