/** Renders a whole study with two threads, so that the caller's event loop stays free and both cores are used. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Step } from '#activities/step';
import type { PhantomOptions, PhantomTruth } from './options.ts';

export interface ThreadOrder {
  options: PhantomOptions;
  studyKey: string;
  studyDir: string;
  /** This thread renders slices first, first + every, ... */
  first: number;
  every: number;
}

export type ThreadWord = { kind: 'slice' } | { kind: 'truth'; truth: PhantomTruth };

/** Writes the study's DICOM files into an existing empty folder and returns what is true of it. Rejects with the signal's reason when stopped. */
export async function renderStudy(
  options: PhantomOptions,
  slices: number,
  studyKey: string,
  studyDir: string,
  step: Step,
): Promise<PhantomTruth> {
  step.signal.throwIfAborted();
  const every = Math.min(2, availableParallelism());
  let done = 0;
  const onSlice = (): void => step.progress(++done / slices, `phantom: slice ${done} of ${slices}`);
  const workers = Array.from({ length: every }, (_, first) => {
    const workerData: ThreadOrder = { options, studyKey, studyDir, first, every };
    return new Worker(new URL('./phantom-thread.mjs', import.meta.url), { workerData });
  });
  try {
    const truths = await Promise.all(workers.map((worker) => outcome(worker, step.signal, onSlice)));
    return truths[0]!;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function outcome(worker: Worker, signal: AbortSignal, onSlice: () => void): Promise<PhantomTruth> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (word: ThreadWord) => (word.kind === 'slice' ? onSlice() : resolve(word.truth)));
    worker.on('error', reject);
    worker.on('exit', (code) => {
      signal.removeEventListener('abort', stop);
      reject(new Error(`a phantom thread ended early (exit ${code})`));
    });
  });
}
