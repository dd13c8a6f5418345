import { type ErrorCode, type ErrorDetails, errorText, isErrorCode, type Language } from '#domain/errors';

/** A refusal of the API in the browser: the coded problem, with the sentence to show. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails,
    readonly status: number,
  ) {
    super(code);
    this.name = 'Refusal';
  }

  /** What happened and what to do, in the reader's language. */
  say(language: string): string {
    return errorText(this.code, this.details, language as Language);
  }
}

/** The refusal in an answer that is not OK; anything that is no problem+json is an internal error. */
export async function refusalOf(response: Response): Promise<Refusal> {
  const problem = (await response.json().catch(() => null)) as { code?: unknown; details?: ErrorDetails } | null;
  if (problem && isErrorCode(problem.code)) return new Refusal(problem.code, problem.details ?? {}, response.status);
  return new Refusal('INTERNAL', { reference: `HTTP ${response.status}` }, response.status);
}

/** Any failure as a refusal: a network error is a server that is gone. */
export const asRefusal = (error: unknown): Refusal =>
  error instanceof Refusal ? error : new Refusal('SERVER_GONE', { server: 'Caseloom' }, 503);
