import type { ReactElement } from 'react';
import type { CompareProps, CompareState } from '#domain/film/compare';

export function Compare(_scene: { props: CompareProps; state: CompareState }): ReactElement | null {
  return null;
}
