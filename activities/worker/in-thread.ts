import { Worker } from 'node:worker_threads';
import type { Step } from '#activities/step';
import { type ErrorDetails, isErrorCode, StudioError } from '#domain/errors';

export type ThreadMessage =
  | { kind: 'progress'; fraction: number; note?: string }
  | { kind: 'done'; value: unknown }
  | { kind: 'failed'; code: string | null; details: ErrorDetails; name: string; stack: string };

export interface ThreadJob {
  readonly module: string;
  readonly call: string;
  readonly args: readonly unknown[];
}

/**
 * Runs an exported `call(...args, step)` of a module in a thread of its own, so that long arithmetic never holds up heartbeats, and a
 * cancellation ends it at once. Arguments and result must be structured-cloneable; classes travel as their data.
 * @throws StudioError as the call threw it, or CANCELLED when the step was aborted
 */
export function inThread<T>(module: string, call: string, args: readonly unknown[], step: Step): Promise<T> {
  step.signal.throwIfAborted();
  const worker = new Worker(new URL('./thread.mjs', import.meta.url), {
    workerData: { module, call, args } satisfies ThreadJob,
  });
  return new Promise<T>((resolve, reject) => {
    const stop = () => {
      reject(new StudioError('CANCELLED'));
      void worker.terminate();
    };
    step.signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'progress') step.progress(message.fraction, message.note);
      else if (message.kind === 'done') resolve(message.value as T);
      else reject(revive(message));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      step.signal.removeEventListener('abort', stop);
      reject(new Error(`${call} ended without a result (exit ${code})`));
    });
  });
}

function revive(message: Extract<ThreadMessage, { kind: 'failed' }>): Error {
  if (isErrorCode(message.code)) return new StudioError(message.code, message.details);
  const error = new Error(message.name);
  error.stack = message.stack;
  return error;
}
