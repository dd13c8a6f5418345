/**
 * What a stage needs of whoever runs it: a way to be stopped and a way to tell how far it is.
 * Stages know nothing of Temporal; the worker's composition root turns its context into a `Step`.
 */
export interface Step {
  /** Aborted when the production is cancelled; every child process and loop must honour it. */
  readonly signal: AbortSignal;
  /** `fraction` in 0..1 of this stage, never decreasing; `note` is a short phrase for people, free of patient data. */
  progress(fraction: number, note?: string): void;
}

/** A step for scripts and tests: never aborted, tells nobody. */
export const quietStep: Step = { signal: new AbortController().signal, progress: () => {} };
