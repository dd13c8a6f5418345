import type { ReactElement } from 'react';
import type { CaseProps, CaseState } from '#domain/film/case';

export function Case(_scene: { props: CaseProps; state: CaseState }): ReactElement | null {
  return null;
}
