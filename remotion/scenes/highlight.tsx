import type { ReactElement } from 'react';
import type { HighlightProps, HighlightState } from '#domain/film/highlight';

export function Highlight(_scene: { props: HighlightProps; state: HighlightState }): ReactElement | null {
  return null;
}
