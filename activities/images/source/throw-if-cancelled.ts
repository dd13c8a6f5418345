import { StudioError } from '#domain/errors';

/** @throws StudioError CANCELLED when the production was cancelled. */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new StudioError('CANCELLED');
}
