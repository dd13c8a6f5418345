import { parentPort, workerData } from 'node:worker_threads';
import type { Step } from '#activities/step';
import { StudioError } from '#domain/errors';
import type { ThreadJob, ThreadMessage } from './in-thread.ts';

const tell = (message: ThreadMessage): void => parentPort!.postMessage(message);

/** The parent ends a cancelled thread from outside, so the signal in here never fires. */
const step: Step = {
  signal: new AbortController().signal,
  progress: (fraction, note) =>
    tell(note === undefined ? { kind: 'progress', fraction } : { kind: 'progress', fraction, note }),
};

const { module, call, args } = workerData as ThreadJob;
try {
  const exports = (await import(module)) as Record<string, (...values: unknown[]) => Promise<unknown>>;
  tell({ kind: 'done', value: await exports[call]!(...args, step) });
} catch (error) {
  const known = error instanceof StudioError ? error : null;
  tell({
    kind: 'failed',
    code: known?.code ?? null,
    details: known?.details ?? {},
    name: error instanceof Error ? error.name : 'Error',
    stack: error instanceof Error ? (error.stack ?? '') : '',
  });
}
