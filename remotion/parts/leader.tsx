import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import { RING } from '#domain/film/zoom';
import { STROKE, themeOf } from '../theme.ts';
import { Thread } from './thread.tsx';

/** A leader from its text to a feature; the first of a scene is the thread. The ring at its tip comes when it has arrived. */
export function Leader(props: {
  d: string;
  tip: readonly [number, number];
  ring: boolean;
  drawn: number;
  first: boolean;
  brand: Brand;
}): ReactElement | null {
  if (props.drawn === 0) return null;
  const theme = themeOf(props.brand);
  const colour = props.first ? theme.accent : theme.paper;
  const width = props.first ? STROKE.thread : STROKE.leader;
  const [x, y] = props.tip;
  return (
    <g>
      <Thread d={props.d} drawn={props.drawn} colour={colour} width={width} casing={theme.ink} />
      {props.ring && props.drawn === 1 ? (
        <g fill="none">
          <circle cx={x} cy={y} r={RING} stroke={theme.ink} strokeWidth={width + 7} />
          <circle cx={x} cy={y} r={RING} stroke={colour} strokeWidth={width} />
        </g>
      ) : null}
    </g>
  );
}
