import type { ReactElement } from 'react';
import type { OutroProps, OutroState } from '#domain/film/outro';

export function Outro(_scene: { props: OutroProps; state: OutroState }): ReactElement | null {
  return null;
}
