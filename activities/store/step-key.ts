import { digestOf } from './digest.ts';

/** The key a step's result is kept under: its stage, the version of its code and everything it depends on. */
export const stepKey = (step: { readonly stage: string; readonly version: string; readonly input: unknown }): string =>
  digestOf({ stage: step.stage, version: step.version, input: step.input });
