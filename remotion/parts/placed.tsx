import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import type { Placed } from '#domain/film/placed';
import type { TypeName } from '../theme.ts';
import { Line } from './text.tsx';

/** A text where it was placed, line by line. */
export function PlacedText(props: {
  text: Placed;
  type: TypeName;
  brand: Brand;
  fill: string;
  weight?: number;
  opacity?: number;
  shift?: number;
}): ReactElement | null {
  const { text, ...style } = props;
  if (props.opacity === 0) return null;
  return (
    <>
      {text.lines.map((line, i) => (
        <Line key={line} {...style} x={text.x} y={text.y + i * text.pitch} size={text.size} anchor={text.anchor}>
          {line}
        </Line>
      ))}
    </>
  );
}
