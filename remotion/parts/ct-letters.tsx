import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import { themeOf } from '../theme.ts';
import { Line } from './text.tsx';

export interface Letter {
  readonly text: 'R' | 'L' | 'A' | 'P';
  readonly x: number;
  readonly y: number;
}

/** The letters of an axial image: the patient's right is at the left. On an image they are paper with a line of ink around them. */
export function CtLetters(props: {
  letters: readonly Letter[];
  brand: Brand;
  opacity?: number;
  onImage?: boolean;
  /** In the secondary colour even on an image, as around it. */
  quiet?: boolean;
}): ReactElement {
  const theme = themeOf(props.brand);
  return (
    <g
      opacity={props.opacity}
      stroke={props.onImage ? theme.ink : undefined}
      strokeWidth={props.onImage ? 9 : undefined}
      style={{ paintOrder: 'stroke' }}
    >
      {props.letters.map((letter) => (
        <Line
          key={letter.text}
          x={letter.x}
          y={letter.y}
          type="secondary"
          weight={500}
          brand={props.brand}
          fill={props.onImage && !props.quiet ? theme.paper : theme.mute}
          anchor="middle"
        >
          {letter.text}
        </Line>
      ))}
    </g>
  );
}
