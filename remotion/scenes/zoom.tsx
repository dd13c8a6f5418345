import type { ReactElement } from 'react';
import type { ZoomProps, ZoomState } from '#domain/film/zoom';

export function Zoom(_scene: { props: ZoomProps; state: ZoomState }): ReactElement | null {
  return null;
}
