import { z } from 'zod';
import { type ComposeInput, SceneBase } from './base.ts';

export const FeaturesProps = SceneBase.extend({ kind: z.literal('features') });
export type FeaturesProps = z.infer<typeof FeaturesProps>;

export function composeFeatures(base: SceneBase, _input: ComposeInput): FeaturesProps {
  return { ...base, kind: 'features' };
}

export type FeaturesState = Record<string, never>;
export function featuresState(_props: FeaturesProps, _frame: number): FeaturesState {
  return {};
}
