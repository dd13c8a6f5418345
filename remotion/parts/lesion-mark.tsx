import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import { type LesionMark, markPath } from '#domain/film/lesion-mark';
import type { View } from '#domain/film/placement';
import { themeOf } from '../theme.ts';
import { Thread } from './thread.tsx';

/** Path of 04's thread: from the right edge along the mark's highest row, then once round the lesion. */
export function threadRound(mark: LesionMark, view: View): string {
  const { start, loop } = markPath(mark, view, 'left');
  return `M1920 ${start[1]}L${start[0]} ${start[1]}${loop}`;
}

/** The thread that closes as the lesion's mark, as far as it is drawn. */
export function MarkThread(props: { mark: LesionMark; view: View; drawn: number; brand: Brand }): ReactElement {
  const theme = themeOf(props.brand);
  return (
    <Thread d={threadRound(props.mark, props.view)} drawn={props.drawn} colour={theme.accent} casing={theme.ink} />
  );
}

/** The mark's inside as a path, for the hole in the dim. */
export function markHole(mark: LesionMark, view: View): string {
  const { start, loop } = markPath(mark, view, 'left');
  return `M${start[0]} ${start[1]}${loop}Z`;
}
