import type { ReactElement } from 'react';
import type { AdviceProps, AdviceState } from '#domain/film/advice';

export function Advice(_scene: { props: AdviceProps; state: AdviceState }): ReactElement | null {
  return null;
}
