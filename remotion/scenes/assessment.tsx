import type { ReactElement } from 'react';
import type { AssessmentProps, AssessmentState } from '#domain/film/assessment';

export function Assessment(_scene: { props: AssessmentProps; state: AssessmentState }): ReactElement | null {
  return null;
}
