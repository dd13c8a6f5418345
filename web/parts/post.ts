import { type ErrorCode, type ErrorDetails, isErrorCode } from '#domain/errors';

export interface Refusal {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

/** Posts to this studio's own handlers; null when it was done, else why not. */
export async function post(path: string, body: unknown): Promise<Refusal | null> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (response?.ok) return null;
  const problem = (await response?.json().catch(() => null)) as { code?: unknown; details?: ErrorDetails } | null;
  if (problem && isErrorCode(problem.code)) return { code: problem.code, details: problem.details ?? {} };
  return { code: 'SERVER_GONE', details: { server: 'API' } };
}
