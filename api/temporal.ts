import {
  Client,
  Connection,
  isGrpcServiceError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { type ErrorDetails, isErrorCode, StudioError } from '#domain/errors';

/** Connects lazily: the API answers (with SERVER_GONE where it must) even while Temporal is away. */
export function openTemporal(address: string): Client {
  return new Client({ connection: Connection.lazy({ address, connectTimeout: '5 seconds' }) });
}

/** Runs a call to Temporal and turns its failures into coded errors. @throws StudioError */
export async function asking<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
      const { type, details } = error.cause;
      if (isErrorCode(type)) throw new StudioError(type, (details?.[0] as ErrorDetails | undefined) ?? {});
    }
    if (error instanceof WorkflowNotFoundError) throw new StudioError('APPROVAL_NOT_OPEN');
    if (isGrpcServiceError(error) || error instanceof ServiceError)
      throw new StudioError('SERVER_GONE', { server: 'Temporal' });
    throw error;
  }
}
