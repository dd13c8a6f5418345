import type { ReactElement } from 'react';
import type { ChapterProps, ChapterState } from '#domain/film/chapter';

export function Chapter(_scene: { props: ChapterProps; state: ChapterState }): ReactElement | null {
  return null;
}
