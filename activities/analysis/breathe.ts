import { setImmediate } from 'node:timers/promises';
import type { Step } from '../step.ts';

/** Lets messages in (cancellation, heartbeats) between two long pieces of work, and stops when cancelled. @throws the signal's reason */
export async function breathe(step: Step): Promise<void> {
  await setImmediate();
  step.signal.throwIfAborted();
}
