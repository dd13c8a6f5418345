import type { ReactElement } from 'react';
import type { IntroProps, IntroState } from '#domain/film/intro';

export function Intro(_scene: { props: IntroProps; state: IntroState }): ReactElement | null {
  return null;
}
