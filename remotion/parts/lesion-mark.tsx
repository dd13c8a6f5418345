import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import { type LesionMark, markPath } from '#domain/film/lesion-mark';
import { markThread } from '#domain/film/mark-thread';
import type { View } from '#domain/film/placement';
import { themeOf } from '../theme.ts';
import { Stage } from './stage.tsx';
import { Thread } from './thread.tsx';

/** The thread that closes as the lesion's mark, as far as it is drawn. */
export function MarkThread(props: {
  mark: LesionMark;
  view: View;
  drawn: number;
  frame: { width: number; height: number };
  brand: Brand;
}): ReactElement {
  const theme = themeOf(props.brand);
  return (
    <Thread
      d={markThread(props.mark, props.view, props.frame).d}
      drawn={props.drawn}
      colour={theme.accent}
      casing={theme.ink}
    />
  );
}

/** The mark's inside as a path, for the hole in the dim. */
export function markHole(mark: LesionMark, view: View): string {
  const { start, loop } = markPath(mark, view);
  return `M${start[0]} ${start[1]}${loop}Z`;
}

/** Ink over everything but the lesion inside its mark. */
export function MarkDim(props: {
  mark: LesionMark;
  view: View;
  frame: { width: number; height: number };
  ink: string;
  opacity: number;
}): ReactElement {
  const { width, height } = props.frame;
  const hole = markHole(props.mark, props.view);
  return (
    <Stage width={width} height={height}>
      <path d={`M0 0H${width}V${height}H0Z${hole}`} fillRule="evenodd" fill={props.ink} opacity={props.opacity} />
    </Stage>
  );
}
