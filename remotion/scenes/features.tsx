import type { ReactElement } from 'react';
import type { FeaturesProps, FeaturesState } from '#domain/film/features';

export function Features(_scene: { props: FeaturesProps; state: FeaturesState }): ReactElement | null {
  return null;
}
