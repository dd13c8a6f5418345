import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import type { Rect } from '#domain/film/image-places';
import { themeOf } from '../theme.ts';
import { Line } from './text.tsx';

export interface Letter {
  readonly text: 'R' | 'L' | 'A' | 'P';
  readonly x: number;
  readonly y: number;
}

/** R and L at the sides of a panel, `inset` px from its edges and inside title safe. */
export function panelSides(panel: Rect, safe: { left: number; right: number }, inset: number): Letter[] {
  const y = panel.y + panel.height / 2 + 11;
  return [
    { text: 'R', x: Math.max(panel.x + inset, safe.left + HALF), y },
    { text: 'L', x: Math.min(panel.x + panel.width - inset, safe.right - HALF), y },
  ];
}
/** Half the width of a letter with its line of ink. */
const HALF = 14;

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
