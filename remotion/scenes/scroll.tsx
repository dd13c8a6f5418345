import type { ReactElement } from 'react';
import type { ScrollProps, ScrollState } from '#domain/film/scroll';

export function Scroll(_scene: { props: ScrollProps; state: ScrollState }): ReactElement | null {
  return null;
}
